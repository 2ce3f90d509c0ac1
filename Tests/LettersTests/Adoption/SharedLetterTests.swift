import Letters
import TestSupport
import Testing
import TextFiles
import UnicodeText

/// A real joint letter as it comes off a web page.
@Suite struct SharedLetterTests {
    private static let path = "letters/apec-2017.en.txt"

    @Test(.enabled(if: SharedMaterial.has(path), "the letter is not in the shared material"))
    func adoptsTheLetter() throws {
        let source = try FileReading.text(of: SharedMaterial.path(Self.path))
        let letter = LetterAdoption(locale: .english).adopt(source)
        #expect(letter.title == "#StopTheCrackdownVN: Letter to APEC leaders")
        #expect(letter.date == CalendarDate(iso: "2017-11-07"))
        #expect(letter.place == nil)
        #expect(letter.recipient == [])
        #expect(letter.salutation == "Dear APEC Leaders,")
        #expect(letter.closing == nil)
        #expect(letter.warnings == [])
        #expect(letter.body.map(\.kind) == Array(repeating: .paragraph, count: 6))
        let breaker = try TextBreaker(.sentence, locale: .english)
        #expect(letter.body.reduce(0) { $0 + breaker.boundaries(of: Array($1.text.utf16)).count } == 14)
        #expect(letter.signatories.count == 17)
        #expect(letter.signatories[13] == "#ReturnOurCPF")
        let written = source.lines.map(\.trimmed)
        for (number, name) in letter.signatories.enumerated() {
            #expect(written.contains("\(number + 1). \(name)"))
        }
        expectAccount(letter, of: source)
        let text = letter.markdown(id: "apec-2017")
        for clutter in ["Share on", "kb", "(pdf)", "2024"] { #expect(!text.contains(clutter)) }
        #expect(text.contains("title: \"#StopTheCrackdownVN: Letter to APEC leaders\"\ndate: 2017-11-07\n"))
        #expect(text.contains("\n  - \"#ReturnOurCPF\"\n"))
        let reasons = Dictionary(grouping: letter.omitted, by: \.reason).mapValues(\.count)
        #expect(reasons == [.shareLink: 18, .fileNotice: 2, .afterEnd: 6])
    }
}
