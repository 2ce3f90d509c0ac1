import Letters
import Testing
import TextFiles
import UnicodeText

/// Checks that every line that is not blank is in the letter or in the report, once, and that the letter
/// holds the words at the end of each of its lines.
func expectAccount(
    _ letter: AdoptedLetter, of source: TextSource, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let lines = source.lines
    let filled = lines.indices.filter { !lines[$0].trimmed.isEmpty }.map { $0 + 1 }
    let counted = (letter.letterLines + letter.omitted.map(\.line)).sorted()
    #expect(counted == filled, sourceLocation: sourceLocation)
    for omitted in letter.omitted {
        #expect(omitted.text == lines[omitted.line - 1], sourceLocation: sourceLocation)
    }
    func letters(_ text: String) -> String { String(text.nfc.filter { $0.isLetter || $0.isNumber }) }
    let parts =
        [letter.title, letter.dateText, letter.salutation, letter.closing].compactMap { $0 }
        + letter.recipient + letter.signatories + letter.body.map(\.text)
    let whole = letters(parts.joined())
    for number in letter.letterLines where lines[number - 1].utf8.count < 2000 {
        let end = letters(String(lines[number - 1].split { $0.isWhitespace }.last ?? ""))
        #expect(end.isEmpty || whole.contains(end), "line \(number)", sourceLocation: sourceLocation)
    }
}
