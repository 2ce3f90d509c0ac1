import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Interchange

@Suite struct GlossaryTests {
    private func read(_ text: String, _ name: String = "g.csv") throws -> GlossaryContents {
        try GlossaryTableReader.read(CSVReader(TextSource(text, file: name)))
    }

    private static let long = """
        concept,locale,term,kind,status,note,source,case,translate,subject,see
        udhr,en,Universal Declaration of Human Rights,full,preferred,,UN,,,Human rights,iccpr
        udhr,vi,Tuyên ngôn Toàn thế giới về Nhân quyền,full,preferred,,,,,,
        udhr,vi,UDHR,acronym,admitted,"một
        hai",,sensitive,no,,
        iccpr,en,ICCPR,acronym,preferred,,,,,,

        """

    @Test func long() throws {
        let contents = try read(Self.long)
        #expect(contents.findings.isEmpty)
        #expect(contents.concepts.map(\.id) == ["udhr", "iccpr"])
        let first = contents.concepts[0]
        #expect(first.details.subjects == ["Human rights"])
        #expect(first.details.references == [GlossaryReference(target: "iccpr")])
        #expect(first.languages.map(\.tag) == ["en", "vi"])
        let acronym = first.terms(in: .vietnamese)[1]
        #expect(acronym.kind == .acronym && acronym.status == .admitted)
        #expect(acronym.details.notes == ["một", "hai"])
        #expect(acronym.isCaseSensitive == true && acronym.isUntranslatable == true)
        #expect(acronym.location == SourceLocation(file: "g.csv", line: 4, column: 9))
        let table = GlossaryTableWriter().long(contents.concepts)
        #expect(table.leftOut == 0)
        #expect(try read(table.text).concepts == contents.concepts)
    }

    @Test func wide() throws {
        let text = "id;en;vi;vi;note\n1;NGO;tổ chức phi chính phủ;TCPCP;ghi chú\n2;prison;trại giam;;\n"
        let contents = try read(text)
        #expect(contents.findings.isEmpty)
        #expect(
            contents.concepts[0].terms(in: .vietnamese).map(\.text) == ["tổ chức phi chính phủ", "TCPCP"])
        #expect(contents.concepts[0].details.notes == ["ghi chú"])
        let table = GlossaryTableWriter().wide(contents.concepts)
        #expect(table.leftOut == 0)
        #expect(table.text.hasPrefix("concept,en,vi,vi,definition,note\n"))
        #expect(try read(table.text).concepts == contents.concepts)
        // What must not be used would look like any other term.
        let statuses = try read(Self.long.split(separator: "admitted").joined(separator: "forbidden"))
        let some = GlossaryTableWriter().wide(statuses.concepts)
        #expect(some.leftOut > 0 && !some.text.contains("UDHR"))
    }

    @Test func mistakesHaveTheirPlaces() throws {
        let head = "concept,locale,term,status,kind\n"
        let cases = [
            (head + "a,,tra tấn,,\n", ["2:3: error: the term “tra tấn” has no language"]),
            (head + "a,vn,tra tấn,,\n", ["2:3: error: unknown locale “vn”; did you mean “vi”?"]),
            (head + ",vi,tra tấn,,\n", ["2:1: error: the term “tra tấn” belongs to no concept"]),
            (head + "a,vi,,,\n", ["2:6: error: the row has no term"]),
            (
                head + "a,vi,tra tấn,tốt,lạ\n",
                ["2:18: warning: unknown kind “lạ”", "2:14: error: unknown status “tốt”"]
            ),
            (head + "a,vi,b,,,,x\n", ["2:11: error: has 7 cells where the header has 5"]),
            (head + "a,vi,\"b,,\n", ["2:6: error: a quotation mark is not closed"]),
            ("concept,en,vi\na,x,y\na,z,w\n", ["3:1: error: the concept “a” stands in line 2 already"]),
            (
                "concept,en,vi,màu\n1,x,y,đỏ\n",
                ["1:15: warning: the column “màu” is not known and is left out"]
            ),
        ]
        for (text, expected) in cases {
            let found = try read(text).findings.map { finding in
                var finding = finding
                finding.hint = nil
                return "\(finding)"
            }
            #expect(found == expected.map { "g.csv:" + $0 }, "\(text)")
        }
        for text in ["", "en\nx\n", "term,status\nx,y\n", "concept,locale,term,status,status\n"] {
            #expect(throws: LathuError.self, "\(text)") { try read(text) }
        }
    }

    /// Whatever is in concepts comes back from the long layout, but for what has no column, which is counted.
    @Test func randomConceptsComeBack() throws {
        var generator = SeededGenerator(state: 2018)
        let texts = ["quyền", "=1", "a, b", "\"x\"", "@y", "nhân quyền", "'-z", "tự do; hòa bình"]
        func text() -> String { texts.randomElement(using: &generator) ?? "" }
        func list() -> [String] { (0..<Int.random(in: 0...2, using: &generator)).map { _ in text() } }
        for _ in 0..<100 {
            var concepts: [GlossaryConcept] = []
            for id in 0..<4 {
                var concept = GlossaryConcept(id: "c\(id)")
                concept.details.subjects = list()
                concept.details.notes = list()
                concept.details.definitions = list().map { GlossaryText($0) }
                for locale in [LocaleID.english, .vietnamese] {
                    for _ in 0..<Int.random(in: 1...3, using: &generator) {
                        var term = GlossaryTerm(text())
                        term.status = TermStatus.allCases.randomElement(using: &generator)
                        term.kind = [.acronym, .properName, nil].randomElement(using: &generator) ?? nil
                        term.isCaseSensitive = [true, false, nil].randomElement(using: &generator) ?? nil
                        term.details.notes = list()
                        term.details.sources = list()
                        term.details.contexts = list().map { GlossaryText($0) }
                        concept.add(term, tag: locale.identifier, locale: locale)
                    }
                }
                concept.languages[0].details.definitions = list().map { GlossaryText($0) }
                concepts.append(concept)
            }
            let table = GlossaryTableWriter().long(concepts)
            #expect(table.leftOut == 0)
            #expect(try read(table.text).concepts == concepts)
            let bytes = try GlossaryFile.bytes(of: concepts, as: .tbx).bytes
            #expect(try TBXConformanceTests.concepts(bytes) == concepts)
            #expect(try TBXValidation.findings(bytes: bytes).isEmpty)
        }
    }

    @Test func tabs() throws {
        let text = "# en vi\nNGO\ttổ chức phi chính phủ\tđầy đủ\nNGO\tTCPCP\n\n #Twitter\tTwitter\nx\n"
        let contents = try OmegaTGlossary.read(
            TextSource(text, file: "g.txt"), from: .english, to: .vietnamese)
        #expect(
            contents.findings.map { "\($0)" } == [
                "g.txt:6:1: error: the line has no target term (write source term, tab, target term)"
            ])
        #expect(
            contents.concepts.map { $0.terms(in: .vietnamese).map(\.text) } == [
                ["tổ chức phi chính phủ", "TCPCP"], ["Twitter"],
            ])
        let table = OmegaTGlossary.text(of: contents.concepts, from: .english, to: .vietnamese)
        #expect(
            table.text == "# en vi\nNGO\ttổ chức phi chính phủ\tđầy đủ\nNGO\tTCPCP\t\n #Twitter\tTwitter\t\n")
        let again = try OmegaTGlossary.read(TextSource(table.text), from: .english, to: .vietnamese)
        #expect(again.concepts == contents.concepts)
        let comma = try OmegaTGlossary.read(
            CSVReader(TextSource("\"a, b\",\"\"\"c\"\"\"\n")), from: .english, to: .vietnamese)
        #expect(comma.concepts.map { $0.terms(in: .vietnamese).map(\.text) } == [["\"c\""]])
        // What must not be used is no proposal.
        let long = try read(Self.long.split(separator: "admitted").joined(separator: "deprecated"))
        let some = OmegaTGlossary.text(of: long.concepts, from: .english, to: .vietnamese)
        #expect(some.leftOut == 2)
        #expect(some.text.split(separator: "\n").count == 2)
    }

    @Test(.enabled(if: SharedMaterial.has("conformance/glossary-tab"), "the shared material is not here"))
    func glossariesOfOmegaT() throws {
        let folder = "conformance/glossary-tab"
        var counts: [String: Int] = [:]
        for file in SharedMaterial.files(in: folder, extensions: ["txt", "tab", "csv", "tbx"]) {
            let name = FilePath.name(of: file)
            let contents = try GlossaryFile.read(
                SharedMaterial.path(folder + "/" + file), pair: (.english, .vietnamese))
            #expect(contents.errors.isEmpty, "\(file): \(contents.findings)")
            counts[name] = contents.concepts.count
        }
        #expect(
            counts == [
                "empty.txt": 0, "test-magiccomment-bom.tab": 0, "test.csv": 7, "test.tab": 4,
                "testUTF16LE.txt": 2, "sampleTBXfile.tbx": 1,
            ])
    }

    @Test func theProjectsGlossaryComesBack() throws {
        let path = SharedMaterial.packageRoot + "/glossary/human-rights.tbx"
        let contents = try GlossaryFile.read(path)
        #expect(contents.findings.isEmpty && contents.concepts.count > 50)
        let bytes = try GlossaryFile.bytes(of: contents.concepts, as: .csv)
        #expect(bytes.leftOut == 0)
        let tbx = try GlossaryFile.bytes(of: contents.concepts, as: .tbx).bytes
        #expect(try TBXConformanceTests.concepts(tbx) == contents.concepts)
        #expect(try TBXValidation.findings(bytes: tbx).isEmpty)
    }
}
