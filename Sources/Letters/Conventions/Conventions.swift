internal import Segmentation
public import TextFiles
public import UnicodeText

/// How letters look in a language: `locales/<locale>/conventions.yaml`.
///
/// What a file leaves out comes from the files that CLDR falls back to: those of es-419 for es-MX, then those of es. In
/// each locale the project's file goes before the program's. What no file says is English, except for dates, numbers
/// and the writing direction, which are the locale's own.
public struct Conventions: Sendable {
    /// Words that the program itself puts into a letter.
    public struct Labels: Sendable {
        /// Above the signatories.
        public var signatories = "Signed by"
        /// On a segment without translation.
        public var untranslated = "not yet translated"
        /// Before the recipient.
        public var to = "To"
        /// On a letter that is not to go out yet.
        public var draft = "Draft"
        /// Above the footnotes.
        public var notes = "Notes"
        /// On the way back from a footnote.
        public var noteBack = "Back to the text"
        /// What ends a word before what it announces: in French a space stands before the colon.
        public var colon = ":"
    }

    /// Quotation marks.
    public struct Quotes: Sendable, Equatable {
        /// Around a quotation.
        public var open = "“", close = "”"
        /// Around a quotation in a quotation.
        public var innerOpen = "‘", innerClose = "’"

        /// Those of English.
        public init() {}
    }

    /// Lines that depend on what is known of a recipient. Messages with the recipient's values; where no value is,
    /// there is nothing, and a line without anything is left out.
    struct Forms: Sendable {
        /// Where the recipient has a form of address.
        var formOfAddress: Message?
        /// Where the recipient has an office.
        var office: Message?
        /// Where only the name is known.
        var name: Message?
    }

    /// Lines about signatories: messages with `{count}` or `{date}`.
    struct SignatoryLines: Sendable {
        var count: Message?
        var others: Message?
        var anonymous: Message?
        var until: Message?
    }

    /// The language.
    public let locale: LocaleID
    /// ICU date pattern of the date line and of long dates; nil for the locale's long style.
    public internal(set) var datePattern: String?
    /// Place and date together, with `{place}` and `{date}`.
    public internal(set) var dateline = "{place}, {date}"
    /// The date without a place.
    public internal(set) var datelineAlone = "{date}"
    /// `ltr` or `rtl`.
    public internal(set) var direction: String
    /// Quotation marks.
    public internal(set) var quotes = Quotes()
    /// What stands before each item of a bulleted list in plain text.
    public internal(set) var listMarker = "-"
    /// The program's own words.
    public internal(set) var labels = Labels()
    /// The paper.
    public internal(set) var pageSize = PageSize.a4
    /// The typefaces, the first that is there first.
    public internal(set) var fonts: [String]
    /// The order of signatories where a letter does not say.
    public internal(set) var signatoryOrder = Signing.Order.given
    /// In how many columns they stand where a letter does not say.
    public internal(set) var signatoryColumns = 2
    /// Whether a line says how many they are where a letter does not say.
    public internal(set) var showsSignatoryCount = false
    /// The paths of the files that were looked for; not all of them are there.
    public internal(set) var files: [String] = []
    /// What is worth saying about the files.
    public internal(set) var warnings: [Diagnostic] = []

    var honorific: Message?
    var address: [Message] = []
    var salutation = Forms()
    var closing = Forms()
    var subject: Message?
    var listNumber: Message?
    /// What stands around the number of a list's item; nil where it is no number of digits.
    private(set) var listAffixes: ListAffixes? = .usual
    /// The locale's digits.
    let numerals: Numerals
    var signatories = SignatoryLines()

    /// The conventions of a locale.
    /// - Throws: `LathuError` with what is wrong in any of the files, by line and column.
    public init(locale: LocaleID, project: Project? = nil) throws(LathuError) {
        self.locale = locale
        direction = locale.isRightToLeft ? "rtl" : "ltr"
        fonts = Typefaces.stack(for: locale)
        numerals = Numerals(locale)
        let layers = try Self.layers(locale, project)
        files = layers.paths
        // From the most general file to the most special one.
        for source in layers.sources.reversed() {
            var reader = try ConventionsReader(source, locale: locale)
            try reader.read(into: &self)
        }
        listAffixes = affixes(in: .ascii) ?? affixes(in: numerals)
    }

    /// What stands around the number of a list's item; nil where that is not the same for all numbers in these digits.
    private func affixes(in numerals: Numerals) -> ListAffixes? {
        let all = [1, 2, 10, 21].map { ListAffixes(written(number: $0), $0, numerals) }
        return all.allSatisfy { $0 == all[0] } ? all[0] : nil
    }

    /// What stands around the number of a list's item, and its digits.
    struct ListAffixes: Sendable, Equatable {
        let prefix, suffix: String
        let numerals: Numerals
        /// A full stop after the number.
        static let usual = ListAffixes(prefix: "", suffix: ".", numerals: .ascii)
    }

    private static func layers(
        _ locale: LocaleID, _ project: Project?
    ) throws(LathuError) -> (paths: [String], sources: [TextSource]) {
        var paths: [String] = []
        var sources: [TextSource] = []
        var next: LocaleID? = locale
        // English at the end: the program's words have to come from somewhere.
        var names: [String] = []
        while let locale = next {
            names.append(locale.identifier)
            next = locale.parent
        }
        if !names.contains("en") { names.append("en") }
        for name in names {
            let path = "locales/\(name)/conventions.yaml"
            if let project {
                let file = FilePath.join(project.root, path)
                paths.append(file)
                if FilePath.exists(file) { sources.append(try FileReading.text(of: file)) }
            }
            if let bytes = ConventionsReader.resource(path) {
                sources.append(try FileReading.decode(bytes, file: path))
            }
        }
        return (paths, sources)
    }

    /// The date in words.
    public func format(_ date: CalendarDate) throws -> String {
        try DatePattern(datePattern, locale: locale).words(date, in: locale)
    }

    /// The line with place and date; nil where there is neither.
    public func dateline(place: String?, date: CalendarDate?) throws -> String? {
        guard let date else { return place }
        let words = try format(date)
        guard let place else { return datelineAlone.replacing("{date}", with: words) }
        return dateline.replacing("{date}", with: words).replacing("{place}", with: place)
    }

    /// The number of a list's item as it stands before it, as `1.`
    public func listNumber(_ number: Int) -> String {
        listAffixes.map { $0.prefix + $0.numerals.write(number) + $0.suffix } ?? written(number: number)
    }

    private func written(number: Int) -> String {
        guard let listNumber else { return "\(number)." }
        let formatter = MessageFormatter(locale: locale, source: locale)
        let result = try? formatter.format(listNumber, ["number": .number("\(number)")])
        return result?.text.plainText ?? "\(number)."
    }
}

extension Conventions.ListAffixes {
    /// What stands around a number in a text; nil where the number is not in it, or in other digits.
    fileprivate init?(_ text: String, _ number: Int, _ numerals: Numerals) {
        guard let range = text.firstRange(of: numerals.write(number)) else { return nil }
        prefix = String(text[..<range.lowerBound])
        suffix = String(text[range.upperBound...])
        self.numerals = numerals
    }
}
