public import Interchange
internal import TextFiles
public import UnicodeText

/// The translation units of a PO catalog.
public struct CatalogUnits: Sendable {
    /// The flag of a translation that a second person has approved.
    public static let reviewedFlag = "reviewed"

    /// The units, in the order of the file; each knows its neighbours.
    public private(set) var units: [TranslationUnit] = []
    /// Entries without a translation.
    public private(set) var untranslated = 0
    /// Entries whose translation is marked fuzzy: it is not one of this source.
    public private(set) var fuzzy = 0

    /// Takes the translated entries of a catalog, obsolete ones included: they are somebody's work too.
    ///
    /// - Parameters:
    ///   - origin: the name to file the units under.
    ///   - now: the time, in milliseconds since 1970 (UTC).
    ///   - neighbours: what will put the units into order: their neighbours are known by what they will be then.
    public init(
        _ catalog: POCatalog, from source: LocaleID, to target: LocaleID, origin: String, now: Int64,
        neighbours: TextNormalization? = nil
    ) {
        // A context may stand over an empty source, of which there is nothing to remember.
        let entries = catalog.entries.filter { !$0.isHeader && !$0.source.trimmed.isEmpty }
        let active = entries.filter { !$0.isObsolete }
        for (index, entry) in active.enumerated() {
            let before = index > 0 ? active[index - 1] : nil
            let after = index + 1 < active.count ? active[index + 1] : nil
            func neighbour(
                _ entry: POEntry?, _ locale: LocaleID, _ text: (POEntry) -> String?
            ) -> Int64? {
                guard let entry else { return TextHash.documentEdge }
                guard let text = text(entry), !text.isEmpty else { return nil }
                // Those without a translation are no units, and so nowhere else put into order.
                return TextHash.of(neighbours?.repaired(text, locale) ?? text)
            }
            add(
                entry,
                source: (source, neighbour(before, source, \.source), neighbour(after, source, \.source)),
                target: (
                    target, neighbour(before, target, \.translations.first),
                    neighbour(after, target, \.translations.first)
                ),
                origin: origin, now: now)
        }
        for entry in entries where entry.isObsolete {
            add(entry, source: (source, nil, nil), target: (target, nil, nil), origin: origin, now: now)
        }
    }

    private typealias Side = (locale: LocaleID, previous: Int64?, next: Int64?)

    private mutating func add(_ entry: POEntry, source: Side, target: Side, origin: String, now: Int64) {
        guard let translation = entry.translations.first, !translation.trimmed.isEmpty else {
            untranslated += 1
            return
        }
        if entry.isFuzzy {
            fuzzy += 1
            return
        }
        units.append(
            TranslationUnit(
                variants: [
                    source.locale: .init(entry.source, previous: source.previous, next: source.next),
                    target.locale: .init(translation, previous: target.previous, next: target.next),
                ],
                origin: origin, created: now,
                state: entry.flags.contains(Self.reviewedFlag) ? .reviewed : .translated,
                notes: entry.translatorComments.filter { !$0.isEmpty }))
    }
}
