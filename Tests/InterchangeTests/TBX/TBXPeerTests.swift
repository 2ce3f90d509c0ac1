import Interchange
import Segmentation
import TestSupport
import Testing
import TextFiles
import UnicodeText

/// What Translate Toolkit makes of our glossaries, and we of its.
@Suite(.enabled(if: Peers.areThere(), "Translate Toolkit is not installed"))
struct TBXPeerTests {
    @Test func theyReadOurs() throws {
        let glossary = try GlossaryFile.read(SharedMaterial.packageRoot + "/glossary/human-rights.tbx")
        try withTemporaryFolder { folder in
            let bytes = try GlossaryFile.bytes(of: glossary.concepts, as: .tbx2).bytes
            try FileWriting.write(bytes, to: folder + "/a.tbx")
            let result = try Peers.run(
                "tbx2po", ["--source-language=en", "-l", "vi", "a.tbx", "a.po"], in: folder)
            #expect(result.status == 0, "\(result.output)")
            let entries = try POCatalog.read(folder + "/a.po").entries.filter { !$0.isHeader }
            // It takes the first term of each language.
            let expected = glossary.concepts.map { concept in
                [LocaleID.english, .vietnamese].map { concept.terms(in: $0).first?.text ?? "" }
            }
            #expect(Set(entries.map { [$0.source, $0.translations[0]] }) == Set(expected))
        }
    }

    /// What it makes of our glossary, a unit for every pair of terms, is TMX that we read.
    @Test func throughTheirTMX() throws {
        let glossary = try GlossaryFile.read(SharedMaterial.packageRoot + "/glossary/human-rights.tbx")
        try withTemporaryFolder { folder in
            let bytes = try GlossaryFile.bytes(of: glossary.concepts, as: .tbx2).bytes
            try FileWriting.write(bytes, to: folder + "/a.tbx")
            let result = try Peers.run(
                "tbx2tmx", ["--progress=none", "--source-language=en", "-l", "vi", "a.tbx", "a.tmx"],
                in: folder)
            #expect(result.status == 0, "\(result.output)")
            let reader = try TMXReader(path: folder + "/a.tmx")
            var pairs: Set<[String]> = []
            while let item = try reader.next() { pairs.insert(item.unit.variants.map(\.text.plainText)) }
            let expected = glossary.concepts.map { concept in
                [LocaleID.english, .vietnamese].map { concept.terms(in: $0).first?.text ?? "" }
            }
            #expect(pairs.isSuperset(of: expected))
        }
    }

    @Test func weReadTheirs() throws {
        try withTemporaryFolder { folder in
            let pairs = [
                ("human rights", "nhân quyền"), ("torture, and so on", "tra tấn, v.v."),
                ("“law” & <order>", "pháp luật"),
            ]
            let rows = pairs.map { CSVWriter().line(["", $0.0, $0.1]) }.joined()
            try FileWriting.write(rows, to: folder + "/a.csv")
            let result = try Peers.run("csv2tbx", ["a.csv", "a.tbx"], in: folder)
            #expect(result.status == 0, "\(result.output)")
            let concepts = try GlossaryFile.read(folder + "/a.tbx").concepts
            #expect(
                concepts.map { $0.languages.map { $0.terms.map(\.text) } } == pairs.map { [[$0.0], [$0.1]] })
            // Its ids are the source terms, which XML does not allow; all else is in order.
            let errors = try TBXValidation.findings(path: folder + "/a.tbx").filter { $0.severity == .error }
            #expect(errors.allSatisfy { $0.message.contains("is no identifier") }, "\(errors)")
        }
    }
}
