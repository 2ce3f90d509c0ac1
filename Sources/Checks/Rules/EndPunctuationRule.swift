internal import UnicodeText

/// A translation that does not end as its source does.
struct EndPunctuationRule: SegmentRule {
    static let info = RuleInfo(
        id: "end-punctuation", title: "Punctuation at the end", severity: .warning,
        explanation: """
            A sentence with a full stop, a question or exclamation mark, a colon or an ellipsis at its end has the same \
            in the translation, as its language writes it (。？！ and ؟ included); one without has none. Closing quotation \
            marks and brackets do not count.
            """)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        guard let source = Ending.of(pair.source), let target = Ending.of(pair.target),
            source.mark != target.mark
        else {
            return
        }
        // A point after an abbreviation, or after a sentence that is one in one language only.
        if source.mark == .semicolon || target.mark == .semicolon,
            source.mark == .comma || target.mark == .comma
        {
            return
        }
        let range =
            target.mark == .none
            ? max(0, target.range.lowerBound - 1)..<target.range.lowerBound : target.range
        let message =
            switch (source.mark, target.mark) {
            case (.none, _): "the translation ends with \(target.mark.name), the source does not"
            case (_, .none): "the source ends with \(source.mark.name), the translation does not"
            default: "the source ends with \(source.mark.name), the translation with \(target.mark.name)"
            }
        let isSmall =
            source.mark == .comma || target.mark == .comma || Ending.isAbbreviation(pair.source, source)
            || Ending.isAbbreviation(pair.target, target)
        report.add(
            message, target: range.isEmpty ? pair.target.content : range,
            suggestion: source.mark == .none
                ? "remove it" : "end with \(source.mark.sign(pair.targetLocale.language))",
            severity: isSmall ? .info : nil)
    }
}

/// How a text ends.
struct Ending {
    enum Mark {
        case none, stop, question, exclamation, colon, semicolon, comma, ellipsis

        var name: String {
            switch self {
            case .none: "nothing"
            case .stop: "a full stop"
            case .question: "a question mark"
            case .exclamation: "an exclamation mark"
            case .colon: "a colon"
            case .semicolon: "a semicolon"
            case .comma: "a comma"
            case .ellipsis: "an ellipsis"
            }
        }

        func sign(_ language: String) -> String {
            let isWide = language == "zh" || language == "ja"
            return switch self {
            case .none: ""
            case .stop: isWide ? "。" : "."
            case .question: isWide ? "？" : language == "ar" || language == "fa" ? "؟" : "?"
            case .exclamation: isWide ? "！" : "!"
            case .colon: isWide ? "：" : ":"
            case .semicolon: isWide ? "；" : language == "ar" ? "؛" : ";"
            case .comma: isWide ? "，" : language == "ar" ? "،" : ","
            case .ellipsis: "…"
            }
        }
    }

    let mark: Mark
    /// Where the mark stands; where it would stand.
    let range: Range<Int>

    static func of(_ text: CheckedText) -> Ending? {
        guard let content = text.content else { return nil }
        var end = content.upperBound
        while end > content.lowerBound,
            isClosing(text.units[end - 1]) || UnitKind.isSpace(text.units[end - 1])
        { end -= 1 }
        guard end > content.lowerBound else { return nil }
        let mark = mark(text.units[end - 1])
        if mark == .none { return Ending(mark: .none, range: end..<end) }
        var start = end - 1
        while start > content.lowerBound, Self.mark(text.units[start - 1]) == .stop { start -= 1 }
        if mark == .stop, end - start > 1 { return Ending(mark: .ellipsis, range: start..<end) }
        // “?!” and “!!”
        while start > content.lowerBound,
            [.question, .exclamation].contains(Self.mark(text.units[start - 1]))
        { start -= 1 }
        let first = start == end - 1 ? mark : Self.mark(text.units[start])
        return Ending(mark: first, range: start..<end)
    }

    private static func isClosing(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xBB, 0x2019, 0x201D, 0x300D, 0x300F, 0x3011, 0xFF09, 0xAB, 0x201C,
            0x2018, 0x2A, 0x5F:
            true
        default: false
        }
    }

    private static func mark(_ unit: UInt16) -> Mark {
        switch unit {
        case 0x2E, 0x3002, 0xFF0E, 0x6D4, 0x964: .stop
        case 0x3F, 0xFF1F, 0x61F: .question
        case 0x21, 0xFF01: .exclamation
        case 0x3A, 0xFF1A: .colon
        case 0x3B, 0xFF1B, 0x61B: .semicolon
        case 0x2C, 0xFF0C, 0x60C, 0x3001: .comma
        case 0x2026: .ellipsis
        default: .none
        }
    }

    /// Whether the full stop may be that of an abbreviation: *Inc.*, *p.m.*, *U.S.*
    static func isAbbreviation(_ text: CheckedText, _ ending: Ending) -> Bool {
        guard ending.mark == .stop, let word = text.words.last,
            word.range.upperBound == ending.range.lowerBound
        else {
            return false
        }
        return word.range.count <= 2 || word.isCapitalized && word.range.count <= 4
    }
}
