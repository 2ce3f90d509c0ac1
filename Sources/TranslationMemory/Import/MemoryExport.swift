public import Interchange
public import TextFiles
public import UnicodeText

/// Writes what a memory holds into files.
public struct MemoryExport {
    let memory: TranslationMemory

    /// An export of a memory.
    public init(_ memory: TranslationMemory) { self.memory = memory }

    /// Writes a TSV file with a header row of all languages, origin, author, state and note; nothing is
    /// lost but dates, neighbours and how a translation came about. Tabs and line ends are escaped.
    ///
    /// - Parameters:
    ///   - locales: the languages to write; units that lack one of them are left out. Empty for all.
    ///   - write: takes a piece of the file.
    /// - Returns: the number of units.
    public func table(
        locales: [LocaleID] = [], write: (String) throws -> Void
    ) throws -> Int {
        let columns =
            locales.isEmpty
            ? try memory.info().segments.keys.sorted { $0.identifier < $1.identifier } : locales
        // A header needs two languages; a memory without any units has none.
        guard columns.count >= 2 else { return 0 }
        let attributes: [TSVColumn] = [
            .attribute(.origin), .attribute(.author), .attribute(.state), .attribute(.note),
        ]
        let writer = try TSVWriter(columns: columns.map { .locale($0) } + attributes, isEscaped: true)
        try write(writer.header)
        var count = 0
        try memory.forEachUnit(holding: locales) { unit in
            let texts = columns.map { unit.variants[$0]?.text ?? "" }
            guard texts.count(where: { !$0.isEmpty }) >= 2 else { return }
            let attributes: [TSVAttribute: String] = [
                .origin: unit.origin, .author: unit.author ?? "", .state: unit.state.name,
                .note: unit.notes.joined(separator: "\n"),
            ]
            try write(try writer.line(texts, attributes: attributes))
            count += 1
        }
        return count
    }

    /// A PO catalog of one language pair. A catalog has one entry for a source: of several translations the
    /// most trusted and then the latest is the entry's, and the others stand in comments (`also: …`).
    public func catalog(from source: LocaleID, to target: LocaleID) throws(LathuError) -> POCatalog {
        var units: [String: [TranslationUnit]] = [:]
        var order: [String] = []
        try memory.forEachUnit(holding: [source, target]) { unit in
            guard let text = unit.variants[source]?.text else { return }
            if units[text] == nil { order.append(text) }
            units[text, default: []].append(unit)
        }
        var entries = [POCatalog.newHeader(language: target, project: "lathu-memory")]
        for text in order {
            let rivals = (units[text] ?? []).sorted { ($1.state, $1.changed) < ($0.state, $0.changed) }
            guard let best = rivals.first, var entry = Self.entry(best, source, target) else { continue }
            for unit in rivals.dropFirst() {
                let other = unit.variants[target]?.text.replacing("\n", with: " ") ?? ""
                entry.extractedComments.append("also: \(other) (\(unit.origin), \(unit.state.name))")
            }
            entries.append(entry)
        }
        return POCatalog(entries: entries)
    }

    private static func entry(_ unit: TranslationUnit, _ source: LocaleID, _ target: LocaleID) -> POEntry? {
        guard let text = unit.variants[source]?.text, let translation = unit.variants[target]?.text else {
            return nil
        }
        var entry = POEntry(source: text, translations: [translation])
        entry.translatorComments = unit.notes.flatMap { $0.split(separator: "\n").map(String.init) }
        entry.extractedComments = ["\(unit.origin)"]
        switch unit.state {
        case .draft: entry.isFuzzy = true
        case .translated: break
        case .reviewed: entry.flags.append(CatalogUnits.reviewedFlag)
        }
        return entry
    }
}
