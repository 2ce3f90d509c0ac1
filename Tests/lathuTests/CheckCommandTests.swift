import Foundation
import Testing

@Suite struct CheckCommandTests {
    @Test func theSampleProjectIsInOrder() throws {
        try CommandLine.inSampleProject { lathu throws in
            let result = try lathu.run("check", "--fail-on", "info")
            #expect(result.status == 0, "\(result.output)")
            #expect(result.errors.isEmpty)
            #expect(result.output == "Nothing to report in 70 segments of 3 letters.\n")
            // The waiver in the catalog and the settings of the letter that is not done are what makes it so.
            let catalog = "locales/vi/letters/apec-leaders.po"
            try lathu.write(
                try lathu.read(catalog).replacing("# lathu: ignore same-source", with: "# once"), to: catalog)
            #expect(try lathu.run("check").output.contains("0 errors, 1 warning"))
            #expect(try lathu.run("check", "--fail-on", "warning").status == 1)
            for line in try lathu.run("check").output.split(separator: "\n") {
                #expect(line.count <= 80, "\(line)")
            }
        }
    }

    private static let table = "en\tvi\nat least 25 people\tít nhất 26 người\nHe is held.\tÔng bị giam giữ.\n"

    @Test func findingsAreShownUnderlinedWithTheirSuggestion() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write(Self.table, to: "a.tsv")
            let result = try lathu.run("check", "a.tsv")
            #expect(result.status == 1)
            #expect(
                result.output == """
                    a.tsv (vi)

                    a.tsv:2:1
                      at least 25 people
                      ít nhất 26 người
                              ^^
                      error: the number 25 of the source is 26 in the translation [number]
                        → 25

                    1 error, 0 warnings, 0 remarks in 2 segments of 1 letter.

                    """)
            #expect(
                try lathu.run("check", "a.tsv", "--no-rule", "number").output
                    == "Nothing to report in 2 segments of 1 letter.\n")
            #expect(try lathu.run("check", "a.tsv", "--rule", "date").status == 0)
            #expect(try lathu.run("check", "a.tsv", "--json").json.first?["rule"] as? String == "number")
            let sarif = try lathu.run("check", "a.tsv", "--sarif")
            #expect(sarif.status == 1)
            #expect(try JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) is [String: Any])
            #expect(try lathu.run("check", "a.tsv", "--html", "out/page.html").status == 1)
            #expect(try lathu.read("out/page.html").contains("<mark>26</mark>"))
        }
    }

    @Test func settingsOfTheProjectCount() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write(Self.table, to: "a.tsv")
            func run(_ checks: String) throws -> CommandLine.Result {
                try lathu.write("source: en\ntargets: [vi]\nchecks:\n\(checks)\n", to: "lathu.yaml")
                return try lathu.run("check", "a.tsv")
            }
            #expect(try run("  rules: {number: warning}").status == 0)
            #expect(try run("  rules: {number: \"off\"}").output.hasPrefix("Nothing"))
            #expect(try run("  rules: {number: off}").output.hasPrefix("Nothing"))
            #expect(try run("  locales: {vi: {number: {severity: info}}}").status == 0)
            for (checks, place, message) in [
                ("  rules: {nunber: off}", "4:11", "unknown rule “nunber”"),
                ("  rules: {number: eror}", "4:19", "the severity of “number” is “eror”"),
                ("  rules:\n    number: {words: 5}", "5:14", "unknown parameter of “number” “words”"),
                ("  rules:\n    number: {words-up-to: many}", "5:27", "“words-up-to” of “number” is “many”"),
                ("  rule: {}", "4:3", "unknown key “rule”"),
                ("  locales: {xx-yy-zz: {}}", "4:13", "unknown locale"),
            ] {
                let result = try run(checks)
                #expect(result.status == 65, "\(checks)")
                #expect(result.errors.contains("lathu.yaml:\(place): error: \(message)"), "\(result.errors)")
            }
            #expect(try run("  rules: {nunber: off}").errors.contains("did you mean “number”?"))
        }
    }

    @Test func fixMendsWhatIsSafeAndTouchesNothingElse() throws {
        try CommandLine.inNewFolder { lathu throws in
            let before = """
                msgid ""
                msgstr "Language: vi\\nContent-Type: text/plain; charset=UTF-8\\n"

                #   odd   comment
                msgid   "He is held."
                msgstr  "Ông  bị giam giữ ."

                msgid "peace and law"
                msgstr "hòa bình,"
                " hòa giải và hoà ước"

                """
            try lathu.write(before, to: "a.po")
            let result = try lathu.run("check", "a.po", "--fix")
            #expect(result.status == 0)
            #expect(
                result.output == """
                    a.po:5:1: space: “giữ .” → “giữ.”
                    a.po:5:1: space: “Ông  bị” → “Ông bị”
                    a.po:8:1: tone-style: “hoà” → “hòa”
                    a.po: 3 changes

                    """)
            let after = try lathu.read("a.po")
            #expect(after.contains("msgstr \"Ông bị giam giữ.\"") && after.contains("hòa ước"))
            #expect(after.hasPrefix(String(before.prefix(60))))
            #expect(try lathu.run("check", "a.po", "--fix").output == "a.po is in order\n")
            #expect(try lathu.read("a.po") == after)
            try lathu.write("en\tvi\na\tb  c\n", to: "a.tsv")
            // All or none: a file that cannot be mended stops the others.
            try lathu.write(before, to: "a.po")
            #expect(try lathu.run("check", "a.po", "a.tsv", "--fix").status == 64)
            #expect(try lathu.read("a.po") == before)
        }
    }

    @Test func wrongArgumentsAreNamed() throws {
        try CommandLine.inNewFolder { lathu throws in
            try lathu.write(Self.table, to: "a.tsv")
            for arguments in [
                ["--rule", "nunber"], ["--no-rule", "x"], ["--fail-on", "never"], ["--json", "--sarif"],
                ["--fix", "--sarif"],
            ] {
                #expect(try lathu.run(["check", "a.tsv"] + arguments).status == 64, "\(arguments)")
            }
            #expect(
                try lathu.run("check", "a.tsv", "--rule", "nunber").errors.contains("did you mean “number”?"))
            #expect(try lathu.run("check").status == 66)
            #expect(try lathu.run("check", "none.tsv").status == 66)
            let rules = try lathu.run("check", "--list-rules")
            #expect(rules.status == 0 && rules.output.contains("number  Numbers (error, by segment)"))
            for line in rules.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
            #expect(try lathu.run("check", "--list-rules", "--json").json.count >= 24)
        }
    }
}
