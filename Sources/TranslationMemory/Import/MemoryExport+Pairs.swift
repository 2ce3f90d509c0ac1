public import Interchange
internal import Segmentation
public import UnicodeText

extension MemoryExport {
    /// Writes the units of a language pair in a format of ``Interchange/PairFormat``.
    ///
    /// - Parameter write: takes a piece of the file: whole units.
    /// - Returns: the number of units, and what the format cannot hold.
    public func pairs(
        from source: LocaleID, to target: LocaleID, _ writer: any PairUnitWriter,
        write: ([UInt8]) throws -> Void
    ) throws -> (units: Int, losses: PairLosses) {
        var writer = writer
        var count = 0
        try writer.start(PairHeader(source: source, target: target, original: "memory"))
        try memory.forEachUnit(holding: [source, target]) { unit in
            guard let pair = PairUnit(unit, source, target) else { return }
            try writer.write(pair)
            count += 1
            if writer.pendingCount > 1 << 18 { try write(writer.takeBytes()) }
        }
        try writer.finish()
        try write(writer.takeBytes())
        return (count, writer.losses)
    }
}

extension PairUnit {
    /// A unit of the memory in two of its languages; nil where it lacks one.
    init?(_ unit: TranslationUnit, _ source: LocaleID, _ target: LocaleID) {
        guard let text = unit.variants[source]?.text, let translation = unit.variants[target]?.text else {
            return nil
        }
        self.init(source: InlineText(coded: text), target: InlineText(coded: translation))
        state =
            switch unit.state {
            case .draft: .draft
            case .translated: .translated
            case .reviewed: .reviewed
            }
        origin = unit.origin
        author = unit.author
        (created, changed) = (unit.created, unit.changed)
        notes = unit.notes.map { PairNote(.remark, $0) }
    }
}
