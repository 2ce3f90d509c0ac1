import Foundation
import Testing

/// How the program speaks: to people, to other programs, to those who stop listening.
@Suite struct OutputTests {
    private static let escape = "\u{1B}"

    /// Runs a command of a shell with the program as `$LATHU`; `pipefail` makes a failure on the left of a
    /// pipe the status of the whole.
    private func shell(_ lathu: CommandLine, _ command: String) throws -> CommandLine.Result {
        let process = lathu.process([], environment: ["LATHU": CommandLine.program.path, "TERM": "xterm"])
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["bash", "-o", "pipefail", "-c", command]
        return try CommandLine.finish(process)
    }

    @Test(arguments: [
        "status", "build --allow-incomplete", "search arrested --threshold 0", "memory info",
        "fill --dry-run",
        "segment locales/en/letters/apec-2017.md", "status --list", "build nobody", "--help",
    ])
    func noEscapeCodesWhereThereIsNoTerminal(command: String) throws {
        try CommandLine.inSampleProject { lathu throws in
            #expect(try lathu.run("fill").status == 0)
            let result = try lathu.run(
                command.split(separator: " ").map(String.init),
                environment: ["TERM": "xterm-256color", "CLICOLOR_FORCE": "1"])
            #expect(!result.output.contains(Self.escape))
            #expect(!result.errors.contains(Self.escape))
        }
    }

    /// A terminal can be had where `script` is installed and the system hands out pseudo-terminals, which
    /// bare containers do not.
    private static let hasTerminal: Bool = {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/script") else { return false }
        let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        if terminal >= 0 { close(terminal) }
        return terminal >= 0
    }()

    /// Runs a command on a terminal of 60 columns.
    private func onTerminal(_ lathu: CommandLine, _ command: String) throws -> String {
        try shell(
            lathu, "script -qec 'stty cols 60; \(command)' /dev/null"
        ).output.replacingOccurrences(of: "\r\n", with: "\n")
    }

    #if os(Linux)
        @Test(.enabled(if: hasTerminal, "no pseudo-terminal, or no script"))
        func coloursOnATerminalUnlessNoColor() throws {
            try CommandLine.inSampleProject { lathu throws in
                #expect(try lathu.run("fill").status == 0)
                let search = "search \"Their trials were trials in name.\""
                let coloured = try onTerminal(lathu, "$LATHU \(search)")
                #expect(coloured.contains("\(Self.escape)[33m"))
                let plain = try onTerminal(lathu, "NO_COLOR=1 $LATHU \(search)")
                #expect(plain.contains("→"))
                #expect(!plain.contains(Self.escape))
                let dumb = try onTerminal(lathu, "TERM=dumb $LATHU \(search)")
                #expect(!dumb.contains(Self.escape))
            }
        }

        @Test(.enabled(if: hasTerminal, "no pseudo-terminal, or no script"))
        func longTextIsBrokenToTheTerminal() throws {
            try CommandLine.inSampleProject { lathu throws in
                #expect(try lathu.run("fill").status == 0)
                let search = "search \"What they punished was free expression.\" --threshold 0"
                let shown = try onTerminal(lathu, "NO_COLOR=1 $LATHU \(search)")
                #expect(shown.contains("\n        "))
                for line in shown.split(separator: "\n") { #expect(line.count <= 60, "\(line)") }
            }
        }
    #endif

    @Test(arguments: ["segment big.txt", "segment big.txt --json", "normalize big.txt", "--help"])
    func whoeverStopsReadingIsNoFailure(command: String) throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write(String(repeating: "Hãy trả tự do cho họ.\n\n", count: 20_000), to: "big.txt")
            let result = try shell(lathu, "\"$LATHU\" \(command) | head -1")
            #expect(result.status == 0)
            #expect(result.errors.isEmpty)
            #expect(result.output.split(separator: "\n").count == 1)
        }
    }

    #if os(Linux)
        @Test(arguments: [
            "segment a.txt > /dev/full", "normalize a.txt > /dev/full", "segment a.txt --json > /dev/full",
        ])
        func aFullDiskIsAFailure(command: String) throws {
            try CommandLine.inNewFolder { lathu throws in
                try lathu.write("Kính gửi Quý vị,\n", to: "a.txt")
                let result = try shell(lathu, "\"$LATHU\" \(command)")
                #expect(result.status == 74)
                #expect(
                    result.errors == "error: standard output cannot be written: No space left on device\n")
            }
        }

        /// The device stays a device: nothing is put in its place.
        @Test func aDeviceAsOutput() throws {
            try CommandLine.inNewFolder { lathu throws in
                #expect(try lathu.run("init").status == 0)
                try lathu.write(LetterImportTests.page, to: "page.txt")
                let letter = try lathu.run("letter", "import", "page.txt", "--output", "/dev/full", "--force")
                #expect(letter.status == 74)
                #expect(letter.output.isEmpty)
                #expect(letter.errors == "/dev/full: error: cannot be written: No space left on device\n")
                try lathu.write("Hello.\tXin chào.\n", to: "a.tsv")
                #expect(try lathu.run("memory", "import", "a.tsv").status == 0)
                let export = try lathu.run("memory", "export", "/dev/full", "--format", "tsv")
                #expect(export.status == 74)
                #expect(export.output.isEmpty)
                let null = try lathu.run("memory", "export", "/dev/null", "--format", "tsv")
                #expect(null.status == 0)
                for device in ["/dev/full", "/dev/null"] {
                    let type = try FileManager.default.attributesOfItem(atPath: device)[.type]
                    #expect(type as? FileAttributeType == .typeCharacterSpecial)
                }
                #expect(
                    try FileManager.default.contentsOfDirectory(atPath: "/dev").allSatisfy {
                        !$0.hasSuffix(".tmp")
                    })
            }
        }
    #endif

    @Test func messagesGoToStandardErrorAlone() throws {
        try CommandLine.inSampleProject { lathu throws in
            try lathu.write("---\ntitel: Thư\n---\nA.\n", to: "locales/en/letters/odd.md")
            let result = try lathu.run("segment", "locales/en/letters/odd.md", "--json")
            #expect(result.status == 0)
            #expect(result.json.count == 1)
            #expect(result.errors.contains("odd.md:2:8: warning: unknown key “titel”"))
            #expect(result.errors.contains("did you mean “title”?"))
            let verbose = try lathu.run("fill", "apec-2017", "--json", "--verbose")
            #expect(verbose.json.count == verbose.output.split(separator: "\n").count)
            #expect(verbose.errors.contains("lathu: opened memory"))
        }
    }
}
