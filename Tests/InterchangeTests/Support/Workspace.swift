import Foundation
import Testing

/// A folder for one test.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lathu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
}

/// Files of other tools, beside the project; tests that read them are skipped where they are absent.
enum Shared {
    static let root: String = {
        if let given = ProcessInfo.processInfo.environment["LATHU_SHARED"] { return given }
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return package.deletingLastPathComponent().appendingPathComponent("shared").path
    }()

    static func folder(_ name: String) -> String { root + "/" + name }

    static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder(name)) }

    /// The paths below a folder that end so, in order.
    static func files(in name: String, extensions: Set<String>) -> [String] {
        let found = FileManager.default.enumerator(atPath: folder(name))
        return (found?.compactMap { $0 as? String } ?? [])
            .filter { extensions.contains(($0 as NSString).pathExtension) }.sorted()
    }
}

/// GNU gettext, where it is installed.
enum Gettext {
    static let isInstalled = (try? run("msgfmt", ["--version"]))?.status == 0

    /// Runs one of its programs; its output holds both streams.
    static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["LC_ALL=C.UTF-8", program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}

/// The same numbers every time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
