internal import Foundation

/// Programs that open what was built, where they are installed.
public enum Programs {
    /// Whether all of some programs are there; says so where one is not.
    public static func has(_ names: String...) -> Bool {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        for name in names
        where !folders.contains(where: { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }) {
            print("skipped: \(name) is not installed")
            return false
        }
        return true
    }

    /// Runs a program to its end.
    /// - Parameter folder: where it runs; nil for here.
    /// - Returns: its status and what it wrote to both streams.
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
}
