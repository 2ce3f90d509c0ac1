import Foundation
import Testing

/// What is wrong with a termbase is told with its place, whichever command reads it.
@Suite struct BadTermbaseTests {
    private static func tbx(_ entries: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" \
        xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
        <tbxHeader><fileDesc><sourceDesc><p>terms</p></sourceDesc></fileDesc></tbxHeader>
        <text><body>
        \(entries)
        </body></text>
        </tbx>

        """
    }

    private static let preferred =
        "<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>"

    /// A glossary, what is told of it, and whether it can be used all the same.
    private static let cases: [(name: String, text: String, messages: [String], isUsable: Bool)] = [
        (
            "a.csv", "concept,locale,term\na,vi,nhân quyền\nb,,tra tấn\n",
            ["a.csv:3:3: error: the term “tra tấn” has no language"], false
        ),
        (
            "b.csv",
            "concept,locale,term,kind,status\na,vi,tra tấn,full,preferred\na,vi,nhục hình,full,preferred\n",
            [
                "b.csv:3:6: error: “tra tấn”, line 2 and “nhục hình” are both preferred in the concept “a” for vi"
            ],
            false
        ),
        (
            "c.csv", "concept,locale,term,see\na,vi,một,b\nb,vi,hai,c\nc,vi,ba,a\n",
            ["c.csv:4:1: error: “see also” leads round in a circle: a → b → c → a"], false
        ),
        (
            "d.csv", "concept,locale,term\na,vi,\"tra tấn\n",
            ["d.csv:2:6: error: a quotation mark is not closed"], false
        ),
        ("e.csv", "concept,locale,term\na,vi,tra tấn,b\n", ["e.csv:2:14: error: "], false),
        (
            "a.tbx",
            tbx(
                """
                <conceptEntry id="a">
                <langSec><termSec><term>tra tấn</term></termSec></langSec>
                </conceptEntry>
                """), ["a.tbx:6:19: error: the term “tra tấn” has no language"], false
        ),
        (
            "b.tbx",
            tbx(
                """
                <conceptEntry id="a"><langSec xml:lang="vi">
                <termSec><term>tra tấn</term>\(preferred)</termSec>
                <termSec><term>nhục hình</term>\(preferred)</termSec>
                </langSec></conceptEntry>
                """),
            [
                "b.tbx:7:10: warning: “tra tấn”, line 6 and “nhục hình” are both preferred in the concept “a” for vi"
            ],
            true
        ),
        (
            "c.tbx",
            tbx(
                """
                <conceptEntry id="a"><basic:crossReference target="b"/>
                <langSec xml:lang="vi"><termSec><term>một</term></termSec></langSec></conceptEntry>
                <conceptEntry id="b"><basic:crossReference target="a"/>
                <langSec xml:lang="vi"><termSec><term>hai</term></termSec></langSec></conceptEntry>
                """),
            ["c.tbx:7:1: warning: “see also” leads round in a circle: a → b → a"], true
        ),
        ("d.tbx", "<tbx><text>\n<body>", ["d.tbx:2:7: error: "], false),
    ]

    @Test func everyCommandTellsThePlace() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write("en\tvi\ntorture\ttra tấn\n", to: "a.tsv")
            for (name, text, messages, isUsable) in Self.cases {
                try lathu.write(text, to: name)
                let own = try lathu.run("terms", "check", "--glossary", name)
                #expect(own.status == (isUsable ? 1 : 65), "\(name): \(own.output)\(own.errors)")
                for message in messages {
                    #expect(
                        (own.output + own.errors).contains(message), "\(name): \(own.output)\(own.errors)")
                }
                let check = try lathu.run("check", "a.tsv", "--glossary", name)
                #expect(check.status == (isUsable ? 0 : 65), "\(name): \(check.errors)")
                for message in messages {
                    #expect(check.errors.contains(message), "\(name): \(check.errors)")
                }
                let validate = try lathu.run("validate", name)
                #expect(validate.status == (isUsable ? 0 : 65), "\(name)")
                // The rules of the format tell it of the element that lacks the attribute.
                for message in name == "a.tbx" ? ["a.tbx:6:1: error: "] : messages {
                    #expect(
                        (validate.output + validate.errors).contains(message), "\(name): \(validate.output)")
                }
            }
            #expect(try lathu.run("terms", "check", "--glossary", "none.tbx").status == 66)
            #expect(try lathu.run("terms", "check").status == 64)
        }
    }
}
