import Foundation
import Interchange
import Testing
import TextFiles
import UnicodeText

@testable import TranslationMemory

@Suite struct ImportExportTests {
    private func withFile(
        _ name: String, _ text: String, _ body: (TranslationMemory, String) throws -> Void
    ) throws {
        try inNewFolder { (folder) throws in
            let file = folder.appending(path: name)
            try Data(text.utf8).write(to: file)
            try withMemory { try body($0, file.path) }
        }
    }

    /// Imports what is good of a table, and says in which lines the rest stands.
    private static func lenient(
        _ memory: TranslationMemory, _ path: String, _ options: MemoryImport.TableOptions
    ) throws -> (report: ImportReport, lines: [Int?]) {
        var lines: [Int?] = []
        var intake = MemoryImport(memory, now: 7)
        intake.skipsBad = true
        intake.told = { lines.append($0.location?.line) }
        let report = try intake.table(path, options: options)
        return (report, lines)
    }

    @Test func tableWithHeader() throws {
        let text = """
            en\tvi\tfr\torigin\tauthor\tstate\tnote
            Peace\tHòa bình\tPaix\tapec.po\tLan\treviewed\tý một\\ný hai
            War\t\tGuerre\t\t\t\t
            Law\tLuật\t\t\t\tunsure\t
            Right\t\t\t\t\t\t

            """
        try withFile("all.tsv", text) { (memory, path) throws in
            var options = MemoryImport.TableOptions()
            options.format = TSVFormat(isEscaped: true)
            options.state = .draft
            let (report, lines) = try Self.lenient(memory, path, options)
            #expect(report.counts == counts(2, 0, 0))
            #expect(report.refused == 2)
            #expect(lines == [4, 5])
            #expect(try memory.texts == ["en=Peace fr=Paix vi=Hòa bình", "en=War fr=Guerre"])
            let units = try memory.units
            #expect(units[0].origin == "apec.po" && units[0].author == "Lan" && units[0].state == .reviewed)
            #expect(units[0].notes == ["ý một", "ý hai"])
            #expect(units[1].origin == "all.tsv" && units[1].author == nil && units[1].state == .draft)
            #expect(units[1].created == 7 && units[1].changed == 7)
            #expect(try Self.lenient(memory, path, options).report.counts == counts(0, 0, 2))
        }
    }

    @Test func tableOfPairs() throws {
        let text = "Peace\tHòa bình\n  War \t Chiến tranh\r\nno translation\nLaw\t \nC:\\new\tC:\\new\n"
        try withFile("pairs.tsv", text) { (memory, path) throws in
            var options = MemoryImport.TableOptions()
            let usage = #expect(throws: LathuError.self) {
                try MemoryImport(memory, now: 7).table(path, options: options)
            }
            #expect(usage?.code == .usage)
            options.pair = (.english, .vietnamese)
            let (report, lines) = try Self.lenient(memory, path, options)
            #expect(report.counts == counts(3, 0, 0))
            #expect(lines == [3, 4])
            #expect(
                try memory.texts == [
                    "en=Peace vi=Hòa bình", "en=War vi=Chiến tranh", "en=C:\\new vi=C:\\new",
                ])
        }
    }

    @Test func escapes() throws {
        try withFile("pairs.tsv", "a\\tb\tc\\nd\nx\\y\tz\n") { (memory, path) throws in
            var options = MemoryImport.TableOptions()
            options.pair = (.english, .vietnamese)
            options.format = TSVFormat(isEscaped: true)
            let (report, _) = try Self.lenient(memory, path, options)
            #expect(report.counts == counts(1, 0, 0) && report.refused == 1)
            #expect(try memory.texts == ["en=a\tb vi=c\nd"])
        }
    }

    private static let catalog = """
        msgid ""
        msgstr "Language: vi\\nContent-Type: text/plain; charset=UTF-8\\n"

        msgid "Peace"
        msgstr "Hòa bình"

        # ý một
        #, reviewed
        msgid "War"
        msgstr "Chiến tranh"

        #, fuzzy
        msgid "Law"
        msgstr "Luật sư"

        msgid "Right"
        msgstr ""

        msgctxt "label"
        msgid ""
        msgstr "không có nguồn"

        msgid "Freedom"
        msgstr "Tự do"

        #~ msgid "Justice"
        #~ msgstr "Công lý"

        """

    @Test func catalog() throws {
        try withFile("apec.po", Self.catalog) { (memory, path) throws in
            let intake = MemoryImport(memory, now: 7)
            let report = try intake.catalog(path, from: .english, isOwn: true)
            #expect(report.counts == counts(4, 0, 0))
            #expect(report.fuzzy == 1 && report.untranslated == 1)
            let units = try memory.units
            #expect(
                units.compactMap { $0.variants[.english]?.text } == ["Peace", "War", "Freedom", "Justice"])
            #expect(units.map(\.state) == [.translated, .reviewed, .translated, .translated])
            #expect(units.map(\.origin) == Array(repeating: "apec.po", count: 4))
            #expect(units[1].notes == ["ý một"])
            let english = units.map { $0.variants[.english] }
            #expect(english[0]?.previous == TextHash.documentEdge && english[0]?.next == TextHash.of("War"))
            #expect(english[1]?.previous == TextHash.of("Peace") && english[1]?.next == TextHash.of("Law"))
            #expect(english[2]?.next == TextHash.documentEdge)
            #expect(english[3]?.previous == nil && english[3]?.next == nil)
            let vietnamese = units.map { $0.variants[.vietnamese] }
            #expect(vietnamese[1]?.previous == TextHash.of("Hòa bình"))
            #expect(try intake.catalog(path, from: .english, isOwn: true).counts == counts(0, 0, 4))
        }
    }

    /// One text in two contexts, and again as an obsolete entry.
    @Test func catalogWithContexts() throws {
        let text = """
            msgctxt "door"
            msgid "Open"
            msgstr "Mở"

            msgctxt "letter"
            msgid "Open"
            msgstr "Ngỏ"

            #~ msgid "Open"
            #~ msgstr "Cởi mở"

            """
        try withFile("apec.po", text) { (memory, path) throws in
            let intake = MemoryImport(memory, now: 7)
            #expect(
                try intake.catalog(path, from: .english, to: .vietnamese, isOwn: true).counts
                    == counts(3, 0, 0))
            #expect(
                try intake.catalog(path, from: .english, to: .vietnamese, isOwn: true).counts
                    == counts(0, 0, 3))
        }
    }

    @Test func catalogsMustNameTwoLanguages() throws {
        try withFile("apec.po", "msgid \"Peace\"\nmsgstr \"Hòa bình\"\n") { (memory, path) throws in
            for target in [nil, LocaleID.english] {
                let error = #expect(throws: LathuError.self) {
                    try MemoryImport(memory, now: 7).catalog(path, from: .english, to: target)
                }
                #expect(error?.code == .usage)
            }
            #expect(try memory.units.isEmpty)
        }
    }

    private static let units = [
        unit("Peace", "Hòa bình", state: .reviewed, notes: ["ý một", "ý hai"]),
        unit("a\tb\\n", "c\n\"d\"\\", origin: "b.po"), unit("War", "Chiến tranh", state: .draft),
        unit("<1>Free</1> Đài", "Trả tự do cho <1>Đài</1>"),
    ]

    @Test func tableRoundTrip() throws {
        try withMemory { (memory) throws in
            var third = unit("Justice", "Công lý")
            third.variants[try LocaleID("fr")] = .init("Justice")
            _ = try memory.store(Self.units + [third])
            var text = ""
            #expect(try MemoryExport(memory).table { text += $0 } == 5)
            #expect(text.hasPrefix("en\tfr\tvi\torigin\tauthor\tstate\tnote\n"))
            try withFile("all.tsv", text) { (copy, path) throws in
                var options = MemoryImport.TableOptions()
                options.format = TSVFormat(isEscaped: true)
                #expect(
                    try MemoryImport(copy, now: 1).table(path, options: options).counts == counts(5, 0, 0))
                #expect(try copy.units == memory.units)
                // Back into the memory that it came from it changes nothing.
                #expect(
                    try MemoryImport(memory, now: 2).table(path, options: options).counts == counts(0, 0, 5))
            }
            let some = try MemoryExport(memory).table(locales: [LocaleID("fr"), .english]) { _ in }
            #expect(some == 1)
        }
        try withMemory { (memory) throws in #expect(try MemoryExport(memory).table { _ in } == 0) }
    }

    @Test func catalogRoundTrip() throws {
        try withMemory { (memory) throws in
            _ = try memory.store(Self.units + [unit("Peace", "Thái bình", at: 9)])
            let catalog = try MemoryExport(memory).catalog(from: .english, to: .vietnamese)
            // The approved translation comes before the later one.
            let peace = try #require(catalog.entries.first { $0.source == "Peace" })
            #expect(peace.translations == ["Hòa bình"])
            #expect(peace.extractedComments == ["a.po", "also: Thái bình (a.po, translated)"])
            #expect(catalog.entries.first { $0.source == "War" }?.isFuzzy == true)
            try inNewFolder { (folder) throws in
                let path = folder.appending(path: "all.po").path
                try catalog.write(to: path)
                if Self.hasMsgfmt { #expect(try Self.msgfmt(["--check", "-o", "/dev/null", path]) == 0) }
                try withMemory { (copy) throws in
                    let report = try MemoryImport(copy, now: 1).catalog(path, from: .english, origin: "a.po")
                    #expect(report.counts == counts(3, 0, 0) && report.fuzzy == 1)
                    let expected = ["en=Peace vi=Hòa bình", "en=a\tb\\n vi=c\n\"d\"\\"]
                    #expect(try copy.texts.prefix(2) == expected[...])
                    #expect(try copy.units[0].notes == ["ý một", "ý hai"])
                    #expect(try copy.units[0].state == .reviewed)
                }
            }
        }
    }

    private static let hasMsgfmt = (try? msgfmt(["--version"])) == 0

    private static func msgfmt(_ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["msgfmt"] + arguments
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
