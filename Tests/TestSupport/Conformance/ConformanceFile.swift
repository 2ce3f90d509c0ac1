/// A file of the shared material that others wrote, as its index describes it.
public struct ConformanceFile: Sendable {
    /// Where it is in the material, below `conformance/`.
    public let path: String
    /// What it is: `tmx`, `xliff2`…
    public let kind: String
    /// What those who made it say: `valid`, `invalid` or `unknown`.
    public let declared: String
    /// Whether another parser finds it well-formed; nil where it is no XML.
    public let isWellFormed: Bool?
    /// The name of its document element.
    public let root: String
    /// The version that it says.
    public let version: String

    /// The name without folders.
    public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The repository that it comes from, as `owner/name`: its suite.
    public var suite: String {
        let folder = path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
        return folder.replacing("__", with: "/")
    }

    /// The files of some kinds in the order of the index.
    public static func all(_ kinds: Set<String>) throws -> [ConformanceFile] {
        try SharedMaterial.text("conformance/INDEX.tsv").split(whereSeparator: \.isNewline).dropFirst()
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
            .filter { $0.count > 5 && kinds.contains($0[1]) }
            .map {
                ConformanceFile(
                    path: $0[0], kind: $0[1], declared: $0[2],
                    isWellFormed: $0[3] == "yes" ? true : $0[3].hasPrefix("no:") ? false : nil, root: $0[4],
                    version: $0[5])
            }
    }
}
