internal import UnicodeText

/// A text with placeholders in ICU's MessageFormat, taken apart.
///
/// ```
/// On {event, date, long} {signatories, plural, one {# organisation} other {# organisations}} wrote to {name}.
/// ```
///
/// A text without braces is no message and means itself, apostrophes included. In a message `'{'` and `'}'` are
/// braces, and `''` is an apostrophe; a single apostrophe elsewhere is itself (ICU's DOUBLE_OPTIONAL). Beyond ICU,
/// `{names, list}`, `{names, list, or}` and `{names, list, units}` join lists. Offsets count Unicode scalars.
struct Message: Hashable, Sendable {
    /// A part of a message.
    indirect enum Part: Hashable, Sendable {
        /// Text in the coded form of inline codes, nothing else escaped.
        case text(String)
        /// A placeholder.
        case argument(Argument)
        /// `#`: the number that the plural around it is about, less the plural's offset.
        case number
    }

    /// A placeholder.
    struct Argument: Hashable, Sendable {
        /// The name of its value.
        let name: String
        /// Where its brace stands.
        let offset: Int
        /// What is done with the value.
        let kind: Kind
    }

    /// What a placeholder does with its value.
    enum Kind: Hashable, Sendable {
        /// As its type says.
        case plain
        case number(NumberStyle)
        case date(DateStyle)
        case list(ListFormat.Kind)
        /// The variant whose keyword is the value.
        case select([Variant])
        case plural(Plural)
    }

    /// How a number is written.
    enum NumberStyle: Hashable, Sendable {
        /// By a number skeleton (UTS #35, part 3); the empty one is the locale's own way.
        case skeleton(String)
        case words(NumberFormat.Words)
    }

    /// How a date is written.
    enum DateStyle: Hashable, Sendable {
        case named(DatePattern.Style)
        case pattern(String)
        case skeleton(String)
    }

    /// `{n, plural, offset:1 =0 {…} one {…} other {…}}`, or `selectordinal`.
    struct Plural: Hashable, Sendable {
        let isOrdinal: Bool
        /// What is taken off the number before its category is looked for.
        let offset: Int
        let variants: [Variant]
    }

    /// A variant of a select or plural.
    struct Variant: Hashable, Sendable {
        /// A keyword, or `=2`.
        let selector: String
        /// Where the selector stands.
        let offset: Int
        let parts: [Part]
    }

    /// What is wrong with a message.
    struct SyntaxError: Error, Hashable {
        /// As a sentence without its full stop.
        let message: String
        /// Where.
        let offset: Int
        /// What to do about it.
        let hint: String?
    }

    let parts: [Part]

    /// A text that means itself, coded as inline codes are.
    init(plain text: String) { parts = text.isEmpty ? [] : [.text(text)] }

    /// Whether a text is a message: it has a brace.
    static func isMessage(_ text: String) -> Bool {
        text.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
    }

    /// Its placeholders, those inside of variants included, in the order of the text.
    var arguments: [Argument] { Self.arguments(of: parts) }

    static func arguments(of parts: [Part]) -> [Argument] {
        parts.flatMap { part -> [Argument] in
            guard case .argument(let argument) = part else { return [] }
            return [argument] + argument.variants.flatMap { arguments(of: $0.parts) }
        }
    }
}

extension Message.Argument {
    /// The variants of a select or plural.
    var variants: [Message.Variant] {
        switch kind {
        case .select(let variants): variants
        case .plural(let plural): plural.variants
        case .plain, .number, .date, .list: []
        }
    }
}
