import Foundation
import Testing

@Suite struct NormalizeRepairTests {
    private let damaged = "Điều 1.\nCó b\u{301}nh đẳng và kư kết.\nHòa bình.\n"
    private let repaired = "Điều 1.\nCó bình đẳng và ký kết.\nHòa bình.\n"

    @Test func standardInputToStandardOutput() throws {
        try CommandLine.inNewFolder { lathu in
            let result = try lathu.run("normalize", "-", input: damaged)
            #expect(result.status == 0 && result.output == repaired && result.errors == "")
            #expect(try lathu.run("normalize", "-", input: repaired).output == repaired)
            #expect(try lathu.run("normalize", "-", "--tone", "new", input: "hòa\n").output == "hoà\n")
            #expect(try lathu.run("normalize", "-", "--in-place").status == 64)
        }
    }

    @Test func checkAndDiffWriteNothing() throws {
        try CommandLine.inNewFolder { lathu in
            try lathu.write(damaged, to: "thu.txt")
            try lathu.write(repaired, to: "sach.txt")
            #expect(try lathu.run("normalize", "--check", "thu.txt").status == 1)
            #expect(try lathu.run("normalize", "--check", "sach.txt").status == 0)
            let diff = try lathu.run("normalize", "--diff", "--check", "thu.txt")
            #expect(diff.status == 1)
            let lines = diff.output.split(separator: "\n").map { String($0) }
            #expect(lines.contains("@@ -1,3 +1,3 @@") && lines.contains("+Có bình đẳng và ký kết."))
            #expect(try lathu.run("normalize", "--diff", "sach.txt").output == "")
            #expect(try lathu.read("thu.txt").unicodeScalars.elementsEqual(damaged.unicodeScalars))
        }
    }

    @Test func inPlaceKeepsWhatWas() throws {
        try CommandLine.inNewFolder { lathu in
            try lathu.write(damaged, to: "thu.txt")
            #expect(try lathu.run("normalize", "--in-place", "thu.txt").output == "changed thu.txt\n")
            #expect(try lathu.read("thu.txt") == repaired)
            #expect(try lathu.read("thu.txt.orig").unicodeScalars.elementsEqual(damaged.unicodeScalars))
            #expect(try lathu.run("normalize", "--in-place", "thu.txt").output == "thu.txt is in order\n")
            #expect(!lathu.exists("thu.txt.orig.2"))
            try lathu.write(damaged, to: "thu.txt")
            _ = try lathu.run("normalize", "--in-place", "thu.txt")
            #expect(lathu.exists("thu.txt.orig.2"))
        }
    }

    @Test func jsonSaysWhatWhereAndWhy() throws {
        try CommandLine.inNewFolder { lathu in
            let result = try lathu.run("normalize", "--json", "-", input: damaged)
            let report = try #require(result.json.first)
            #expect(report["encoding"] as? String == "UTF-8" && report["isChanged"] as? Bool == true)
            let changes = try #require(report["changes"] as? [[String: Any]])
            #expect(changes.map { $0["after"] as? String } == ["bình", "ký"])
            #expect(changes[0]["line"] as? Int == 2 && changes[0]["column"] as? Int == 4)
            #expect(changes[0]["offset"] as? Int == 11)
            #expect(changes[1]["reasons"] as? [String] == ["windows-1258"])
        }
    }

    @Test func legacyEncodings() throws {
        try CommandLine.inNewFolder { lathu in
            let viqr = "Mo.i ngu+o+`i sinh ra dde^`u ddu+o+.c tu+. do va` bi`nh dda(?ng."
            let text = "Mọi người sinh ra đều được tự do và bình đẳng."
            #expect(try lathu.run("normalize", "--encoding", "viqr", "-", input: viqr).output == text)
            #expect(try lathu.run("normalize", "--encoding", "auto", "-", input: viqr).output == text)
            #expect(try lathu.run("normalize", "-", input: viqr).output == viqr)
            // The beginning of the same sentence in TCVN3.
            let tcvn3: [UInt8] = [
                0x4D, 0xE4, 0x69, 0x20, 0x6E, 0x67, 0xAD, 0xEA, 0x69, 0x20, 0xAE, 0xD2, 0x75, 0x20, 0xAE,
                0xAD,
                0xEE, 0x63, 0x20, 0x74, 0xF9, 0x20, 0x64, 0x6F,
            ]
            try Data(tcvn3).write(to: lathu.folder.appending(path: "cu.txt"))
            for arguments in [["--encoding", "ABC"], []] {
                let process = lathu.process(["normalize", "cu.txt"] + arguments)
                let pipe = Pipe()
                process.standardOutput = pipe
                process.standardError = Pipe()
                try process.run()
                let output = pipe.fileHandleForReading.readDataToEndOfFile()
                process.waitUntilExit()
                #expect(String(decoding: output, as: UTF8.self) == "Mọi người đều được tự do")
            }
            #expect(try lathu.run("normalize", "--encoding", "khong-co", "cu.txt").status == 64)
            #expect(try lathu.run("normalize", "--encoding", "viqr", "cu.txt").status == 65)
            try Data([0x61, 0xFF, 0xFE, 0x20]).write(to: lathu.folder.appending(path: "la.txt"))
            #expect(try lathu.run("normalize", "la.txt").status == 65)
        }
    }
}
