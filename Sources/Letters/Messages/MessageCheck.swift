internal import Segmentation
internal import UnicodeText

/// What is wrong with a message besides its syntax.
///
/// A translation has the placeholders of its source, and a plural only has categories that its language has. What is
/// only selected by, as a gender, may stand on one side alone: languages differ in what depends on it.
struct MessageCheck {
    private let locale: LocaleID
    private let cardinal: Set<String>
    private let ordinal: Set<String>

    /// A check of messages in a language.
    /// - Throws: `ICUError` when ICU's data is incomplete.
    init(locale: LocaleID) throws {
        self.locale = locale
        cardinal = Set(try PluralRules(locale: locale).categories)
        ordinal = Set(try PluralRules(locale: locale, isOrdinal: true).categories)
    }

    /// The message in a text, and what is wrong in itself; nil for a text that is no message or cannot be read.
    func parse(_ text: String) -> (message: Message?, problems: [Message.SyntaxError]) {
        guard Message.isMessage(text) else { return (nil, []) }
        do throws(Message.SyntaxError) {
            let message = try Message(text)
            return (message, problems(of: message))
        } catch {
            return (nil, [error])
        }
    }

    private func problems(of message: Message) -> [Message.SyntaxError] {
        message.arguments.flatMap { argument -> [Message.SyntaxError] in
            guard case .plural(let plural) = argument.kind else { return [] }
            let categories = plural.isOrdinal ? ordinal : cardinal
            return plural.variants.compactMap { variant in
                if variant.selector.hasPrefix("=") || categories.contains(variant.selector) { return nil }
                let known = categories.sorted().joined(separator: ", ")
                return Message.SyntaxError(
                    message:
                        "\(locale.displayName(in: .english)) has no plural category “\(variant.selector)”",
                    offset: variant.offset, hint: "it has \(known); =1 means exactly one")
            }
        }
    }

    /// What is wrong with a translation, read as `parse` reads it, beside its source.
    func problems(of translation: String, comparedTo source: String) -> [Message.SyntaxError] {
        let (message, problems) = parse(translation)
        if !problems.isEmpty { return problems }
        // A source that is wrong itself is told where it stands.
        let wanted = Message.isMessage(source) ? (try? Message(source))?.arguments : []
        guard let wanted else { return [] }
        let given = message?.arguments ?? []
        var found: [Message.SyntaxError] = []
        var seen: Set<String> = []
        for argument in wanted
        where !argument.isSelect && !given.contains(where: { $0.name == argument.name }) {
            guard seen.insert(argument.name).inserted else { continue }
            found.append(
                .init(
                    message: "the translation lacks the placeholder {\(argument.name)}", offset: 0,
                    hint: "the source has it: put it where the language needs it"))
        }
        for argument in given
        where !argument.isSelect && !wanted.contains(where: { $0.name == argument.name }) {
            found.append(
                .init(
                    message: "the source has no placeholder {\(argument.name)}", offset: argument.offset,
                    hint: wanted.isEmpty
                        ? "write '{' for a brace that is text"
                        : "it has \(Set(wanted.map { "{\($0.name)}" }).sorted().joined(separator: ", "))"))
        }
        return found + kindProblems(of: given, comparedTo: wanted) + codeProblems(translation, source)
    }

    /// A value cannot be a date here and a number there.
    private func kindProblems(
        of given: [Message.Argument], comparedTo wanted: [Message.Argument]
    ) -> [Message.SyntaxError] {
        given.compactMap { argument in
            guard let type = argument.kind.valueType,
                let other = wanted.lazy.filter({ $0.name == argument.name }).compactMap(\.kind.valueType)
                    .first,
                type != other
            else { return nil }
            return .init(
                message: "{\(argument.name)} is \(type) here and \(other) in the source",
                offset: argument.offset, hint: nil)
        }
    }

    /// Outside of variants a translation has the codes of the source; inside, each variant is whole in itself.
    private func codeProblems(_ translation: String, _ source: String) -> [Message.SyntaxError] {
        guard let message = Self.message(translation), let original = Self.message(source) else { return [] }
        var known: Set<InlineCode> = []
        Self.collectCodes(original.parts, &known)
        var problems = Self.topLevel(message.parts).codeProblems(comparedTo: Self.topLevel(original.parts))
            .map { Message.SyntaxError(message: $0, offset: 0, hint: nil) }
        for variant in message.arguments.flatMap(\.variants) {
            let text = Self.topLevel(variant.parts)
            for code in text.codes where !known.contains(code) {
                problems.append(
                    .init(
                        message: "code \(code) does not stand in the source", offset: variant.offset,
                        hint: nil))
            }
            for problem in text.codeProblems(comparedTo: Self.paired(text)) {
                problems.append(.init(message: problem, offset: variant.offset, hint: nil))
            }
        }
        return problems
    }

    private static func message(_ text: String) -> Message? {
        guard Message.isMessage(text) else { return nil }
        return try? Message(text)
    }

    /// The text without its placeholders.
    private static func topLevel(_ parts: [Message.Part]) -> InlineText {
        InlineText(
            parts.flatMap { part -> [InlineText.Piece] in
                if case .text(let text) = part { InlineText(coded: text).pieces } else { [] }
            })
    }

    /// Text with the same codes, each pair whole: what a variant is held against.
    private static func paired(_ text: InlineText) -> InlineText {
        let numbers = Set(text.codes.filter { $0.kind != .standalone }.map(\.number))
        let pairs = numbers.sorted().flatMap { number -> [InlineText.Piece] in
            [InlineCode(.opening, number: number), InlineCode(.closing, number: number)].compactMap { $0 }
                .map { .code($0) }
        }
        return InlineText(pairs + text.codes.filter { $0.kind == .standalone }.map { .code($0) })
    }

    private static func collectCodes(_ parts: [Message.Part], _ codes: inout Set<InlineCode>) {
        for part in parts {
            switch part {
            case .text(let text): codes.formUnion(InlineText(coded: text).codes)
            case .argument(let argument):
                for variant in argument.variants { collectCodes(variant.parts, &codes) }
            case .number: break
            }
        }
    }
}

extension Message.Argument {
    fileprivate var isSelect: Bool { if case .select = kind { true } else { false } }
}

extension Message.Kind {
    /// The type that the value has to have; nil where any will do.
    fileprivate var valueType: String? {
        switch self {
        case .plain, .select: nil
        case .number, .plural: "a number"
        case .date: "a date"
        case .list: nil
        }
    }
}
