import Letters
import TestSupport
import Testing
import TextFiles
import UnicodeText

@Suite struct SignatoriesTests {
    private func read(_ csv: String) throws -> [Signatory] {
        try withTemporaryFolder { folder in
            try FileWriting.write(csv, to: folder + "/names.csv")
            return try readLetter(
                "---\nsignatories: names.csv\n---\n", file: folder + "/appeal.md"
            ).letter.signatories
        }
    }

    @Test func inTheFrontMatter() throws {
        let signatories = try readLetter(
            """
            ---
            signatories:
              - First
              - name: Second
                vi: Thứ Hai
                zh-Hant: 第二
              - "#Third: “x”"
            ---
            """
        ).letter.signatories
        #expect(signatories.map(\.name.text) == ["First", "Second", "#Third: “x”"])
        #expect(signatories[1].name.text(in: .vietnamese) == "Thứ Hai")
        #expect(signatories[1].name.text(in: try LocaleID("vi-VN")) == "Thứ Hai")
        #expect(signatories[1].name.text(in: try LocaleID("zh-Hans")) == "Second")
        #expect(signatories[1].name.text(in: try LocaleID("zh-TW")) == "第二")
    }

    @Test(arguments: [
        "name,vi\nFirst,Thứ Nhất\nSecond,\n",
        "name;vi\r\nFirst;Thứ Nhất\r\nSecond;\r\n",
        "vi,Name ,founded\n\"Thứ Nhất\",\"First\",1990\n\n , ,\n,Second\n",
        "\u{FEFF}name,vi\rFirst,\"Thứ\nNhất\"\rSecond",
        "name,vi,,\nFirst,Thứ Nhất,,\nSecond,,,,\n",
    ])
    func inAFile(csv: String) throws {
        let signatories = try read(csv)
        #expect(signatories.map(\.name.text) == ["First", "Second"])
        #expect(signatories.map { $0.name.text(in: .vietnamese) } == ["Thứ Nhất", "Second"])
    }

    @Test(arguments: [
        ("title,vi\na,b\n", 1, "has no column “name”"),
        ("", 1, "is empty"),
        ("name,vi\n,Một\n", 2, "a signatory has no name"),
        ("name,vi\na,b,c\n", 2, "has 3 cells where the header has 2"),
        ("name,vi\n\"a,b\n", 2, "a quotation mark is not closed"),
        ("name,vi,VI\na,b,c\n", 1, "has two columns “vi”"),
    ])
    func wrongFiles(csv: String, line: Int, message: String) throws {
        let error = #expect(throws: LathuError.self) { try read(csv) }
        #expect(error?.code == .invalidData)
        #expect(error?.diagnostics.first?.message.contains(message) == true, "\(error?.description ?? "")")
        #expect(error?.diagnostics.first?.location?.line == line)
    }

    @Test func whatIsKnownBesidesTheName() throws {
        let signatories = try read(
            "name,vi,Country,link,anonymous,date\nFirst,Thứ Nhất,vn,https://example.org/a,,2017-11-01\nSecond,,,,yes,\n"
        )
        #expect(signatories[0].country?.code == "VN")
        #expect(signatories[0].link == "https://example.org/a")
        #expect(signatories[0].date?.description == "2017-11-01")
        #expect(signatories.map(\.isAnonymous) == [false, true])
        for (csv, message) in [
            ("name,country\nA,Vietnam\n", "“country” cannot be “Vietnam”"),
            ("name,link\nA,javascript:alert(1)\n", "“link” cannot be “javascript:alert(1)”"),
            ("name,anonymous\nA,maybe\n", "“anonymous” cannot be “maybe”"),
            ("name,date\nA,7.11.2017\n", "“date” cannot be “7.11.2017”"),
        ] {
            let error = #expect(throws: LathuError.self) { try read(csv) }
            #expect(error?.diagnostics.first?.message == message)
            #expect(error?.diagnostics.first?.location?.line == 2)
        }
    }

    @Test func howTheyAreSet() throws {
        let result = try readLetter(
            """
            ---
            signatories:
              list: [{name: A, date: 2017-11-08}, {name: B, anonymous: yes}, C]
              order: sorted
              columns: 3
              count: true
              limit: 40
              until: 2017-11-07
            ---
            """)
        let letter = result.letter
        #expect(letter.signatories.map(\.name.text) == ["B", "C"])
        #expect(result.warnings.map(\.description).joined().contains(":3:10: warning: signed on 2017-11-08"))
        #expect(letter.signing.order == .sorted)
        #expect(letter.signing.columns == 3)
        #expect(letter.signing.showsCount == true)
        #expect(letter.signing.limit == 40)
        for (line, message) in [
            ("order: random", "“order” cannot be “random”"), ("columns: 0", "“columns” cannot be “0”"),
            ("count: some", "“count” cannot be “some”"), ("until: today", "“until” cannot be “today”"),
        ] {
            let error = try #require(try readingError("---\nsignatories:\n  list: [A]\n  \(line)\n---\n"))
            #expect(error.diagnostics.first?.message == message)
            #expect(error.diagnostics.first?.location?.line == 4)
        }
    }

    @Test func missingFileNamesBothPlaces() throws {
        let error = #expect(throws: LathuError.self) {
            try readLetter("---\nsignatories: none.csv\n---\n", folders: ["project", "letters"])
        }
        #expect(error?.code == .noInput)
        #expect(error?.diagnostics.first?.location?.line == 2)
        #expect(error?.diagnostics.first?.hint == "looked in letters and project")
    }

    @Test func secondPlace() throws {
        try withTemporaryFolder { folder in
            try FileWriting.write("name\nOne\n", to: folder + "/signatories.csv")
            let letter = try readLetter(
                "---\nsignatories: signatories.csv\n---\n", folders: [folder]
            ).letter
            #expect(letter.signatories.map(\.name.text) == ["One"])
        }
    }
}
