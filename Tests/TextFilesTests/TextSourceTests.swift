import Testing

@testable import TextFiles

@Suite struct TextSourceTests {
    @Test func linesAndLocations() {
        let source = TextSource("một\r\nhai\rba\n\nnăm", file: "a.txt")
        #expect(source.lines == ["một", "hai", "ba", "", "năm"])
        #expect(source.location(utf8Offset: 0).description == "a.txt:1:1")
        let index = source.text.firstIndex(of: "ă")!
        #expect(source.location(of: index).description == "a.txt:5:2")
        #expect(TextSource("a\n").lines == ["a"])
        #expect(TextSource("").lines == [])
    }
}
