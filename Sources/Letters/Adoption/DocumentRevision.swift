internal import Archives
internal import TextFiles
internal import UnicodeText
internal import XMLText

/// What people who worked on a DOCX or ODT left in it besides its text: changes that nobody has accepted or
/// rejected yet, and comments.
struct DocumentRevision {
    /// Insertions, deletions and moves.
    private(set) var changes = 0
    /// The text of the first change that has any.
    private(set) var firstChange = ""
    /// Comments.
    private(set) var comments = 0

    private static let parts = [
        "word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "content.xml",
    ]
    /// ECMA-376, part 1, section 17.13.5; OpenDocument 1.3, part 3, section 5.5.
    private static let changeElements: Set<String> = ["ins", "del", "moveFrom", "moveTo", "changed-region"]
    private static let commentElements: Set<String> = ["commentReference", "annotation"]

    /// - Throws: `LathuError` where the file is no zip archive of XML.
    init(_ bytes: [UInt8], file: String) throws(LathuError) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw LathuError(
                .invalidData, "is protected by a password, or in the format of old Word programs",
                at: SourceLocation(file: file), hint: "save it as DOCX without a password")
        }
        let archive = try ZipArchive(packed: bytes, file: file)
        for part in Self.parts {
            guard let content = archive[part] else { continue }
            try read(XMLReader(bytes: content, file: "\(file)/\(part)"))
        }
    }

    private mutating func read(_ reader: XMLReader) throws(LathuError) {
        /// How many elements are open within a change.
        var depth = 0
        var text = ""
        while let event = try reader.next() {
            switch event.kind {
            case .startElement(let tag):
                if depth > 0 {
                    depth += 1
                } else if Self.isOffice(tag.name), Self.changeElements.contains(tag.name.local) {
                    changes += 1
                    depth = 1
                }
                if Self.isOffice(tag.name), Self.commentElements.contains(tag.name.local) { comments += 1 }
            case .endElement:
                if depth > 0 {
                    depth -= 1
                    if depth == 0, firstChange.isEmpty { firstChange = text.onOneLine }
                    if depth == 0 { text = "" }
                }
            case .text(let part): if depth > 0, firstChange.isEmpty, text.utf8.count < 400 { text += part }
            }
        }
    }

    private static func isOffice(_ name: XMLName) -> Bool {
        let namespace = name.namespace ?? ""
        return namespace.contains("wordprocessingml") || namespace.contains("opendocument")
    }

    /// A letter that is still being changed is no letter to translate.
    /// - Throws: `LathuError` where there are changes.
    func refuse(file: String) throws(LathuError) {
        guard changes > 0 else { return }
        let count = changes == 1 ? "a tracked change" : "\(changes) tracked changes"
        let shown = firstChange.count > 60 ? firstChange.prefix(60) + "…" : firstChange
        let first = shown.isEmpty ? "" : changes == 1 ? ": “\(shown)”" : ", the first “\(shown)”"
        throw LathuError(
            .invalidData, "holds \(count) that nobody has accepted or rejected\(first)",
            at: SourceLocation(file: file),
            hint: "Word: Review, Accept, Accept All Changes; LibreOffice: Edit, Track Changes, Accept All; "
                + "save it and import it again")
    }
}
