import Foundation
import Testing

@Suite struct InitTests {
    @Test func makesAProjectThatTheOtherCommandsFind() throws {
        try CommandLine.inNewFolder { lathu throws in
            let result = try lathu.run("init")
            #expect(result.status == 0)
            #expect(result.errors.isEmpty)
            #expect(result.output.contains("made lathu.yaml\n"))
            #expect(lathu.exists("locales/en/letters"))
            #expect(lathu.exists("locales/vi/letters"))
            #expect(try lathu.read("lathu.yaml").contains("source: en\ntargets: [vi]\n"))
            #expect(try lathu.read(".gitignore").contains("memory.sqlite\n"))
            let status = try lathu.run("status")
            #expect(status.status == 66)
            #expect(status.errors.contains("lathu letter import"))
        }
    }

    @Test(arguments: [
        (["--from", "vi"], "source: vi\ntargets: [en]\n"),
        (["--from", "en", "--to", "vi", "--to", "fr"], "source: en\ntargets: [vi, fr]\n"),
        (["thư chung", "--to", "km"], "source: en\ntargets: [km]\n"),
    ])
    func languages(arguments: [String], lines: String) throws {
        try CommandLine.inNewFolder { lathu throws in
            let result = try lathu.run(["init", "--json"] + arguments)
            #expect(result.status == 0)
            let made = try #require(result.json.first?["made"] as? [String])
            let file = try #require(made.first { $0.hasSuffix("lathu.yaml") })
            #expect(try lathu.read(file).contains(lines))
            for path in made { #expect(lathu.exists(path), "\(path)") }
        }
    }

    @Test func aProjectThatIsThereStays() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("source: fr\ntargets: [vi]\n", to: "lathu.yaml")
            let before = try lathu.snapshot()
            let result = try lathu.run("init")
            #expect(result.status == 73)
            #expect(result.output.isEmpty)
            #expect(result.errors.hasPrefix("lathu.yaml: error: there is a project here already\n"))
            #expect(try lathu.snapshot() == before)
        }
    }

    @Test func otherFilesStay() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("*.docx\n", to: ".gitignore")
            #expect(try lathu.run("init").status == 0)
            #expect(try lathu.read(".gitignore") == "*.docx\n")
        }
    }

    @Test(arguments: [
        (["--to", "vn"], "unknown locale “vn”; did you mean “vi”?"),
        (["--from", "tiếng Việt"], "unknown locale “tiếng Việt”"),
        (["--to", "xx-YY"], "unknown locale “xx-YY”"),
        (["--from", "vi", "--to", "vi"], "cannot be translated into vi"),
    ])
    func wrongLanguages(arguments: [String], message: String) throws {
        try CommandLine.inNewFolder { lathu throws in
            let result = try lathu.run(["init"] + arguments)
            #expect(result.status == 64)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains(message))
            #expect(try lathu.snapshot().isEmpty)
        }
    }

    @Test func aFileInTheWay() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("text\n", to: "thu")
            let result = try lathu.run("init", "thu")
            #expect(result.status == 73)
            #expect(result.errors.contains("thu: error: the folder cannot be made"))
            #expect(try lathu.snapshot().count == 1)
        }
    }
}
