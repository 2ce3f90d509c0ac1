public import TextFiles
public import UnicodeText

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Reads the documents that letters come in: text and Markdown as they are; HTML, DOCX and ODT through
/// pandoc, as Markdown.
public enum LetterDocument {
    private static let converted: [String: String] = [
        "html": "html", "htm": "html", "docx": "docx", "odt": "odt",
    ]

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
        let arguments = [
            "pandoc", "--sandbox", "--from", format, "--to", "commonmark", "--wrap", "none", file,
        ]
        var pipes: [Int32] = [0, 0]
        guard pipe(&pipes) == 0 else {
            throw LathuError(.inputOutput, "pandoc cannot be started", at: location)
        }
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, pipes[1], STDOUT_FILENO)
        posix_spawn_file_actions_addclose(&actions, pipes[0])
        defer { posix_spawn_file_actions_destroy(&actions) }
        var process = pid_t()
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        let status = posix_spawnp(&process, "pandoc", &actions, nil, words, environ)
        close(pipes[1])
        guard status == 0 else {
            close(pipes[0])
            throw LathuError(
                .noInput, "needs pandoc to be read, and it is not installed", at: location,
                hint: "install pandoc, or save the letter as text")
        }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(pipes[0], &buffer, buffer.count)
            if count <= 0 { break }
            output += buffer[..<count]
        }
        close(pipes[0])
        var code: Int32 = 0
        waitpid(process, &code, 0)
        guard code == 0 else {
            throw LathuError(
                .invalidData, "pandoc could not read it", at: location, hint: "see its message above")
        }
        return String(decoding: output, as: UTF8.self)
    }
}
