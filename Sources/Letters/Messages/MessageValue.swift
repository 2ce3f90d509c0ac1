public import UnicodeText

/// The value of a placeholder; its type says how it is written, and what can be done with it.
public enum MessageValue: Sendable, Hashable {
    /// A name: the same in every language, unless it has another one there.
    case name(MultilingualText)
    /// Words, which every language has to have.
    case text(MultilingualText)
    /// A decimal number as `-1234.50`.
    case number(String)
    /// A day.
    case date(CalendarDate)
    /// Names, and how many there are, which can be more than are named.
    case list([MultilingualText], count: Int)
    /// A country, written by CLDR's name.
    case region(Region)
    /// What is not known of a recipient; only a select can do something with it.
    case missing

    /// What the value is called in messages for people.
    var typeName: String {
        switch self {
        case .name: "a name"
        case .text: "text"
        case .number: "a number"
        case .date: "a date"
        case .list: "a list"
        case .region: "a country"
        case .missing: "missing"
        }
    }

    /// The number: of a list, how many it has; nil where there is none.
    var decimal: String? {
        switch self {
        case .number(let decimal): decimal
        case .list(_, let count): String(count)
        case .name(let text), .text(let text): Self.decimal(text.text)
        case .date, .region, .missing: nil
        }
    }

    /// The day; nil where there is none.
    var day: CalendarDate? {
        switch self {
        case .date(let date): date
        case .name(let text), .text(let text): CalendarDate(iso: text.text)
        case .number, .list, .region, .missing: nil
        }
    }

    /// What a select compares its keywords with; nil where there is nothing to compare.
    var keyword: String? {
        switch self {
        case .name(let text), .text(let text): text.text
        case .number(let decimal): decimal
        case .region(let region): region.code
        case .date, .list, .missing: nil
        }
    }

    /// A plain text where it is a decimal number of ASCII digits.
    static func decimal(_ text: String) -> String? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), text.utf8.count <= 40,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        return text
    }
}

/// The values of a letter for one recipient, by name.
typealias MessageValues = [String: MessageValue]
