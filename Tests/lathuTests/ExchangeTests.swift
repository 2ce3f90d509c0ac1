import Foundation
import Interchange
import TestSupport
import Testing

/// A letter's catalog out to another tool and back.
@Suite struct ExchangeTests {
    static let catalog = "locales/vi/letters/apec-2017.po"
    static let open = "locales/vi/letters/upr-2019.po"
    /// Every format, with the options that name it.
    static let formats: [(ending: String, options: [String])] = [
        ("xlf", []), ("xlf", ["--xliff-version", "2.0"]), ("xlf", ["--xliff-version", "2.2"]),
        ("xlf", ["--format", "xliff12"]), ("xlf", ["--format", "xliff12", "--copy-source"]), ("po", []),
        ("tmx", []), ("csv", []), ("csv", ["--bom"]),
    ]

    static func export(
        _ lathu: CommandLine, _ letter: String, _ file: String, _ options: [String] = []
    ) throws {
        let result = try lathu.run(["export", letter, "--to", "vi", "--output", file] + options)
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test func exportAndImportChangeNothing() throws {
        try CommandLine.inSampleProject { lathu in
            #expect(try lathu.run("fill").status == 0)
            for letter in ["apec-2017", "upr-2019"] {
                for (ending, options) in Self.formats {
                    let file = "\(letter).vi.\(ending)"
                    let before = try lathu.snapshot()
                    try Self.export(lathu, letter, file, options)
                    // The same again: no time, no machine.
                    let first = try lathu.read(file)
                    try Self.export(lathu, letter, file, options)
                    #expect(try lathu.read(file) == first)
                    let result = try lathu.run("import", file, "--json")
                    #expect(result.status == 0, "\(file) \(options): \(result.output)\(result.errors)")
                    #expect(result.json.first?["written"] as? Bool == false)
                    try FileManager.default.removeItem(atPath: lathu.path(file))
                    #expect(try lathu.snapshot() == before, "\(file) \(options)")
                }
            }
        }
    }

    @Test func whatIsWrittenIsValid() throws {
        try CommandLine.inSampleProject { lathu in
            #expect(try lathu.run("fill").status == 0)
            for letter in ["apec-2017", "upr-2019"] {
                for (ending, options) in Self.formats where ending != "csv" {
                    let file = "\(letter).\(ending)"
                    try Self.export(lathu, letter, file, options)
                    let result = try lathu.run("validate", file)
                    #expect(result.status == 0)
                    #expect(result.output == "")
                }
            }
            let text = try lathu.read("upr-2019.tmx")
            #expect(text.contains("<bpt i=\"1\" x=\"1\" type=\"bold\">**</bpt>"))
            try Self.export(lathu, "upr-2019", "thu.xlf")
            let xliff = try lathu.read("thu.xlf")
            for part in [
                "subType=\"xlf:b\"", "state=\"initial\"", "state=\"translated\"",
                "<note category=\"place\">heading</note>", "original=\"upr-2019.md\"", "trgLang=\"vi\"",
            ] { #expect(xliff.contains(part), "\(part)") }
            #expect(try lathu.msgfmt("upr-2019.po") == "")
            // gettext's own tools change nothing but the wrapping.
            if Gettext.isInstalled {
                let written = try Programs.run(
                    "msgcat", ["--no-wrap", "-o", "msgcat.po", "upr-2019.po"], in: lathu.folder.path)
                #expect(written.status == 0, "\(written.output)")
                let ours = try POCatalog.read(lathu.path("upr-2019.po")).entries
                let theirs = try POCatalog.read(lathu.path("msgcat.po")).entries
                #expect(ours == theirs)
            }
        }
    }

    /// One translation is changed in the file: one entry changes, and nothing else.
    @Test func oneChangeChangesOneEntry() throws {
        try CommandLine.inSampleProject { lathu in
            let original = try lathu.read(Self.catalog)
            for (ending, options) in Self.formats {
                let file = "apec-2017.vi.\(ending)"
                try Self.export(lathu, "apec-2017", file, options)
                let text = try lathu.read(file)
                let edges = ending == "po" ? ("\"", "\"") : ending == "csv" ? (",", ",") : (">", "<")
                let edited = text.replacing(
                    edges.0 + "Đà Nẵng" + edges.1, with: edges.0 + "Thành phố Đà Nẵng" + edges.1)
                #expect(edited != text)
                try lathu.write(edited, to: file)
                let trial = try lathu.run("import", file, "--dry-run")
                #expect(trial.status == 0)
                #expect(trial.output.contains("1 taken"))
                #expect(try lathu.read(Self.catalog) == original)
                let result = try lathu.run("import", file)
                #expect(result.status == 0, "\(result.output)\(result.errors)")
                #expect(result.output.contains("  32 segments: 1 taken, 31 the same\n"), "\(result.output)")
                let expected = original.replacing("msgstr \"Đà Nẵng\"", with: "msgstr \"Thành phố Đà Nẵng\"")
                #expect(try lathu.read(Self.catalog) == expected, "\(file) \(options)")
                // A second time there is nothing to do.
                #expect(try lathu.run("import", file, "--json").json.first?["written"] as? Bool == false)
                try lathu.write(original, to: Self.catalog)
            }
        }
    }

    /// A tool that knows no states fills in what was missing.
    @Test func missingSegmentsAreFilledIn() throws {
        try CommandLine.inSampleProject { lathu in
            #expect(try lathu.run("fill").status == 0)
            let source = "What the review can do"
            let target = "Kỳ rà soát có thể làm được gì"
            let original = try lathu.read(Self.open)
            for (ending, options) in Self.formats where ending != "po" {
                let file = "upr-2019.vi.\(ending)"
                try Self.export(lathu, "upr-2019", file, options)
                var text = try lathu.read(file)
                switch ending {
                case "csv": text = text.replacing("\(source),,", with: "\(source),\(target),")
                case "tmx":
                    text = text.replacing(
                        "<seg>\(source)</seg>\n      </tuv>",
                        with: "<seg>\(source)</seg></tuv><tuv xml:lang=\"vi\"><seg>\(target)</seg></tuv>")
                case _ where options.contains("--copy-source"):
                    text = text.replacing("\">\(source)</target>", with: "\">\(target)</target>")
                default:
                    text = text.replacing(
                        "\(source)</source>", with: "\(source)</source><target>\(target)</target>")
                }
                #expect(text.contains(target), "\(file)")
                try lathu.write(text, to: file)
                let result = try lathu.run("import", file)
                #expect(result.status == 0, "\(result.output)\(result.errors)")
                let entry = try POCatalog.read(lathu.path(Self.open)).entries.first { $0.source == source }
                #expect(entry?.translations == [target], "\(file) \(options)")
                #expect(entry?.flags == [])
                try lathu.write(original, to: Self.open)
            }
        }
    }

    @Test func nothingIsOverwrittenWithoutBeingAskedFor() throws {
        try CommandLine.inSampleProject { lathu in
            let original = try lathu.read(Self.catalog)
            try Self.export(lathu, "apec-2017", "thu.xlf")
            let text = try lathu.read("thu.xlf")
            try lathu.write(text.replacing(">Đà Nẵng<", with: ">TP. Đà Nẵng<"), to: "thu.xlf")
            let changed = original.replacing("msgstr \"Đà Nẵng\"", with: "msgstr \"Đà thành\"")
                .replacing("msgstr \"Các Nhà lãnh đạo APEC\"", with: "msgstr \"Quý vị lãnh đạo APEC\"")
            try lathu.write(changed, to: Self.catalog)
            let result = try lathu.run("import", "thu.xlf", "--letter", "apec-2017")
            #expect(result.status == 1)
            #expect(try lathu.read(Self.catalog) == changed)
            let finding = """
                conflict: both sides were changed since the file was written
                  source  Da Nang
                  here    Đà thành (\(Self.catalog):23:1)
                  there   TP. Đà Nẵng

                """
            #expect(result.output.contains(finding), "\(result.output)")
            #expect(result.output.contains("thu.xlf:"))
            #expect(result.output.contains("1 newer here"))
            #expect(result.errors.contains("--theirs"))
            let json = try lathu.run("import", "thu.xlf", "--json")
            let findings = json.json.first?["findings"] as? [[String: Any]]
            #expect(findings?.first?["kind"] as? String == "conflict")
            #expect(findings?.first?["there"] as? String == "TP. Đà Nẵng")
            let taken = try lathu.run("import", "thu.xlf", "--theirs")
            #expect(taken.status == 0, "\(taken.output)")
            #expect(
                try lathu.read(Self.catalog) == changed.replacing("Đà thành", with: "TP. Đà Nẵng"))
        }
    }

    /// A tool gave units new identifiers, renumbered codes, lost what we put in, and left the states.
    @Test func filesThatToolsRewroteAreStillUnderstood() throws {
        try CommandLine.inSampleProject { lathu in
            let original = try lathu.read(Self.catalog)
            let marked = original.replacing(
                "#. place\n", with: "#. place\n#, reviewed\n")
            try lathu.write(marked, to: Self.catalog)
            try Self.export(lathu, "apec-2017", "thu.xlf")
            var text = try lathu.read("thu.xlf")
            for (pattern, replacement) in [
                (#"<unit id="[^"]*""#, #"<unit id="tu""#), (#"(?s)<mda:metadata>.*?</mda:metadata>"#, ""),
                (#"<pc id="1""#, #"<pc id="17""#), (#"state="reviewed""#, #"state="translated""#),
            ] {
                text = text.replacingOccurrences(of: pattern, with: replacement, options: .regularExpression)
            }
            try lathu.write(text, to: "thu.xlf")
            let result = try lathu.run("import", "thu.xlf")
            #expect(result.status == 0, "\(result.output)\(result.errors)")
            #expect(result.output.contains("state: stays reviewed, though the file says translated"))
            #expect(try lathu.read(Self.catalog) == marked)
            // Without what was put in, a difference cannot be told from a conflict.
            try lathu.write(text.replacing(">Đà Nẵng<", with: ">TP. Đà Nẵng<"), to: "thu.xlf")
            let second = try lathu.run("import", "thu.xlf")
            #expect(second.status == 1)
            #expect(second.output.contains("does not say which side was changed"))
            let third = try lathu.run("import", "thu.xlf", "--theirs")
            #expect(third.status == 0)
            #expect(third.output.contains("approval: was reviewed; the new text is not"))
            #expect(
                try lathu.read(Self.catalog) == original.replacing("\"Đà Nẵng\"", with: "\"TP. Đà Nẵng\""))
        }
    }

    @Test func statesAndRemarksComeBack() throws {
        try CommandLine.inSampleProject { lathu in
            let original = try lathu.read(Self.catalog)
            for (options, old, new) in [
                ([], "<segment id=\"s1\" state=\"translated\">", "<segment id=\"s1\" state=\"final\">"),
                (["--format", "xliff12"], "<target state=\"translated\">", "<target state=\"signed-off\">"),
            ] {
                try Self.export(lathu, "apec-2017", "thu.xlf", options)
                var text = try lathu.read("thu.xlf").replacing(old, with: new)
                let note = options.isEmpty ? "category" : "from"
                text = text.replacing(
                    "<note \(note)=\"place\">place</note>",
                    with:
                        "<note \(note)=\"place\">place</note><note \(note)=\"translator\">Xem lại dấu</note>")
                try lathu.write(text, to: "thu.xlf")
                let result = try lathu.run("import", "thu.xlf")
                #expect(result.status == 0)
                #expect(result.output.contains("32 state raised, 1 remark added"), "\(result.output)")
                let catalog = try POCatalog.read(lathu.path(Self.catalog))
                let entries = catalog.entries.filter { !$0.isHeader && !$0.isObsolete }
                #expect(entries.allSatisfy { $0.flags == ["reviewed"] })
                #expect(entries.count { $0.translatorComments == ["Xem lại dấu"] } == 1)
                try lathu.write(original, to: Self.catalog)
            }
        }
    }

    @Test func lostCodesAreToldAndTakenAsDrafts() throws {
        try CommandLine.inSampleProject { lathu in
            let original = try lathu.read(Self.catalog)
            try Self.export(lathu, "apec-2017", "thu.xlf", ["--format", "xliff12"])
            let text = try lathu.read("thu.xlf")
            let broken = text.replacing(
                "<g id=\"1\" ctype=\"italic\">đang ngày càng tồi tệ hơn</g>", with: "đang ngày càng tồi tệ")
            #expect(broken != text)
            try lathu.write(broken, to: "thu.xlf")
            let result = try lathu.run("import", "thu.xlf")
            #expect(result.status == 1)
            #expect(result.output.contains("codes: code <1> of the source is missing"), "\(result.output)")
            #expect(try lathu.read(Self.catalog) == original)
            let second = try lathu.run("import", "thu.xlf", "--theirs")
            #expect(second.status == 1)
            let entry = try POCatalog.read(lathu.path(Self.catalog)).entries.first {
                $0.translations.first?.hasSuffix("đang ngày càng tồi tệ.") ?? false
            }
            #expect(entry?.isFuzzy == true)
        }
    }

    /// A translation that was taken out, one that stands twice, and one that is its source.
    @Test func oddTranslationsAreTold() throws {
        try CommandLine.inSampleProject { lathu in
            let original = try lathu.read(Self.catalog)
            try Self.export(lathu, "apec-2017", "thu.csv")
            let text = try lathu.read("thu.csv")
            let row = text.split(separator: "\r\n").first { $0.contains(",Da Nang,") }.map(String.init) ?? ""
            try lathu.write(
                text.replacing(",Đà Nẵng,", with: ",,") + row.replacing(",Đà Nẵng,", with: ",Tourane,")
                    + "\r\n"
                    + row.replacing(",Đà Nẵng,", with: ",Đà Nẵng ơi,") + "\r\n", to: "thu.csv")
            let result = try lathu.run("import", "thu.csv", "--letter", "apec-2017")
            #expect(result.status == 1)
            #expect(result.output.contains("thu.csv:3: removed: the translation was taken out in the file"))
            #expect(
                result.output.contains("repeated: the file translates this sentence twice, and not alike"))
            #expect(result.output.contains("1 taken"))
            #expect(try lathu.read(Self.catalog) == original.replacing("\"Đà Nẵng\"", with: "\"Tourane\""))
            // Nothing but the source: no translation.
            try FileManager.default.removeItem(atPath: lathu.path(Self.catalog))
            try Self.export(lathu, "apec-2017", "new.xlf", ["--no-memory"])
            let new = try lathu.read("new.xlf").replacing(
                "<source>Da Nang</source>", with: "<source>Da Nang</source><target>Da Nang</target>"
            )
            .replacing(
                "<source>APEC Leaders</source>",
                with: "<source>APEC Leaders</source><target>Các Nhà lãnh đạo APEC</target>")
            try lathu.write(new, to: "new.xlf")
            let copied = try lathu.run("import", "new.xlf")
            #expect(copied.status == 0, "\(copied.output)")
            #expect(copied.output.contains("32 segments: 1 taken, 31 untranslated"), "\(copied.output)")
            // The catalog is new: an entry for every segment, in the order of the letter.
            let entries = try POCatalog.read(lathu.path(Self.catalog)).entries
            #expect(entries.count == 33)
            #expect(
                entries.map(\.source)
                    == (try POCatalog.decode(Array(original.utf8), file: nil)).entries.map(\.source))
            #expect(try lathu.msgfmt(Self.catalog) == "")
        }
    }

    @Test func changedAndRemovedSentencesAreTold() throws {
        try CommandLine.inSampleProject { lathu in
            try Self.export(lathu, "apec-2017", "thu.xlf")
            let text = try lathu.read("thu.xlf")
            let letter = try lathu.read("locales/en/letters/apec-2017.md")
            try lathu.write(
                letter.replacing("## A year of arrests\n", with: "## A year of many arrests\n")
                    .replacing("place: Da Nang\n", with: ""), to: "locales/en/letters/apec-2017.md")
            #expect(try lathu.run("fill", "apec-2017").status == 0)
            let before = try lathu.read(Self.catalog)
            // What the file does not change is no news.
            let quiet = try lathu.run("import", "thu.xlf")
            #expect(quiet.status == 0, "\(quiet.output)")
            try lathu.write(
                text.replacing(">Đà Nẵng<", with: ">TP. Đà Nẵng<")
                    .replacing(">Một năm đầy những vụ bắt bớ<", with: ">Một năm bắt bớ<"), to: "thu.xlf")
            let result = try lathu.run("import", "thu.xlf")
            #expect(result.status == 1)
            #expect(result.output.contains("source changed: the letter says something else here by now"))
            #expect(result.output.contains("now     A year of many arrests"), "\(result.output)")
            #expect(result.output.contains("gone: the letter has no such sentence"))
            #expect(try lathu.read(Self.catalog) == before)
            let taken = try lathu.run("import", "thu.xlf", "--theirs")
            #expect(taken.status == 0, "\(taken.output)")
            let entries = try POCatalog.read(lathu.path(Self.catalog)).entries
            let heading = entries.first { $0.source == "A year of many arrests" }
            #expect(heading?.translations == ["Một năm bắt bớ"])
            #expect(heading?.isFuzzy == true)
            #expect(heading?.previousSource == "A year of arrests")
            #expect(
                entries.first { $0.isObsolete && $0.source == "Da Nang" }?.translations == ["TP. Đà Nẵng"])
        }
    }

    @Test func proposalsGoAlong() throws {
        try CommandLine.inSampleProject { lathu in
            try lathu.write(
                "Arbitrary detention and censorship are the answer to peaceful criticism.\t"
                    + "Giam giữ tùy tiện và kiểm duyệt là câu trả lời cho những chỉ trích ôn hòa.\n",
                to: "pairs.tsv")
            #expect(try lathu.run("memory", "import", "pairs.tsv", "--from", "en", "--to", "vi").status == 0)
            for (ending, options) in Self.formats where ending != "tmx" {
                let file = "thu.\(ending)"
                let result = try lathu.run(
                    ["export", "upr-2019", "--output", file, "--threshold", "0.5", "--json"] + options)
                #expect(result.status == 0, "\(result.errors)")
                #expect(result.json.first?["proposals"] as? Int ?? 0 > 0)
                #expect(try lathu.read(file).contains("là câu trả lời cho những chỉ trích"), "\(file)")
                if ending == "xlf" { #expect(try lathu.run("validate", file).output == "") }
            }
            try Self.export(lathu, "upr-2019", "thu.tmx", ["--threshold", "0.5"])
        }
    }
}
