import Foundation
import GRDB
import Matching
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import TranslationMemory

/// A check finds what is wrong, says nothing where all is right, and changes nothing.
@Suite struct MemoryCheckTests {
    /// Sixty units; an index of Vietnamese, behind which a few units changed.
    private func withIndexedMemory(_ body: (TranslationMemory, _ index: String) throws -> Void) throws {
        try inNewFolder { folder in
            let memory = try TranslationMemory(
                path: folder.appending(path: "memory.sqlite").path, access: .writing)
            _ = try memory.store(
                (0..<60).map {
                    unit("Right \($0) of man", "Quyền thứ \($0) của con người", at: Int64($0 % 7))
                })
            var options = SearchOptions()
            options.fewChanges = 20
            let search = try MemorySearch(memory, from: .vietnamese, to: .english, options: options)
            _ = try search.count()
            let pair = PairUnits(source: .vietnamese, target: .english, penalties: Penalties())
            try body(memory, IndexFolder.path(pair, memory: memory.path))
        }
    }

    private func report(_ memory: TranslationMemory) throws -> MemoryReport {
        try MemoryCheck().report(on: memory)
    }

    @Test func nothingIsWrong() throws {
        try withIndexedMemory { memory, path in
            let fresh = try report(memory)
            #expect(fresh.problems.isEmpty && fresh.remarks.isEmpty)
            #expect(fresh.units == 60 && fresh.texts == 120)
            #expect(fresh.indexes.map(\.name) == ["vi_en"] && fresh.indexes.map(\.state) == [.fine])
            #expect(fresh.indexes[0].segments == 60 && fresh.indexes[0].pending == 0)
            #expect(fresh.indexes[0].sampled == 60 && fresh.indexes[0].searches == 60 * 3 * 5)

            // Added, changed and removed behind the index.
            _ = try memory.store([unit("Peace", "Hòa bình"), unit("Bread", "Bánh mì")])
            var changed = unit("Right 7 of man", "Quyền thứ 7 của con người", at: 9)
            changed.state = .reviewed
            _ = try memory.store([changed, unit("Right 9 of man", "Quyền thứ chín", at: 9)])
            _ = try memory.store(
                [unit("Right 8 of man", "Quyền thứ tám của con người", at: 9)],
                policy: .replaceFromOrigin(source: .english))
            let before = try Data(contentsOf: URL(filePath: path))
            let later = try report(memory)
            #expect(later.problems.isEmpty)
            #expect(later.indexes[0].state == .fine && later.indexes[0].pending == 5)
            #expect(try Data(contentsOf: URL(filePath: path)) == before)

            var other = MemoryCheck()
            other.penalties.draft = 1
            #expect(try other.report(on: memory).indexes.map(\.state) == [.stale])
            other = MemoryCheck()
            other.sample = 3
            let small = try other.report(on: memory)
            #expect(small.indexes[0].sampled == 3 && small.indexes[0].searches == 45)
        }
    }

    @Test func emptyMemory() throws {
        try withMemory { memory throws in
            let empty = try report(memory)
            #expect(empty.problems.isEmpty && empty.units == 0 && empty.indexes.isEmpty)
        }
    }

    /// What must never be, done to the tables by hand; the index knows nothing of it.
    @Test(arguments: [
        ("DELETE FROM variant WHERE unit = 5 AND locale = 'en'", "fewer than two languages: 5"),
        ("DELETE FROM unit WHERE id = 60", "rows of no unit in the table “variant”"),
        ("UPDATE variant SET text = text || 'e' || char(769) WHERE unit = 3 AND locale = 'en'", "not in NFC"),
        (
            "UPDATE variant SET hash = hash + 1 WHERE unit = 3 AND locale = 'vi'",
            "hash that is not theirs: vi of unit 3"
        ),
        ("UPDATE variant SET text = ' ' WHERE unit = 3 AND locale = 'en'", "empty texts: en of unit 3"),
        ("DELETE FROM locale WHERE tag = 'en'", "missing from the table of languages"),
        ("UPDATE variant SET locale = 'xx-nothing' WHERE unit = 4 AND locale = 'en'", "unknown language"),
        ("INSERT INTO note (unit, text) VALUES (777, 'x')", "rows of no unit in the table “note”"),
        (
            "INSERT INTO unit SELECT 61, origin, method, author, created, changed, state FROM unit WHERE id = 1",
            "without a note"
        ),
        ("INSERT INTO edition VALUES (9, 1, 60)", "states of the memory are missing"),
        ("DELETE FROM edition", "no state of the memory is noted"),
        ("INSERT INTO change VALUES (9, 1)", "1 changes are noted of no state"),
        (
            "UPDATE unit SET changed = changed + 1 WHERE id = 7",
            "the index holds units otherwise than the memory: 7"
        ),
        ("UPDATE unit SET method = 2 WHERE id = 8", "the index holds units otherwise than the memory: 8"),
        ("UPDATE variant SET previous = 4 WHERE unit = 8 AND locale = 'vi'", "otherwise than the memory: 8"),
        ("UPDATE variant SET next = 4 WHERE unit = 8 AND locale = 'vi'", "otherwise than the memory: 8"),
        (
            "UPDATE variant SET text = 'Quyền' WHERE unit = 8 AND locale = 'vi'",
            "otherwise than the memory: 8"
        ),
        (
            "DELETE FROM variant WHERE unit = 8 AND locale = 'en'",
            "the index holds units that are not in the memory: 8"
        ),
        (
            "DELETE FROM variant WHERE unit = 60 AND locale = 'en'",
            "the index holds units that are not in the memory: 60"
        ),
    ])
    func tables(_ sql: String, _ expected: String) throws {
        try withIndexedMemory { memory, _ in
            try memory.queue.inDatabase {
                try $0.execute(sql: "PRAGMA foreign_keys = OFF")
                try $0.execute(sql: sql)
            }
            let problems = try report(memory).problems
            #expect(
                problems.contains { $0.message.contains(expected) && $0.hint != nil && $0.location != nil },
                "\(problems)")
        }
    }

    /// A unit that the index should have seen and has not.
    @Test func indexesThatLackUnits() throws {
        try withIndexedMemory { memory, path in
            let index = try SegmentIndex(contentsOf: path)
            let segments = ChangingSegmentIndex(index)
            segments.remove(PairUnits.numbers(of: 30))
            try segments.merged(key: index.key, generation: index.generation).write(to: path)
            let found = try report(memory)
            #expect(found.problems.map(\.message) == ["the index lacks units of the memory: 30"])
            #expect(found.problems.first?.location?.file == path)
            #expect(found.indexes.map(\.state) == [.damaged])
        }
    }

    /// Every damage to a file is found, since all of it is read.
    @Test func damagedFiles() throws {
        try withIndexedMemory { memory, path in
            let sound = try Data(contentsOf: URL(filePath: path))
            var random = SeededGenerator(state: 3)
            var bad: [Data] = [Data(), sound.prefix(sound.count / 2), sound + Data(count: 64)]
            for _ in 0..<20 {
                var flipped = sound
                flipped[Int.random(in: 16..<sound.count, using: &random)] ^=
                    1 << UInt8.random(in: 0..<8, using: &random)
                bad.append(flipped)
            }
            for bytes in bad {
                try bytes.write(to: URL(filePath: path))
                let found = try report(memory)
                #expect(found.indexes.map(\.state) == [.damaged] && found.problems.count == 1)
                #expect(found.problems.first?.message.hasPrefix("the index cannot be used: ") == true)
            }
        }
    }

    /// Damage that SQLite notices is told, and nothing else is read.
    @Test func damagedMemory() throws {
        try inNewFolder { folder in
            let path = folder.appending(path: "memory.sqlite").path
            do {
                let memory = try TranslationMemory(path: path, access: .writing)
                _ = try memory.store((0..<900).map { unit("Right \($0)", "Quyền \($0)") })
            }
            var bytes = try Data(contentsOf: URL(filePath: path))
            for place in stride(from: bytes.count / 4, to: bytes.count * 3 / 4, by: 7) { bytes[place] = 0xEE }
            try bytes.write(to: URL(filePath: path))
            let memory = try TranslationMemory(path: path, access: .reading)
            #expect(try !report(memory).problems.isEmpty)
        }
    }

    /// What lies in the folder beside indexes is told and counts for nothing.
    @Test func otherFiles() throws {
        try withIndexedMemory { memory, path in
            try Data("x".utf8).write(to: URL(filePath: "\(path).123.456.tmp"))
            try Data("x".utf8).write(to: URL(filePath: IndexFolder.path(memory: memory.path) + "/readme"))
            let found = try report(memory)
            #expect(found.problems.isEmpty && found.remarks.count == 2)
        }
    }
}
