import Segmentation
import Testing
import TextFiles

@testable import Interchange

private func document(_ text: String) throws -> XLIFFDocument {
    try XLIFFDocument(bytes: Array(text.utf8), file: "thu.xlf")
}

private func second(_ units: String, target: String = " trgLang=\"vi\"") -> String {
    """
    <?xml version="1.0"?>
    <!-- A letter. -->
    <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"\(target)>
     <file id="f" original="letter.md">
      <skeleton><x:y xmlns:x="urn:x">&#65;</x:y></skeleton>
      <group id="g">
    \(units)
      </group>
     </file>
    </xliff>

    """
}

private func first(_ units: String) -> String {
    """
    <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
     <file original="letter.md" source-language="en" target-language="vi" datatype="plaintext"><body>
    \(units)
     </body></file>
    </xliff>

    """
}

@Suite struct XLIFFDocumentTests {
    private func segments(_ document: XLIFFDocument) -> [XLIFFSegment] {
        document.files.flatMap(\.units).flatMap(\.segments)
    }

    @Test func readsUnitsOfTheSecondGeneration() throws {
        let text = second(
            """
               <unit id="u" name="greeting" translate="no" xml:space="preserve">
                <mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#s" similarity="85.5">
                 <source>Dear friends,</source><target>Các bạn thân mến,</target></mtc:match></mtc:matches>
                <gls:glossary xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"><gls:glossEntry>
                 <gls:term>prisoner</gls:term><gls:translation>tù nhân</gls:translation></gls:glossEntry></gls:glossary>
                <notes><note id="n" category="style">Formal.</note></notes>
                <originalData><data id="d">**</data></originalData>
                <segment id="s" state="reviewed" subState="my:x">
                 <source>Free <pc id="1" dataRefStart="d" dataRefEnd="d">Đài</pc><ph id="2"/>!<cp hex="0001"/></source>
                 <target><ph id="2"/>Hãy thả <pc id="1">Đài</pc>!</target>
                </segment>
                <ignorable><source> </source></ignorable>
               </unit>
            """)
        let document = try document(text)
        let unit = try #require(document.files.first?.units.first)
        #expect(document.version == .twoOne)
        #expect(document.files[0].original == "letter.md" && document.files[0].targetLanguage == "vi")
        #expect(
            unit.groups == ["g"] && unit.name == "greeting" && !unit.isTranslatable && unit.preservesSpace)
        #expect(unit.notes.map(\.text) == ["Formal."])
        #expect(unit.matches.first?.similarity == 85.5)
        #expect(unit.matches.first?.target.coded == "Các bạn thân mến,")
        #expect(unit.terms == [XLIFFTerm(term: "prisoner", translations: ["tù nhân"], definition: nil)])
        let segment = unit.segments[0]
        #expect(segment.source.text.coded == "Free <1>Đài</1><2/>!\u{1}")
        #expect(segment.target?.text.coded == "<2/>Hãy thả <1>Đài</1>!")
        #expect(segment.source.codes.map(\.originalData) == ["**", "**", nil])
        #expect(segment.state == .reviewed && segment.ownState == "my:x")
        #expect(unit.segments.map(\.isIgnorable) == [false, true])
        #expect(document.findings().isEmpty)
    }

    @Test func writesOnlyWhatIsTranslated() throws {
        let text = second(
            """
               <unit id="u" my:x="1" xmlns:my="urn:my">
                <segment state='initial' subState="my:x">
                 <source>Free <pc id='1'>Đài</pc> &amp; all</source>
                </segment>
                <segment><source>Now.</source><target/></segment>
               </unit>
            """)
        var document = try document(text)
        let found = segments(document)
        try document.setTarget(InlineText(coded: "Thả <1>Đài</1> & tất cả"), state: .translated, of: found[0])
        try document.setTarget(InlineText(coded: "Ngay."), of: found[1])
        let expected =
            text
            .replacing("state='initial' subState=\"my:x\"", with: "state='translated'")
            .replacing(
                "&amp; all</source>",
                with: "&amp; all</source>\n     <target>Thả <pc id='1'>Đài</pc> &amp; tất cả</target>"
            )
            .replacing("<target/>", with: "<target>Ngay.</target>")
        #expect(String(decoding: try document.written(), as: UTF8.self) == expected)
    }

    @Test(
        arguments: [
            ("Thả Đài", "must not be deleted"), ("Thả <1>Đài</1><2/> <3/>", "which the source has not"),
            ("<1>Thả</1> <1>Đài</1><2/>", "twice"), ("Thả </1>Đài<1><2/>", "closes nothing"),
            ("Thả <1>Đài<2/>", "never closed"),
        ])
    func codesThatDoNotFitAreRefused(_ translation: String, _ problem: String) throws {
        var document = try document(
            second(
                """
                <unit id="u"><segment><source>Free <pc id="1">Đài</pc><ph id="2" canDelete="no"/></source></segment></unit>
                """))
        let segment = segments(document)[0]
        let error = #expect(throws: LathuError.self) {
            try document.setTarget(InlineText(coded: translation), of: segment)
        }
        #expect(error.map { "\($0)" }?.contains(problem) ?? false)
    }

    @Test func theLanguageOfTranslationsIsAsked() throws {
        var document = try document(
            second("<unit id=\"u\"><segment><source>Yes</source></segment></unit>", target: ""))
        try document.setTarget(InlineText(plain: "Có"), of: segments(document)[0])
        #expect(throws: LathuError.self) { try document.written() }
        let written = String(decoding: try document.written(targetLanguage: "vi"), as: UTF8.self)
        #expect(written.contains("srcLang=\"en\" trgLang=\"vi\">"))
    }

    /// A declared encoding is not UTF-8 even where all that stands in the file would be the same in both.
    @Test func declaredEncodingsAreReplaced() throws {
        let head = "<?xml version=\"1.0\" encoding=\"windows-1252\"?>\r\n"
        let rest = """
            <xliff version="1.2"><file original="a" source-language="en" target-language="vi" datatype="x"><body>\r
            <trans-unit\r
            id="1"><source>To <g\r
            id="1"\r
            >all</g\r
            ></source></trans-unit></body></file></xliff>

            """
        var document = try document(head + rest)
        try document.setTarget(InlineText(coded: "Gửi <1>tất cả</1>"), of: segments(document)[0])
        let written = String(decoding: try document.written(), as: UTF8.self)
        let target = "<target>Gửi <g\r\nid=\"1\"\r\n>tất cả</g></target>"
        #expect(
            written == head.replacing("windows-1252", with: "UTF-8")
                + rest.replacing("</source>", with: "</source>" + target))
    }

    @Test func otherEncodingsAreWrittenInUTF8() throws {
        let text = second("<unit id=\"u\"><segment><source>Đài</source></segment></unit>")
            .replacing("<?xml version=\"1.0\"?>", with: "<?xml version=\"1.0\" encoding=\"UTF-16\"?>")
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        var document = try XLIFFDocument(bytes: wide)
        try document.setTarget(InlineText(plain: "Đài"), of: segments(document)[0])
        let written = try document.written()
        #expect(written.starts(with: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- A".utf8)))
        #expect(segments(try XLIFFDocument(bytes: written))[0].target?.text.coded == "Đài")
    }

    @Test func readsAndWritesTheFirstGeneration() throws {
        let text = first(
            """
            <trans-unit id="1" resname="body"><source>Free <g id="1">Đài</g><x id="2"/> <bpt id="3">[b]</bpt>now<ept id="3">[/b]</ept></source>
             <target state="needs-review-translation">Thả <g id="1">Đài</g></target><note from="An">Formal.</note>
             <alt-trans match-quality="80%"><source>Free</source><target>Thả</target></alt-trans></trans-unit>
            <bin-unit id="2" mime-type="image/png"><bin-source><internal-file form="base64">QQ==</internal-file></bin-source></bin-unit>
            """)
        var document = try document(text)
        let unit = try #require(document.files.first?.units.first)
        #expect(document.findings().isEmpty)
        #expect(unit.segments[0].source.text.coded == "Free <1>Đài</1><2/> <3>now</3>")
        #expect(unit.segments[0].source.codes.compactMap(\.originalData) == ["[b]", "[/b]"])
        #expect(unit.segments[0].state == .translated && unit.notes[0].category == "An")
        #expect(unit.matches[0].similarity == 80)
        try document.setTarget(
            InlineText(coded: "<3>Ngay</3> thả <1>Đài</1><2/>"), state: .final, of: unit.segments[0])
        let expected = text.replacing(
            "<target state=\"needs-review-translation\">Thả <g id=\"1\">Đài</g></target>",
            with: "<target state=\"final\"><bpt id=\"3\">[b]</bpt>Ngay<ept id=\"3\">[/b]</ept> thả "
                + "<g id=\"1\">Đài</g><x id=\"2\"/></target>")
        #expect(String(decoding: try document.written(), as: UTF8.self) == expected)
    }

    /// Two of one name share their place in the target, so that neither can be written; found by the fuzzer.
    @Test func segmentsOfOneNameAreNotTranslated() throws {
        func marker(_ mid: String, _ text: String) -> String {
            "<mrk mtype=\"seg\"\(mid.isEmpty ? "" : " mid=\"\(mid)\"")>\(text)</mrk>"
        }
        for mid in ["a", ""] {
            let source = marker(mid, "Free him.") + " " + marker(mid, "Now.") + " " + marker("b", "Please.")
            for target in ["", "<target>\(marker(mid, "Trả tự do."))</target>"] {
                let text = first(
                    "<trans-unit id=\"1\"><source>Free him. Now. Please.</source>"
                        + "<seg-source>\(source)</seg-source>\(target)</trans-unit>")
                var document = try document(text)
                let found = segments(document)
                for index in [0, 1] {
                    let error = #expect(throws: LathuError.self) {
                        try document.setTarget(
                            InlineText(plain: "Hai."), state: .translated, of: found[index])
                    }
                    #expect(error?.description.contains("two segments of a unit are called") == true)
                }
                #expect(String(decoding: try document.written(), as: UTF8.self) == text)
                try document.setTarget(InlineText(plain: "Xin."), state: .translated, of: found[2])
                #expect(String(decoding: try document.written(), as: UTF8.self).contains("Xin.</mrk>"))
                #expect(document.findings().contains { $0.message.contains("stands twice in <seg-source>") })
            }
        }
    }

    @Test func dividedUnitsAreTranslatedSegmentBySegment() throws {
        let source =
            "<seg-source><mrk mtype=\"seg\" mid=\"0\">One.</mrk> <mrk mtype=\"seg\" mid=\"1\">Two.</mrk></seg-source>"
        let text = first("<trans-unit id=\"1\"><source>One. Two.</source>\(source)</trans-unit>")
        var document = try document(text)
        let found = segments(document)
        #expect(found.map(\.id) == ["0", "1"])
        try document.setTarget(InlineText(plain: "Hai."), state: .translated, of: found[1])
        let target =
            "<target state=\"translated\"><mrk mtype=\"seg\" mid=\"0\"></mrk> <mrk mtype=\"seg\" mid=\"1\">Hai.</mrk></target>"
        let written = String(decoding: try document.written(), as: UTF8.self)
        #expect(written == text.replacing("</seg-source>", with: "</seg-source>" + target))
        var again = try XLIFFDocument(bytes: Array(written.utf8))
        try again.setTarget(InlineText(plain: "Một."), of: segments(again)[0])
        #expect(
            String(decoding: try again.written(), as: UTF8.self)
                == written.replacing("mid=\"0\"></mrk>", with: "mid=\"0\">Một.</mrk>"))
    }

    @Test(
        arguments: [
            ("<trans-unit><source>a</source></trans-unit>", "lacks the attribute “id”"),
            ("<trans-unit id=\"1\"><target>a</target></trans-unit>", "has one <source>"),
            ("<trans-unit id=\"1\"><source>a<bpt id=\"1\"/></source></trans-unit>", "has no <ept>"),
            ("<trans-unit id=\"1\"><source>a<ex id=\"1\"/></source></trans-unit>", "has no <bx>"),
            (
                "<trans-unit id=\"1\"><source>a<x id=\"1\"/><x id=\"1\"/></source></trans-unit>",
                "stands twice"
            ),
            ("<trans-unit id=\"1\"><source>a<it id=\"1\"/></source></trans-unit>", "pos="),
            ("<trans-unit id=\"1\"><source>a</source><target state=\"done\"/></trans-unit>", "is no state"),
            ("<trans-unit id=\"1\" approved=\"true\"><source>a</source></trans-unit>", "yes or no"),
        ])
    func rulesOfTheFirstGeneration(_ unit: String, _ problem: String) throws {
        let findings = try document(first(unit)).findings()
        #expect(findings.count == 1, "\(findings)")
        #expect(findings.first?.message.contains(problem) ?? false, "\(findings)")
        #expect(findings.first?.location?.line == 3)
    }

    @Test(
        arguments: [
            ("<a/>", "is not XLIFF"), ("<xliff/>", "“version” is missing"),
            ("<xliff version=\"3.0\"/>", "is not known"), ("<xliff version=\"1.2\">", "the file ends inside"),
            ("", "no XML element"),
        ])
    func whatIsNotXLIFFIsRefused(_ text: String, _ problem: String) {
        let error = #expect(throws: LathuError.self) { try document(text) }
        #expect(error.map { "\($0)" }?.contains(problem) ?? false, "\(error.map { "\($0)" } ?? "")")
    }

    /// What an entity stands for has no place of its own that could be rewritten.
    @Test func targetsFromEntitiesAreLeftAlone() throws {
        var document = try document(
            "<!DOCTYPE xliff [<!ENTITY t \"<target>Vâng</target>\">]>"
                + first("<trans-unit id=\"1\"><source>Yes</source>&t;</trans-unit>"))
        #expect(segments(document)[0].target?.text.coded == "Vâng")
        try document.setTarget(InlineText(plain: "Có"), of: segments(document)[0])
        let error = #expect(throws: LathuError.self) { try document.written() }
        #expect(error.map { "\($0)" }?.contains("comes from an entity") ?? false)
    }

    /// A file cut anywhere gives an error and nothing else.
    @Test func everyCutIsAnError() throws {
        let whole = Array(
            second("<unit id=\"u\"><segment><source>Đài <ph id=\"1\"/></source></segment></unit>").utf8)
        let end = whole.count - 1
        for count in 0..<end {
            #expect(throws: LathuError.self) { try XLIFFDocument(bytes: Array(whole.prefix(count))) }
        }
        #expect(throws: Never.self) { try XLIFFDocument(bytes: Array(whole.prefix(end))) }
    }
}
