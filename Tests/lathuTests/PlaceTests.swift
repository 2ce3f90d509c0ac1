import Foundation
import Testing

/// Where projects lie and where commands are run.
@Suite struct PlaceTests {
    /// The same from the project's folder, from folders in it, and from elsewhere.
    @Test(
        arguments: [
            (".", []), ("locales/vi/letters", []), ("ghi chú/bản nháp", []),
            ("../bên cạnh", ["--project", "../Thư ngỏ 2017"]),
        ] as [(String, [String])])
    func everyCommandFindsTheProject(folder: String, arguments: [String]) throws {
        try CommandLine.inSampleProject { sample throws in
            try CommandLine.inNewFolder("Thư ngỏ 2017") { project throws in
                for name in CommandLine.sampleFiles {
                    try FileManager.default.copyItem(atPath: sample.path(name), toPath: project.path(name))
                }
                let lathu = try project.at(folder)
                try lathu.write(LetterImportTests.page, to: "trang web.txt")
                let imported = ["letter", "import", "trang web.txt", "--id", "nga"]
                #expect(try lathu.run(imported + arguments).status == 0)
                #expect(project.exists("locales/en/letters/nga.md"))
                #expect(try lathu.run(["fill"] + arguments).status == 0)
                #expect(project.exists("locales/vi/letters/nga.po"))
                #expect(project.exists("memory.sqlite"))
                #expect(try lathu.run(["status", "apec-2017"] + arguments).status == 0)
                #expect(try lathu.run(["status"] + arguments).status == 1)
                let search = try lathu.run(["search", "Geneva", "--json"] + arguments)
                #expect(search.output.contains("\"target\":\"Geneva\""))
                #expect(try lathu.run(["build", "--allow-incomplete"] + arguments).status == 0)
                #expect(project.exists("build/letters/nga/all/vi.html"))
                #expect(try lathu.run(["memory", "info"] + arguments).status == 0)
            }
        }
    }

    @Test func pathsInMessagesLeadThere() throws {
        try CommandLine.inSampleProject { lathu throws in
            let inner = try lathu.at("a/b")
            let result = try inner.run("build", "upr-2019", "--to", "vi")
            #expect(result.output.contains("wrote ../../build/letters/upr-2019/"))
            #expect(result.output.contains("  ../../locales/vi/letters/upr-2019.po:"))
            let byPath = try inner.run("status", "../../locales/en/letters/apec-2017.md")
            #expect(byPath.status == 0)
        }
    }

    @Test func outsideOfAnyProject() throws {
        try CommandLine.inNewFolder { lathu throws in
            for command in ["fill", "status", "build"] {
                let result = try lathu.run(command)
                #expect(result.status == 66)
                #expect(result.output.isEmpty)
                #expect(result.errors.hasPrefix("error: this folder belongs to no letter project\n"))
            }
            let memory = try lathu.run("memory", "info")
            #expect(memory.status == 64)
            #expect(memory.errors.contains("--memory PATH"))
            let search = try lathu.run("search", "a", "--memory", "m.sqlite")
            #expect(search.status == 64)
            #expect(search.errors.contains("--from LOCALE"))
        }
    }
}
