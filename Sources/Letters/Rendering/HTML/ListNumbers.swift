internal import UnicodeText

/// How a language numbers the items of lists, as a style: by the conventions' `list.number`.
struct ListNumbers {
    private let letter: LocalizedLetter

    init(_ letter: LocalizedLetter) { self.letter = letter }

    /// A style of counters, and the rule that uses it; nothing where numbers are as they are anyway.
    var css: String {
        guard letter.conventions.listAffixes != .usual else { return "" }
        let counter: String
        if let affixes = letter.conventions.listAffixes {
            counter = """
                system: extends decimal; prefix: \(Self.string(affixes.prefix)); \
                suffix: \(Self.string(affixes.suffix + " "));
                """
        } else {
            let numbers = (1...max(1, highestNumber)).map { Self.string(letter.conventions.listNumber($0)) }
            counter = "system: fixed; symbols: \(numbers.joined(separator: " ")); suffix: \"\u{A0}\";"
        }
        // The marks of notes are plain numbers everywhere.
        return """
            @counter-style numbers { \(counter) }
            ol { list-style-type: numbers; }
            .notes > ol { list-style-type: decimal; }

            """
    }

    /// The highest number of any list.
    private var highestNumber: Int {
        func highest(_ blocks: [Block<LocalizedText>]) -> Int {
            blocks.map { block in
                switch block {
                case .quotation(let blocks): highest(blocks)
                case .list(let list):
                    max(
                        list.start.map { $0 + list.items.count - 1 } ?? 0,
                        list.items.map { highest($0) }.max() ?? 0)
                case .heading, .paragraph, .rule, .code, .html, .table: 0
                }
            }.max() ?? 0
        }
        let lists = max(highest(letter.body), letter.notes.map { highest($0) }.max() ?? 0)
        // What is beyond is numbered by the browser.
        return min(1000, max(lists, letter.signatures.entries.count, letter.notes.count))
    }

    /// A string of CSS, in which nothing can end the string or the style sheet.
    private static func string(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            scalar.isASCII && !scalar.properties.isAlphabetic && !(0x30...0x39).contains(scalar.value)
                && !" .".unicodeScalars.contains(scalar)
                ? "\\\(String(scalar.value, radix: 16)) " : String(scalar)
        }
        return "\"\(escaped.joined())\""
    }
}
