internal import Foundation

/// GNU gettext, where it is installed.
public enum Gettext {
    /// Whether `msgfmt` is there.
    public static let isInstalled = (try? run("msgfmt", ["--version"]))?.status == 0

    /// Runs one of its programs; the output holds both streams.
    public static func run(
        _ program: String, _ arguments: [String], in folder: String? = nil
    ) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["LC_ALL=C.UTF-8", program] + arguments
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    /// What `msgfmt --check` has to say of a catalog; empty where it takes it, or is not installed.
    public static func problems(of catalog: String) throws -> String {
        guard isInstalled else { return "" }
        return try withTemporaryFolder { folder in
            let file = folder + "/catalog.po"
            try Data(catalog.utf8).write(to: URL(filePath: file))
            let result = try run("msgfmt", ["--check", "-o", "/dev/null", file])
            return result.status == 0 ? "" : "status \(result.status): \(result.output)"
        }
    }
}
