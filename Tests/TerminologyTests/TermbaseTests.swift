import Interchange
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Terminology

@Suite struct TermbaseTests {
    @Test func mistakesHaveTheirPlaces() throws {
        let head = "concept,locale,term,kind,status,see\n"
        let cases: [(String, [String])] = [
            (head + "a,vi,tra tấn,,preferred,b\nb,vi,nhân quyền,,preferred,\n", []),
            (
                head
                    + "a,vi,tra tấn,,preferred,\na,vi,nhục hình,full,preferred,\na,vi,TT,acronym,preferred,\n",
                ["3:6: error: “tra tấn”, line 2 and “nhục hình” are both preferred in the concept “a” for vi"]
            ),
            (
                head + "a,vi,một,,,b\nb,vi,hai,,,c\nc,vi,ba,,,a\nd,vi,bốn,,,d\n",
                [
                    "4:1: error: “see also” leads round in a circle: a → b → c → a",
                    "5:1: error: “see also” leads round in a circle: d → d",
                ]
            ),
            (head + "a,vi,một,,,x\n", ["2:1: error: the concept “a” refers to “x”, which is not there"]),
            (
                head + "a,vi,một,,,\na,vi,một,,,\n",
                ["3:6: warning: the term “một” stands twice in the concept “a” for vi"]
            ),
            (head + "a,,một,,,\n", ["2:3: error: the term “một” has no language"]),
        ]
        try withTemporaryFolder { folder in
            let path = folder + "/g.csv"
            for (text, expected) in cases {
                try FileWriting.write(text, to: path)
                let found = try Termbase.read([path]).findings.map { finding in
                    var finding = finding
                    finding.hint = nil
                    return "\(finding)"
                }
                #expect(found == expected.map { "\(path):\($0)" }, "\(text)")
                if expected.contains(where: { $0.contains("error") }) {
                    #expect(throws: LathuError.self) { try Termbase.load([path]) }
                }
            }
        }
    }

    @Test func theProjectsGlossaryIsInOrder() throws {
        let path = SharedMaterial.packageRoot + "/glossary/human-rights.tbx"
        #expect(try Termbase.read([path]).findings.isEmpty)
    }

    @Test func searches() throws {
        let base = termbase(
            """
            hr en - preferred: human rights
            hr vi - preferred: nhân quyền
            hr vi - admitted: quyền con người
            udhr en - preferred: Universal Declaration of Human Rights
            udhr vi - preferred: Tuyên ngôn Toàn thế giới về Nhân quyền
            treason vi - preferred: bán nước
            friend vi - preferred: bạn
            """)
        let search = try TermSearch(base)
        func results(_ text: String) -> [String] {
            search.results(for: text, limit: 10).map { "\($0.fit) \(base.term($0.term).text)" }
        }
        #expect(
            results("nhan quyen") == ["whole nhân quyền", "inside Tuyên ngôn Toàn thế giới về Nhân quyền"])
        #expect(results("NHÂN QUYỀN") == results("nhan quyen"))
        #expect(
            results("human rights") == ["whole human rights", "inside Universal Declaration of Human Rights"])
        #expect(results("quyền con ng") == ["beginning quyền con người"])
        #expect(results("quyen con") == ["start quyền con người"])
        #expect(results("bạn") == ["whole bạn"])
        #expect(results("ban") == ["whole bạn", "start bán nước"])
        #expect(
            results("universal declaration human rights").first
                == "similar Universal Declaration of Human Rights")
        #expect(results("xyz").isEmpty && results("").isEmpty)
        #expect(try TermSearch(base, locale: .english).results(for: "nhan quyen", limit: 5).isEmpty)
    }
}
