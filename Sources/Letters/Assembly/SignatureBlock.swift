internal import Segmentation
internal import UnicodeText

/// Those who sign a letter, as they stand below it in one language.
public struct SignatureBlock: Sendable, Hashable {
    /// One of them.
    public struct Entry: Sendable, Hashable {
        /// The name.
        public let name: String
        /// The country, where the letter shows countries.
        public let country: String?
        /// The address of a page about it: `http`, `https` or `mailto`.
        public let link: String?
    }

    /// Those who are named, in order.
    public private(set) var entries: [Entry] = []
    /// In how many columns.
    public private(set) var columns = 2
    /// A line above them that says how many they are.
    public private(set) var count: String?
    /// A line below them for those who are not named, “and 12 others”.
    public private(set) var others: String?
    /// A line at the end that says until when signatures were taken.
    public private(set) var until: String?

    /// Nobody.
    init() {}

    /// Whether nobody signs.
    public var isEmpty: Bool { entries.isEmpty && others == nil }
}

extension SignatureBlock {
    /// The signatories of a letter in the language of conventions.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    init(_ letter: Letter, _ conventions: Conventions, _ formatter: MessageFormatter) throws {
        let locale = conventions.locale, signing = letter.signing
        var named = letter.signatories.filter { !$0.isAnonymous }.map { signatory in
            Entry(
                name: signatory.name.text(in: locale),
                country: signing.showsCountries ? signatory.country?.name(in: locale) : nil,
                link: signatory.link)
        }
        if (signing.order ?? conventions.signatoryOrder) == .sorted {
            let collator = try TextCollator(locale: locale)
            // Names that the collation does not tell apart stay as they were given.
            let keyed = named.enumerated().map { (key: collator.sortKey($1.name), place: $0, entry: $1) }
            named = keyed.sorted { left, right in
                left.key == right.key
                    ? left.place < right.place : left.key.lexicographicallyPrecedes(right.key)
            }.map(\.entry)
        }
        let anonymous = letter.signatories.count - named.count
        func line(_ message: Message?, _ values: MessageValues) throws -> String? {
            guard let message else { return nil }
            let text = try formatter.format(message, values).text.plainText.trimmed
            return text.isEmpty ? nil : text
        }
        func counted(_ message: Message?, _ number: Int) throws -> String? {
            number == 0 ? nil : try line(message, ["count": .number("\(number)")])
        }
        let lines = conventions.signatories
        let limit = signing.limit ?? named.count
        self.init()
        entries = Array(named.prefix(limit))
        others =
            named.count > limit
            ? try counted(lines.others, named.count - limit + anonymous)
            : try counted(named.isEmpty ? lines.count : lines.anonymous, anonymous)
        columns = signing.columns ?? conventions.signatoryColumns
        count =
            signing.showsCount ?? conventions.showsSignatoryCount
            ? try counted(lines.count, letter.signatories.count) : nil
        until = try signing.closingDate.flatMap { try line(lines.until, ["date": .date($0)]) }
    }
}
