internal import Resources
public import TextFiles
public import UnicodeText

/// How letters look in a language: `locales/<locale>/conventions.yaml`.
public struct Conventions: Sendable {
    /// The keys of the file.
    public static let keys = ["date", "dateline", "datelineAlone", "quotes", "list", "direction", "labels"]

    /// Words that the program itself puts into a letter.
    public struct Labels: Sendable {
        /// Above the signatories.
        public var signatories = "Signed by"
        /// On a segment without translation.
        public var untranslated = "not yet translated"
        /// Before the recipient.
        public var to = "To"
    }

    /// The language.
    public let locale: LocaleID
    /// ICU date pattern of the date line; nil for the locale's long style.
    public private(set) var datePattern: String?
    /// Place and date together, with `{place}` and `{date}`.
    public private(set) var dateline = "{place}, {date}"
    /// The date without a place.
    public private(set) var datelineAlone = "{date}"
    /// `ltr` or `rtl`.
    public private(set) var direction: String
    /// What stands before each item of a bulleted list in plain text.
    public private(set) var listMarker = "-"
    /// The program's own words.
    public private(set) var labels = Labels()
    /// What is worth saying about the file.
    public private(set) var warnings: [Diagnostic] = []

    /// The conventions of a locale: the project's file where it has one, else the program's, else its
    /// language's, else English words with the locale's own date style.
    public init(locale: LocaleID, project: Project? = nil) throws(LathuError) {
        self.locale = locale
        direction = locale.isRightToLeft ? "rtl" : "ltr"
        guard let source = try Self.file(locale, project) else { return }
        var yaml = try YAMLMapping(source.text, file: source.file)
        yaml.reportUnknownKeys(besides: Self.keys)
        if let text = yaml.text("date") {
            datePattern = text
            do {
                _ = try DatePattern(text, locale: locale)
            } catch {
                if let location = yaml.value("date")?.location {
                    yaml.report("“\(text)” is not a date pattern: \(error)", at: location)
                }
            }
        }
        if let text = Self.template("dateline", ["{place}", "{date}"], &yaml) { dateline = text }
        if let text = Self.template("datelineAlone", ["{date}"], &yaml) { datelineAlone = text }
        if let text = yaml.text("direction") {
            direction = text
            if !["ltr", "rtl"].contains(text), let location = yaml.value("direction")?.location {
                yaml.report("“direction” must be ltr or rtl", at: location)
            }
        }
        if let text = yaml.strings("list", known: ["marker"])["marker"] { listMarker = text.onOneLine }
        let words = yaml.strings("labels", known: ["signatories", "untranslated", "to"])
        if let text = words["signatories"] { labels.signatories = text.onOneLine }
        if let text = words["untranslated"] { labels.untranslated = text.onOneLine }
        if let text = words["to"] { labels.to = text.onOneLine }
        try yaml.throwErrors()
        warnings = yaml.warnings
    }

    /// ICU tells most mistakes only when a date is to be written, and takes an open quotation for closed.
    private static func template(_ key: String, _ parts: [String], _ yaml: inout YAMLMapping) -> String? {
        guard let text = yaml.text(key)?.onOneLine else { return nil }
        if let missing = parts.first(where: { !text.contains($0) }), let value = yaml.value(key) {
            yaml.report("“\(key)” lacks \(missing)", at: value.location)
        }
        return text
    }

    private static func file(_ locale: LocaleID, _ project: Project?) throws(LathuError) -> TextSource? {
        var names = ["locales/\(locale.identifier)/conventions.yaml"]
        // Shorter and shorter tags: zh-Hant-TW, zh-Hant, zh.
        var tag = locale.identifier
        while let hyphen = tag.lastIndex(of: "-") {
            tag = String(tag[..<hyphen])
            names.append("locales/\(tag)/conventions.yaml")
        }
        for name in names {
            if let project {
                let path = FilePath.join(project.root, name)
                if FilePath.exists(path) { return try FileReading.text(of: path) }
            }
            if let bytes = Resources.bytes(at: name) { return try FileReading.decode(bytes, file: name) }
        }
        return nil
    }

    /// The date in words.
    public func format(_ date: CalendarDate) throws -> String {
        try DatePattern(datePattern, locale: locale).format(date)
    }

    /// The line with place and date; nil where there is neither.
    public func dateline(place: String?, date: CalendarDate?) throws -> String? {
        guard let date else { return place }
        let words = try format(date)
        guard let place else { return datelineAlone.replacing("{date}", with: words) }
        return dateline.replacing("{date}", with: words).replacing("{place}", with: place)
    }
}
