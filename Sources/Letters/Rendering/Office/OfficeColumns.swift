/// Signatories in columns, which pandoc cannot be asked for: a section of the document.
struct OfficeColumns {
    private let count: Int

    /// More columns than names are none.
    init(_ signatures: SignatureBlock) { count = min(signatures.columns, signatures.entries.count) }

    func set(_ part: inout OfficePart, _ format: OfficeFormat) {
        guard count > 1 else { return }
        switch format {
        case .docx: setOOXML(&part)
        case .odt: setODF(&part)
        }
    }

    /// The names are the last list, and nothing but lines stand after them (OpenDocument 1.3, part 3, section 5.4).
    private func setODF(_ part: inout OfficePart) {
        guard let end = part.last("</text:list>")?.upperBound,
            let start = part.last("<text:list ", in: 0..<end)?.lowerBound,
            let heading = part.last("</text:h>")?.upperBound, heading <= start,
            let styles = part.first("</office:automatic-styles>")?.lowerBound
        else { return }
        part.insert("</text:section>", at: end)
        part.insert("<text:section text:style-name=\"Columns\" text:name=\"Signatories\">", at: start)
        part.insert(
            """
            <style:style style:name="Columns" style:family="section"><style:section-properties \
            text:dont-balance-text-columns="false"><style:columns fo:column-count="\(count)" fo:column-gap="0.7cm"/>\
            </style:section-properties></style:style>
            """, at: styles)
    }

    /// Every section but the last has its properties in its last paragraph (ECMA-376, part 1, section 17.6).
    private func setOOXML(_ part: inout OfficePart) {
        let mark = "<w:pStyle w:val=\"Signatories\" />"
        guard let first = part.first(mark)?.lowerBound, let last = part.last(mark)?.upperBound,
            let start = part.last("<w:sectPr")?.lowerBound, last < start,
            let before = part.last("</w:pPr>", in: 0..<first)?.lowerBound,
            let after = part.first("</w:pPr>", in: last..<start)?.lowerBound,
            let paragraph = part.first("</w:p>", in: after..<start)?.upperBound,
            let end = part.first("</w:body>", in: start..<part.bytes.count)?.lowerBound
        else { return }
        let section = part.text(start..<end)
        // Columns are made equally long only where another section goes on below them; without words after the names it is
        // a paragraph that takes no room.
        let isLast = part.first("<w:p>", in: paragraph..<start) == nil
        part.replace(
            start..<end, with: (isLast ? Self.emptyParagraph : "") + Self.continued(section, columns: 1))
        part.insert(Self.continued(section, columns: count), at: after)
        part.insert(section, at: before)
    }

    private static let emptyParagraph = """
        <w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>
        """

    /// The properties of a section that goes on below the one before: it has the same sheet, and no heads of its own.
    private static func continued(_ section: String, columns: Int) -> String {
        var rest = OfficePart(Array(section.utf8))
        for name in ["headerReference", "footerReference", "type", "titlePg", "pgNumType", "cols"] {
            rest.remove(element: "w:\(name)")
        }
        guard let tag = rest.first(">") else { return section }
        let end = rest.last("</w:sectPr>")?.lowerBound ?? tag.upperBound
        let later = ["formProt", "vAlign", "noEndnote", "textDirection", "bidi", "rtlGutter", "docGrid"]
        let place =
            later.compactMap { rest.first("<w:\($0)", in: tag.upperBound..<end)?.lowerBound }.min() ?? end
        return "<w:sectPr><w:type w:val=\"continuous\"/>" + rest.text(tag.upperBound..<place)
            + "<w:cols w:num=\"\(columns)\" w:space=\"400\"/>" + rest.text(place..<end) + "</w:sectPr>"
    }
}
