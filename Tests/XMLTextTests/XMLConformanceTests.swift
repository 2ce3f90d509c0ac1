import TestSupport
import Testing
import TextFiles
import XMLText

/// XML files that other tools wrote, with what another parser says of each.
@Suite(.enabled(if: SharedMaterial.has("conformance/INDEX.tsv"), "the shared material is not here"))
struct XMLConformanceTests {
    /// The index has a line for this one, but the material has no such file.
    private static let absent =
        "xliff2/oasis-tcs__xliff-xliff-22/xliff-22/test-suite/modules/valid/"
        + "its-rules-generated-transformation.xsl"

    @Test func wellFormedFilesAreReadAndNoOthers() throws {
        var files = 0
        for line in try SharedMaterial.text("conformance/INDEX.tsv").split(whereSeparator: \.isNewline) {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard columns.count > 3, columns[3] == "yes" || columns[3].hasPrefix("no:"),
                columns[0] != Self.absent
            else { continue }
            files += 1
            var problem = ""
            do {
                let reader = try XMLReader(path: SharedMaterial.path("conformance/" + columns[0]))
                while try reader.next() != nil {}
            } catch { problem = error.description }
            #expect((columns[3] == "yes") == problem.isEmpty, "\(columns[0]) \(columns[3]) \(problem)")
        }
        #expect(files == 532)
    }
}
