import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Interchange

@Suite struct CSVReaderTests {
    private func read(_ reader: CSVReader) throws -> (rows: [[String]], problems: [String]) {
        var rows: [[String]] = []
        var problems: [String] = []
        while let item = try reader.next() {
            switch item {
            case .record(let record): rows.append(record.cells.map(\.text))
            case .problem(let problem): problems.append("\(problem)")
            }
        }
        return (rows, problems)
    }

    /// Every text over a small alphabet, as one cell or two, in every layout, comes back.
    @Test func allSmallTablesComeBack() throws {
        let alphabet = ["a", "\"", ",", ";", "\t", "\n", "\r", "=", "'", " ", "ế"]
        var texts = [""]
        for _ in 0..<3 {
            texts += texts.flatMap { text in alphabet.map { text + $0 } }.filter { !texts.contains($0) }
        }
        for separator in [Character(","), ";", "\t"] {
            for lineEnd in ["\n", "\r\n"] {
                let writer = CSVWriter(separator: separator, lineEnd: lineEnd)
                // One file with all texts, each beside a cell that has some: rows without text are passed over.
                let file = texts.map { writer.line(["x", $0, "y"]) }.joined()
                let rows = try read(CSVReader(TextSource(file), separator: separator)).rows
                #expect(
                    rows.map { CSVFormula.restore($0[1]).unicodeScalars.map(\.value) }
                        == texts.map { $0.unicodeScalars.map(\.value) })
            }
        }
    }

    @Test func formulasAreHarmlessAndComeBack() {
        let cases = [
            ("=1+1", "'=1+1"), ("+84 24", "'+84 24"), ("-5", "'-5"), ("@tổ chức", "'@tổ chức"),
            ("\t=1", "'\t=1"), ("＝1", "'＝1"), ("'=1", "''=1"), ("''", "''"), ("'a", "'a"), ("a=1", "a=1"),
            ("", ""), ("–5", "–5"),
        ]
        for (text, cell) in cases {
            #expect(CSVFormula.protect(text) == cell)
            #expect(CSVFormula.restore(cell) == text)
        }
    }

    /// A mark is one in a file; in text that was decoded it is a character.
    @Test func onlyFilesHaveMarks() throws {
        #expect(try read(CSVReader(TextSource("\u{FEFF}a,b\n"))).rows == [["\u{FEFF}a", "b"]])
        try withTemporaryFolder { folder in
            try FileWriting.write("\u{FEFF}a,b\n", to: folder + "/a.csv")
            #expect(try read(CSVReader(path: folder + "/a.csv")).rows == [["a", "b"]])
        }
    }

    @Test func separatorsAreFound() throws {
        let cases = [
            ("a,b\n", ","), ("a;b\n", ";"), ("a\tb\n", "\t"), ("a\n", ","), ("\"a,b,c\";d\n", ";"),
            ("a,b;c,d\n", ","), ("sep=;\na,b;c\n", ";"), ("sep=\t\r\na,b\tc\n", "\t"),
        ]
        for (text, separator) in cases {
            #expect(try CSVReader(TextSource(text)).separator == Character(separator).asciiValue, "\(text)")
        }
        #expect(try read(CSVReader(TextSource("sep=;\r\na,b;c\r\n"))).rows == [["a,b", "c"]])
    }

    @Test func placesAndMistakes() throws {
        let reader = try CSVReader(TextSource("á,\"b\nế\",c\n\"d\"e,f\n\"g", file: "x.csv"))
        guard case .record(let record) = try reader.next() else { throw Failure() }
        #expect(record.cells.map(\.line) == [1, 1, 2] && record.cells.map(\.column) == [1, 3, 4])
        guard case .problem(let problem) = try reader.next() else { throw Failure() }
        #expect(problem.location == SourceLocation(file: "x.csv", line: 3, column: 4))
        let error = #expect(throws: LathuError.self) { try reader.next() }
        #expect(error?.diagnostics.first?.location == SourceLocation(file: "x.csv", line: 4, column: 1))
    }

    private struct Failure: Error {}

    @Test func encodings() throws {
        try withTemporaryFolder { folder in
            let text = "en,vi\nhope,hy vọng\n"
            let path = folder + "/a.csv"
            let utf16: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let utf8 = Array(text.utf8)
            for bytes in [utf8, [0xEF, 0xBB, 0xBF] + utf8, utf16] {
                try FileWriting.write(bytes, to: path)
                #expect(try read(CSVReader(path: path)).rows == [["en", "vi"], ["hope", "hy vọng"]])
            }
            try FileWriting.write([0x61, 0x2C, 0xE1, 0x0A, 0x62, 0x2C, 0x63, 0x0A] as [UInt8], to: path)
            let found = try read(CSVReader(path: path))
            #expect(found.rows == [["b", "c"]])
            #expect(
                found.problems.count == 1
                    && found.problems[0].contains("a.csv:1:3: error: the cell is not UTF-8"))
        }
    }
}
