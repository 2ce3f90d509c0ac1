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
            // All or none: a file that cannot be mended stops the others.
            for (name, status) in [("a.csv", Int32(64)), ("a.tmx", 65)] {
                try lathu.write("<xliff/>", to: name)
                try lathu.write(before, to: "a.po")
                let refused = try lathu.run("check", "a.po", name, "--fix")
                #expect(refused.status == status && refused.errors.contains(name), "\(refused)")
                #expect(try lathu.read("a.po") == before)
            }
        }
    }

    private static let exchange = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE tmx [<!ENTITY ong "Ông"> <!ENTITY seg "<seg>Ông  bị giam.</seg>"> <!ENTITY ph "<ph>x</ph>Ông  bị">]>
        <tmx  version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
        srclang="en" datatype="plaintext"/><body>
        <tu tuid='1'><!-- hoà bình  , kept --><note>Ông  ấy</note><tuv xml:lang="en"><seg>He is <ph>hoà  </ph>held &amp;
        heard.</seg></tuv>
        <tuv xml:lang="vi"  x="&#65;"><seg>Ông  bị <ph>hoà  </ph>giam giữ &amp; <hi>xét   xử</hi> .</seg></tuv></tu>
        <tu><tuv xml:lang="VI-vn"><seg>Luật  a</seg></tuv><tuv lang="en"><seg>Law  a</seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg>peace</seg></tuv><tuv xml:lang="vi"><seg>hòa bình</seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg>peace</seg></tuv><tuv xml:lang="vi"><seg><![CDATA[hòa <bình>]]></seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg>an oath &lt;b></seg></tuv><tuv xml:lang="vi"><seg>lời hoà &lt;b></seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg>He is held.</seg></tuv><tuv xml:lang="vi"><seg>&ong;  bị giam.</seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg>He is held.</seg></tuv><tuv xml:lang="vi">&seg;</tuv></tu>
        <tu><tuv xml:lang="en"><seg>He is held.</seg></tuv><tuv xml:lang="vi"><seg>&ph; giam.</seg></tuv></tu>
        </body></tmx>

        """

    @Test func fixMendsTMXInPlace() throws {
        try CommandLine.inNewFolder { lathu throws in
            let expected = Self.exchange.replacing("<seg>Ông  bị <ph>", with: "<seg>Ông bị <ph>").replacing(
                "<hi>xét   xử</hi> .", with: "<hi>xét xử</hi>."
            )
            .replacing("lời hoà &lt;b>", with: "lời hòa &lt;b&gt;").replacing(
                "&ong;  bị giam.", with: "Ông bị giam.")
            for (name, text) in [("a.tmx", Self.exchange), ("mark.tmx", "\u{FEFF}" + Self.exchange)] {
                try lathu.write(text, to: name)
                let result = try lathu.run("check", name, "--fix")
                #expect(result.status == 0, "\(result.errors)")
                #expect(
                    result.output == """
                        \(name):7:31: space: “xử</2> .” → “xử</2>.”
                        \(name):7:31: space: “<2>xét   xử</2>.” → “<2>xét xử</2>.”
                        \(name):7:31: space: “Ông  bị” → “Ông bị”
                        \(name):11:74: tone-style: “hoà” → “hòa”
                        \(name):12:71: space: “Ông  bị” → “Ông bị”
                        \(name): 5 changes

                        """, "\(result.output)")
                // What stands in an entity with its tags stays as it is.
                let after = try lathu.read(name)
                #expect(after == (name == "a.tmx" ? expected : "\u{FEFF}" + expected), "\(after)")
                #expect(try lathu.run("check", name, "--fix").output == "\(name) is in order\n")
                #expect(try lathu.run("validate", name).status == 0)
            }
        }
    }

    /// Every other byte stays: attributes, comments, blanks, CDATA, what is no translation.
    @Test func fixMendsXLIFFInPlace() throws {
        for version in ["1.2", "2.0"] {
            try CommandLine.inNewFolder { lathu throws in
                let before = version == "2.0" ? Self.newDocument : Self.oldDocument
                try lathu.write(before, to: "a.xlf")
                let result = try lathu.run("check", "a.xlf", "--fix")
                #expect(result.status == 0, "\(result.errors)")
                for change in [
                    "space: “giữ .” → “giữ.”", "space: “Ông  bị” → “Ông bị”", "tone-style: “hoà” → “hòa”",
                    "unicode: ", "a.xlf: 4 changes",
                ] {
                    #expect(result.output.contains(change), "\(version): \(change) in \(result.output)")
                }
                let expected = before.replacing("Ông  bị giam giữ .", with: "Ông bị giam giữ.")
                    .replacing("hoà ước", with: "hòa ước")
                    .replacing("quye\u{302}\u{300}n", with: "quyền")
                // Scalars, since strings are equal in NFC and NFD.
                let after = try lathu.read("a.xlf")
                #expect(Array(after.unicodeScalars) == Array(expected.unicodeScalars), "\(version): \(after)")
                #expect(try lathu.run("check", "a.xlf", "--fix").output == "a.xlf is in order\n")
                // What is off mends nothing, and JSON lists each change.
                try lathu.write(before, to: "a.xlf")
                let some = try lathu.run("check", "a.xlf", "--fix", "--json", "--no-rule", "space").json
                #expect(Set(some.compactMap { $0["rule"] as? String }) == ["tone-style", "unicode"])
                #expect(try lathu.read("a.xlf").contains("Ông  bị giam giữ ."))
            }
        }
    }

    private static let newDocument = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- hoà  ước in a comment -->
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"   version="2.0" srcLang="en" trgLang="vi">
          <file id="f1">
            <unit id="u1" name='odd  quotes'>
              <notes><note>hoà .</note></notes>
              <segment id="s1" state="translated"><source>He is held.</source>
                <target>Ông  bị giam giữ .</target></segment>
              <segment id="s2"><source>the <pc id="1">right</pc> &amp; law</source>
                <target><pc id="1">quye\u{302}\u{300}n</pc> &amp; luật</target></segment>
              <segment id="s3"><source>peace, a treaty</source><target>hòa bình, hòa giải, hoà ước</target></segment>
            </unit>
          </file>
        </xliff>

        """

    private static let oldDocument = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
        <file original="a"  source-language="en" target-language="vi" datatype="plaintext"><body>
          <trans-unit id="1" approved="no"><source>He is held.</source>
             <target state="translated">Ông  bị giam giữ .</target><note>hoà .</note></trans-unit>
          <trans-unit id="2"><source>the <g id="1">right</g></source><target><g id="1">quye\u{302}\u{300}n</g></target>
          </trans-unit>
          <trans-unit id='3'><source>peace, a treaty</source><target>hòa bình, hòa giải, hoà ước</target></trans-unit>
        </body></file>
        </xliff>

        """

    @Test func fixMendsTables() throws {
        try CommandLine.inNewFolder { lathu throws in
            let before =
                "en\tvi\tnote\r\nHe is  held.\tÔng  bị giam giữ .\ta  note\r\n\r\nbad row\r\nYes.\tVâng.\t\r\n"
            try lathu.write(before, to: "a.tsv")
            let result = try lathu.run("check", "a.tsv", "--fix")
            #expect(
                result.output == """
                    a.tsv:2:1: space: “giữ .” → “giữ.”
                    a.tsv: 1 change

                    """, "\(result.output)")
            // The source has two spaces as well.
            let after = before.replacing("giữ .", with: "giữ.")
            #expect(Array(try lathu.read("a.tsv").utf8) == Array(after.utf8))
            try lathu.write("He is held.\tÔng  bị giam giữ.\nno tab at the end", to: "b.tsv")
            #expect(try lathu.run("check", "b.tsv", "--from", "en", "--to", "vi", "--fix").status == 0)
            #expect(try lathu.read("b.tsv") == "He is held.\tÔng bị giam giữ.\nno tab at the end")
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
