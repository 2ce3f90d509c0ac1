internal import Archives
internal import XMLText

/// The document of styles in OOXML (ECMA-376, part 1, section 17).
extension ReferenceDocument {
    private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    var ooxml: [ZipArchive.Member] {
        let types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        let overrides = [
            "document.main": "document", "styles": "styles", "header": "header1", "footer": "footer1",
        ]
        .sorted { $0.key < $1.key }.map { kind, name in
            "<Override PartName=\"/word/\(name).xml\" ContentType=\"\(types).\(kind)+xml\"/>"
        }
        let parts = [("rId1", "styles"), ("rId2", "header"), ("rId3", "footer")].map { id, kind in
            let file = kind == "styles" ? "styles" : kind + "1"
            return
                "<Relationship Id=\"\(id)\" Type=\"\(Self.relationships)/\(kind)\" Target=\"\(file).xml\"/>"
        }
        return [
            .init(
                "[Content_Types].xml",
                Self.declaration + """
                    <Types xmlns="\(Self.package)/content-types"><Default Extension="rels" \
                    ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/>\(overrides.joined())</Types>
                    """),
            .init(
                "_rels/.rels",
                Self.declaration + """
                    <Relationships xmlns="\(Self.package)/relationships"><Relationship Id="rId1" \
                    Type="\(Self.relationships)/officeDocument" Target="word/document.xml"/></Relationships>
                    """),
            .init(
                "word/_rels/document.xml.rels",
                Self.declaration + """
                    <Relationships xmlns="\(Self.package)/relationships">\(parts.joined())</Relationships>
                    """),
            .init("word/document.xml", document),
            .init("word/styles.xml", styles),
            .init("word/header1.xml", part("hdr", headerParagraphs)),
            .init("word/footer1.xml", part("ftr", pageNumber)),
        ]
    }

    private func part(_ element: String, _ content: String) -> String {
        Self.declaration + "<w:\(element) xmlns:w=\"\(Self.main)\">\(content)</w:\(element)>"
    }

    private func paragraph(_ style: String, _ text: String) -> String {
        let run = "<w:r><w:t xml:space=\"preserve\">\(MarkupText.escaped(text))</w:t></w:r>"
        return
            "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(bidirectional)</w:pPr>\(text.isEmpty ? "" : run)</w:p>"
    }

    private var bidirectional: String { isRightToLeft ? "<w:bidi/>" : "" }

    /// The letterhead stands on the first page only.
    private var headerParagraphs: String {
        guard let name = letterhead.first else { return paragraph("Header", "") }
        return paragraph("LetterheadName", name)
            + letterhead.dropFirst().map { paragraph("Letterhead", $0) }.joined()
    }

    private var pageNumber: String {
        func field(_ name: String) -> String {
            "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
        }
        let slash = "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>"
        return
            "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>\(field("PAGE"))\(slash)\(field("NUMPAGES"))</w:p>"
    }

    private var document: String {
        let size = pageSize.twips
        return Self.declaration + """
            <w:document xmlns:w="\(Self.main)" xmlns:r="\(Self.relationships)"><w:body><w:p/><w:sectPr>\
            <w:headerReference w:type="first" r:id="rId2"/><w:footerReference w:type="first" r:id="rId3"/>\
            <w:footerReference w:type="default" r:id="rId3"/>\
            <w:pgSz w:w="\(size.width)" w:h="\(size.height)"/>\
            <w:pgMar w:top="1250" w:right="1250" w:bottom="1250" w:left="1250" w:header="720" w:footer="600" w:gutter="0"/>\
            <w:titlePg/>\(isRightToLeft ? "<w:bidi/>" : "")</w:sectPr></w:body></w:document>
            """
    }

    private struct Style {
        var name: String
        var paragraph = ""
        var run = ""
        var base: String? = "Normal"
        /// As Word makes ids of names: pandoc looks for “Heading1”.
        var id: String {
            name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        }
    }

    private var styles: String {
        let size = Self.textSize
        let bold = "<w:b/><w:bCs/>", grey = "<w:color w:val=\"333333\"/>"
        func space(_ before: Int, _ after: Int) -> String {
            "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\"/>"
        }
        func sized(_ size: Int) -> String { "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>" }
        let end = "<w:jc w:val=\"right\"/>"
        let headings = Self.headingSizes.enumerated().map { index, size in
            Style(
                name: "heading \(index + 1)",
                paragraph:
                    "<w:keepNext/><w:keepLines/>\(space(index == 0 ? 360 : 280, 120))<w:outlineLvl w:val=\"\(index)\"/>",
                run: bold + sized(size))
        }
        let paragraphs =
            [
                Style(name: "Normal", paragraph: bidirectional + space(0, 160), base: nil),
                Style(name: "Body Text"), Style(name: "First Paragraph", base: "BodyText"),
                Style(name: "Compact", paragraph: space(0, 60), base: "BodyText"),
                Style(name: "Block Text", paragraph: "<w:ind w:left=\"480\" w:right=\"480\"/>", run: grey),
                Style(name: "Source Code", paragraph: "<w:wordWrap w:val=\"0\"/>"),
                Style(name: "footnote text", paragraph: space(0, 60), run: sized(18)),
                Style(name: "header", paragraph: space(0, 0)),
                Style(
                    name: "footer", paragraph: space(0, 0) + "<w:jc w:val=\"center\"/>", run: grey + sized(18)
                ),
                Style(name: "Letterhead", paragraph: space(0, 0), run: grey + sized(18)),
                Style(name: "Letterhead Name", paragraph: space(0, 40), run: bold + sized(24)),
                Style(name: "Dateline", paragraph: space(240, 360) + end, run: grey),
                Style(name: "Recipient", paragraph: space(0, 240)),
                Style(name: "Salutation", paragraph: space(240, 160)),
                Style(name: "Closing", paragraph: "<w:keepNext/>" + space(360, 160)),
                Style(name: "Signatories", paragraph: space(0, 40)),
                Style(name: "Signature Line", paragraph: "<w:keepNext/>" + space(80, 120)),
                Style(
                    name: "Draft", paragraph: space(0, 240) + "<w:jc w:val=\"center\"/>",
                    run: bold + "<w:color w:val=\"9A3B00\"/>" + sized(36)),
            ] + headings
        let characters = [
            Style(name: "Hyperlink", run: "<w:u w:val=\"single\"/>"), Style(name: "Verbatim Char"),
            Style(name: "footnote reference", run: "<w:vertAlign w:val=\"superscript\"/>"),
            Style(name: "Untranslated", run: "<w:u w:val=\"dotted\" w:color=\"9A3B00\"/>"),
            Style(name: "Mark", run: "<w:color w:val=\"9A3B00\"/>" + sized(17)),
        ]
        let rules = ["top", "bottom", "insideH"].map {
            "<w:\($0) w:val=\"single\" w:sz=\"4\" w:color=\"999999\"/>"
        }
        return Self.declaration + """
            <w:styles xmlns:w="\(Self.main)"><w:docDefaults><w:rPrDefault><w:rPr>\
            <w:rFonts w:ascii="\(font)" w:hAnsi="\(font)" w:eastAsia="\(font)" w:cs="\(font)"/>\(sized(size))\
            <w:lang w:val="\(locale)" w:eastAsia="\(locale)" w:bidi="\(locale)"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
            <w:spacing w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
            \(paragraphs.map { style($0, "paragraph") }.joined())\(characters.map { style($0, "character") }.joined())\
            <w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/><w:tblPr><w:tblBorders>\
            \(rules.joined())</w:tblBorders><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="180" w:type="dxa"/>\
            </w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style></w:styles>
            """
    }

    private func style(_ style: Style, _ kind: String) -> String {
        let known = [
            "Normal", "heading", "footnote", "header", "footer", "Hyperlink", "Body Text", "Block Text",
            "Salutation", "Closing",
        ]
        let isBuiltIn = known.contains { style.name.hasPrefix($0) }
        let base = kind == "paragraph" ? style.base.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? "" : ""
        let isDefault = style.name == "Normal" ? " w:default=\"1\"" : ""
        return """
            <w:style w:type="\(kind)"\(isDefault)\(isBuiltIn ? "" : " w:customStyle=\"1\"") w:styleId="\(style.id)">\
            <w:name w:val="\(style.name)"/>\(base)<w:qFormat/>\
            \(style.paragraph.isEmpty ? "" : "<w:pPr>\(style.paragraph)</w:pPr>")\
            \(style.run.isEmpty ? "" : "<w:rPr>\(style.run)</w:rPr>")</w:style>
            """
    }
}
