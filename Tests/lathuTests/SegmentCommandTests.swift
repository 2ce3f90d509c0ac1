import Foundation
import Testing

@Suite struct SegmentCommandTests {
    private func segments(_ text: String, _ arguments: [String]) throws -> [[String: Any]] {
        var found: [[String: Any]] = []
        try CommandLine.inNewFolder { lathu throws in
            let result = try lathu.run(["segment", "-", "--json"] + arguments, input: Data(text.utf8))
            #expect(result.status == 0)
            #expect(result.errors.isEmpty)
            #expect(result.json.count == result.output.split(separator: "\n").count)
            found = result.json
        }
        return found
    }

    @Test(
        arguments: [
            ("", [], []),
            ("\n \n", [], []),
            ("One. Two.\n", [], ["1/1 One.", "1/1 Two."]),
            ("One\ntwo.\n\nThree.", [], ["1/1 One two.", "4/2 Three."]),
            ("One\r\ntwo.\r\n\r\nThree.\r\n", [], ["1/1 One two.", "4/2 Three."]),
            ("One\ntwo.\n\nThree.", ["--lines"], ["1/1 One", "2/2 two.", "4/3 Three."]),
            (
                "Mr. Dai was arrested. He is held.", ["--locale", "en"],
                ["1/1 Mr. Dai was arrested.", "1/1 He is held."]
            ),
            (
                "TP. Hồ Chí Minh rất đông. Ông Đài bị bắt.", ["--locale", "vi"],
                ["1/1 TP. Hồ Chí Minh rất đông.", "1/1 Ông Đài bị bắt."]
            ),
            ("\u{FEFF}Kính gửi Quý vị,", ["--locale", "vi"], ["1/1 Kính gửi Quý vị,"]),
            ("Nguye\u{302}\u{303}n Va\u{306}n \u{110}a\u{300}i", ["--lines"], ["1/1 Nguyễn Văn Đài"]),
        ] as [(String, [String], [String])])
    func textBecomesSegments(text: String, arguments: [String], expected: [String]) throws {
        let found = try segments(text, arguments).map {
            #expect($0.keys.sorted() == ["block", "kind", "line", "text"])
            return "\($0["line"] as? Int ?? 0)/\($0["block"] as? Int ?? 0) \($0["text"] as? String ?? "")"
        }
        #expect(found.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    }

    @Test func lettersAreReadAsLetters() throws {
        try CommandLine.inSampleProject { lathu throws in
            let result = try lathu.run("segment", "locales/en/letters/apec-2017.md", "--json")
            #expect(result.status == 0)
            let kinds = result.json.map { $0["kind"] as? String }
            #expect(kinds.prefix(4) == ["title", "place", "recipient", "salutation"])
            #expect(kinds.last == "closing")
            #expect(Set(kinds).isSuperset(of: ["heading", "paragraph", "list item", "quotation"]))
            #expect(
                result.json.contains {
                    $0["text"] as? String
                        == "Vietnam’s human rights record is poor, and <1>it is getting worse</1>."
                })
            let blocks = result.json.compactMap { $0["block"] as? Int }
            #expect(blocks == blocks.sorted())
            let text = try lathu.run("segment", "locales/en/letters/apec-2017.md").output
            #expect(text.split(separator: "\n").map(String.init) == result.json.map { $0["text"] as? String })
        }
    }

    @Test func theFileNameSaysTheLanguage() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("TP. Hồ Chí Minh rất đông.", to: "thu.vi.txt")
            #expect(try lathu.run("segment", "thu.vi.txt").output == "TP. Hồ Chí Minh rất đông.\n")
        }
    }

    @Test func otherEncodings() throws {
        try CommandLine.inNewFolder { lathu throws in
            // “Việt Nam” in windows-1258: ê, then a combining dot below.
            try lathu.write(Data([0x56, 0x69, 0xEA, 0xF2, 0x74, 0x20, 0x4E, 0x61, 0x6D]), to: "cu.txt")
            let result = try lathu.run("segment", "cu.txt", "--encoding", "windows-1258")
            #expect(result.output == "Việt Nam\n")
            try lathu.write(try #require("Việt Nam".data(using: .utf16)), to: "utf16.txt")
            #expect(try lathu.run("segment", "utf16.txt").output == "Việt Nam\n")
        }
    }

    @Test func aCompleteRulesFileIsFollowedToTheLetter() throws {
        let rules = """
            <srx xmlns="http://www.lisa.org/srx20" version="2.0">
            <header segmentsubflows="yes" cascade="no"/><body><languagerules>
            <languagerule languagerulename="a"><rule><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule>
            </languagerule></languagerules><maprules>
            <languagemap languagepattern="en" languagerulename="a"/></maprules></body></srx>
            """
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write(rules, to: "own.srx")
            try lathu.write("One. Two; three.\n", to: "a.txt")
            #expect(try lathu.run("segment", "a.txt").output == "One.\nTwo; three.\n")
            #expect(try lathu.run("segment", "a.txt", "--srx", "own.srx").output == "One. Two;\nthree.\n")
            let vietnamese = try lathu.run("segment", "a.txt", "--srx", "own.srx", "--locale", "vi")
            #expect(vietnamese.status == 65)
            #expect(vietnamese.errors.contains("own.srx: no <languagemap> is for “vi”"))
            #expect(try lathu.run("segment", "a.txt", "--srx", "gone.srx").status == 66)
            try lathu.write("source: en\nsegmentation: own.srx\n", to: "lathu.yaml")
            #expect(try lathu.run("segment", "a.txt").output == "One. Two;\nthree.\n")
        }
    }
}
