internal import Interchange
internal import Segmentation

/// The entries of a catalog before an update, handed out one by one; what nobody took becomes obsolete.
struct OldEntries {
    private(set) var header: POEntry?
    private var active: [POEntry] = []
    private var obsolete: [POEntry] = []
    private var activeIndex: [SegmentKey: Int] = [:]
    private var obsoleteIndex: [SegmentKey: Int] = [:]
    private var taken: Set<Int> = []
    private var takenObsolete: Set<Int> = []

    init(_ entries: [POEntry]) {
        for entry in entries {
            if entry.isHeader {
                header = entry
            } else if entry.isObsolete {
                obsoleteIndex[SegmentKey(entry)] = obsolete.count
                obsolete.append(entry)
            } else {
                activeIndex[SegmentKey(entry)] = active.count
                active.append(entry)
            }
        }
    }

    /// The active entry of a key that nobody took yet.
    func active(_ key: SegmentKey) -> POEntry? {
        activeIndex[key].flatMap { taken.contains($0) ? nil : active[$0] }
    }

    /// The active entry of a key, once.
    mutating func takeActive(_ key: SegmentKey) -> POEntry? {
        guard let index = activeIndex[key], taken.insert(index).inserted else { return nil }
        return active[index]
    }

    /// The latest obsolete entry of a key, made active again.
    mutating func takeObsolete(_ key: SegmentKey) -> POEntry? {
        guard let index = obsoleteIndex[key], takenObsolete.insert(index).inserted else { return nil }
        var entry = obsolete[index]
        entry.isObsolete = false
        return entry
    }

    /// The active entries that nobody took yet.
    var remainingActive: [POEntry] { active.indices.filter { !taken.contains($0) }.map { active[$0] } }

    /// How many active entries become obsolete.
    var newlyObsoleteCount: Int { remainingActive.filter(\.isWorthKeeping).count }

    /// What goes to the end of the file: the obsolete entries that are left, then those that nobody took and
    /// that hold anybody's work.
    func obsoleteEntries() -> [POEntry] {
        var entries = obsolete.indices.filter { !takenObsolete.contains($0) }.map { obsolete[$0] }
        for var entry in remainingActive where entry.isWorthKeeping {
            entry.isObsolete = true
            entries.append(entry)
        }
        return entries
    }
}

extension POEntry {
    /// Begins the comment that says which match a translation came from.
    static let memoryComment = "memory: "

    /// Whether there is any translation.
    var hasTranslation: Bool { translations.contains { !$0.isEmpty } }

    /// Whether a person's work would be lost with the entry.
    var isWorthKeeping: Bool { hasTranslation || translatorComments.contains { !$0.isEmpty } }

    /// Takes over the translation of an entry whose source was changed into this one's: as a proposal,
    /// with the source that it translates.
    mutating func inherit(_ ancestor: POEntry) {
        translations = ancestor.translations
        translatorComments = ancestor.translatorComments
        extractedComments = ancestor.extractedComments
        flags = ancestor.flags.filter { $0 != LetterCatalog.reviewedFlag }
        // What is fuzzy already translates an even older source.
        let translated = ancestor.isFuzzy ? ancestor.previousSource ?? ancestor.source : ancestor.source
        previousSource = translated == source ? nil : translated
        isFuzzy = true
    }

    /// Tells the translator where the segment stands and what its codes are; an entry that says so already
    /// is not touched.
    mutating func describe(_ segment: LetterSegment) {
        var lines: [String] = []
        if segment.place != .paragraph { lines.append(segment.place.rawValue) }
        for (number, markup) in segment.markups.sorted(by: { $0.key < $1.key }) {
            lines.append("<\(number)>: \(markup.explanation)".onOneLine)
        }
        if let names = segment.placeholderNames {
            lines.append("keep the placeholders \(names.map { "{\($0)}" }.joined(separator: ", "))")
        }
        lines += extractedComments.filter { $0.hasPrefix(Self.memoryComment) }
        if lines != extractedComments { extractedComments = lines }
    }
}

extension LetterSegment {
    /// The names of its placeholders, each once; nil where it has none.
    fileprivate var placeholderNames: [String]? {
        guard Message.isMessage(source.plainText), let message = try? Message(source.coded) else {
            return nil
        }
        var names: [String] = []
        for argument in message.arguments where !names.contains(argument.name) { names.append(argument.name) }
        return names.isEmpty ? nil : names
    }
}
