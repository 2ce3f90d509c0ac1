import Foundation
import Interchange
import Testing

@Suite struct StatusTests {
    @Test func incompleteLettersAreFindings() throws {
        try CommandLine.inSampleProject { lathu throws in
            let complete = try lathu.run("status", "apec-2017")
            #expect(complete.status == 0)
            #expect(complete.errors.isEmpty)
            #expect(complete.output.hasPrefix("LETTER     LOCALE  SEGMENTS  TRANSLATED  REVIEWED"))
            let all = try lathu.run("status")
            #expect(all.status == 1)
            #expect(all.output.contains("\nupr-2019 "))
            #expect(all.output.contains("lathu status --list"))
            let other = try lathu.run("status", "apec-2017", "--to", "fr", "--json")
            #expect(other.status == 1)
            let record = try #require(other.json.first)
            #expect(record["missing"] as? Int == record["segments"] as? Int)
            #expect(record["isComplete"] as? Bool == false)
        }
    }

    @Test func theListSaysWhereToGo() throws {
        try CommandLine.inSampleProject { lathu throws in
            let catalog = "locales/vi/letters/upr-2019.po"
            let list = try lathu.run("status", "upr-2019", "--list")
            #expect(list.status == 1)
            let lines = try lathu.read(catalog).split(separator: "\n", omittingEmptySubsequences: false)
            let places = list.output.matches(of: /upr-2019\.po:(\d+):(\d+): (missing|fuzzy)/)
            #expect(!places.isEmpty)
            for place in places {
                let number = try #require(Int(place.1))
                #expect(lines[number - 1].hasPrefix("msgid") || lines[number - 1].hasPrefix("msgctxt"))
            }
            let open = try lathu.run("status", "upr-2019", "--list", "--json").json.first?["open"]
            #expect((open as? [Any])?.count == places.count)
        }
    }

    /// A translation that lost a code of its source does not count.
    @Test func lostCodesAreBroken() throws {
        try CommandLine.inSampleProject { lathu throws in
            let catalog = "locales/vi/letters/apec-2017.po"
            try lathu.translate(catalog) { entry in
                entry.source.contains("<1>without trial</1>")
                    ? entry.translations[0].replacing("<1>", with: "") : nil
            }
            let result = try lathu.run("status", "apec-2017", "--list")
            #expect(result.status == 1)
            #expect(result.output.contains("broken ("))
            #expect(try lathu.run("build", "apec-2017", "--to", "vi").status == 1)
        }
    }

    @Test func theTableIsReadableIn80Columns() throws {
        try CommandLine.inSampleProject { lathu throws in
            for line in try lathu.run("status").output.split(separator: "\n") { #expect(line.count <= 80) }
        }
    }

    /// “lathu export” counts what it writes in the same words.
    @Test func countsAreThoseOfStatus() throws {
        try CommandLine.inSampleProject { lathu in
            #expect(try lathu.run("fill").status == 0)
            let status = try lathu.run("status", "upr-2019", "--json").json.first
            let written = try lathu.run("export", "upr-2019", "--output", "thu.xlf", "--json").json.first
            for count in ["translated", "fuzzy", "missing"] {
                let expected = try #require(status?[count] as? Int)
                #expect(expected > 0 && written?[count] as? Int == expected, "\(count)")
            }
            let told = try lathu.run("export", "upr-2019", "--output", "thu.xlf", "--no-memory").output
            #expect(told == "wrote 18 segments to thu.xlf: 9 translated, 3 fuzzy, 6 missing\n")
        }
    }
}
