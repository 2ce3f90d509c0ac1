import Foundation
import GRDB
import Matching
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import TranslationMemory

/// Whatever a compaction takes away, every index has the right answers afterwards.
@Suite struct MemoryCompactionTests {
    private static let words = ["quyền", "Quyen", "tự", "do", "hòa", "hoà", "bình", "12", "bán", "bạn"]

    private func text(_ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...6, using: &random))
            .map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }

    private func units(_ numbers: Range<Int>, _ random: inout SeededGenerator) -> [TranslationUnit] {
        numbers.map { unit("right \($0)", text(&random), at: Int64($0 % 5)) }
    }

    private func search(_ memory: TranslationMemory, to target: LocaleID = .english, few: Int = 20) throws
        -> MemorySearch
    {
        var options = SearchOptions()
        options.fewChanges = few
        options.manyChanges = max(few, 40)
        return try MemorySearch(
            memory, from: target == .english ? .vietnamese : .english, to: target, options: options)
    }

    private func expectInOrder(_ memory: TranslationMemory, _ what: Comment) throws {
        var check = MemoryCheck()
        check.sample = 2
        let report = try check.report(on: memory)
        #expect(report.problems.isEmpty, what)
        #expect(report.indexes.allSatisfy { $0.state == .fine }, what)
    }

    private func rows(_ memory: TranslationMemory, _ table: String) throws -> Int? {
        try memory.queue.inDatabase { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
    }

    /// Additions, changes and removals between compactions, with indexes of different age and a search that was
    /// open all the while.
    @Test func answersStayRight() throws {
        try withMemory { memory throws in
            var random = SeededGenerator(state: 21)
            var compaction = MemoryCompaction()
            compaction.manyChanges = 30
            let open = try search(memory)
            for step in 0..<24 {
                let first = Int.random(in: 0..<300, using: &random)
                let last = first + [2, 9, 25, 70][Int.random(in: 0..<4, using: &random)]
                _ = try memory.store(
                    units(first..<last, &random), policy: .replaceFromOrigin(source: .english))
                if step % 3 == 0 { _ = try search(memory).count() }
                if step % 5 == 0 { _ = try search(memory, to: .vietnamese).count() }
                if step % 4 == 1 { _ = try open.count() }
                if step % 2 == 0 {
                    let report = try compaction.run(on: memory)
                    #expect(report.removed.isEmpty && !report.isJournalKept)
                    try expectInOrder(memory, "step \(step)")
                }
                let query = text(&random)
                let expected = try search(memory, few: 0).matches(of: query, threshold: 0.5, limit: 1000)
                #expect(
                    try open.matches(of: query, threshold: 0.5, limit: 1000) == expected, "step \(step)")
            }
            try expectInOrder(memory, "end")
        }
    }

    /// Notes are kept from the oldest index on, and no longer.
    @Test func notesThatAnIndexNeedsAreKept() throws {
        try withMemory { memory throws in
            var random = SeededGenerator(state: 22)
            _ = try memory.store(units(0..<50, &random))
            _ = try search(memory).count()
            for number in 0..<5 {
                _ = try memory.store(
                    units(number..<number + 1, &random), policy: .replaceFromOrigin(source: .english))
            }
            let report = try MemoryCompaction().run(on: memory)
            // The memory's first state alone is older than the index.
            #expect(report.notes == 1)
            #expect(try rows(memory, "edition") == 6)
            try expectInOrder(memory, "kept")

            var eager = MemoryCompaction()
            eager.manyChanges = 2
            #expect(try eager.run(on: memory).merged == ["vi_en"])
            #expect(try rows(memory, "edition") == 1)
            #expect(try rows(memory, "change") == 0)
            try expectInOrder(memory, "merged")
            #expect(try eager.run(on: memory).notes == 0)
        }
    }

    /// An index whose notes are gone, as of a backup of the folder that was put back, is not believed.
    @Test func indexesFromBeforeACompaction() throws {
        try withMemory { memory throws in
            var random = SeededGenerator(state: 23)
            _ = try memory.store(units(0..<50, &random))
            _ = try search(memory).count()
            let pair = PairUnits(source: .vietnamese, target: .english, penalties: Penalties())
            let path = IndexFolder.path(pair, memory: memory.path)
            let old = try Data(contentsOf: URL(filePath: path))
            try FileManager.default.removeItem(atPath: path)
            _ = try memory.store(units(10..<20, &random), policy: .replaceFromOrigin(source: .english))
            _ = try MemoryCompaction().run(on: memory)
            try old.write(to: URL(filePath: path))
            #expect(try MemoryCheck().report(on: memory).indexes.map(\.state) == [.stale])
            let fromFile = try search(memory).matches(of: "quyền tự do", threshold: 0.3, limit: 100)
            try expectInOrder(memory, "made anew")
            try FileManager.default.removeItem(atPath: path)
            #expect(try search(memory).matches(of: "quyền tự do", threshold: 0.3, limit: 100) == fromFile)
        }
    }

    /// What an import's index has read ahead is read again where a compaction forgot what changed since.
    @Test func compactionDuringAnImport() throws {
        try withMemory { memory throws in
            var random = SeededGenerator(state: 24)
            _ = try memory.store(units(0..<50, &random))
            let index = try IndexFollower(
                memory: memory.path, from: .vietnamese, to: .english, options: SearchOptions())
            let edition = try memory.read { try Editions.latest($0) }
            index.begin(after: 0)
            index.take(
                try memory.units.map { unit throws in
                    .init(id: try #require(unit.id), unit: try StoredUnit(unit, path: memory.path))
                })
            _ = try memory.store(units(10..<20, &random), policy: .replaceFromOrigin(source: .english))
            #expect(try MemoryCompaction().run(on: memory).notes > 0)
            // Enough for a new file.
            _ = try memory.store(units(100..<700, &random))
            try index.finish(at: edition, changed: [])
            try expectInOrder(memory, "rebuilt")
        }
    }

    /// Free pages, useless files, a dry run that does nothing.
    @Test func space() throws {
        try withMemory { memory throws in
            var random = SeededGenerator(state: 25)
            _ = try memory.store(units(0..<900, &random))
            _ = try search(memory).count()
            try memory.queue.inDatabase {
                try $0.execute(
                    sql:
                        "CREATE TABLE waste (x); INSERT INTO waste VALUES (zeroblob(2000000)); DROP TABLE waste"
                )
            }
            let folder = IndexFolder.path(memory: memory.path)
            try Data(count: 5000).write(to: URL(filePath: folder + "/en_fr"))
            for (name, age) in [("vi_en.12.34.tmp", 2.0), ("vi_en.12.35.tmp", 0.5)] {
                let path = "\(folder)/\(name)"
                try Data(count: 500).write(to: URL(filePath: path))
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSinceNow: -3600 * age)], ofItemAtPath: path)
            }
            try Data("mine".utf8).write(to: URL(filePath: folder + "/readme"))

            var dry = MemoryCompaction()
            dry.isDryRun = true
            let planned = try dry.run(on: memory)
            #expect(FilePath.names(in: folder).count == 5)
            let done = try MemoryCompaction().run(on: memory)
            #expect(FilePath.names(in: folder) == ["readme", "vi_en", "vi_en.12.35.tmp"])
            #expect(done.removed == ["vi_en.12.34.tmp", "en_fr"] && planned.removed == done.removed)
            #expect(planned.notes == done.notes && planned.merged == done.merged)
            #expect(done.before - done.after > 2_000_000 && planned.before == done.before)
            #expect(abs(planned.after - done.after) < 100_000)
            try expectInOrder(memory, "compacted")
            let again = try MemoryCompaction().run(on: memory)
            #expect(again.after == again.before && again.after == done.after)
        }
    }

    /// Another program that writes all the while keeps a compaction out, which says so and leaves everything as it is.
    @Test func writersKeepItOut() throws {
        try withMemory { memory throws in
            var random = SeededGenerator(state: 27)
            _ = try memory.store(units(0..<20, &random))
            _ = try search(memory).count()
            let hurried = try TranslationMemory(path: memory.path, access: .writing, patience: 0.2)
            try memory.queue.inDatabase { database in
                try database.inTransaction(.immediate) {
                    let error = #expect(throws: LathuError.self) { try MemoryCompaction().run(on: hurried) }
                    #expect(error?.code == .inputOutput)
                    #expect(error?.description.contains("another program has kept it locked") == true)
                    return .rollback
                }
            }
            #expect(try memory.units.count == 20)
            try expectInOrder(memory, "kept out")
            _ = try MemoryCompaction().run(on: hurried)
        }
    }

    /// A reader that is in the middle of something keeps what it sees, and the compaction ends all the same.
    @Test func readersGoOn() throws {
        try withMemory { memory throws in
            var random = SeededGenerator(state: 26)
            _ = try memory.store(units(0..<500, &random))
            let reader = try TranslationMemory(path: memory.path, access: .reading)
            try reader.read { database in
                #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM unit") == 500)
                #expect(try MemoryCompaction().run(on: memory).isJournalKept)
                _ = try memory.store(units(600..<700, &random))
                #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM variant") == 1000)
            }
            #expect(try reader.units.count == 600)
            try expectInOrder(memory, "read meanwhile")
        }
    }
}
