import Interchange
import TestSupport
import Testing
import TextFiles
import TranslationMemory
import UnicodeText

@testable import Letters

@Suite struct CatalogUpdateTests {
    private static let letter = """
        ---
        title: An appeal
        ---
        Free the poets. They wrote *poems* about rain.

        Close the camp. Free the poets.
        """
    private static let catalog = #"""
        # Giữ nguyên lời bàn này.
        msgid ""
        msgstr ""
        "Language: vi\n"
        "Content-Type: text/plain; charset=UTF-8\n"

        #. title
        msgctxt "title"
        msgid "An appeal"
        msgstr "Lời kêu gọi"

        #   odd comment
        #, reviewed
        msgid ""
        "Free the "
        "poets."
        msgstr    "Hãy trả tự do"
              " cho các nhà thơ."

        # Hỏi lại chị Mai.
        #. <1>: emphasis
        #, reviewed
        msgid "They wrote <1>poems</1> about rain."
        msgstr "Họ viết <1>thơ</1> về mưa."

        msgid "Close the camp."
        msgstr ""

        # cũ
        #~ msgid "Old words."
        #~ msgstr "Lời cũ."

        """#

    static func catalog(_ text: String) throws -> LetterCatalog {
        LetterCatalog(
            try POCatalog(source: TextSource(text, file: "appeal.po")), path: "appeal.po",
            locale: .vietnamese)
    }

    private func update(
        _ text: String, _ letter: String, memory: MemorySearch? = nil
    ) throws -> (text: String, catalog: LetterCatalog, report: CatalogReport) {
        let update = try CatalogUpdate(source: .english, memory: memory)
        let (catalog, report) = try update.update(Self.catalog(text), of: try readLetter(letter).letter)
        let written = catalog.file.serialized()
        let again = try update.update(Self.catalog(written), of: try readLetter(letter).letter)
        #expect(again.catalog.file.serialized() == written, "a second update changes nothing")
        #expect(try Gettext.problems(of: written) == "")
        return (written, catalog, report)
    }

    @Test func newCatalog() throws {
        let result = try update("", Self.letter)
        #expect(result.report == CatalogReport(segments: 4, missing: 4))
        #expect(result.text.contains("\"Language: vi\\n\""))
        #expect(result.text.contains("#. <1>: emphasis\nmsgid \"They wrote <1>poems</1> about rain.\"\n"))
        #expect(result.text.components("msgid \"Free the poets.\"") == 1)
    }

    @Test func unchangedIsTheSameBytes() throws {
        for text in [Self.catalog, Self.catalog.replacing("\n", with: "\r\n")] {
            let result = try update(text, Self.letter)
            #expect(result.text == text)
            #expect(result.report == CatalogReport(segments: 4, kept: 3, missing: 1))
        }
    }

    @Test func changedSentence() throws {
        let letter = Self.letter.replacing("about rain", with: "about heavy rain")
        let result = try update(Self.catalog, letter)
        #expect(result.report.changed == 1)
        let difference = LineDifference(Self.catalog, result.text)
        #expect(
            difference.removed == ["#, reviewed", #"msgid "They wrote <1>poems</1> about rain.""#])
        #expect(
            difference.added == [
                "#, fuzzy", ##"#| msgid "They wrote <1>poems</1> about rain.""##,
                #"msgid "They wrote <1>poems</1> about heavy rain.""#,
            ])
        let entry = try #require(
            result.catalog.entry(
                SegmentKey(context: nil, source: "They wrote <1>poems</1> about heavy rain.")))
        #expect(entry.translatorComments == ["Hỏi lại chị Mai."])
        #expect(entry.translations == ["Họ viết <1>thơ</1> về mưa."])
        #expect(!entry.flags.contains("reviewed"))

        let twice = try update(result.text, letter.replacing("wrote", with: "have written"))
        #expect(twice.report.changed == 1)
        #expect(LineDifference(result.text, twice.text).removed.count == 1)
        #expect(twice.text.contains(##"#| msgid "They wrote <1>poems</1> about rain.""##))
    }

    @Test func changedFrontMatterIsCarried() throws {
        let result = try update(Self.catalog, Self.letter.replacing("An appeal", with: "Freedom now"))
        #expect(result.report.changed == 1)
        #expect(
            LineDifference(Self.catalog, result.text).added == [
                "#, fuzzy", ##"#| msgid "An appeal""##, #"msgid "Freedom now""#,
            ])
    }

    @Test func removedAndBackAgain() throws {
        let result = try update(Self.catalog, "---\ntitle: An appeal\n---\nClose the camp.")
        #expect(result.report == CatalogReport(segments: 2, kept: 1, missing: 1, removed: 2))
        #expect(result.text.contains("# Hỏi lại chị Mai.\n#. <1>: emphasis\n#, reviewed\n#~ msgid"))
        #expect(result.text.contains("#~ msgid \"Old words.\""))
        let back = try update(result.text, Self.letter)
        #expect(back.report == CatalogReport(segments: 4, kept: 1, revived: 2, missing: 1))
        for segment in try readLetter(Self.letter).letter.distinctSegments.prefix(3) {
            #expect(back.catalog.translation(of: segment).state.isUsable)
        }
    }

    /// An obsolete entry that begins without a comment moves down whole.
    @Test func obsoleteEntriesMoveWhole() throws {
        let old = "msgid \"Free.\"\nmsgstr \"Thả.\"\n\n#~ msgid \"Old.\"\n#~ msgstr \"Cũ.\"\n"
        let update = try CatalogUpdate(source: .english, memory: nil)
        let (catalog, _) = try update.update(Self.catalog(old), of: try readLetter("Free. Wait.").letter)
        #expect(catalog.file.serialized().hasSuffix("\n\n#~ msgid \"Old.\"\n#~ msgstr \"Cũ.\"\n"))
    }

    /// A remark on a sentence that nobody translated comes back with the sentence, in one entry.
    @Test func remarksOnUntranslatedSentencesComeBack() throws {
        let old = "msgid \"Free.\"\nmsgstr \"Thả.\"\n\n# Hỏi lại\n#~ msgid \"Wait.\"\n#~ msgstr \"\"\n"
        let update = try CatalogUpdate(source: .english, memory: nil)
        let (catalog, report) = try update.update(Self.catalog(old), of: try readLetter("Free. Wait.").letter)
        let text = catalog.file.serialized()
        #expect(text.contains("# Hỏi lại\nmsgid \"Wait.\"\nmsgstr \"\"\n"))
        #expect(!text.contains("#~"))
        #expect(report.missing == 1 && report.revived == 0)
    }

    @Test func untranslatedEntriesLeaveNothingBehind() throws {
        let result = try update(Self.catalog, Self.letter.replacing("Close the camp. ", with: ""))
        #expect(LineDifference(Self.catalog, result.text).added == [])
        #expect(!result.text.contains("Close the camp."))
    }

    @Test func pluralsKeepAllTheirForms() throws {
        let text = #"""
            msgid "One poet"
            msgid_plural "Many poets"
            msgstr[0] "một"

            msgid "Poet"
            msgstr "nhà thơ"

            """#
        let result = try update(text, "One poet is")
        #expect(result.text.contains("#~ msgstr[0] \"một\""))
    }

    @Test func blankTranslationsAreMissing() throws {
        let letter = try readLetter("Free.").letter
        let catalog = try Self.catalog("msgid \"Free.\"\nmsgstr \"  \"\n")
        #expect(catalog.translation(of: letter.segments[0]).state == .missing)
    }

    @Test(arguments: [
        (["Tự do cho nhà thơ."], "", "Tự do cho nhà thơ."),
        (["Tự do.", "Thả ra."], "#, fuzzy\n", "Tự do."),
        (["Tự do <1/>."], "#, fuzzy\n", "Tự do <1/>."),
    ])
    func exactMatches(targets: [String], flags: String, target: String) throws {
        let search = try memory(targets.map { ("Free the poets.", $0) })
        // A reviewer cannot have approved what was not there.
        let old = "#, reviewed\nmsgid \"Free the poets.\"\nmsgstr \"\"\n"
        for text in ["", old] {
            let result = try update(text, "Free the poets.", memory: search)
            #expect(result.text.contains("\(flags)msgid \"Free the poets.\"\nmsgstr \"\(target)\""))
            #expect(result.report.exact == (flags.isEmpty ? 1 : 0))
            #expect(result.report.fuzzy == (flags.isEmpty ? 0 : 1))
            #expect(!result.text.contains("#, reviewed\n"))
        }
    }

    @Test func fuzzyMatch() throws {
        let search = try memory([("Free all the poets.", "Tự do cho mọi nhà thơ.")])
        let result = try update("", "Free the poets.", memory: search)
        #expect(result.report.fuzzy == 1)
        #expect(
            result.text.contains(
                "#, fuzzy\n#| msgid \"Free all the poets.\"\nmsgid \"Free the poets.\"\n"))
        let emptied = result.text.replacing("msgstr \"Tự do cho mọi nhà thơ.\"", with: "msgstr \"\"")
        #expect(try update(emptied, "Free the poets.", memory: search).text.components("#. memory:") == 1)
    }

    /// What the memory knows from this catalog is no reason to part an entry from its comments.
    @Test func changedSentenceThatTheMemoryKnows() throws {
        let search = try memory([
            ("They wrote <1>poems</1> about rain.", "Họ viết <1>thơ</1> về mưa."),
            ("Free the poets.", "Hãy trả tự do cho các nhà thơ."),
        ])
        let letter = Self.letter.replacing("about rain", with: "about heavy rain")
        let result = try update(Self.catalog, letter, memory: search)
        #expect(result.report.changed == 1)
        #expect(result.report.removed == 0)
        #expect(LineDifference(Self.catalog, result.text).removed.count == 2)
    }

    private func memory(_ pairs: [(String, String)]) throws -> MemorySearch {
        try withTemporaryFolder { folder in
            let memory = try TranslationMemory(path: folder + "/memory.sqlite", access: .writing)
            _ = try memory.store(
                pairs.map { source, target in
                    TranslationUnit(
                        variants: [.english: .init(source), .vietnamese: .init(target)], origin: "test.po",
                        created: 1, changed: 1, state: .translated)
                })
            return try MemorySearch(memory, from: .english, to: .vietnamese)
        }
    }
}

extension String {
    /// How often another string stands in it.
    fileprivate func components(_ other: String) -> Int { ranges(of: other).count }
}

/// Lines that only one of two texts has.
struct LineDifference {
    let removed: [String]
    let added: [String]

    init(_ old: String, _ new: String) {
        let changes = TextSource(new).lines.map(String.init)
            .difference(from: TextSource(old).lines.map(String.init))
        func lines(_ list: [CollectionDifference<String>.Change]) -> [String] {
            list.compactMap {
                switch $0 {
                case .insert(_, let line, _), .remove(_, let line, _): line
                }
            }
        }
        removed = lines(changes.removals)
        added = lines(changes.insertions)
    }
}
