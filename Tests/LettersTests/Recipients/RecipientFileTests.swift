import Letters
import Testing
import TextFiles
import UnicodeText

@Suite struct RecipientFileTests {
    private static let table = """
        id,name,name.vi,Office,office.vi,gender,honorific,Form of address,language,postal address,E-mail,country,visit
        chile,Michelle Bachelet,,President of the Republic of Chile,Tổng thống Cộng hòa Chile,female,Her Excellency,\
        Madam President,"es, en","Palacio de La Moneda; Santiago",gabinete@example.cl,cl,2017-11-10
        ,Trần Đại Quang,,President,Chủ tịch nước,male,,,vi,,,VN,

        """

    @Test func tablesHoldEveryField() throws {
        let recipients = try RecipientFile.read(TextSource(Self.table, file: "recipients.csv"))
        let chile = try #require(recipients.first)
        #expect(chile.id == "chile")
        #expect(chile.name.text == "Michelle Bachelet")
        #expect(chile.office?.text(in: .vietnamese) == "Tổng thống Cộng hòa Chile")
        #expect(chile.office?.text(in: .english) == "President of the Republic of Chile")
        #expect(chile.gender == .female)
        #expect(chile.formOfAddress?.text == "Madam President")
        #expect(chile.languages.map(\.identifier) == ["es", "en"])
        #expect(chile.postalAddress == ["Palacio de La Moneda", "Santiago"])
        #expect(chile.email == "gabinete@example.cl")
        #expect(chile.country == "CL")
        #expect(chile.values["visit"]?.text == "2017-11-10")
        #expect(chile.location == SourceLocation(file: "recipients.csv", line: 2))
        #expect(recipients.map(\.id) == ["chile", "tran-dai-quang"])
    }

    @Test func yamlHoldsTheSame() throws {
        let yaml = """
            - id: chile
              name: Michelle Bachelet
              office: President of the Republic of Chile
              office.vi: Tổng thống Cộng hòa Chile
              gender: female
              language: [es, en]
              postal_address: [Palacio de La Moneda, Santiago]
            - name: Trần Đại Quang
            """
        let recipients = try RecipientFile.read(TextSource(yaml, file: "recipients.yaml"))
        #expect(recipients.map(\.id) == ["chile", "tran-dai-quang"])
        #expect(recipients[0].languages.map(\.identifier) == ["es", "en"])
        #expect(recipients[0].postalAddress == ["Palacio de La Moneda", "Santiago"])
        #expect(recipients[0].office?.translations[.vietnamese] == "Tổng thống Cộng hòa Chile")
        #expect(recipients[1].location?.line == 8)
    }

    /// Whatever is wrong is told with its place, and all of it at once.
    @Test func whatIsWrongHasItsPlace() throws {
        let cases: [(rows: String, file: String, problems: [String])] = [
            ("id,name\na,\n", "r.csv", ["r.csv:2:3: error: a recipient has no name"]),
            ("id,office\na,b\n", "r.csv", ["r.csv:1: error: has no column “name”"]),
            (
                "id,name\na,An\nA,Bình\n", "r.csv",
                ["r.csv:3:1: error: the id “A” is that of the recipient at r.csv:2:1 too"]
            ),
            (
                "id,name\n../../etc,An\n", "r.csv",
                ["r.csv:2:1: error: the id “../../etc” cannot be a folder name"]
            ),
            ("name,gender\nAn,f\n", "r.csv", ["r.csv:2:4: error: “f” is no gender"]),
            ("name,language\nAn,VN\n", "r.csv", ["r.csv:2:4: error: unknown locale “VN”"]),
            ("name,country\nAn,Vietnam\n", "r.csv", ["r.csv:2:4: error: “Vietnam” is no country code"]),
            (
                "name,office.vi\nAn,Chủ tịch\n", "r.csv",
                ["r.csv:2: error: the recipient has “office” in another"]
            ),
            ("name,name\nAn,Bình\n", "r.csv", ["r.csv:2:4: error: “name” stands twice"]),
            ("- id: a\n- name: An\n", "r.yaml", ["r.yaml:1:3: error: a recipient has no name"]),
            ("name: An\n", "r.yaml", ["r.yaml:1:1: error: expected a list"]),
            ("- An\n", "r.yaml", ["r.yaml:1:3: error: a recipient must be"]),
            ("- name: An\n  email: {a: b}\n", "r.yaml", ["r.yaml:2:10: error: “email” must be text"]),
            (
                "name,gender,country\nAn,m,Việt Nam\n,,VN\n", "r.csv",
                ["is no gender", "country code", "no name"]
            ),
        ]
        for (rows, file, problems) in cases {
            let error = #expect(throws: LathuError.self, "\(rows)") {
                try RecipientFile.read(TextSource(rows, file: file))
            }
            #expect(error?.code == .invalidData, "\(rows)")
            for problem in problems {
                #expect(error?.description.contains(problem) == true, "\(rows): \(error?.description ?? "")")
            }
        }
    }

    @Test func emailAddresses() throws {
        let good = ["a@b.vn", "van-phong@chinhphu.vn", "o'neil+apec@mail.example.org", "vănphòng@thưviện.vn"]
        let bad = [
            "a", "a@", "@b", "a@b@c", "An <a@b.vn>", "a b@c.vn", "a@b..vn", "a@b", ".a@b.vn",
            "a@b.vn\u{A0}", "a@b.vn,c@d.vn", "\"a b\"@c.vn", "a@[127.0.0.1]", "a@b.vn\u{202E}",
        ]
        for address in good + bad {
            let quoted = address.replacing("\"", with: "\"\"")
            let table = TextSource("name,email\nAn,\"\(quoted)\"\n", file: "r.csv")
            let read = try? RecipientFile.read(table)
            #expect((read?.first?.email == address) == (good.contains(address)), "\(address)")
        }
        // A line end could begin a header of its own.
        #expect(throws: LathuError.self) {
            try RecipientFile.read(TextSource("name,email\nAn,\"a@b.vn\nBcc: c@d.vn\"\n", file: "r.csv"))
        }
    }
}
