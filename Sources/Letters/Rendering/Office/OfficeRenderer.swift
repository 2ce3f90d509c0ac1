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
    private let workshop: Workshop
    private static let seconds = 60

    init(
        _ letter: LocalizedLetter, _ options: RenderingOptions, _ templates: LetterTemplates,
        _ format: OfficeFormat, _ workshop: Workshop
    ) {
        self.letter = letter
        self.options = options
        self.templates = templates
        self.format = format
        self.workshop = workshop
    }

    /// What the documents of a build have in common: documents of styles, and folders for pandoc, in which these stay.
    final class Workshop: Sendable {
        fileprivate let references = ReferenceDocuments()
        fileprivate let folders = Spares<OfficeFormat, Folder>()
    }

    fileprivate struct Folder: Sendable {
        let scratch: ScratchFolder
        /// The document of styles that is in it.
        var reference: [UInt8] = []
    }

    func render() throws -> [UInt8] {
        let pandoc = try OutsideProgram.find(
            "pandoc", package: "pandoc", purpose: format.rawValue.uppercased())
        var document = try workshop.folders.using(format, orNew: Folder(scratch: try ScratchFolder())) {
            try ZipArchive(packed: write(in: &$0, with: pandoc), file: output)
        }
        OfficeChanges(letter, format).make(in: &document)
        return OfficeMetadata(title: title, locale: letter.locale.identifier, format).cleaned(document)
            .packed()
    }

    private var output: String { "letter.\(format.rawValue)" }

    /// The document as pandoc writes it.
    private func write(in folder: inout Folder, with pandoc: OutsideProgram) throws -> [UInt8] {
        let own = templates.reference(format)
        let reference = own ?? workshop.references.bytes(of: ReferenceDocument(letter, options, format))
        let name = "reference.\(format.rawValue)"
        if folder.reference != reference {
            try folder.scratch.write(reference, to: name)
            folder.reference = reference
        }
        try folder.scratch.write(Array(page.utf8), to: "letter.html")
        // Not the document of before, should pandoc write none.
        folder.scratch.remove(output)
        let run = try pandoc.run(
            [
                "--from", "html-auto_identifiers+epub_html_exts", "--to", format.rawValue,
                "--reference-doc", name, "--output", output, "letter.html",
            ], in: folder.scratch, seconds: Self.seconds)
        guard run.status == 0 else {
            throw LathuError(
                .invalidData, "pandoc cannot write \(format.rawValue.uppercased()): \(run.errors.onOneLine)",
                hint: own == nil
                    ? "check that “pandoc --version” works"
                    : "check that templates/\(name) opens in a word processor")
        }
        return try FileReading.bytes(of: folder.scratch.file(output))
    }

    private var title: String { letter.title?.plainText ?? letter.id }

    /// The letter as pandoc reads it: its parts in paragraphs of named styles.
    private var page: String {
        let html = HTMLBlocks(letter, for: .pandoc)
        let labels = letter.conventions.labels
        var parts: [String] = []
        func paragraphs(_ style: String, _ lines: [String]) {
            guard !lines.isEmpty else { return }
            // The name of a style of ODF, not the one that is shown: pandoc takes it as it is.
            let style = format == .odt ? style.replacing(" ", with: "_20_") : style
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
                parts.append(
                    "<div custom-style=\"Signatories\"><ol type=\"1\">\n\(html.signatories)\n</ol></div>")
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
