public import UnicodeText
public import Vietnamese

/// Puts the texts of units into order before they are stored, and keeps account of it: damaged Vietnamese in texts
/// that are Vietnamese, what can happen to text in any language in all. See ``Vietnamese/TextRepair``.
///
/// It belongs to one import and to one thread: it remembers words that are in order, so that texts in order cost
/// no more than a look at their bytes.
public final class TextNormalization {
    /// One change, for the log.
    public struct Record: Sendable, Hashable {
        /// The origin of the unit.
        public let origin: String
        /// The language of the text.
        public let locale: LocaleID
        /// The text as it was, in its coded form.
        public let text: String
        /// What was changed in it; the offset counts UTF-16 code units of ``text``.
        public let change: TextRepair.Change
    }

    /// What was done, in numbers.
    public struct Counts: Sendable, Equatable {
        /// Texts in which something was changed.
        public var texts = 0
        /// Changes.
        public var changes = 0
        /// How many changes had a reason; a change may have several.
        public var reasons: [TextRepair.Reason: Int] = [:]

        /// Nothing yet.
        public init() {}
    }

    /// What was done so far.
    public private(set) var counts = Counts()
    private let log: ((Record) -> Void)?
    private var repairs: [LocaleID: (repair: TextRepair, memory: TextRepair.Memory)] = [:]

    /// A normalization that tells `log` of every change.
    public init(log: ((Record) -> Void)? = nil) { self.log = log }

    /// Puts the texts of units into order. Units that know each other as neighbours go on doing so if they come in
    /// one call.
    public func normalize(_ units: inout [TranslationUnit]) {
        var hashes: [Int64: Int64] = [:]
        for place in units.indices {
            for (locale, variant) in units[place].variants {
                guard let text = normalized(variant.text, locale, units[place].origin) else { continue }
                units[place].variants[locale]?.text = text
                hashes[TextHash.of(variant.text)] = TextHash.of(text)
            }
        }
        if hashes.isEmpty { return }
        for place in units.indices {
            for (locale, variant) in units[place].variants {
                if let new = variant.previous.flatMap({ hashes[$0] }) {
                    units[place].variants[locale]?.previous = new
                }
                if let new = variant.next.flatMap({ hashes[$0] }) {
                    units[place].variants[locale]?.next = new
                }
            }
        }
    }

    /// A text put into order, without keeping account of it.
    func repaired(_ text: String, _ locale: LocaleID) -> String { repair(text, locale)?.text ?? text }

    /// The text put into order; nil where it is in order.
    private func normalized(_ text: String, _ locale: LocaleID, _ origin: String) -> String? {
        guard let repair = repair(text, locale) else { return nil }
        counts.texts += 1
        counts.changes += repair.changes.count
        for change in repair.changes {
            for reason in change.reasons { counts.reasons[reason, default: 0] += 1 }
            log?(Record(origin: origin, locale: locale, text: text, change: change))
        }
        return repair.text
    }

    private func repair(_ text: String, _ locale: LocaleID) -> (text: String, changes: [TextRepair.Change])? {
        let known = repairs.index(forKey: locale)
        guard let place = known ?? add(locale) else { return nil }
        let result = repairs.values[place].repair.repair(text, remembering: &repairs.values[place].memory)
        if result.changes.isEmpty { return nil }
        let changes = result.changes.filter(Self.keepsCodes)
        let new = changes.count == result.changes.count ? result.text : applied(changes, to: text)
        // Better a text of invisible characters than none.
        return changes.isEmpty || new.trimmed.isEmpty ? nil : (new, changes)
    }

    private func add(_ locale: LocaleID) -> Dictionary<
        LocaleID, (repair: TextRepair, memory: TextRepair.Memory)
    >
        .Index?
    {
        repairs[locale] = (TextRepair(locale: locale), TextRepair.Memory())
        return repairs.index(forKey: locale)
    }

    /// Whether a change leaves the inline codes what they are: a full-width ＜ that becomes < could begin one.
    private static func keepsCodes(_ change: TextRepair.Change) -> Bool {
        func signs(_ text: String) -> [Unicode.Scalar] {
            text.unicodeScalars.filter { $0 == "<" || $0 == ">" || $0 == "\\" }
        }
        return signs(change.before) == signs(change.after)
    }

    private func applied(_ changes: [TextRepair.Change], to text: String) -> String {
        var units = Array(text.utf16)
        for change in changes.reversed() {
            let range = change.offset..<change.offset + change.before.utf16.count
            units.replaceSubrange(range, with: change.after.utf16)
        }
        return String(decoding: units, as: UTF16.self)
    }
}
