import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Interchange

@Suite struct TBXTests {
    static func third(_ body: String, style: String = "dct", dialect: String = "TBX-Basic") -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <tbx type="\(dialect)" style="\(style)" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" \
            xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
            <tbxHeader><fileDesc><sourceDesc><p>nhân quyền</p></sourceDesc></fileDesc></tbxHeader>
            <text><body>
            \(body)
            </body></text></tbx>
            """.utf8)
    }

    private static let term = "<langSec xml:lang=\"vi\"><termSec><term>tra tấn</term></termSec></langSec>"

    private func concepts(_ bytes: [UInt8]) throws -> (concepts: [GlossaryConcept], findings: [Diagnostic]) {
        let reader = try TBXReader(bytes: bytes, file: "a.tbx")
        var concepts: [GlossaryConcept] = []
        var findings: [Diagnostic] = []
        while let item = try reader.next() {
            concepts.append(item.concept)
            findings += item.findings
        }
        return (concepts, findings)
    }

    @Test func readsBothStylesAlike() throws {
        let tags = Self.third(
            """
            <conceptEntry id="udhr"><min:subjectField>Human rights</min:subjectField>
            <basic:crossReference target="iccpr">ICCPR</basic:crossReference>
            <langSec xml:lang="vi">
            <descripGrp><basic:definition>Văn kiện của
              Liên hợp quốc</basic:definition><basic:source>LHQ</basic:source></descripGrp>
            <termSec><term>Tuyên ngôn Toàn thế giới về Nhân quyền</term>
            <min:partOfSpeech>noun</min:partOfSpeech>
            <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
            <basic:termType>fullForm</basic:termType><note>[proper-name]</note></termSec>
            <termSec><term>UDHR</term><basic:termType>acronym</basic:termType><note>[forbidden]</note></termSec>
            </langSec></conceptEntry>
            """)
        let attributes = Self.third(
            """
            <conceptEntry id="udhr"><descrip type="subjectField">Human rights</descrip>
            <ref type="crossReference" target="iccpr">ICCPR</ref>
            <langSec xml:lang="vi">
            <descripGrp><descrip type="definition">Văn kiện của Liên hợp quốc</descrip>
            <admin type="source">LHQ</admin></descripGrp>
            <termSec><term>Tuyên ngôn Toàn thế giới về Nhân quyền</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
            <termNote type="termType">fullForm</termNote><note>[proper-name]</note></termSec>
            <termSec><term>UDHR</term><termNote type="termType">acronym</termNote><note>[forbidden]</note>
            </termSec></langSec></conceptEntry>
            """, style: "dca")
        let found = try concepts(tags)
        #expect(found.findings.isEmpty)
        #expect(try concepts(attributes).concepts == found.concepts)
        let concept = try #require(found.concepts.first)
        #expect(concept.details.subjects == ["Human rights"])
        #expect(concept.details.references == [GlossaryReference(target: "iccpr", text: "ICCPR")])
        let language = try #require(concept.languages.first)
        #expect(language.locale == .vietnamese)
        #expect(
            language.details.definitions == [GlossaryText("Văn kiện của Liên hợp quốc", sources: ["LHQ"])])
        #expect(language.terms.map(\.status) == [.preferred, .forbidden])
        // What kind it is, is said; what it is besides stays a note.
        #expect(language.terms.map(\.kind) == [.fullForm, .acronym])
        #expect(language.terms[0].details.notes == ["[proper-name]"])
        #expect(language.terms[0].location == SourceLocation(file: "a.tbx", line: 10, column: 10))
    }

    @Test func whatTBXHasNoPlaceForComesBack() throws {
        var details = GlossaryDetails()
        details.notes = ["chỉ dùng trong văn bản", "[sic]", "[admin] x", "[proper-name] tên"]
        details.fields = [
            GlossaryField(element: "admin", category: "productSubset", text: "“Thư” & \"ngỏ\" <1>"),
            GlossaryField(element: "xref", category: "corpusTrace", target: "a\"b&quot;", text: ""),
        ]
        details.definitions = [GlossaryText("định nghĩa", sources: ["LHQ", "OHCHR"], notes: ["ghi chú"])]
        details.contexts = [GlossaryText("ngữ cảnh", sources: [], notes: ["a", "b"])]
        details.transactions = [
            GlossaryTransaction("creation", date: "20171107T093000Z", responsible: "ban biên tập"),
            GlossaryTransaction("modification", date: "2017-11-07"),
        ]
        details.references = [
            GlossaryReference(.concept, target: "không phải id", text: "x"),
            GlossaryReference(.external, target: "https://www.ohchr.org", text: "OHCHR"),
        ]
        details.subjects = ["Nhân quyền"]
        details.sources = ["LHQ"]
        let terms = [
            GlossaryTerm("Việt Nam", id: "1 2", kind: .properName, isUntranslatable: true, details: details),
            GlossaryTerm("CAT", status: .forbidden, kind: .acronym, isCaseSensitive: true),
            GlossaryTerm(
                "mèo", status: .superseded, kind: .other("synonym"), partOfSpeech: "danh từ",
                isCaseSensitive: false, isUntranslatable: false),
        ]
        let concept = GlossaryConcept(
            id: "tên nước", details: details,
            languages: [GlossaryLanguage(tag: "vi", locale: .vietnamese, details: details, terms: terms)])
        for edition in [TBXWriter.Edition.third, .second] {
            var writer = TBXWriter(edition)
            try writer.start(TBXHeader(language: "vi", source: "thử"))
            try writer.write(concept)
            try writer.write(concept)
            try writer.write(GlossaryConcept(id: "rỗng"))
            try writer.finish()
            #expect(writer.emptyConcepts == 1 && writer.notedFields > 10)
            let bytes = writer.takeBytes()
            let copy = try concepts(bytes).concepts
            #expect(copy.count == 2)
            for read in copy {
                #expect(TBXConformanceTests.comparable(read) == TBXConformanceTests.comparable(concept))
            }
            let errors = try TBXValidation.findings(bytes: bytes).filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(errors)")
        }
    }

    @Test func whatIsLeftOutIsTold() throws {
        let bytes = Self.third(
            """
            <conceptEntry><langSec><termSec><term>quyền <hi>con</hi> người</term></termSec></langSec>
            <langSec xml:lang="xx-yy"><termSec><term>a</term></termSec></langSec></conceptEntry>
            """)
        let found = try concepts(bytes)
        #expect(
            found.findings.map { "\($0)" } == [
                "a.tbx:5:15: warning: these terms have no language: <langSec> lacks xml:lang (write a tag such as vi, "
                    + "en or pt-BR)",
                "a.tbx:5:33: warning: the markup in <term> is left out; its text is kept",
                "a.tbx:6:1: warning: “xx-yy” is no language (write a tag such as vi, en or pt-BR)",
            ])
        #expect(found.concepts[0].languages.map(\.tag) == ["", "xx-yy"])
        #expect(found.concepts[0].languages[0].terms.map(\.text) == ["quyền con người"])
    }

    /// Bodies, and the errors that they give.
    @Test func rules() throws {
        let cases: [(body: String, style: String, errors: [String])] = [
            ("<conceptEntry id=\"a\">\(Self.term)</conceptEntry>", "dct", []),
            (
                "<conceptEntry id=\"a\">\(Self.term)</conceptEntry>\n<conceptEntry id=\"a\">\(Self.term)"
                    + "</conceptEntry>", "dct",
                ["6:1: error: the id “a” stands in line 5 already (ISO 30042:2019, attribute id)"]
            ),
            (
                "<conceptEntry><langSec><termSec><term>a</term></termSec></langSec></conceptEntry>", "dct",
                [
                    "5:15: error: these terms have no language: <langSec> lacks “xml:lang” (ISO 30042:2019, <langSec>)"
                ]
            ),
            (
                "<conceptEntry><basic:crossReference target=\"b\">b</basic:crossReference>\(Self.term)"
                    + "</conceptEntry>", "dct",
                [
                    "5:15: error: “b” is referred to and stands nowhere in the file (ISO 30042:2019, attribute target)"
                ]
            ),
            (
                "<conceptEntry><descrip type=\"subjectField\">x</descrip>\(Self.term)</conceptEntry>", "dct",
                [
                    "5:15: error: <descrip type=\"subjectField\"> is DCA style, and the file says that it is DCT "
                        + "(ISO 30042:2019, style dct)"
                ]
            ),
            (
                "<conceptEntry><min:subjectField>x</min:subjectField>\(Self.term)</conceptEntry>", "dca",
                [
                    "5:15: error: <subjectField> is DCT style, and the file says that it is DCA "
                        + "(ISO 30042:2019, style dca)"
                ]
            ),
            (
                "<conceptEntry><langSec xml:lang=\"vi\"><termSec><term>a</term>"
                    + "<min:partOfSpeech>danh từ</min:partOfSpeech></termSec></langSec></conceptEntry>",
                "dct",
                [
                    "5:61: error: “danh từ” is no value of partOfSpeech (ISO 30042:2019, TBX-Basic, partOfSpeech)"
                ]
            ),
            (
                "<conceptEntry><basic:context>x</basic:context>\(Self.term)</conceptEntry>", "dct",
                [
                    "5:15: error: context does not belong in <conceptEntry> (ISO 30042:2019, TBX-Basic, context)"
                ]
            ),
            (
                "<conceptEntry><basic:mood>x</basic:mood>\(Self.term)</conceptEntry>", "dct",
                ["5:15: error: TBX-Basic has no data category “mood” (ISO 30042:2019, TBX-Basic)"]
            ),
            (
                "<conceptEntry><basic:xGraphic target=\"a.png\">x</basic:xGraphic>\(Self.term)</conceptEntry>",
                "dct",
                [
                    "5:15: error: “a.png” is no address: one begins with https:// or http:// "
                        + "(ISO 30042:2019, attribute target)"
                ]
            ),
            (
                "<conceptEntry><langSec xml:lang=\"vi\"></langSec></conceptEntry>", "dct",
                ["5:15: error: <langSec> lacks <termSec> (ISO 30042:2019, <langSec>)"]
            ),
            (
                "<conceptEntry><langSec xml:lang=\"vi\"><termSec><term> </term></termSec></langSec></conceptEntry>",
                "dct", []
            ),
            (
                "<conceptEntry><transacGrp><basic:transactionType>origination</basic:transactionType>"
                    + "<date>07/11/2017</date></transacGrp>\(Self.term)</conceptEntry>", "dct",
                [
                    "5:85: error: “07/11/2017” is no date: expected is one as 2017-11-07 (ISO 30042:2019, <date>)"
                ]
            ),
            ("", "dct", ["4:7: error: <body> lacks <conceptEntry> (ISO 30042:2019, <body>)"]),
        ]
        for (body, style, expected) in cases {
            let found = try TBXValidation.findings(bytes: Self.third(body, style: style), file: "a.tbx")
                .filter { $0.severity == .error }
            let texts = found.map { finding in
                var finding = finding
                finding.hint = nil
                return "\(finding)"
            }
            #expect(texts == expected.map { "a.tbx:" + $0 }, "\(body)")
        }
        #expect(throws: LathuError.self) { try TBXValidation.findings(bytes: Array("<tmx/>".utf8)) }
    }

    /// A file cut anywhere gives an error or what stands before, and never anything else.
    /// Elements as small as there are, as many as fit.
    @Test func elementsWithoutTerms() throws {
        for piece in ["<a/>", "<conceptEntry/>"] {
            let bytes = Self.third(String(repeating: piece, count: 20_000))
            let error = #expect(throws: LathuError.self) {
                let reader = try TBXReader(bytes: bytes)
                while try reader.next() != nil {}
            }
            #expect(error?.description.contains("more than 10000 elements") == true)
            let refused = #expect(throws: LathuError.self) { try TBXValidation.findings(bytes: bytes) }
            #expect(refused?.description.contains("the rest is not read") == true)
        }
    }

    /// Warnings, however many, keep no error out.
    @Test func errorsAfterManyWarnings() throws {
        let warned =
            "<conceptEntry id=\"a\"><langSec xml:lang=\"vi\"><termSec><term/></termSec></langSec></conceptEntry>"
        let entries = (1...1500).map { warned.replacing("\"a\"", with: "\"a\($0)\"") }.joined()
        let found = try TBXValidation.findings(bytes: Self.third(entries + "<conceptEntry id=\"b\"/>"))
        #expect(found.contains { $0.severity == .error })
        #expect(found.count(where: { $0.severity == .warning }) == 1000)
    }

    @Test func cutFiles() throws {
        let bytes = Self.third("<conceptEntry id=\"a\">\(Self.term)</conceptEntry>")
        for end in stride(from: 0, to: bytes.count - 1, by: 3) {
            #expect(throws: LathuError.self) { try concepts(Array(bytes[..<end])) }
            #expect(throws: LathuError.self) { try TBXValidation.findings(bytes: Array(bytes[..<end])) }
        }
    }
}
