internal import UnicodeText

extension Message {
    /// Takes a message apart (ICU's MessagePattern, with the apostrophe mode DOUBLE_OPTIONAL).
    ///
    /// Stricter than ICU where ICU guesses: a closing brace without its opening one, a quotation that no apostrophe
    /// closes, and a keyword that stands twice are errors.
    /// - Throws: ``SyntaxError``, the first there is.
    init(_ text: String) throws(SyntaxError) {
        var parser = MessageParser(text)
        parts = try parser.message()
    }

    /// Whether a scalar can stand in the name of a value.
    static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar == "-" || scalar.properties.isXIDContinue
    }
}

/// Reads the scalars of a message from left to right.
private struct MessageParser {
    private typealias Failure = Message.SyntaxError

    private enum Inside { case nothing, select, plural }

    private let scalars: [Unicode.Scalar]
    private var at = 0
    /// No letter needs more; the stack is not to depend on what comes in.
    private static let maximalDepth = 16

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

    private func scalar(after index: Int) -> Unicode.Scalar? {
        index + 1 < scalars.count ? scalars[index + 1] : nil
    }

    mutating func message() throws(Message.SyntaxError) -> [Message.Part] {
        try parts(inside: .nothing, depth: 0)
    }

    /// Up to the end, or up to the brace that closes a variant.
    private mutating func parts(inside: Inside, depth: Int) throws(Failure) -> [Message.Part] {
        var parts: [Message.Part] = []
        var text = String.UnicodeScalarView()
        func flush() {
            if !text.isEmpty { parts.append(.text(String(text))) }
            text = .init()
        }
        while let scalar = next {
            switch scalar {
            case "'": try apostrophe(inside, &text)
            case "#" where inside == .plural:
                flush()
                parts.append(.number)
                at += 1
            case "{":
                flush()
                parts.append(.argument(try argument(depth: depth)))
            case "}":
                if inside != .nothing {
                    flush()
                    return parts
                }
                throw Failure(
                    message: "a brace closes nothing", offset: at,
                    hint: "write '}' for a brace that is text")
            default:
                text.append(scalar)
                at += 1
            }
        }
        flush()
        return parts
    }

    /// An apostrophe: doubled it is one; before what has a meaning it begins a quotation; else it is itself.
    private mutating func apostrophe(
        _ inside: Inside, _ text: inout String.UnicodeScalarView
    ) throws(Failure) {
        let start = at
        guard let following = scalar(after: at) else {
            text.append("'")
            at += 1
            return
        }
        if following == "'" {
            text.append("'")
            at += 2
            return
        }
        guard following == "{" || following == "}" || following == "#" && inside == .plural else {
            text.append("'")
            at += 1
            return
        }
        at += 1
        while let scalar = next {
            at += 1
            guard scalar == "'" else {
                text.append(scalar)
                continue
            }
            guard next == "'" else { return }
            text.append("'")
            at += 1
        }
        throw Failure(
            message: "the apostrophe before a brace begins a quotation that nothing ends", offset: start,
            hint: "write '{' for a brace, and two apostrophes, or ’, for an apostrophe before a placeholder")
    }

    private mutating func skipSpace() { while let scalar = next, scalar.isWhiteSpace { at += 1 } }

    private mutating func word(where isPart: (Unicode.Scalar) -> Bool) -> String {
        var word = String.UnicodeScalarView()
        while let scalar = next, isPart(scalar) {
            word.append(scalar)
            at += 1
        }
        return String(word)
    }

    private mutating func argument(depth: Int) throws(Failure) -> Message.Argument {
        let start = at
        if depth >= Self.maximalDepth {
            throw Failure(
                message: "placeholders stand in one another more than \(Self.maximalDepth) levels deep",
                offset: start, hint: nil)
        }
        let unclosed = Failure(
            message: "the brace is not closed", offset: start,
            hint: "close it with }, or write '{' for a brace that is text")
        at += 1
        skipSpace()
        let nameStart = at
        let name = word(where: Message.isNamePart)
        if next == nil { throw unclosed }
        guard !name.isEmpty else {
            throw Failure(
                message: "a placeholder has no name", offset: nameStart,
                hint: "write a name as in {date}, or '{' for a brace that is text")
        }
        skipSpace()
        switch next {
        case nil: throw unclosed
        case "}":
            at += 1
            return Message.Argument(name: name, offset: start, kind: .plain)
        case ",": at += 1
        default:
            throw Failure(
                message: "the name of a placeholder is followed by neither a comma nor a brace", offset: at,
                hint:
                    "names have letters, digits, hyphens and underscores; write '{' for a brace that is text")
        }
        skipSpace()
        let typeStart = at
        let type = word { $0.isASCII && $0.properties.isAlphabetic }
        skipSpace()
        guard let end = next else { throw unclosed }
        guard end == "," || end == "}" else {
            throw Failure(
                message: "what is to be done with “\(name)” is followed by neither a comma nor a brace",
                offset: at, hint: nil)
        }
        let kind = try kind(type, at: typeStart, argument: start, depth: depth)
        return Message.Argument(name: name, offset: start, kind: kind)
    }

    /// What stands behind the type's name, its closing brace included.
    private mutating func kind(
        _ type: String, at typeStart: Int, argument start: Int, depth: Int
    ) throws(Failure) -> Message.Kind {
        switch type {
        case "select", "plural", "selectordinal":
            return try variants(type, at: typeStart, argument: start, depth: depth)
        case "number":
            let (style, offset) = try style(argument: start)
            return .number(try numberStyle(style, at: offset))
        case "spellout", "ordinal":
            let (style, offset) = try style(argument: start)
            if !style.isEmpty {
                throw Failure(message: "“\(type)” takes no style", offset: offset, hint: nil)
            }
            return .number(.words(type == "ordinal" ? .ordinal : .cardinal))
        case "date":
            let (style, offset) = try style(argument: start)
            return .date(try dateStyle(style, at: offset))
        case "list":
            let (style, offset) = try style(argument: start)
            if style.isEmpty { return .list(.and) }
            guard let kind = ListFormat.Kind(rawValue: style) else {
                throw Failure(
                    message: "a list cannot be joined by “\(style)”", offset: offset,
                    hint: "write and, or, or units")
            }
            return .list(kind)
        case "choice":
            throw Failure(
                message: "“choice” knows nothing of languages", offset: typeStart, hint: "write plural")
        case "time":
            throw Failure(message: "values have no time of day", offset: typeStart, hint: "write date")
        default:
            throw Failure(
                message: "nothing can be done by “\(type)”", offset: typeStart,
                hint: "write number, spellout, ordinal, date, list, select, plural or selectordinal")
        }
    }

    /// The text up to the brace that closes the placeholder, without space at its ends; empty where there is none.
    private mutating func style(argument start: Int) throws(Failure) -> (text: String, offset: Int) {
        if next == "," { at += 1 }
        skipSpace()
        let offset = at
        var text = String.UnicodeScalarView()
        var depth = 0
        var isQuoted = false
        while let scalar = next {
            if scalar == "'" { isQuoted.toggle() }
            if !isQuoted, scalar == "{" { depth += 1 }
            if !isQuoted, scalar == "}" {
                if depth == 0 {
                    at += 1
                    return (String(text).trimmed, offset)
                }
                depth -= 1
            }
            text.append(scalar)
            at += 1
        }
        throw Failure(
            message: "the brace is not closed", offset: start,
            hint: isQuoted ? "an apostrophe in it is not closed either" : "close it with }")
    }

    private func numberStyle(_ style: String, at offset: Int) throws(Failure) -> Message.NumberStyle {
        let skeleton: String
        switch style {
        case "": skeleton = ""
        case "integer": skeleton = "precision-integer"
        case "percent": skeleton = "percent scale/100"
        case _ where style.hasPrefix("::"): skeleton = String(style.dropFirst(2)).trimmed
        default:
            throw Failure(
                message: "“\(style)” is no style of numbers", offset: offset,
                hint: "write integer, percent, or a skeleton such as ::.00")
        }
        do {
            _ = try NumberFormat(skeleton: skeleton, locale: .english)
        } catch {
            let inner = (error as? NumberFormat.SyntaxError)?.offset ?? 0
            throw Failure(
                message: "“\(skeleton)” is no number skeleton", offset: offset + 2 + inner,
                hint: "such as ::.00 or ::percent")
        }
        return .skeleton(skeleton)
    }

    private func dateStyle(_ style: String, at offset: Int) throws(Failure) -> Message.DateStyle {
        if style.isEmpty { return .named(.medium) }
        if let named = DatePattern.Style(rawValue: style) { return .named(named) }
        do {
            if style.hasPrefix("::") {
                let skeleton = String(style.dropFirst(2)).trimmed
                _ = try DatePattern(skeleton: skeleton, locale: .english)
                return .skeleton(skeleton)
            }
            _ = try DatePattern(style, locale: .english)
            return .pattern(style)
        } catch {
            throw Failure(
                message: "“\(style)” is no style of dates", offset: offset,
                hint:
                    "write short, medium, long, full, a skeleton such as ::MMMMd, or a pattern such as d MMMM y"
            )
        }
    }

    private mutating func variants(
        _ type: String, at typeStart: Int, argument start: Int, depth: Int
    ) throws(Failure) -> Message.Kind {
        guard next == "," else {
            throw Failure(
                message: "“\(type)” has no variants", offset: typeStart,
                hint: "write them as in {n, plural, one {…} other {…}}")
        }
        at += 1
        let isPlural = type != "select"
        var variants: [Message.Variant] = []
        var offset = 0
        skipSpace()
        if isPlural { offset = try pluralOffset() }
        while true {
            skipSpace()
            guard let scalar = next else {
                throw Failure(message: "the brace is not closed", offset: start, hint: "close it with }")
            }
            if scalar == "}" { break }
            variants.append(try variant(isPlural: isPlural, argument: start, depth: depth))
            let selector = variants[variants.count - 1].selector
            if variants.dropLast().contains(where: { $0.selector == selector }) {
                throw Failure(
                    message: "the variant “\(selector)” stands twice",
                    offset: variants[variants.count - 1].offset, hint: "keep one of the two")
            }
        }
        at += 1
        guard variants.contains(where: { $0.selector == "other" }) else {
            throw Failure(
                message: "“\(type)” lacks the variant “other”", offset: start,
                hint: "add other {…}: every language needs it")
        }
        if !isPlural { return .select(variants) }
        return .plural(.init(isOrdinal: type == "selectordinal", offset: offset, variants: variants))
    }

    private mutating func pluralOffset() throws(Failure) -> Int {
        let mark = Array("offset:".unicodeScalars)
        guard scalars.dropFirst(at).starts(with: mark) else { return 0 }
        at += mark.count
        skipSpace()
        let start = at
        let digits = word { asciiDigit($0) != nil }
        guard let number = Int(digits), number < 1_000_000 else {
            throw Failure(message: "“offset:” lacks its number", offset: start, hint: "as in offset:1")
        }
        return number
    }

    private mutating func variant(
        isPlural: Bool, argument start: Int, depth: Int
    ) throws(Failure) -> Message.Variant {
        let offset = at
        var selector = ""
        if isPlural, next == "=" {
            at += 1
            let digits = word { asciiDigit($0) != nil }
            guard let number = Int(digits) else {
                throw Failure(message: "“=” lacks its number", offset: offset, hint: "as in =0")
            }
            selector = "=\(number)"
        } else {
            selector = word(where: Message.isNamePart)
        }
        guard !selector.isEmpty else {
            throw Failure(
                message: "a variant has no keyword", offset: offset, hint: "write it before the brace")
        }
        skipSpace()
        guard next == "{" else {
            throw Failure(
                message: "the variant “\(selector)” has no text", offset: offset,
                hint: "write it in braces, as in other {…}")
        }
        let brace = at
        at += 1
        let parts = try parts(inside: isPlural ? .plural : .select, depth: depth + 1)
        guard next == "}" else {
            throw Failure(message: "the brace is not closed", offset: brace, hint: "close it with }")
        }
        at += 1
        return Message.Variant(selector: selector, offset: offset, parts: parts)
    }
}
