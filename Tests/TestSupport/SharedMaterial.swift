internal import Foundation

/// Material that is too large or not ours to keep in the repository: the folder that `LATHU_SHARED`
/// names, else `../shared` beside the repository. Tests that read it are skipped where it is absent.
public enum SharedMaterial {
    /// The root of the repository.
    public static let packageRoot: String = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// The path of a file of the material, whether it is there or not.
    public static func path(_ name: String) -> String {
        let given = ProcessInfo.processInfo.environment["LATHU_SHARED"]
        let folder = given.flatMap { $0.isEmpty ? nil : $0 } ?? packageRoot + "/../shared"
        return URL(filePath: folder).appending(path: name).standardizedFileURL.path
    }

    /// Whether a file of the material is there; says so where it is not.
    public static func has(_ name: String) -> Bool {
        if FileManager.default.fileExists(atPath: path(name)) { return true }
        print("skipped: \(name) is not in the shared material (LATHU_SHARED)")
        return false
    }

    /// The paths below a folder of the material that have one of the extensions, in order.
    public static func files(in folder: String, extensions: Set<String>) -> [String] {
        let found = FileManager.default.enumerator(atPath: path(folder))
        return (found?.compactMap { $0 as? String } ?? [])
            .filter { extensions.contains(URL(filePath: $0).pathExtension) }.sorted()
    }

    /// A text file of the material, through gzip where its name ends in `.gz`.
    public static func text(_ name: String) throws -> String {
        guard name.hasSuffix(".gz") else { return try String(contentsOfFile: path(name), encoding: .utf8) }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", path(name)]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    /// A column, counted from 0, of every so many rows of a TSV file of the material.
    public static func column(_ column: Int, of name: String, every step: Int) throws -> [String] {
        try text(name).split(separator: "\n").enumerated().filter { $0.offset % step == 0 }
            .compactMap {
                $0.element.split(separator: "\t", omittingEmptySubsequences: false).dropFirst(column).first
            }
            .map(String.init)
    }
}
