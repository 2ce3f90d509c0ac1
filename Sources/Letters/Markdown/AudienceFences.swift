internal import TextFiles
internal import UnicodeText

/// The lines `::: {only=a,b}`, `::: {not=a}` and `:::` around blocks that some recipients get and others do not.
///
/// They stand on lines of their own, at the top of the letter's structure, and in one another if need be. For the
/// Markdown parser each becomes a comment on the same line, which ends any paragraph and begins none.
struct AudienceFences {
    /// A fence by what it does.
    enum Fence: Hashable {
        case opening(Audience.Condition)
        case closing
    }

    /// What is wrong with a fence, by line of the Markdown.
    struct Problem {
        let message: String
        let line: Int
        let column: Int
        let hint: String?
    }

    /// Fences by their 1-based line.
    private(set) var fences: [Int: Fence] = [:]
    /// What is wrong.
    private(set) var problems: [Problem] = []
    /// The Markdown with comments for fences.
    var markdown = ""

    private static let comment = "<!-- fence -->"

    /// Whether a text may have any.
    static func mayOccur(in markdown: String) -> Bool { markdown.contains(":::") }

    /// No fences.
    init() {}

    /// Looks for fences.
    ///
    /// - Parameter verbatim: whether a 1-based line belongs to a block of code or HTML, which has none.
    init(_ markdown: String, verbatim: (Int) -> Bool) {
        var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !verbatim(index + 1) {
            guard let fence = fence(line, number: index + 1) else { continue }
            fences[index + 1] = fence
            lines[index] = line.prefix { $0 == " " } + Self.comment
        }
        self.markdown = lines.joined(separator: "\n")
    }

    private mutating func fence(_ line: Substring, number: Int) -> Fence? {
        let indent = line.prefix { $0 == " " || $0 == "\t" }
        let text = line.dropFirst(indent.count)
        guard text.hasPrefix(":::") else { return nil }
        let rest = String(text.drop { $0 == ":" }).trimmed
        if rest.isEmpty { return .closing }
        // Other programs have fences of their own, with names.
        guard rest.hasPrefix("{") else { return nil }
        let column = line.unicodeScalars.count - text.drop { ": \t".contains($0) }.unicodeScalars.count + 1
        func report(_ message: String) {
            problems.append(
                Problem(
                    message: message, line: number, column: column,
                    hint: "write ::: {only=ID,ID} or ::: {not=ID,ID} with ids of recipients"))
        }
        guard rest.hasSuffix("}") else {
            report("the brace is not closed")
            return .opening(.init(isOnly: false, ids: []))
        }
        let parts = rest.dropFirst().dropLast().split(separator: "=", omittingEmptySubsequences: false)
        let name = parts.first.map { String($0).trimmed } ?? ""
        let ids = (parts.count == 2 ? parts[1] : "").split(separator: ",").map { String($0).trimmed }
            .filter { !$0.isEmpty }
        if parts.count != 2 || !["only", "not"].contains(name) {
            report("“\(rest)” does not say for whom the block is")
        } else if ids.isEmpty {
            report("“\(name)=” names no recipient")
        }
        return .opening(.init(isOnly: name == "only", ids: Set(ids)))
    }
}
