import Testing
import TextFiles

@testable import Interchange

@Suite struct CSVFormulaTests {
    /// Every text of up to four of the characters that matter.
    private static let texts: [String] = {
        let characters = ["'", "=", "+", "-", "@", "\t", "\r", "\n", "a", "\"", ",", ";", " ", "\u{FF1D}"]
        var all = [""]
        var last = [""]
        for _ in 0..<4 {
            last = last.flatMap { text in characters.map { text + $0 } }
            all += last
        }
        return all
    }()

    @Test func everyTextComesBackAndNoneIsAFormula() throws {
        for text in Self.texts {
            let written = CSVFormula.protect(text)
            #expect(CSVFormula.restore(written).utf8.elementsEqual(text.utf8), "\(text.debugDescription)")
            let first = written.unicodeScalars.first
            #expect(first.map { !"=+-@\t\r\n\u{FF1D}".unicodeScalars.contains($0) } ?? true)
        }
    }

    /// Through a file: what stands in quotes and what does not.
    @Test func cellsComeBackFromAFile() throws {
        // Line ends are those of the file where they are not in quotes; rows without text are left out.
        let texts = Self.texts.filter { !$0.isEmpty }
        let writer = CSVWriter(lineEnd: "\r\n")
        let file = writer.line(["text", "more"]) + texts.map { writer.line([$0, "x"]) }.joined()
        let table = try CSVTable(TextSource(file))
        #expect(table.rows.count == texts.count)
        for (row, text) in zip(table.rows, texts) {
            #expect(
                CSVFormula.restore(row.cells[0]).utf8.elementsEqual(text.utf8), "\(text.debugDescription)")
        }
    }
}
