public import Interchange
public import UnicodeText
internal import XMLText

/// What an export to TMX wrote.
public struct ExchangeExportReport: Sendable, Equatable {
    /// Units written.
    public var units = 0
    /// Characters left out because XML has no way to write them.
    public var droppedCharacters = 0
}

extension MemoryExport {
    /// Writes a TMX file; nothing is lost but neighbours, and characters that XML forbids, which are counted.
    ///
    /// - Parameters:
    ///   - locales: the languages to write, the source first; units that lack one of them are left out.
    ///     Empty for all.
    ///   - codes: how inline codes stand in it; anything but elements is for other tools, and does not come back as
    ///     codes.
    ///   - toolVersion: the program's version, for the header.
    ///   - write: takes a piece of the file: whole characters, not many pieces.
    public func exchange(
        locales: [LocaleID] = [], codes: TMXCodeForm = .elements, toolVersion: String,
        write: ([UInt8]) throws -> Void
    ) throws -> ExchangeExportReport {
        var report = ExchangeExportReport()
        var writer = TMXWriter(forbidden: .drop)
        try writer.start(
            TMXHeader(tool: "lathu", version: toolVersion, sourceLanguage: locales.first?.identifier))
        try memory.forEachUnit(holding: locales) { unit in
            var unit = unit
            if !locales.isEmpty { unit.variants = unit.variants.filter { locales.contains($0.key) } }
            if try writer.write(unit.exchanged(locales: locales, codes: codes)) { report.units += 1 }
            if writer.pendingCount > 1 << 18 { try write(writer.takeBytes()) }
        }
        writer.finish()
        try write(writer.takeBytes())
        report.droppedCharacters = writer.droppedCharacters
        return report
    }
}
