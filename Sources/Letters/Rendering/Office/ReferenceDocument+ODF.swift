internal import Archives
internal import UnicodeText
internal import XMLText

/// The document of styles in ODF (OpenDocument 1.3, part 3, section 16).
extension ReferenceDocument {
    private static let namespaces = [
        "office": "office", "style": "style", "text": "text", "table": "table", "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    ].sorted { $0.key < $1.key }.map { prefix, name in
        "xmlns:\(prefix)=\"urn:oasis:names:tc:opendocument:xmlns:\(name):1.0\""
    }.joined(separator: " ")

    var odf: [ZipArchive.Member] {
        let type = "application/vnd.oasis.opendocument.text"
        let files = ["/": type, "content.xml": "text/xml", "styles.xml": "text/xml"].sorted {
            $0.key < $1.key
        }
        .map { "<manifest:file-entry manifest:full-path=\"\($0.key)\" manifest:media-type=\"\($0.value)\"/>" }
        return [
            .init("mimetype", type), .init("styles.xml", styles),
            .init(
                "content.xml",
                Self.declaration + """
                    <office:document-content \(Self.namespaces) office:version="1.2"><office:body><office:text/>\
                    </office:body></office:document-content>
                    """),
            .init(
                "META-INF/manifest.xml",
                Self.declaration + """
                    <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
                    manifest:version="1.2">\(files.joined())</manifest:manifest>
                    """),
        ]
    }

    private func paragraph(_ style: String, _ text: String) -> String {
        "<text:p text:style-name=\"\(style)\">\(MarkupText.escaped(text))</text:p>"
    }

    private func style(
        _ name: String, _ family: String = "paragraph", parent: String? = "Standard", paragraph: String = "",
        text: String = ""
    ) -> String {
        let encoded = name.replacing(" ", with: "_20_")
        let page =
            name == openingStyle && !letterhead.isEmpty ? " style:master-page-name=\"First_20_Page\"" : ""
        let inherits = parent.map { " style:parent-style-name=\"\($0)\"" } ?? ""
        return """
            <style:style style:name="\(encoded)" style:display-name="\(name)" style:family="\(family)"\(inherits)\(page)>\
            \(paragraph.isEmpty ? "" : "<style:paragraph-properties \(paragraph)/>")\
            \(text.isEmpty ? "" : "<style:text-properties \(text)/>")</style:style>
            """
    }

    private func size(_ halfPoints: Int) -> String {
        let points = halfPoints % 2 == 0 ? "\(halfPoints / 2)" : "\(halfPoints / 2).5"
        return ["font-size", "font-size-asian", "font-size-complex"].map { name in
            "\(name == "font-size" ? "fo" : "style"):\(name)=\"\(points)pt\""
        }.joined(separator: " ")
    }

    private static let bold =
        "fo:font-weight=\"bold\" style:font-weight-asian=\"bold\" style:font-weight-complex=\"bold\""

    private static func margins(_ top: String, _ bottom: String) -> String {
        "fo:margin-top=\"\(top)\" fo:margin-bottom=\"\(bottom)\""
    }

    private var styles: String {
        let grey = "fo:color=\"#333333\""
        let mode = isRightToLeft ? "rl-tb" : "lr-tb"
        // To LibreOffice, start is the left, whatever way text runs.
        let (start, end) = isRightToLeft ? ("right", "left") : ("start", "end")
        let body = "Text_20_body"
        let headings = Self.headingSizes.enumerated().map { index, size in
            style(
                "Heading \(index + 1)",
                paragraph: Self.margins("0.4cm", "0.2cm") + " fo:keep-with-next=\"always\"",
                text: Self.bold + " " + self.size(size))
        }
        let paragraphs =
            [
                style(
                    "Standard", parent: nil,
                    paragraph: Self.margins("0cm", "0.28cm")
                        + " fo:line-height=\"125%\" style:writing-mode=\"\(mode)\" fo:text-align=\"\(start)\""
                ),
                style("Text body"), style("First paragraph", parent: body),
                style(
                    "Quotations", paragraph: "fo:margin-left=\"0.85cm\" fo:margin-right=\"0.85cm\"",
                    text: grey),
                style("Preformatted Text", text: size(18)),
                style("Table Contents", paragraph: Self.margins("0cm", "0cm")),
                style("Table Heading", parent: "Table_20_Contents", text: Self.bold),
                style("Footnote", text: size(18)), style("Header", paragraph: Self.margins("0cm", "0cm")),
                style(
                    "Footer", paragraph: Self.margins("0cm", "0cm") + " fo:text-align=\"center\"",
                    text: "\(grey) \(size(18))"),
                style("Letterhead", paragraph: Self.margins("0cm", "0cm"), text: "\(grey) \(size(18))"),
                style(
                    "LetterheadName", paragraph: Self.margins("0cm", "0.07cm"),
                    text: "\(Self.bold) \(size(24))"),
                style(
                    "Dateline", paragraph: Self.margins("0.4cm", "0.6cm") + " fo:text-align=\"\(end)\"",
                    text: grey),
                style("Recipient", paragraph: Self.margins("0cm", "0.4cm")),
                style("Salutation", paragraph: Self.margins("0.4cm", "0.28cm")),
                style(
                    "Closing", paragraph: Self.margins("0.6cm", "0.28cm") + " fo:keep-with-next=\"always\""),
                style("Signature Line", paragraph: Self.margins("0.14cm", "0.2cm")),
                style(
                    "Draft", paragraph: Self.margins("0cm", "0.4cm") + " fo:text-align=\"center\"",
                    text: "\(Self.bold) fo:color=\"#9a3b00\" \(size(36))"),
            ] + headings
        let characters = [
            style(
                "Internet link", "text", parent: nil,
                text: "style:text-underline-style=\"solid\" style:text-underline-width=\"auto\""),
            style(
                "Emphasis", "text", parent: nil,
                text:
                    "fo:font-style=\"italic\" style:font-style-asian=\"italic\" style:font-style-complex=\"italic\""
            ),
            style("Strong Emphasis", "text", parent: nil, text: Self.bold),
            style("Source Text", "text", parent: nil),
            style(
                "Untranslated", "text", parent: nil,
                text: "style:text-underline-style=\"dotted\" style:text-underline-width=\"auto\""),
            style("Footnote anchor", "text", parent: nil, text: "style:text-position=\"super 58%\""),
            style("Mark", "text", parent: nil, text: "fo:color=\"#9a3b00\" \(size(17))"),
        ]
        let fonts = [("", "fo:language"), ("-asian", ""), ("-complex", "")].map {
            "style:font-name\($0.0)=\"Text\""
        }
        return Self.declaration + """
            <office:document-styles \(Self.namespaces) office:version="1.2"><office:font-face-decls>\
            <style:font-face style:name="Text" svg:font-family="&apos;\(font)&apos;"/></office:font-face-decls>\
            <office:styles><style:default-style style:family="paragraph"><style:text-properties \
            \(fonts.joined(separator: " ")) \(size(Self.textSize)) \(language)/></style:default-style>\
            \(paragraphs.joined())\(characters.joined())\(notes)</office:styles>\
            <office:automatic-styles><style:page-layout style:name="Sheet"><style:page-layout-properties \
            fo:page-width="\(pageSize.lengths.width)" fo:page-height="\(pageSize.lengths.height)" \
            fo:margin-top="22mm" fo:margin-bottom="18mm" fo:margin-left="22mm" fo:margin-right="22mm" \
            style:writing-mode="\(mode)"/><style:header-style/><style:footer-style><style:header-footer-properties \
            fo:min-height="0cm" fo:margin-top="0.5cm"/></style:footer-style></style:page-layout></office:automatic-styles>\
            <office:master-styles>\(master("First_20_Page", "First Page", letterhead, next: "Standard"))\
            \(master("Standard", "Standard", []))</office:master-styles></office:document-styles>
            """
    }

    /// Footnotes, numbered through the document.
    private var notes: String {
        """
        <text:notes-configuration text:note-class="footnote" style:num-format="\(numerals.formatInODF)" \
        style:num-suffix=" " text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document" \
        text:citation-style-name="Footnote_20_anchor" text:citation-body-style-name="Footnote_20_anchor" \
        text:default-style-name="Footnote"/>
        """
    }

    /// fo:language has the language alone, fo:country its region.
    private var language: String {
        let region = locale.region ?? "none"
        return "fo:language=\"\(locale.language)\" fo:country=\"\(region)\""
    }

    private func master(_ name: String, _ display: String, _ head: [String], next: String? = nil) -> String {
        let lines = head.enumerated().map { index, line in
            paragraph(index == 0 ? "LetterheadName" : "Letterhead", line)
        }
        let header = lines.isEmpty ? "" : "<style:header>\(lines.joined())</style:header>"
        let follows = next.map { " style:next-style-name=\"\($0)\"" } ?? ""
        let number =
            "<text:page-number text:select-page=\"current\">1</text:page-number> / <text:page-count>1</text:page-count>"
        return """
            <style:master-page style:name="\(name)" style:display-name="\(display)" style:page-layout-name="Sheet"\(follows)>\
            \(header)<style:footer><text:p text:style-name="Footer">\(number)</text:p></style:footer></style:master-page>
            """
    }
}
