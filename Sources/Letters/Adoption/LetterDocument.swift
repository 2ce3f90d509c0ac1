internal import Foundation
public import TextFiles
public import UnicodeText

/// Reads the documents that letters come in: text and Markdown as they are; HTML, DOCX and ODT through
/// pandoc, as Markdown.
public enum LetterDocument {
    /// A letter has no use for the containers of a page's layout.
    private static let htmlReader = "html-native_divs-native_spans"
    private static let converted: [String: String] = [
        "html": htmlReader, "htm": htmlReader, "docx": "docx", "odt": "odt",
    ]

    /// Whether a document is not text and is read through another program.
    public static func isConverted(_ path: String) -> Bool {
        converted[FilePath.fileExtension(of: path)] != nil
    }

    /// The text of a document.
    /// - Throws: `LathuError` where it cannot be read, or needs pandoc and there is none.
    public static func read(_ path: String, charset: Charset? = nil) throws(LathuError) -> TextSource {
        guard let format = converted[FilePath.fileExtension(of: path)] else {
            return try FileReading.text(of: path, charset: charset)
        }
        // Makes sure that the file is there before another program complains about it in its own words.
        _ = try FileReading.bytes(of: path)
        return TextSource(
            try pandoc(path, format),
            file: FilePath.join(FilePath.folder(of: path), FilePath.stem(of: path) + ".md"))
    }

    /// A letter's id from a file's name: ASCII letters, digits and hyphens.
    public static func id(from name: String) -> String {
        let folder = LetterAssembly.folderName(name)
        return folder == "all" ? "letter" : folder
    }

    private static func pandoc(_ path: String, _ format: String) throws(LathuError) -> String {
        let location = SourceLocation(file: path)
        // A path that begins with a hyphen must not count as an option.
        let file = path.hasPrefix("-") ? "./" + path : path
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "pandoc", "--sandbox", "--from", format, "--to", "commonmark-raw_html+pipe_tables", "--wrap",
            "none", file,
        ]
        process.standardOutput = output
        do {
            try process.run()
        } catch {
            throw LathuError(.inputOutput, "pandoc cannot be started: \(error)", at: location)
        }
        let bytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        switch process.terminationStatus {
        case 0: return try FileReading.decode(bytes, file: path).text
        case 127:
            throw LathuError(
                .noInput, "needs pandoc to be read, and it is not installed", at: location,
                hint: "install pandoc, or save the letter as text")
        default:
            throw LathuError(
                .invalidData, "pandoc could not read it", at: location, hint: "see its message above")
        }
    }
}
