internal import Archives
internal import UnicodeText
internal import XMLText

/// What pandoc cannot be asked for in an office document: signatories in columns, and numbers of lists as the language
/// writes them.
struct OfficeLists {
    private let letter: LocalizedLetter
    private let format: OfficeFormat

    init(_ letter: LocalizedLetter, _ format: OfficeFormat) {
        self.letter = letter
        self.format = format
    }

    /// The document that pandoc wrote, set as the letter wants it.
    func set(_ document: ZipArchive) -> ZipArchive {
        var document = document
        switch format {
        case .docx:
            change(&document, "word/document.xml") { columns > 1 ? Self.sections($0, columns) : $0 }
            change(&document, "word/numbering.xml") { numbered($0, "w:lvlText w:val=") { "%\($0)" } }
        case .odt:
            change(&document, "content.xml") { xml in
                // No columns: pandoc, and so our own import, passes over what stands in a section.
                return affixes.map {
                    xml.replacing(
                        "style:num-suffix=\".\"",
                        with: "style:num-prefix=\"\($0.prefix)\" style:num-suffix=\"\($0.suffix)\"")
                } ?? xml
            }
        }
        return document
    }

    /// More columns than names are none.
    private var columns: Int { min(letter.signatures.columns, letter.signatures.entries.count) }

    /// What stands around numbers, escaped; nil where it is a full stop, or what an office document has no word for.
    private var affixes: (prefix: String, suffix: String)? {
        guard let affixes = letter.conventions.listAffixes, affixes != .usual else { return nil }
        return (MarkupText.escaped(affixes.prefix), MarkupText.escaped(affixes.suffix))
    }

    private func change(_ document: inout ZipArchive, _ part: String, _ change: (String) -> String) {
        guard let bytes = document[part] else { return }
        document[part] = Array(change(String(decoding: bytes, as: UTF8.self)).utf8)
    }

    private func numbered(_ xml: String, _ attribute: String, _ number: (Int) -> String) -> String {
        guard let affixes else { return xml }
        return (1...9).reduce(xml) { xml, level in
            xml.replacing(
                "\(attribute)\"\(number(level)).\"",
                with: "\(attribute)\"\(affixes.prefix)\(number(level))\(affixes.suffix)\"")
        }
    }

    // MARK: - OOXML

    /// A section of columns around the signatories. Every section but the last has its properties in its last paragraph
    /// (ECMA-376, part 1, section 17.6).
    private static func sections(_ xml: String, _ count: Int) -> String {
        let mark = "<w:pStyle w:val=\"Signatories\" />"
        let names = xml.ranges(of: mark)
        guard let first = names.first?.lowerBound, let last = names.last?.upperBound,
            let start = xml.ranges(of: "<w:sectPr").last?.lowerBound, last < start,
            let before = xml[..<first].ranges(of: "</w:pPr>").last?.lowerBound,
            let after = xml[last...].firstRange(of: "</w:pPr>")?.lowerBound,
            let paragraph = xml[after...].firstRange(of: "</w:p>")?.upperBound,
            let end = xml[start...].firstRange(of: "</w:body>")?.lowerBound
        else { return xml }
        let section = String(xml[start..<end])
        let columns = continued(section, columns: count)
        let head = xml[..<before] + section + xml[before..<after]
        // Without words after the names, the section of columns is the last one.
        guard xml[paragraph..<start].contains("<w:p>") else {
            return head + xml[after..<start] + columns + xml[end...]
        }
        return head + columns + xml[after..<start] + continued(section, columns: 1) + xml[end...]
    }

    /// The properties of a section that goes on below the one before: it has the same sheet, and no heads of its own.
    private static func continued(_ section: String, columns: Int) -> String {
        var rest = section
        if let start = section.firstRange(of: "<w:sectPr"),
            let close = section[start.upperBound...].firstIndex(of: ">")
        {
            let isEmpty = section[..<close].hasSuffix("/")
            rest =
                isEmpty
                ? "" : String(section[section.index(after: close)...].replacing("</w:sectPr>", with: ""))
        }
        rest = rest.replacing(
            /<w:(headerReference|footerReference|type|titlePg|pgNumType)\b[^>]*\/>/, with: ""
        )
        .replacing(/<w:cols\b[^>]*(\/>|>.*?<\/w:cols>)/, with: "")
        let later = ["formProt", "vAlign", "noEndnote", "textDirection", "bidi", "rtlGutter", "docGrid"]
        let place = later.compactMap { rest.firstRange(of: "<w:\($0)")?.lowerBound }.min() ?? rest.endIndex
        return "<w:sectPr><w:type w:val=\"continuous\"/>" + rest[..<place]
            + "<w:cols w:num=\"\(columns)\" w:space=\"400\"/>" + rest[place...] + "</w:sectPr>"
    }
}
