internal import UnicodeText

/// How a language numbers the items of lists and footnotes, as a style: by the conventions' `list.number` and the
/// locale's digits.
struct ListNumbers {
    private let letter: LocalizedLetter

    init(_ letter: LocalizedLetter) { self.letter = letter }

    /// Styles of counters, and the rules that use them; nothing where numbers are as they are anyway.
    var css: String {
        let conventions = letter.conventions
        let hasNotes = !letter.notes.isEmpty && conventions.numerals != .ascii
        let notes =
            hasNotes
            ? """
            @counter-style notes { \(Self.digits(conventions.numerals)) suffix: ". "; }

            """ : ""
        // The marks of notes are plain numbers.
        let rule = ".notes > ol { list-style-type: \(hasNotes ? "notes" : "decimal"); }\n"
        guard conventions.listAffixes != .usual else { return hasNotes ? notes + rule : "" }
        return """
            @counter-style numbers { \(counter) }
            ol { list-style-type: numbers; }

            """ + notes + rule
    }

    private var counter: String {
        guard let affixes = letter.conventions.listAffixes else {
            let numbers = (1...max(1, highestNumber)).map { Self.string(letter.conventions.listNumber($0)) }
            return "system: fixed; symbols: \(numbers.joined(separator: " ")); suffix: \"\u{A0}\";"
        }
        return """
            \(Self.digits(affixes.numerals)) prefix: \(Self.string(affixes.prefix)); \
            suffix: \(Self.string(affixes.suffix + " "));
            """
    }

    private static func digits(_ numerals: Numerals) -> String {
        numerals == .ascii
            ? "system: extends decimal;"
            : "system: numeric; symbols: \(numerals.digits.map(string).joined(separator: " "));"
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
