import Testing
import TextFiles

@testable import Interchange

/// The rules of XLIFF 2, each by a unit that breaks it and nothing else.
@Suite struct XLIFFRuleTests {
    private func findings(_ unit: String) throws -> [Diagnostic] {
        let text = """
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="vi" \
            xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" \
            xmlns:val="urn:oasis:names:tc:xliff:validation:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">
            <file id="f">
            \(unit)
            </file></xliff>
            """
        return try XLIFFDocument(bytes: Array(text.utf8), file: "thu.xlf").findings()
    }

    private func unit(_ source: String, _ target: String = "") -> String {
        "<unit id=\"u\"><segment><source>\(source)</source>\(target)</segment></unit>"
    }

    @Test(
        arguments: [
            "Đài", "<pc id=\"1\">Đài</pc><ph id=\"2\" type=\"fmt\" subType=\"xlf:lb\"/>",
            "<sc id=\"1\"/>Đài<ec startRef=\"1\"/>", "<sc id=\"1\" isolated=\"yes\"/>Đài",
            "Đài<ec id=\"1\" isolated=\"yes\"/>", "<sm id=\"1\" translate=\"no\"/>Đài<em startRef=\"1\"/>",
            "<mrk id=\"1\" type=\"comment\" value=\"tên\">Đài</mrk>", "<cp hex=\"0001\"/>",
            "<ph id=\"1\" canReorder=\"firstNo\" canCopy=\"no\" canDelete=\"no\"/>",
        ])
    func whatKeepsToTheRules(_ source: String) throws {
        #expect(try findings(unit(source)).isEmpty)
    }

    @Test(
        arguments: [
            ("<ph id=\"1\" dataRef=\"d\"/>", "attribute dataRef"), ("<ph/>", "lacks the attribute “id”"),
            ("<ph id=\"a b\"/>", "attribute id"), ("<ph id=\"1\"/><ph id=\"1\"/>", "stands twice"),
            ("<sc id=\"1\"/>", "<sc>"), ("<ec startRef=\"1\"/>", "attribute startRef"),
            ("<ec id=\"1\"/>", "<ec>"),
            ("<ec startRef=\"1\"/><sc id=\"1\"/>", "stands before"),
            ("<sc id=\"1\" isolated=\"yes\"/><ec startRef=\"1\"/>", "attribute isolated"),
            ("<sc id=\"1\" canCopy=\"no\"/><ec startRef=\"1\"/>", "attribute canCopy"),
            ("<sm id=\"1\" translate=\"no\"/>", "<sm>"), ("<em startRef=\"1\"/>", "attribute startRef"),
            ("<ph id=\"1\" copyOf=\"2\"/>", "attribute copyOf"),
            ("<ph id=\"1\" subFlows=\"x\"/>", "attribute subFlows"),
            ("<ph id=\"1\" subType=\"my:x\"/>", "attribute subType"),
            ("<ph id=\"1\" type=\"bold\"/>", "attribute type"),
            ("<ph id=\"1\" type=\"ui\" subType=\"xlf:b\"/>", "attribute subType"),
            ("<ph id=\"1\" canReorder=\"firstNo\"/>", "attribute canReorder"),
            ("<ph id=\"1\" canReorder=\"no\" canCopy=\"no\" canDelete=\"no\"/>", "attribute canReorder"),
            ("<cp hex=\"0041\"/>", "<cp>"), ("<cp hex=\"xyz\"/>", "attribute hex"),
            ("<g id=\"1\"/>", "does not belong"),
            ("<mrk id=\"1\" type=\"comment\" ref=\"#n=n\">a</mrk>", "Comment Annotation"),
            ("<mrk id=\"1\" type=\"comment\">a</mrk>", "Comment Annotation"),
            ("<mrk id=\"1\">a</mrk>", "Translate Annotation"),
            ("<mrk id=\"1\" type=\"my:x\" ref=\"#u=u/f=f\">a</mrk>", "Fragment Identification"),
            ("<mrk id=\"1\" type=\"my:x\" ref=\"#q=u\">a</mrk>", "Fragment Identification"),
            ("<ph id=\"1\" fs:subFs=\"a\"/>", "fs:subFs"), ("<ph id=\"1\" fs:fs=\"bold\"/>", "fs:fs"),
            ("<ph id=\"1\" fs:size=\"1\"/>", "no attribute"),
            ("<ph id=\"1\" slr:equivStorage=\"a\"/>", "slr:equivStorage"),
            ("<ph id=\"1\" slr:sizeRestriction=\"1,\"/>", "slr:sizeRestriction"),
        ])
    func whatASourceMustNotHold(_ source: String, _ rule: String) throws {
        let findings = try findings(unit(source))
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.severity == .error && $0.message.contains(rule) }, "\(findings)")
        #expect(findings.allSatisfy { $0.location?.line == 3 && $0.message.contains("(XLIFF 2.1, ") })
    }

    @Test(
        arguments: [
            ("<unit id=\"u\"><ignorable><source/></ignorable></unit>", "no <segment>"),
            ("<unit id=\"u\"><segment/></unit>", "lacks <source>"), ("<unit id=\"u\"/>", "lacks <segment>"),
            ("<group id=\"g\"><notes/></group>", "lacks <note>"),
            ("<unit id=\"u\"><segment subState=\"a:b\"><source/></segment></unit>", "attribute subState"),
            ("<unit id=\"u\"><segment state=\"done\"><source/><target/></segment></unit>", "attribute state"),
            ("<unit id=\"u\"><segment><source/><target order=\"2\"/></segment></unit>", "attribute order"),
            (
                "<unit id=\"u\"><segment><source/><target xml:lang=\"en\"/></segment></unit>",
                "attribute xml:lang"
            ),
            (
                "<unit id=\"u\"><segment><source xml:space=\"preserve\"/><target/></segment></unit>",
                "xml:space"
            ),
            (
                "<unit id=\"u\"><segment><source><ph id=\"1\" canDelete=\"no\"/></source><target/></segment></unit>",
                "canDelete"
            ),
            (
                "<unit id=\"u\"><segment><source><ph id=\"1\"/></source><target><pc id=\"1\"/></target></segment></unit>",
                "stands for"
            ),
            (
                "<unit id=\"u\"><val:validation><val:rule/></val:validation><segment><source/></segment></unit>",
                "<val:rule>"
            ),
            (
                "<unit id=\"u\"><mtc:matches><mtc:match ref=\"#x\"><source/><target/></mtc:match></mtc:matches><segment><source/></segment></unit>",
                "<mtc:match>"
            ),
            ("<skeleton/><unit id=\"u\"><segment><source/></segment></unit>", "<skeleton>"),
        ])
    func whatAFileMustNotHold(_ content: String, _ rule: String) throws {
        let findings = try findings(content)
        #expect(findings.contains { $0.severity == .error && $0.message.contains(rule) }, "\(findings)")
        #expect(Set(findings.map(\.message)).count == 1, "\(findings)")
    }

    @Test func languagesOfTargetsAreNamed() throws {
        let text = """
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.2" version="2.2" srcLang="en"><file id="f">
            <unit id="u"><segment><source>Yes</source><target>Có</target></segment></unit></file></xliff>
            """
        let findings = try XLIFFDocument(bytes: Array(text.utf8)).findings()
        #expect(
            findings.map(\.message) == [
                "there is a <target>, but <xliff> has no trgLang (XLIFF 2.2, attribute trgLang)"
            ])
    }
}
