import Letters
import Segmentation
import Testing
import TextFiles

@Suite struct MarkdownTableReaderTests {
    private static let detained = """
        ---
        title: Open letter
        ---
        Those who are held:

        | Name | Held since | Charge |
        | :--- | :-: | --: |
        | Dr. An. Free *him*. | 2017 | Article 88 of the `Penal\\|Code` |
        | **Bà Lan<br>Huế** | | |

        End.
        """

    /// Every segment as `block:line:source`.
    @Test func everyCellIsABlock() throws {
        let letter = try readLetter(Self.detained).letter
        let cells = letter.segments.filter { $0.place == .tableCell }
        #expect(
            cells.map { "\($0.block - cells[0].block):\($0.line):\($0.key.source)" } == [
                "0:6:Name", "1:6:Held since", "2:6:Charge",
                "3:8:Dr. An.", "3:8:Free <1>him</1>.", "4:8:2017", "5:8:Article 88 of the <1>Penal|Code</1>",
                "6:9:<1>Bà Lan</1>", "6:9:<1>Huế</1>",
            ])
        #expect(cells.allSatisfy { $0.key.context == nil })
        #expect(letter.segments.last.map { "\($0.place.rawValue):\($0.line)" } == "paragraph:11")
        #expect(
            letter.body.map(Shape.init).map(\.description) == [
                "p", "table(left center right)[3, 3, 3]", "p",
            ])
    }

    /// What GFM says of rows that are not as long as the head, and of where a table ends.
    @Test(arguments: [
        ("| a |\n| - |", "table(-)[1]"),
        ("a | b\n:- | -\nc\n\nd", "table(left -)[2, 2] p"),
        ("|a|b|\n|-|-|\n|c|d|e|", "table(- -)[2, 2]"),
        ("|a|b|\n|-|\n|c|d|", "p"),
        ("text\n|a|b|\n|-|-|", "p table(- -)[2]"),
        ("|a|\n|-|\n# h", "table(-)[1] h1"),
        ("> |a|\n> |-|\n> |b|", "q[table(-)[1, 1]]"),
        ("- |a|\n  |-|\n  |b|", "ul[[table(-)[1, 1]]]"),
        ("||\n|-|\n||", "table(-)[1, 1]"),
        ("| |\n|-|\n| |", "table(-)[1, 1]"),
    ])
    func shapes(markdown: String, shape: String) throws {
        let body = try readLetter(markdown).letter.body
        #expect(body.map { Shape($0).description }.joined(separator: " ") == shape)
    }

    /// A line break in a paragraph is a code that translators may move; cells know no other hard break.
    @Test func lineBreaks() throws {
        let cell = try readLetter("| a<br/>*b<BR>c* |\n| - |").letter
        #expect(cell.segments.map(\.key.source) == ["a", "<1>b</1>", "<1>c</1>"])
        #expect(cell.segments.map(\.line) == [1, 1, 1])
        #expect(try readLetter("a<br/>b").letter.segments.map(\.key.source) == ["a<1/>b"])
    }

    @Test(arguments: [
        ("|a|b|\n|-|-|\n|c|d|", []),
        ("|a|b|\n|-|-|\n|c\\|d|e|", []),
        ("|a|b|\n|-|-|\nc|d\n\\|c|d|", []),
        ("|a|b|\n|-|-|\n|c|d|e|", [7]),
        ("> |a|\n> |-|\n> a|b\n> |c|\n>|d|`|`|", [7, 9]),
        ("|a|\n|-|\n\n|b|c|\n|-|-|\n|d|e|\n|f|g|h|", [11]),
    ])
    func whatIsLeftOutIsSaid(markdown: String, lines: [Int]) throws {
        let warnings = try readLetter("---\ntitle: x\n---\n\n" + markdown).warnings
        #expect(warnings.compactMap(\.location?.line) == lines)
        #expect(warnings.allSatisfy { $0.message.contains("left out") && $0.severity == .warning })
    }
}
