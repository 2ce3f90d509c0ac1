internal import Segmentation
internal import UnicodeText

/// Writes messages in a locale.
///
/// ICU's own formatter takes numbered arguments and gives one flat string. What stands here has names, values in several
/// languages and inline codes, so the tree is walked here, and ICU is asked for what depends on the language: plural
/// categories, numbers, dates, lists. What it opens is kept; a formatter belongs to one thread.
final class MessageFormatter {
    /// The locale that is written.
    let locale: LocaleID
    private let source: LocaleID
    private let longDate: String?
    private let isLenient: Bool
    private var plurals: [Bool: PluralRules] = [:]
    private var numbers: [Message.NumberStyle: NumberFormat] = [:]
    private var dates: [Message.DateStyle: DatePattern] = [:]

    /// Why a message cannot be written.
    struct Failure: Error, Hashable {
        /// As a sentence without its full stop.
        let message: String
        /// The brace of the placeholder, in Unicode scalars.
        let offset: Int
    }

    /// A message as it is written.
    struct Result {
        /// The text.
        let text: InlineText
        /// The names of values that stand in the source language, since they are not there in this one.
        let untranslated: [String]
    }

    /// A formatter.
    ///
    /// - Parameters:
    ///   - source: the language that values are in where they have no other.
    ///   - longDate: the date pattern of long dates; nil for the locale's own.
    ///   - isLenient: whether nothing is written for what is missing, instead of failing.
    init(locale: LocaleID, source: LocaleID, longDate: String? = nil, isLenient: Bool = false) {
        self.locale = locale
        self.source = source
        self.longDate = longDate
        self.isLenient = isLenient
    }

    /// Writes a message with values.
    /// - Throws: ``Failure`` where a value is missing or of the wrong type; `ICUError` when ICU's data is incomplete.
    func format(_ message: Message, _ values: MessageValues) throws -> Result {
        var writer = Writer()
        try write(message.parts, number: nil, values, &writer)
        return Result(text: InlineText(writer.pieces), untranslated: writer.untranslated)
    }

    private struct Writer {
        var pieces: [InlineText.Piece] = []
        var untranslated: [String] = []
    }

    private func write(
        _ parts: [Message.Part], number: String?, _ values: MessageValues, _ writer: inout Writer
    ) throws {
        for part in parts {
            switch part {
            case .text(let text): writer.pieces += InlineText(coded: text).pieces
            case .number:
                writer.pieces.append(.text(try number.map { try self.number($0, .skeleton("")) } ?? "#"))
            case .argument(let argument): try write(argument, values, &writer)
            }
        }
    }

    private func write(_ argument: Message.Argument, _ values: MessageValues, _ writer: inout Writer) throws {
        guard let value = values[argument.name] else {
            throw Failure(message: "there is no value “\(argument.name)”", offset: argument.offset)
        }
        func needed<Value>(_ found: Value?, _ type: String) throws -> Value {
            if let found { return found }
            let what = value == .missing ? "is missing" : "is \(value.typeName), not \(type)"
            throw Failure(message: "“\(argument.name)” \(what)", offset: argument.offset)
        }
        switch argument.kind {
        case .plain: try writer.pieces.append(.text(plain(argument, value, &writer)))
        case .number(let style):
            writer.pieces.append(.text(try number(try needed(value.decimal, "a number"), style)))
        case .date(let style):
            writer.pieces.append(.text(try date(style).words(try needed(value.day, "a date"), in: locale)))
        case .list(let kind):
            guard case .list(let items, _) = value else { return try needed(nil, "a list") }
            let texts = items.map { $0.text(in: locale) }
            writer.pieces.append(.text(try ListFormat(kind, locale: locale).join(texts)))
        case .select(let variants):
            // What is not known is no “other”: the variant “none”, where there is one.
            let variant = Self.variant(value == .missing ? "none" : value.keyword, variants)
            try write(variant, number: nil, values, &writer)
        case .plural(let plural):
            let decimal = try needed(value.decimal, "a number")
            let (variant, number) = try self.variant(of: decimal, plural)
            try write(variant, number: number, values, &writer)
        }
    }

    private func plain(
        _ argument: Message.Argument, _ value: MessageValue, _ writer: inout Writer
    ) throws -> String {
        switch value {
        case .name(let text): return text.text(in: locale)
        case .text(let text):
            if let translation = text.translation(in: locale) { return translation }
            if !locale.sharesLanguage(with: source) { writer.untranslated.append(argument.name) }
            return text.text
        case .number(let decimal): return try number(decimal, .skeleton(""))
        case .date(let day): return try date(.named(.long)).words(day, in: locale)
        case .list(let items, _):
            return try ListFormat(.and, locale: locale).join(items.map { $0.text(in: locale) })
        case .region(let region): return region.name(in: locale)
        case .missing:
            if isLenient { return "" }
            throw Failure(message: "“\(argument.name)” is missing", offset: argument.offset)
        }
    }

    /// Every select and plural has the variant `other`: the parser sees to it.
    private static func variant(_ keyword: String?, _ variants: [Message.Variant]) -> [Message.Part] {
        (variants.first { $0.selector == keyword } ?? variants.first { $0.selector == "other" })?.parts ?? []
    }

    /// The variant of a number, and the number that `#` is in it.
    private func variant(
        of decimal: String, _ plural: Message.Plural
    ) throws -> (parts: [Message.Part], number: String) {
        let rest = Self.less(decimal, plural.offset)
        if let exact = plural.variants.first(where: { $0.selector == "=\(decimal)" }) {
            return (exact.parts, rest)
        }
        let rules = try plurals[plural.isOrdinal] ?? PluralRules(locale: locale, isOrdinal: plural.isOrdinal)
        plurals[plural.isOrdinal] = rules
        return (Self.variant(try rules.category(of: rest), plural.variants), rest)
    }

    /// A decimal less a whole number; counts are whole, and what is not stays within a double's digits.
    private static func less(_ decimal: String, _ offset: Int) -> String {
        if offset == 0 { return decimal }
        if let whole = Int(decimal) { return String(whole - offset) }
        return Double(decimal).map { "\($0 - Double(offset))" } ?? decimal
    }

    private func number(_ decimal: String, _ style: Message.NumberStyle) throws -> String {
        if let known = numbers[style] { return try known.format(decimal) }
        let format =
            switch style {
            case .skeleton(let skeleton): try NumberFormat(skeleton: skeleton, locale: locale)
            case .words(let words): try NumberFormat(words, locale: locale)
            }
        numbers[style] = format
        return try format.format(decimal)
    }

    private func date(_ style: Message.DateStyle) throws -> DatePattern {
        if let known = dates[style] { return known }
        let pattern =
            switch style {
            case .named(.long) where longDate != nil: try DatePattern(longDate, locale: locale)
            case .named(let style): try DatePattern(style: style, locale: locale)
            case .pattern(let pattern): try DatePattern(pattern, locale: locale)
            case .skeleton(let skeleton): try DatePattern(skeleton: skeleton, locale: locale)
            }
        dates[style] = pattern
        return pattern
    }
}
