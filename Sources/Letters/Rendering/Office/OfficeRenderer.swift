internal import Archives
internal import TextFiles
internal import UnicodeText
internal import XMLText

/// A format of word processors.
enum OfficeFormat: String, CaseIterable {
    case docx, odt
}

/// Writes a letter as DOCX or ODT with pandoc and a document of styles, the project's own where it has one.
///
/// What pandoc writes is packed again without what tells who made it, when, and with what.
struct OfficeRenderer {
    private let letter: LocalizedLetter
    private let options: RenderingOptions
    private let templates: LetterTemplates
    private let format: OfficeFormat
    private static let seconds = 60

    init(
        _ letter: LocalizedLetter, _ options: RenderingOptions, _ templates: LetterTemplates,
        _ format: OfficeFormat
    ) {
        self.letter = letter
        self.options = options
        self.templates = templates
        self.format = format
    }

    func render() throws -> [UInt8] {
        let pandoc = try OutsideProgram.find(
            "pandoc", package: "pandoc", purpose: format.rawValue.uppercased())
        let folder = try ScratchFolder()
        let own = templates.reference(format)
        let reference = own ?? ReferenceDocument(letter, options, format).packed()
        try FileWriting.write(page, to: folder.file("letter.html"), permissions: 0o600)
        try FileWriting.write(reference, to: folder.file("reference.\(format.rawValue)"), permissions: 0o600)
        let run = try pandoc.run(
            [
                "--from", "html-auto_identifiers+epub_html_exts", "--to", format.rawValue,
                "--reference-doc", "reference.\(format.rawValue)", "--output", "letter.\(format.rawValue)",
                "letter.html",
            ], in: folder, seconds: Self.seconds)
        guard run.status == 0 else {
            throw LathuError(
                .invalidData, "pandoc cannot write \(format.rawValue.uppercased()): \(run.errors.onOneLine)",
                hint: own == nil
                    ? "check that “pandoc --version” works"
                    : "check that templates/reference.\(format.rawValue) opens in a word processor")
        }
        let written = try ZipArchive(
            packed: FileReading.bytes(of: folder.file("letter.\(format.rawValue)")),
            file: "letter.\(format.rawValue)")
        let set = OfficeLists(letter, format).set(written)
        return OfficeMetadata(title: title, locale: letter.locale.identifier, format).cleaned(set)
            .packed()
    }

    private var title: String { letter.title?.plainText ?? letter.id }

    /// The letter as pandoc reads it: its parts in paragraphs of named styles.
    private var page: String {
        let html = HTMLBlocks(letter, for: .pandoc)
        let labels = letter.conventions.labels
        var parts: [String] = []
        func paragraphs(_ style: String, _ lines: [String]) {
            guard !lines.isEmpty else { return }
            parts.append("<div custom-style=\"\(style)\"><p>\(lines.joined(separator: "<br>"))</p></div>")
        }
        if let draft = options.draft { paragraphs("Draft", [MarkupText.escaped(draft)]) }
        // The program's own document of styles has the letterhead on its first page already.
        if let dateline = letter.dateline { paragraphs("Dateline", [html.line(dateline)]) }
        var recipient =
            letter.recipient.map { ["\(MarkupText.escaped(labels.to + labels.colon)) \(html.segment($0))"] }
            ?? []
        recipient += options.address.map { MarkupText.escaped($0) }
        paragraphs("Recipient", recipient)
        if let title = letter.title { parts.append("<h1>\(html.segment(title))</h1>") }
        if let salutation = letter.salutation { paragraphs("Salutation", [html.segment(salutation)]) }
        parts.append(html.body)
        if let closing = letter.closing { paragraphs("Closing", [html.segment(closing)]) }
        let signatures = letter.signatures
        if !signatures.isEmpty {
            parts.append("<h2>\(MarkupText.escaped(labels.signatories))</h2>")
            if let count = signatures.count { paragraphs("Signature Line", [MarkupText.escaped(count)]) }
            if !signatures.entries.isEmpty {
                parts.append("<div custom-style=\"Signatories\"><ol>\n\(html.signatories)\n</ol></div>")
            }
            for line in [signatures.others, signatures.until] {
                if let line { paragraphs("Signature Line", [MarkupText.escaped(line)]) }
            }
        }
        parts.append(html.notes)
        let content = parts.joined(separator: "\n")
        let direction = letter.conventions.direction
        // pandoc takes the direction of a document's text from its parts.
        let body = direction == "rtl" ? "<div dir=\"rtl\">\n\(content)\n</div>" : content
        return """
            <!DOCTYPE html>
            <html lang="\(letter.locale)" dir="\(direction)">
            <head><meta charset="utf-8"></head>
            <body>
            \(body)
            </body>
            </html>

            """
    }
}
