import Foundation
import TestSupport
import Testing

/// Runs the built program as its users do.
struct CommandLine {
    /// What a run left behind.
    struct Result {
        let status: Int32
        let output: String
        let errors: String

        /// Standard output as JSON, one value a line.
        var json: [[String: Any]] {
            output.split(separator: "\n").compactMap {
                try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
            }
        }
    }

    /// The program stands beside the test bundle.
    static let program: URL = {
        #if os(macOS)
            let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
            return (bundle ?? Bundle.main.bundleURL).deletingLastPathComponent().appending(path: "lathu")
        #else
            return URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
                .appending(path: "lathu")
        #endif
    }()

    /// The folder it runs in.
    let folder: URL

    init(in folder: URL) { self.folder = folder }

    func process(_ arguments: [String], environment: [String: String] = [:]) -> Process {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
            .merging(environment) { $1 }
        return process
    }

    /// Runs the program and waits for it.
    func run(_ arguments: String..., input: String = "") throws -> Result {
        let process = process(arguments)
        // Files, since a pipe that nobody empties would stop the program.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "lathu-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let files = ["in", "out", "err"].map { scratch.appending(path: $0) }
        try Data(input.utf8).write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }

    /// Runs the program in a new folder that is gone afterwards.
    static func inNewFolder(_ body: (CommandLine) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lathu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(CommandLine(in: folder))
    }

    func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: name).path)
    }
}

@Suite struct HelpTests {
    /// Whoever asks for help gets an example.
    @Test func everyCommandShowsAnExample() throws {
        try CommandLine.inNewFolder { lathu in
            let commands = [
                ["init"], ["letter", "import"], ["segment"], ["memory", "import"], ["memory", "export"],
                ["memory", "info"], ["search"], ["fill"], ["status"], ["build"], ["normalize"],
            ]
            for command in commands {
                let process = lathu.process(command + ["--help"])
                let pipe = Pipe()
                process.standardOutput = pipe
                try process.run()
                let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
                process.waitUntilExit()
                #expect(process.terminationStatus == 0)
                #expect(text.contains("Example:\n"), "\(command)")
                #expect(text.contains("--json"), "\(command)")
            }
        }
    }
}
