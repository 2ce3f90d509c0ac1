import Foundation
import Interchange
import TestSupport
import Testing
import TextFiles
import TranslationMemory
import UnicodeText

private func units(_ memory: TranslationMemory) throws -> [TranslationUnit] {
    var units: [TranslationUnit] = []
    try memory.forEachUnit { unit in
        var unit = unit
        unit.id = nil
        units.append(unit)
    }
    return units
}

private func export(_ memory: TranslationMemory, _ locales: [LocaleID] = [], to path: String) throws
    -> ExchangeExportReport
{
    let file = try FileWriter(path: path)
    let report = try MemoryExport(memory).exchange(locales: locales, toolVersion: "1") { try file.write($0) }
    try file.commit()
    return report
}

@Suite struct ExchangeTests {
    private static func samples() throws -> [TranslationUnit] {
        let french = try LocaleID("fr"), chinese = try LocaleID("zh-Hant"), british = try LocaleID("en-GB")
        return [
            TranslationUnit(
                variants: [
                    .english: .init("Dear <1>Leaders</1>,"), .vietnamese: .init("Kính gửi <1>Quý vị</1>,"),
                ],
                origin: "apec-2017.po", author: "An", created: 1_510_047_000_123, changed: 1_510_047_999_999,
                state: .reviewed, notes: ["xem lại", "lần nữa", "<b> & “c”"]),
            TranslationUnit(
                variants: [
                    .english: .init("\\<1> <3/> </2> <2>\ta\nb\r"), .vietnamese: .init("<2/><2/>"),
                    french: .init("Chers"), chinese: .init("您好"), british: .init("Dear"),
                ],
                origin: "a b", method: .aligned, created: 0, changed: -1, state: .draft),
            TranslationUnit(
                variants: [.english: .init(" Human rights "), french: .init("Droits de l’homme")],
                origin: "", method: .machine, created: 1_510_047_000_000),
        ]
    }

    @Test func everythingComesBack() throws {
        try withTemporaryFolder { folder in
            let memory = try TranslationMemory(path: folder + "/a.sqlite", access: .writing)
            _ = try memory.store(try Self.samples())
            let path = folder + "/a.tmx"
            let written = try export(memory, to: path)
            #expect(written.units == 3 && written.droppedCharacters == 0)
            let other = try TranslationMemory(path: folder + "/b.sqlite", access: .writing)
            let intake = MemoryImport(other, now: 5)
            let report = try intake.exchange(path, options: .init())
            #expect(report.counts.added == 3)
            #expect(report.problems.isEmpty)
            #expect(try units(other) == units(memory))
            #expect(try units(other) == Self.samples())
            #expect(try other.integrityProblems().isEmpty)
            // A second time changes nothing, and the same memory gives the same bytes.
            #expect(try intake.exchange(path, options: .init()).counts.unchanged == 3)
            _ = try export(other, to: folder + "/b.tmx")
            #expect(try FileReading.bytes(of: folder + "/b.tmx") == FileReading.bytes(of: path))
        }
    }

    @Test func onePair() throws {
        try withTemporaryFolder { folder in
            let memory = try TranslationMemory(path: folder + "/a.sqlite", access: .writing)
            _ = try memory.store(try Self.samples())
            let path = folder + "/a.tmx"
            #expect(try export(memory, [.vietnamese, .english], to: path).units == 2)
            let reader = try TMXReader(path: path)
            #expect(reader.header.attributes[.srclang] == "vi")
            while let item = try reader.next() {
                #expect(item.unit.variants.map(\.language) == ["vi", "en"])
            }
        }
    }

    @Test func forbiddenCharactersAreCounted() throws {
        try withTemporaryFolder { folder in
            let memory = try TranslationMemory(path: folder + "/a.sqlite", access: .writing)
            _ = try memory.store([
                TranslationUnit(
                    variants: [.english: .init("a\u{1}b"), .vietnamese: .init("c")], origin: "o\u{2}",
                    created: 0)
            ])
            #expect(try export(memory, to: folder + "/a.tmx").droppedCharacters == 2)
        }
    }

    /// What other tools say, and what becomes of it.
    @Test func unitsOfOtherTools() throws {
        let text = """
            <tmx version="1.1"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t"
            adminlang="en" srclang="EN" datatype="plaintext"/><body>
            <tu changedate="20171107T093000Z"><note>n</note>
              <tuv lang="EN" creationid="a" creationdate="20160101T000000Z"><seg>Dear</seg></tuv>
              <tuv lang="VI" changeid="b" changedate="20180101T000000Z"><note> </note><note>v</note>
                <seg>Kính gửi</seg></tuv>
              <tuv lang="VI"><seg>Thưa</seg></tuv><tuv lang="VI"><seg>Kính gửi</seg></tuv>
              <tuv lang="qq"><seg>x</seg></tuv></tu>
            <tu><tuv lang="EN"><seg>alone</seg></tuv><tuv lang="VI"><seg> </seg></tuv></tu>
            <tu><prop type="x-lathu:state">unheard of</prop>
              <tuv lang="EN-US"><seg>Hi</seg></tuv><tuv lang="EN-GB"><seg>Hello</seg></tuv></tu>
            </body></tmx>
            """
        try withTemporaryFolder { folder in
            let path = folder + "/other.tmx"
            try FileWriting.write(text, to: path)
            let memory = try TranslationMemory(path: folder + "/a.sqlite", access: .writing)
            var options = MemoryImport.ExchangeOptions()
            options.state = .draft
            var progress: [Int] = []
            let report = try MemoryImport(memory, now: 77).exchange(path, options: options) {
                progress.append($0.count)
            }
            #expect(report.counts.added == 3)
            // A text alone is no unit, and nothing wrong.
            #expect(report.refused == 0 && report.untranslated == 1)
            #expect(progress == [3])
            #expect(
                report.problems.map(\.description) == [
                    "\(path):8:3: warning: the language “qq” is not known"
                ])
            let units = try units(memory)
            #expect(units.map { $0.variants[.vietnamese]?.text } == ["Kính gửi", "Thưa", nil])
            #expect(units.map { $0.variants[.english]?.text } == ["Dear", "Dear", nil])
            for unit in units.prefix(2) {
                #expect(unit.created == 1_451_606_400_000)
                #expect(unit.changed == 1_510_047_000_000)
                #expect(unit.author == "b")
                #expect(unit.notes == ["n", "v"])
            }
            #expect(units.allSatisfy { $0.state == .draft && $0.origin == "other.tmx" })
            #expect(units[2].created == 77)
            #expect(units[2].variants.keys.map(\.identifier).sorted() == ["en-GB", "en-US"])
        }
    }
}
