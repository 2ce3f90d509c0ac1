import Foundation
import Testing

/// GNU gettext, where it is installed.
enum Gettext {
    private static let isInstalled = (try? run(["--version"], input: "")) == 0

    /// Expects `msgfmt --check` to take a catalog.
    static func check(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
        guard isInstalled else { return }
        try #expect(run(["--check", "-o", "/dev/null"], input: text) == 0, sourceLocation: sourceLocation)
    }

    private static func run(_ arguments: [String], input: String) throws -> Int32 {
        try withTemporaryFolder { folder in
            let file = URL(filePath: folder).appending(path: "catalog.po")
            try Data(input.utf8).write(to: file)
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["LC_ALL=C.UTF-8", "msgfmt"] + arguments + [file.path]
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus
        }
    }
}
