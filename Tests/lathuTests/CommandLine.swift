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
        try run(arguments, input: Data(input.utf8))
    }

    /// The same with the bytes of standard input, and with variables of the environment.
    func run(_ arguments: [String], input: Data = Data(), environment: [String: String] = [:]) throws
        -> Result
    {
        try Self.finish(process(arguments, environment: environment), input: input)
    }

    /// Runs a process to its end.
    ///
    /// - Parameter output: where its standard output goes instead of into the result.
    static func finish(_ process: Process, input: Data = Data(), output: FileHandle? = nil) throws -> Result {
        // Files, since a pipe that nobody empties would stop the program.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "lathu-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let files = ["in", "out", "err"].map { scratch.appending(path: $0) }
        try input.write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try output ?? FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }

    /// Runs the program in a new folder that is gone afterwards.
    static func inNewFolder(_ name: String = "", _ body: (CommandLine) throws -> Void) throws {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "lathu-\(UUID().uuidString)")
        let folder = name.isEmpty ? scratch : scratch.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        try body(CommandLine(in: folder))
    }

    /// What the sample project consists of.
    static let sampleFiles = ["lathu.yaml", "locales", "glossary", "recipients.csv"]

    /// Runs the program in a copy of the sample project.
    static func inSampleProject(_ body: (CommandLine) throws -> Void) throws {
        try inNewFolder { lathu throws in
            let root = URL(filePath: SharedMaterial.packageRoot)
            for name in Self.sampleFiles {
                try FileManager.default.copyItem(
                    at: root.appending(path: name), to: lathu.folder.appending(path: name))
            }
            try body(lathu)
        }
    }

    /// The same program in a folder of this one.
    func at(_ name: String) throws -> CommandLine {
        let inner = folder.appending(path: name)
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        return CommandLine(in: inner)
    }

    /// Every file and folder below, with the bytes of files.
    func snapshot() throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let file = folder.appending(path: name)
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
            found[name] = isFolder.boolValue ? Data("folder".utf8) : try Data(contentsOf: file)
        }
        return found
    }

    func write(_ data: Data, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func write(_ text: String, to name: String) throws {
        try write(Data(text.utf8), to: name)
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: name).path)
    }
}
