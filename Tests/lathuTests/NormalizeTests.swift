import Foundation
import Testing

@Suite struct NormalizeTests {
    @Test func textBecomesNFC() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("Nguye\u{302}\u{303}n Va\u{306}n \u{110}a\u{300}i\r\n", to: "thu.txt")
            let result = try lathu.run("normalize", "thu.txt")
            #expect(result.status == 0)
            #expect(Array(result.output.utf8) == Array("Nguyễn Văn Đài\r\n".utf8))
            #expect(try lathu.run("normalize", "thu.txt", "--json").json.first?["isChanged"] as? Bool == true)
            #expect(try lathu.run("normalize", "thu.txt", "--in-place").output == "changed thu.txt\n")
            #expect(try lathu.run("normalize", "thu.txt", "--in-place").output == "thu.txt is in order\n")
            #expect(try lathu.read("thu.txt") == "Nguyễn Văn Đài\r\n")
        }
    }

    @Test func legacyEncodingsBecomeUTF8() throws {
        try CommandLine.inNewFolder { lathu throws in
            let legacy = Data([0x56, 0x69, 0xEA, 0xF2, 0x74, 0x20, 0x4E, 0x61, 0x6D, 0x0A])
            let result = try lathu.run(["normalize", "-", "--encoding", "windows-1258"], input: legacy)
            #expect(Array(result.output.utf8) == Array("Việt Nam\n".utf8))
            try lathu.write(legacy, to: "cu.txt")
            let arguments = ["normalize", "cu.txt", "--in-place", "--encoding", "windows-1258"]
            #expect(try lathu.run(arguments).status == 0)
            #expect(try lathu.read("cu.txt") == "Việt Nam\n")
        }
    }
}
