import Foundation
import GRDB
import Interchange
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import TranslationMemory

/// A file is imported whole or not at all, and a second time changes nothing.
@Suite struct ImportTransactionTests {
    /// All that a memory holds, the state it is in included.
    private struct Contents: Equatable {
        let units: [TranslationUnit]
        let edition: Edition
    }

    private func contents(_ memory: TranslationMemory) throws -> Contents {
        Contents(units: try memory.units, edition: try memory.read { try Editions.latest($0) })
    }

    private func row(_ number: Int) -> String {
        "The Committee examined case \(number) in Geneva.\tỦy ban đã xem xét vụ việc số \(number) tại Genève.\n"
    }

    private var options: MemoryImport.TableOptions {
        var options = MemoryImport.TableOptions()
        options.pair = (.english, .vietnamese)
        return options
    }

    /// The first row, one in the middle, one behind what is stored when it is read, the last.
    @Test func oneBadRowAnywhere() throws {
        try inNewFolder { folder in
            let path = folder.appending(path: "a.tsv").path
            let memory = try TranslationMemory(
                path: folder.appending(path: "m.sqlite").path, access: .writing)
            _ = try memory.store([unit("Peace", "Hòa bình")])
            let before = try contents(memory)
            let good = (0..<9000).map(row)
            for place in [0, 3000, 8999, 9000] {
                let text = good[..<place].joined() + "no tab\n" + good[place...].joined()
                try Data(text.utf8).write(to: URL(filePath: path))
                var intake = MemoryImport(memory, now: 7)
                intake.indexing = SearchOptions()
                let error = #expect(throws: LathuError.self) { try intake.table(path, options: options) }
                #expect(error?.code == .invalidData)
                #expect(error?.diagnostics.first?.location?.line == place + 1)
                #expect(try contents(memory) == before, "\(place)")
            }
            var told: [Int?] = []
            var lenient = MemoryImport(memory, now: 7)
            lenient.skipsBad = true
            lenient.told = { told.append($0.location?.line) }
            #expect(try lenient.table(path, options: options).counts == counts(9000, 0, 0))
            #expect(told == [9001])
            // Whole transactions make whole states.
            #expect(try contents(memory).edition.number == before.edition.number + 1)
            let after = try contents(memory)
            #expect(try lenient.table(path, options: options).counts == counts(0, 0, 9000))
            #expect(try contents(memory) == after)
        }
    }

    /// A memory that is not there yet is not made for a file that is refused.
    @Test func noMemoryIsMadeInVain() throws {
        try inNewFolder { folder in
            let path = folder.appending(path: "a.tsv").path
            try Data("Peace\tHòa bình\nno tab\n".utf8).write(to: URL(filePath: path))
            let memory = folder.appending(path: "m.sqlite").path
            let intake = MemoryImport(
                { () throws(LathuError) in try TranslationMemory(path: memory, access: .writing) }, now: 7)
            #expect(throws: LathuError.self) { try intake.table(path, options: options) }
            #expect(!FilePath.exists(memory))
        }
    }

    /// The disk is full in the middle of a large file, and again when there is room.
    @Test func fullDisk() throws {
        try withMemory { memory in
            _ = try memory.store([unit("Peace", "Hòa bình")])
            let before = try contents(memory)
            let path = memory.path + ".tsv"
            try Data((0..<6000).map(row).joined().utf8).write(to: URL(filePath: path))
            let pages = try memory.queue.inDatabase {
                let pages = try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0
                try $0.execute(sql: "PRAGMA max_page_count = \(pages + 20)")
                return pages
            }
            var intake = MemoryImport(memory, now: 7)
            intake.indexing = SearchOptions()
            let error = #expect(throws: LathuError.self) { try intake.table(path, options: options) }
            #expect(error?.code == .inputOutput)
            #expect(error?.description.contains("the disk is full") == true)
            #expect(try contents(memory) == before)
            #expect(try memory.integrityProblems().isEmpty)
            try memory.queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 10_000)") }
            #expect(try intake.table(path, options: options).counts == counts(6000, 0, 0))
            let count = try MemorySearch(memory, from: .english, to: .vietnamese).count()
            #expect(count == 6001)
        }
    }

    // MARK: Merging

    /// Author and date of what is stored, then of what comes; and what is stored afterwards.
    @Test func theNewestDateWins() throws {
        typealias Version = (author: String?, changed: Int64, isDated: Bool)
        let cases: [(old: Version, new: Version, author: String?, changed: Int64, isUpdated: Bool)] = [
            (("A", 5, true), ("B", 9, true), "B", 9, true), (("A", 5, true), ("B", 4, true), "A", 5, false),
            (("A", 5, true), ("B", 5, true), "A", 5, false), (("A", 5, true), (nil, 9, true), "A", 9, true),
            (("A", 5, true), ("B", 9, false), "A", 5, false), ((nil, 5, true), ("B", 9, false), "B", 9, true),
            ((nil, 5, true), ("B", 4, true), "B", 5, true), (("A", 5, false), ("A", 9, false), "A", 5, false),
        ]
        for (old, new, author, changed, isUpdated) in cases {
            try withMemory { memory in
                func made(_ version: Version) -> TranslationUnit {
                    var made = unit("Peace", "Hòa bình", at: version.changed)
                    made.author = version.author
                    made.isDated = version.isDated
                    return made
                }
                _ = try memory.store([made(old)])
                let outcome = isUpdated ? counts(0, 1, 0) : counts(0, 0, 1)
                #expect(try memory.store([made(new)]) == outcome, "\(old) \(new)")
                let stored = try #require(try memory.units.first)
                #expect(stored.author == author && stored.changed == changed, "\(old) \(new)")
            }
        }
    }

    /// Any units in any order: what they say a second time changes nothing, not so much as the state's number.
    @Test func aSecondTimeChangesNothing() throws {
        let locales = [LocaleID.english, .vietnamese, try LocaleID("fr"), try LocaleID("en-GB")]
        for seed in 0..<60 {
            try withMemory { memory in
                var random = SeededGenerator(state: UInt64(seed))
                func any(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
                // Files that know neighbours are of two languages.
                let isBilingual = seed % 2 == 0
                let units = (0..<40).map { _ in
                    var variants: [LocaleID: TranslationUnit.Variant] = [:]
                    let count = isBilingual ? 2 : Int.random(in: 2...4, using: &random)
                    for locale in isBilingual ? locales[..<2] : locales.shuffled(using: &random).prefix(count)
                    {
                        var variant = TranslationUnit.Variant(any(["hòa bình", "tự do"]))
                        if isBilingual, Bool.random(using: &random) {
                            variant.previous = Int64.random(in: 0...2, using: &random)
                        }
                        if isBilingual, Bool.random(using: &random) {
                            variant.next = Int64.random(in: 0...2, using: &random)
                        }
                        variants[locale] = variant
                    }
                    var unit = TranslationUnit(
                        variants: variants, origin: any(["a.po", "b.tmx"]),
                        method: Bool.random(using: &random) ? .human : .machine,
                        author: any(["", "An", "Bình"]).isEmpty ? nil : any(["An", "Bình"]),
                        created: 1, changed: Int64.random(in: 1...4, using: &random),
                        state: TranslationUnit.State.allCases.randomElement(using: &random) ?? .draft,
                        notes: Bool.random(using: &random) ? [any(["ý một", "ý hai"])] : [])
                    unit.isDated = Bool.random(using: &random)
                    return unit
                }
                let first = try memory.store(units)
                let before = try contents(memory)
                let second = try memory.store(units)
                #expect(try contents(memory) == before, "seed \(seed)")
                #expect(second.added == 0 && second.updated == 0 && second.total == first.total)
            }
        }
    }

    /// A stored unit that says the same is found wherever there is one, and none else.
    @Test func sameUnitsAreFound() throws {
        try withMemory { memory in
            var random = SeededGenerator(state: 5)
            let locales = [LocaleID.english, .vietnamese, try LocaleID("fr"), try LocaleID("de")]
            func make() -> TranslationUnit {
                let chosen = locales.shuffled(using: &random).prefix(Int.random(in: 2...4, using: &random))
                return TranslationUnit(
                    variants: Dictionary(
                        uniqueKeysWithValues: chosen.map {
                            ($0, .init("text \(Int.random(in: 0..<3, using: &random))"))
                        }), origin: "a", created: 1)
            }
            _ = try memory.store((0..<60).map { _ in make() })
            let stored = try memory.units
            func agrees(_ unit: TranslationUnit, _ other: TranslationUnit) -> Bool {
                let shared = unit.variants.filter { other.variants[$0.key] != nil }
                return shared.count >= 2
                    && shared.allSatisfy { other.variants[$0.key]?.text == $0.value.text }
            }
            var found = 0
            try memory.read { database in
                let known = try KnownUnits(database)
                // So many that the filter is used in the end.
                for _ in 0..<4500 {
                    let unit = make()
                    let same = try known.same(as: StoredUnit(unit, path: "m"))
                    let candidates = stored.filter { agrees(unit, $0) }
                    guard let same else {
                        #expect(candidates.isEmpty)
                        continue
                    }
                    found += 1
                    let candidate = try #require(candidates.first { $0.id == same.id })
                    #expect(
                        same.isComplete == unit.variants.keys.allSatisfy { candidate.variants[$0] != nil })
                }
            }
            #expect(found > 500)
        }
    }

    // MARK: The index

    /// The index that an import makes beside itself is that of reading the memory, byte for byte; where units changed
    /// in the same import, it gives the same answers.
    @Test(arguments: [false, true]) func theIndexOfAnImport(hasDuplicates: Bool) throws {
        try withMemory { memory in
            let header = "en\tvi\tvi-US\tstate\n"
            func rows(_ numbers: Range<Int>) -> String {
                numbers.map { number in
                    let unlike = number % 4 == 0 ? "Ủy ban số \(number)" : ""
                    return "Case \(number % 700), \(number)\tVụ \(number)\t\(unlike)\tdraft\n"
                }.joined()
            }
            let again = hasDuplicates ? "Case 5, 5\tVụ 5\t\treviewed\nCase 1, 1\tVụ 1\tVụ việc\t\n" : ""
            let path = memory.path + ".tsv"
            let pair = PairUnits(source: .english, target: .vietnamese, penalties: Penalties())
            let file = IndexFolder.path(pair, memory: memory.path)
            var options = SearchOptions()
            options.fewChanges = 10
            // A new memory, in several batches; or a new one, one with an index, one with units that its index has missed.
            let steps = hasDuplicates ? [0..<60, 60..<90, 90..<150] : [0..<5000]
            for (step, numbers) in steps.enumerated() {
                if step == 2 {
                    _ = try memory.store([unit("Case 6000", "Vụ 6000"), unit("Case 6001", "Vụ 6001")])
                }
                try Data((header + rows(numbers) + again).utf8).write(to: URL(filePath: path))
                var intake = MemoryImport(memory, now: 7)
                intake.indexing = options
                var table = MemoryImport.TableOptions()
                table.format = TSVFormat(isEscaped: true)
                _ = try intake.table(path, options: table)
                if hasDuplicates {
                    var check = MemoryCheck()
                    check.sample = 3
                    let report = try check.report(on: memory)
                    #expect(report.problems.isEmpty && report.indexes.allSatisfy { $0.state == .fine })
                    continue
                }
                let made = try Data(contentsOf: URL(filePath: file))
                try FileManager.default.removeItem(atPath: file)
                _ = try MemorySearch(memory, from: .english, to: .vietnamese, options: options).count()
                #expect(try Data(contentsOf: URL(filePath: file)) == made)
            }
        }
    }
}
