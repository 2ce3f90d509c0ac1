import Foundation
import Interchange
import TestSupport
import Testing
import TextFiles
import UnicodeText

@Suite struct POConformanceTests {
    static let folder = "conformance/po"

    /// Files that are wrong, by the end of their path, with the reason.
    static let refused: [(path: String, reason: String)] = [
        ("data/filters/po/file-POFilter-match-stat-en-ca.po", "entries stand in it twice"),
        ("data/filters/po/file-POFilter-multiple.po", "a msgid_plural without msgstr[0]"),
        ("gold/tmxtest-attributes.tmx.po", "entries stand in it twice"),
        ("po/src/test/resources/Test02.po", "the name after domain has no quotes"),
        ("po/src/test/resources/Test03.po", "the name after domain has no quotes"),
    ]

    static let absent: Comment = "no conformance/po in LATHU_SHARED or ../shared"

    @Test(.enabled(if: SharedMaterial.has(folder), absent)) func filesOfOthersComeBackAsTheyWere() throws {
        let files = SharedMaterial.files(in: Self.folder, extensions: ["po", "pot"])
        var refused: Set<String> = []
        for file in files {
            let path = SharedMaterial.path(Self.folder) + "/" + file
            let bytes = try FileReading.bytes(of: path)
            do {
                let catalog = try POCatalog.read(path)
                #expect(catalog.bytes() == bytes, "\(file)")
                #expect(!catalog.isModified, "\(file)")
            } catch {
                let known = Self.refused.first { file.hasSuffix($0.path) }
                if let known { refused.insert(known.path) }
                #expect(known != nil, "\(file) is refused: \(error)")
            }
        }
        #expect(refused == Set(Self.refused.map(\.path)), "exceptions that are none")
    }

    @Test(
        .enabled(if: SharedMaterial.has(folder), absent),
        .enabled(if: Gettext.isInstalled, "msgfmt is not installed")
    )
    func whatMsgfmtTakesIsTaken() throws {
        for file in SharedMaterial.files(in: Self.folder, extensions: ["po", "pot"]) {
            let path = SharedMaterial.path(Self.folder) + "/" + file
            guard try Programs.run("msgfmt", ["-o", "/dev/null", path]).status == 0 else { continue }
            #expect(throws: Never.self, "\(file)") { try POCatalog.read(path) }
        }
    }

    /// Every entry formatted anew means the same to msgcat as the file did.
    @Test(
        .enabled(if: SharedMaterial.has(folder), absent),
        .enabled(if: Gettext.isInstalled, "msgfmt is not installed")
    )
    func formattedAnewMeansTheSame() throws {
        try withTemporaryFolder { folder in
            for file in SharedMaterial.files(in: Self.folder, extensions: ["po", "pot"]) {
                let path = SharedMaterial.path(Self.folder) + "/" + file
                guard let catalog = try? POCatalog.read(path) else { continue }
                let anew = folder + "/anew.po"
                let entries = catalog.entries.map { Self.renewed($0) }
                try POCatalog(entries: entries).write(to: anew)
                #expect(try POCatalog.read(anew).entries == entries, "\(file)")
                guard try Programs.run("msgfmt", ["-o", "/dev/null", path]).status == 0 else { continue }
                let result = try Programs.run("msgfmt", ["-o", "/dev/null", anew])
                #expect(result.status == 0, "\(file): \(result.output)")
            }
        }
    }

    static func renewed(_ entry: POEntry) -> POEntry {
        var translations = entry.translations
        if entry.isHeader, var header = translations.first.map({ POHeader($0) }), header.charsetName != nil {
            header.charsetName = "UTF-8"
            translations = [header.text]
        }
        return POEntry(
            source: entry.source, context: entry.context, plural: entry.plural, translations: translations,
            translatorComments: entry.translatorComments, extractedComments: entry.extractedComments,
            references: entry.references, flags: entry.flags, previousContext: entry.previousContext,
            previousSource: entry.previousSource, previousPlural: entry.previousPlural,
            isObsolete: entry.isObsolete)
    }
}

@Suite(.enabled(if: Gettext.isInstalled, "msgfmt is not installed")) struct MsgfmtTests {
    @Test(arguments: [
        "vi", "en", "fr", "ru", "pl", "ar", "zh-Hant", "sr-Latn", "pt-BR", "pt-PT", "cs", "sl", "lt", "lv",
        "ro",
        "mk", "ga", "cy", "mt", "tet",
    ])
    func newHeadersPassWithoutAWarning(tag: String) throws {
        let header = POCatalog.newHeader(language: try LocaleID(tag), project: "thư ngỏ")
        try withTemporaryFolder { folder in
            let path = folder + "/a.po"
            let entries = [
                header, POEntry(source: "Dear leaders,", translations: ["Kính gửi quý vị lãnh đạo,"]),
                POEntry(source: "%d letter", plural: "%d letters", flags: ["c-format"]),
            ]
            // gettext must be told the rule before it takes plurals.
            let hasRule = POHeader(header.translations[0]).pluralCount != nil
            try POCatalog(entries: hasRule ? entries : Array(entries.dropLast())).write(to: path)
            let result = try Programs.run("msgfmt", ["--check", "-o", "/dev/null", path])
            #expect(result.status == 0 && result.output == "")
        }
    }

    @Test func whatIsWrittenPasses() throws {
        var generator = SeededGenerator(state: 1948)
        let header = POCatalog.newHeader(language: .vietnamese, project: "ngẫu nhiên")
        try withTemporaryFolder { folder in
            for round in 0..<20 {
                let entries = (0..<8).map { number in
                    var entry = RandomEntry.make(number: number, &generator)
                    // What msgfmt checks in the texts themselves is not the writer's to mend: one form in
                    // Vietnamese, and line ends at both ends or neither.
                    entry.plural = entry.plural.map { "<\($0)>" }
                    entry.source = "<\(entry.source)>"
                    entry.translations = ["<\(entry.translations[0])>"]
                    return entry
                }
                let path = folder + "/\(round).po"
                try POCatalog(entries: [header] + entries).write(to: path)
                let result = try Programs.run("msgfmt", ["--check", "-o", "/dev/null", path])
                #expect(result.status == 0, "\(result.output)")
            }
        }
    }

    /// Where there is nothing to break at but spaces, the layout is msgcat's.
    @Test func proseIsWrappedAsMsgcatDoes() throws {
        let words =
            "Nhân dịp Hội nghị Cấp cao APEC tại Đà Nẵng chúng tôi các tổ chức xã hội dân sự kêu gọi quý vị lãnh đạo "
            + "quan tâm đến tình trạng nhân quyền ở Việt Nam và yêu cầu trả tự do cho các tù nhân lương tâm"
        let list = words.split(separator: " ").map(String.init)
        var generator = SeededGenerator(state: 2017)
        try withTemporaryFolder { folder in
            let path = folder + "/a.po"
            var entries = [POCatalog.newHeader(language: .vietnamese, project: "apec-2017")]
            for number in 0..<200 {
                func prose() -> String {
                    (0..<Int.random(in: 1...40, using: &generator)).map { _ in
                        (list.randomElement(using: &generator) ?? "")
                            + (Int.random(in: 0..<12, using: &generator) == 0 ? "\n" : "")
                    }.joined(separator: " ")
                }
                var entry = POEntry(
                    source: "\(number) " + prose(), context: number % 3 == 0 ? prose() : nil,
                    translations: [prose()])
                if number % 5 == 0 { (entry.flags, entry.previousSource) = (["fuzzy"], prose()) }
                entries.append(entry)
            }
            let catalog = POCatalog(entries: entries)
            try catalog.write(to: path)
            let result = try Programs.run("msgcat", [path, "-o", folder + "/b.po"])
            #expect(result.status == 0, "\(result.output)")
            #expect(try FileReading.text(of: folder + "/b.po").text == catalog.serialized())
        }
    }
}
