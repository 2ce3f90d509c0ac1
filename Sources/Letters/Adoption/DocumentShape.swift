internal import Archives
internal import TextFiles

/// Makes a document readable for pandoc where it would lose text: of ODF it passes over sections, heads of tables, and
/// references to a note that stands elsewhere. Sections and heads are opened; each reference becomes the note again.
enum DocumentShape {
    /// The document without what pandoc cannot read; the same bytes where nothing is in its way.
    /// - Throws: `LathuError` where it is no zip file.
    static func readable(_ bytes: [UInt8], file: String) throws(LathuError) -> [UInt8] {
        var archive = try ZipArchive(packed: bytes, file: file)
        var isChanged = false
        for (name, open) in [("content.xml", openODF), ("word/document.xml", openOOXML)] {
            guard let content = archive[name] else { continue }
            var part = OfficePart(content)
            open(&part)
            guard part.bytes != content else { continue }
            archive[name] = part.bytes
            isChanged = true
        }
        return isChanged ? archive.packed() : bytes
    }

    // MARK: - OpenDocument 1.3, part 3, sections 5.4, 7.7.5 and 9.2.2

    private static func openODF(_ part: inout OfficePart) {
        part.replace("</text:section>", with: "")
        for place in part.all("<text:section").reversed() {
            // Not <text:section-source>.
            guard let end = tagEnd(part, place), part.bytes[place.upperBound] != UInt8(ascii: "-") else {
                continue
            }
            part.replace(place.lowerBound..<end, with: "")
        }
        for place in part.all("<text:note-ref ").reversed() {
            guard let tag = tagEnd(part, place),
                let end = part.first("</text:note-ref>", in: tag..<part.bytes.count)?.upperBound,
                let id = attribute("text:ref-name", in: place.upperBound..<tag, part),
                let name = part.first("<text:note text:id=\"\(id)\""),
                let close = part.first("</text:note>", in: name.upperBound..<part.bytes.count)?.upperBound
            else { continue }
            // With the style of marks around it, the note would be raised twice.
            var range = place.lowerBound..<end
            let closing = "</text:span>"
            if let span = part.last("<text:span ", in: 0..<range.lowerBound),
                tagEnd(part, span) == range.lowerBound,
                part.bytes[range.upperBound...].starts(with: closing.utf8)
            {
                range = span.lowerBound..<range.upperBound + closing.utf8.count
            }
            part.replace(range, with: part.text(name.lowerBound..<close))
        }
        openHeads(&part)
    }

    /// Rows that are heads become ordinary ones, the first marked for the filter.
    private static func openHeads(_ part: inout OfficePart) {
        let closing = "</table:table-header-rows>"
        for place in part.all("<table:table-header-rows>").reversed() {
            guard let end = part.first(closing, in: place.upperBound..<part.bytes.count) else { continue }
            part.replace(end, with: "")
            var start = place.upperBound
            while let paragraph = part.first("<text:p", in: start..<end.lowerBound),
                let tag = tagEnd(part, paragraph)
            {
                start = tag
                guard part.bytes[tag - 2] != UInt8(ascii: "/") else { continue }
                part.insert("\u{E002}", at: tag)
                break
            }
            part.replace(place, with: "")
        }
    }

    // MARK: - ECMA-376, part 1, section 17.16

    private static func openOOXML(_ part: inout OfficePart) {
        for place in part.all("NOTEREF ").reversed() {
            let name = part.bytes[place.upperBound...].drop { $0 == 0x20 }.prefix { isName($0) }
            guard let field = field(around: place, part),
                let bookmark = part.first("w:name=\"\(String(decoding: name, as: UTF8.self))\""),
                let note = part.first("<w:footnoteReference ", in: bookmark.upperBound..<part.bytes.count),
                let end = tagEnd(part, note), let id = attribute("w:id", in: note.upperBound..<end, part)
            else { continue }
            part.replace(field, with: "<w:r><w:footnoteReference w:id=\"\(id)\"/></w:r>")
        }
    }

    /// A field in one element, or in runs from its begin to its end.
    private static func field(around place: Range<Int>, _ part: OfficePart) -> Range<Int>? {
        let before = 0..<place.lowerBound, after = place.upperBound..<part.bytes.count
        guard let tag = part.last("<w:", in: before) else { return nil }
        if part.bytes[tag.upperBound...].starts(with: "fldSimple ".utf8) {
            return part.first("</w:fldSimple>", in: after).map { tag.lowerBound..<$0.upperBound }
        }
        guard let begin = part.last("w:fldCharType=\"begin\"", in: before),
            let start = ["<w:r>", "<w:r "].compactMap({ part.last($0, in: 0..<begin.lowerBound)?.lowerBound })
                .max(),
            let last = part.first("w:fldCharType=\"end\"", in: after),
            let end = part.first("</w:r>", in: last.upperBound..<part.bytes.count)?.upperBound
        else { return nil }
        return start..<end
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20)
            || byte >= 0x80
    }

    /// The place after a tag, in whose values a closing bracket may stand.
    private static func tagEnd(_ part: OfficePart, _ start: Range<Int>) -> Int? {
        var quote: UInt8?
        for index in start.upperBound..<part.bytes.count {
            let byte = part.bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index + 1
            }
        }
        return nil
    }

    private static func attribute(_ name: String, in range: Range<Int>, _ part: OfficePart) -> String? {
        guard let start = part.first("\(name)=\"", in: range)?.upperBound,
            let end = part.first("\"", in: start..<range.upperBound)?.lowerBound
        else { return nil }
        return part.text(start..<end)
    }
}
