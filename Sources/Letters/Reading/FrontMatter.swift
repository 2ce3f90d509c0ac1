internal import TextFiles

/// The two parts of a letter's file.
struct FrontMatter {
    /// The YAML between the two lines of hyphens; empty where there is none.
    let yaml: String
    /// How many lines stand before the YAML.
    let yamlLineOffset: Int
    /// The Markdown after it.
    let body: String
    /// How many lines stand before the Markdown.
    let bodyLineOffset: Int

    /// Splits a file. One that does not begin with `---` is all Markdown.
    /// - Throws: `LathuError` where the front matter is not closed.
    static func split(_ source: TextSource) throws(LathuError) -> FrontMatter {
        let lines = source.lines
        func isFence(_ line: Substring) -> Bool {
            line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace)
        }
        guard let first = lines.first, isFence(first) else {
            return FrontMatter(
                yaml: "", yamlLineOffset: 0, body: lines.joined(separator: "\n"), bodyLineOffset: 0)
        }
        guard let end = lines.dropFirst().firstIndex(where: isFence) else {
            throw LathuError(
                .invalidData, "the front matter is not closed", at: source.location(line: 1, column: 1),
                hint: "put a line “---” after its last key")
        }
        return FrontMatter(
            yaml: lines[1..<end].joined(separator: "\n"), yamlLineOffset: 1,
            body: lines[(end + 1)...].joined(separator: "\n"), bodyLineOffset: end + 1)
    }
}
