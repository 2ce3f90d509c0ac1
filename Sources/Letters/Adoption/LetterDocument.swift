internal import Archives
internal import Resources
public import TextFiles
public import UnicodeText

/// A document that a letter comes in: text and Markdown as they are; HTML, DOCX and ODT through pandoc, as
/// Markdown.
///
/// Headings, emphasis, links, lists, tables and footnotes stay what they are; in a page, footnotes are what links
/// make of paragraphs.
public struct LetterDocument: Sendable {
    /// The text; of a converted document its name ends in `.md`.
    public let source: TextSource
    /// The footnotes as Markdown has them, each on a line: `[^1]: …`.
    public let notes: [String]
    /// What a letter cannot take over: pictures, comments.
    public let warnings: [Diagnostic]

    /// How long pandoc may take.
    private static let seconds = 60
    /// What the filter puts between the text and its notes.
    private static let separator: Substring = "\u{E000}"

    private enum Format: String {
        case html, docx, odt

        init?(path: String) {
            switch FilePath.fileExtension(of: path) {
            case "html", "htm", "xhtml": self = .html
            case "docx": self = .docx
            case "odt": self = .odt
            default: return nil
            }
        }

        /// A letter has no use for the containers of a page's layout.
        var reader: String { self == .html ? "html-native_divs-native_spans" : rawValue }
    }

    /// Whether a document is not text and is read through another program.
    public static func isConverted(_ path: String) -> Bool { Format(path: path) != nil }

    /// Reads a document.
    ///
    /// - Parameter charset: of text and of HTML that does not name its own.
    /// - Throws: `LathuError` where it cannot be read, has tracked changes, or needs pandoc and there is none.
    public init(_ path: String, charset: Charset? = nil) throws(LathuError) {
        guard let format = Format(path: path) else {
            source = try FileReading.text(of: path, charset: charset)
            notes = []
            warnings = []
            return
        }
        let bytes = try FileReading.bytes(of: path)
        var comments = 0
        let input: [UInt8]
        if format == .html {
            input = Array(try HTMLCharset.decode(bytes, file: path, charset: charset).text.utf8)
        } else {
            let revision = try DocumentRevision(bytes, file: path)
            try revision.refuse(file: path)
            comments = revision.comments
            input = try DocumentShape.readable(bytes, file: path)
        }
        let (text, errors) = try Self.pandoc(input, format, file: path)
        let parts = text.text.lines(separatedBy: Self.separator)
        source = TextSource(
            parts.text, file: FilePath.join(FilePath.folder(of: path), FilePath.stem(of: path) + ".md"))
        notes = parts.notes
        var counts: [(Int, String)] = [(comments, "comment")]
        let pictures = errors.split(separator: "\n").first { $0.hasPrefix("pictures: ") }
        counts.insert((pictures.flatMap { Int($0.dropFirst("pictures: ".count)) } ?? 0, "picture"), at: 0)
        warnings = counts.filter { $0.0 > 0 }.map { count, noun in
            Diagnostic(
                "\(count) \(noun)\(count == 1 ? " is" : "s are") left out", at: SourceLocation(file: path),
                hint: "look whether the letter needs \(count == 1 ? "it" : "them")", severity: .warning)
        }
    }

    /// A letter's id from a file's name: ASCII letters, digits and hyphens.
    public static func id(from name: String) -> String {
        let folder = LetterAssembly.folderName(name)
        return folder == "all" ? "letter" : folder
    }

    private static func pandoc(
        _ bytes: [UInt8], _ format: Format, file: String
    ) throws(LathuError) -> (text: TextSource, errors: String) {
        let location = SourceLocation(file: file)
        let program: OutsideProgram
        do {
            program = try OutsideProgram.find(
                "pandoc", package: "pandoc", purpose: format.rawValue.uppercased())
        } catch {
            throw LathuError(
                .noInput, "needs pandoc to be read, and it is not installed", at: location,
                hint: "install it (apt-get install pandoc, brew install pandoc), or save the letter as text")
        }
        // Of a DOCX pandoc makes metadata of paragraphs in the style of a title.
        let filter = "TAKES_METADATA = \(format == .docx)\n" + (try Resources.template("import.lua"))
        let folder = try ScratchFolder()
        let name = "letter.\(format.rawValue)"
        try folder.write(bytes, to: name)
        try folder.write(Array(filter.utf8), to: "import.lua")
        let run = try program.run(
            [
                "--sandbox", "--from", format.reader, "--to", "commonmark-raw_html+pipe_tables", "--wrap",
                "none",
                "--lua-filter", "import.lua", name,
            ], in: folder, seconds: seconds)
        guard run.status == 0 else {
            throw LathuError(
                .invalidData, "pandoc could not read it: \(run.errors.onOneLine.shortened)", at: location,
                hint: "open it in the program that made it and save it again")
        }
        return (try FileReading.decode(run.output, file: file), run.errors)
    }
}

extension String {
    fileprivate var shortened: String { count > 200 ? prefix(200) + "…" : self }

    /// The text before a line, and the paragraphs after it.
    fileprivate func lines(separatedBy separator: Substring) -> (text: String, notes: [String]) {
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        guard let index = lines.lastIndex(of: separator) else { return (self, []) }
        let notes = lines[(index + 1)...].filter { !$0.isEmpty }.map(String.init)
        return (lines[..<index].joined(separator: "\n") + "\n", notes)
    }
}
