import Foundation
import Testing

/// A build that somebody interrupts while another program works for it: it ends by the signal, takes that program
/// along, and leaves nothing behind.
@Suite struct InterruptionTests {
    #if os(Linux)
        private static let isLinux = true
    #else
        private static let isLinux = false
    #endif

    /// Whoever runs the tests may ignore signals, and what a caller ignores stays ignored.
    private static func restoreSignals(_ process: Process) {
        guard let program = process.executableURL?.path else { return }
        process.arguments = ["--default-signal=INT,TERM,HUP", program] + (process.arguments ?? [])
        process.executableURL = URL(filePath: "/usr/bin/env")
    }

    @Test(.enabled(if: isLinux), arguments: [SIGINT, SIGTERM, SIGHUP]) func nothingIsLeftBehind(signal: Int32)
        throws
    {
        try CommandLine.inSampleProject { lathu throws in
            let bin = try lathu.at("bin"), scratch = try lathu.at("scratch")
            // A pandoc that takes its time, and writes what it does not finish.
            try bin.write(
                """
                #!/bin/sh
                echo half > letter.part
                echo $$ > '\(lathu.path("pid"))'
                exec sleep 60

                """, to: "pandoc")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: bin.path("pandoc"))
            let before = try lathu.snapshot()
            let process = lathu.process(
                ["build", "apec-2017", "--to", "vi", "--formats", "html,txt,docx"],
                environment: [
                    "PATH": bin.folder.path + ":/usr/bin:/bin", "TMPDIR": scratch.folder.path,
                ])
            Self.restoreSignals(process)
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            for _ in 0..<3000 where !lathu.exists("pid") { usleep(10_000) }
            let child = try #require(
                Int32(try lathu.read("pid").trimmingCharacters(in: .whitespacesAndNewlines)))
            #expect(try !scratch.snapshot().isEmpty)
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
            #expect(process.terminationReason == .uncaughtSignal)
            #expect(process.terminationStatus == signal)
            // Whoever takes orphans over may need a moment to let the program go.
            for _ in 0..<200 where kill(child, 0) == 0 { usleep(10_000) }
            #expect(kill(child, 0) != 0)
            try FileManager.default.removeItem(atPath: lathu.path("pid"))
            var after = try lathu.snapshot()
            // The folder that files were to be put in may be there; nothing is in it.
            for name in ["build", "build/letters"] { after[name] = nil }
            #expect(after == before, "\(after.keys.filter { before[$0] == nil })")
        }
    }

    /// Without such a build in between, the next one is whole.
    @Test(.enabled(if: isLinux)) func theNextBuildIsWhole() throws {
        try CommandLine.inSampleProject { lathu throws in
            for round in 0..<6 {
                let process = lathu.process(["build", "apec-leaders", "--force"])
                Self.restoreSignals(process)
                process.standardOutput = FileHandle.nullDevice
                process.standardError = FileHandle.nullDevice
                try process.run()
                usleep(UInt32.random(in: 5_000...400_000))
                kill(process.processIdentifier, round % 2 == 0 ? SIGINT : SIGTERM)
                process.waitUntilExit()
                let left = try lathu.snapshot().keys.filter { $0.contains(".staging") || $0.contains(".tmp") }
                #expect(left.isEmpty, "\(left)")
            }
            #expect(try lathu.run("build", "apec-leaders").status == 0)
            let built = try lathu.at("build").snapshot()
            try FileManager.default.removeItem(atPath: lathu.path("build"))
            #expect(try lathu.run("build", "apec-leaders").status == 0)
            #expect(try lathu.at("build").snapshot() == built)
        }
    }
}
