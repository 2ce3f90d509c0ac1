internal import TextFiles
internal import UnicodeText

/// The files that letters are made from, each by a hash of what it holds.
///
/// A file that is not there counts too: it may come to be. A path that ends with a slash is a folder, and counts by its
/// names.
struct BuildInputs {
    private let project: Project
    private(set) var hashes: [(path: String, hash: String)] = []
    private var known: [String: String] = [:]

    /// The files of a project.
    init(_ project: Project) { self.project = project }

    /// The hash of what a path from the project's folder holds.
    static func hash(of path: String, in project: Project) -> String {
        let file = FilePath.join(project.root, path)
        if path.hasSuffix("/") {
            return ContentHash.of(Array(FilePath.names(in: file).joined(separator: "\0").utf8))
        }
        guard FilePath.exists(file), let bytes = try? FileReading.bytes(of: file) else { return "-" }
        return ContentHash.of(bytes)
    }

    /// Counts a file by its path as the program has it.
    mutating func add(_ path: String) {
        let name = project.relative(path)
        guard known[name] == nil else { return }
        let hash = Self.hash(of: name, in: project)
        known[name] = hash
        hashes.append((name, hash))
    }

    /// A hash of some of the files that were counted.
    func common(_ paths: [String]) -> ContentHash {
        var hash = ContentHash()
        for path in paths.map(project.relative) {
            hash.append(path)
            hash.append(known[path] ?? "-")
        }
        return hash
    }

    /// The files that a project's templates are in.
    static func templates(of project: Project) -> [String] {
        let folder = FilePath.join(project.root, "templates")
        return [folder + "/"]
            + FilePath.names(in: folder).map { FilePath.join(folder, $0) }
            .filter { !FilePath.isFolder($0) }
    }
}

extension Project {
    /// A path as it is from the project's folder, where it lies in it.
    func relative(_ path: String) -> String {
        if root == "." || root.isEmpty { return path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
        let prefix = root.hasSuffix("/") ? root : root + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }

    /// The same place with its path from the project's folder.
    func relative(_ location: SourceLocation) -> SourceLocation {
        SourceLocation(file: location.file.map(relative), line: location.line, column: location.column)
    }

    /// The same place with its path from where the program works.
    func absolute(_ location: SourceLocation) -> SourceLocation {
        SourceLocation(
            file: location.file.map { FilePath.join(root, $0) }, line: location.line, column: location.column)
    }
}
