import Interchange
import Testing
import TextFiles

@Suite struct CSVTableTests {
    @Test(arguments: [
        ("a,b\n1,2\n", [["1", "2"]]),
        ("a,b\r\n1,2\r\n3,4", [["1", "2"], ["3", "4"]]),
        ("a,b\r1,2\r", [["1", "2"]]),
        ("a,b\n\"1,1\",\"2\"\"2\"\n", [["1,1", "2\"2"]]),
        ("a,b\n\"1\n1\",2\n", [["1\n1", "2"]]),
        ("a,b\n\"1\r\n1\",2\n", [["1\r\n1", "2"]]),
        ("a,b\n\"\",2\n", [["", "2"]]),
        ("a,b\n1\n", [["1", ""]]),
        ("a,b\n1,2,,\n", [["1", "2"]]),
        ("a,b\n\n,\n  ,\t\n1,2\n", [["1", "2"]]),
        ("a;b\n1;2,5\n", [["1", "2,5"]]),
        ("a;\"b, c\"\n1;2\n", [["1", "2"]]),
        ("\"a;x\",b\n1;1,2\n", [["1;1", "2"]]),
        ("a,b\n1\"1,2\n", [["1\"1", "2"]]),
        ("a,b\n 1 ,2\n", [[" 1 ", "2"]]),
        ("a,b\nđ,ế\n", [["đ", "ế"]]),
        ("a,b\n", []),
    ])
    func reads(text: String, cells: [[String]]) throws {
        let table = try CSVTable(TextSource(text))
        #expect(table.rows.map(\.cells) == cells)
        #expect(table.header.count == 2)
    }

    @Test func countsLines() throws {
        let table = try CSVTable(TextSource("a,b\n\"1\n1\",2\n\n3,4\n"))
        #expect(table.rows.map(\.line) == [2, 5])
    }

    @Test(arguments: [
        ("", [(1, "is empty: expected a row with the names of the columns")]),
        ("a,b\n1,\"2\n", [(2, "a quotation mark is not closed")]),
        (
            "a,b\n\"1\"x,2\n1,2,3\n",
            [(2, "text after a closing quotation mark"), (3, "has 3 cells where the header has 2")]
        ),
    ])
    func mistakes(text: String, problems: [(Int, String)]) {
        let error = #expect(throws: LathuError.self) { try CSVTable(TextSource(text, file: "x.csv")) }
        #expect(error?.code == .invalidData)
        #expect(error?.diagnostics.map(\.message) == problems.map(\.1))
        #expect(error?.diagnostics.map(\.location?.line) == problems.map(\.0))
    }
}
