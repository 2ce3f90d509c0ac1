internal import TextFiles
internal import UnicodeText

/// Makes a signatory from named fields, as rows of a table and mappings of YAML have them.
struct SignatoryFields {
    /// What is said of a signatory besides its names.
    static let known = ["name", "country", "link", "anonymous", "date"]

    private(set) var problems: [Diagnostic] = []
    private let location: SourceLocation
    private var name = ""
    private var names: [LocaleID: String] = [:]
    private var country: Region?
    private var link: String?
    private var isAnonymous = false
    private var date: CalendarDate?

    init(location: SourceLocation) { self.location = location }

    /// Takes a field; false where its name is none.
    mutating func set(_ field: String, _ text: String, at place: SourceLocation) -> Bool {
        let text = text.nfc.onOneLine
        func wrong(_ hint: String) {
            problems.append(Diagnostic("“\(field)” cannot be “\(text)”", at: place, hint: hint))
        }
        switch field.trimmed.lowercased() {
        case "name": name = text
        case _ where text.isEmpty: return Self.isKnown(field)
        case "country":
            country = Region(text)
            if country == nil { wrong("write two letters of ISO 3166, such as VN") }
        case "link":
            link = text
            if !["https://", "http://", "mailto:"].contains(where: { text.lowercased().hasPrefix($0) })
                || text.unicodeScalars.contains(where: { $0.isWhiteSpace || $0.category == .control })
            {
                wrong("write an address that begins with https://, http:// or mailto:")
            }
        case "anonymous":
            switch text.lowercased() {
            case "yes", "true", "x", "1": isAnonymous = true
            case "no", "false", "0": isAnonymous = false
            default: wrong("write yes or no")
            }
        case "date":
            date = CalendarDate(iso: text)
            if date == nil { wrong("write year-month-day, such as 2017-11-07") }
        default:
            guard let locale = try? LocaleID(field.trimmed) else { return false }
            names[locale] = text
        }
        return true
    }

    private static func isKnown(_ field: String) -> Bool {
        known.contains(field.trimmed.lowercased()) || (try? LocaleID(field.trimmed)) != nil
    }

    /// The signatory; nil, and a problem more, where it has no name.
    mutating func signatory() -> Signatory? {
        if name.isEmpty {
            problems.append(Diagnostic("a signatory has no name", at: location))
            return nil
        }
        return Signatory(
            MultilingualText(name, translations: names), country: country, link: link,
            isAnonymous: isAnonymous, date: date, location: location)
    }
}
