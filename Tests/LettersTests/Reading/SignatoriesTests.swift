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
        #expect(signatories.map(\.name) == ["First", "Second", "#Third: “x”"])
        #expect(signatories[1].name(in: .vietnamese) == "Thứ Hai")
        #expect(signatories[1].name(in: try LocaleID("vi-VN")) == "Thứ Hai")
        #expect(signatories[1].name(in: try LocaleID("zh-Hans")) == "Second")
        #expect(signatories[1].name(in: try LocaleID("zh-TW")) == "第二")
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
        #expect(signatories.map(\.name) == ["First", "Second"])
        #expect(signatories.map { $0.name(in: .vietnamese) } == ["Thứ Nhất", "Second"])
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
            #expect(letter.signatories.map(\.name) == ["One"])
        }
    }
}
