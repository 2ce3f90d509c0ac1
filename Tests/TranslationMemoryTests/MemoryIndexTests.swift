import Foundation
import GRDB
import Matching
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import TranslationMemory

/// The index beside a memory: whatever becomes of memory and file, every answer is that of comparing the
/// query with every unit.
@Suite struct MemoryIndexTests {
    private static let words = [
        "quyền", "Quyen", "tự", "do", "biểu", "đạt", "hòa", "hoà", "bình", "12", ",", "bán", "bạn",
    ]

    private func text(_ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...7, using: &random))
            .map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }

    private func units(_ count: Int, from start: Int, _ random: inout SeededGenerator) throws
        -> [TranslationUnit]
    {
        try (start..<start + count).map { number in
            var variants: [LocaleID: TranslationUnit.Variant] = [
                .vietnamese: .init(text(&random), previous: Int64(number % 3)),
                .english: .init("right \(number % 60)"),
            ]
            if number % 5 == 0 { variants[try LocaleID("vi-US")] = .init(text(&random)) }
            return TranslationUnit(
                variants: variants, origin: "a.po", method: number % 7 == 0 ? .machine : .human,
                created: Int64(number % 7), state: TranslationUnit.State.allCases[number % 3])
        }
    }

    private func options(_ notices: Notices? = nil) -> SearchOptions {
        var options = SearchOptions()
        options.fewChanges = 10
        options.notice = { notices?.texts.append($0) }
        return options
    }

    final class Notices { var texts: [String] = [] }

    private func search(_ memory: TranslationMemory, _ notices: Notices? = nil) throws -> MemorySearch {
        try MemorySearch(memory, from: .vietnamese, to: .english, options: options(notices))
    }

    /// What the specification says, from the units as the memory hands them out.
    private func expected(
        _ memory: TranslationMemory, _ query: MemoryQuery, _ threshold: Double, _ limit: Int
    ) throws -> [Answer] {
        let tokenizer = try Tokenizer(locale: .vietnamese)
        let penalties = Penalties()
        var candidates: [SearchCandidate] = []
        var sources: [String] = []
        var targets: [String] = []
        try memory.forEachUnit { unit in
            let target = unit.variants[.english]?.text ?? ""
            for (locale, variant) in unit.variants.sorted(by: { $0.key.identifier < $1.key.identifier })
            where locale.language == "vi" {
                candidates.append(
                    SearchCandidate(
                        id: Int64(candidates.count), segment: tokenizer.tokenize(variant.text),
                        changed: unit.changed,
                        penalty: penalties.sum(method: unit.method, state: unit.state, regions: 0),
                        previous: variant.previous, next: variant.next))
                sources.append(variant.text)
                targets.append(target)
            }
        }
        let ranked = ExhaustiveSearch.matches(
            of: SearchQuery(
                tokenizer.tokenize(query.text), threshold: threshold, limit: candidates.count,
                previous: query.previous, next: query.next), among: candidates)
        var seen: Set<[String]> = []
        var answers: [Answer] = []
        for match in ranked where answers.count < limit {
            let place = Int(match.id)
            guard seen.insert([sources[place], targets[place]]).inserted else { continue }
            answers.append(
                Answer(source: sources[place], target: targets[place], score: match.score, match: match.match)
            )
        }
        return answers
    }

    private struct Answer: Equatable {
        let source, target: String
        let score, match: Double
    }

    private func expectRight(
        _ search: MemorySearch, _ memory: TranslationMemory, _ random: inout SeededGenerator,
        queries: Int = 4, _ what: Comment
    ) throws {
        for round in 0..<queries {
            let query = MemoryQuery(text(&random), previous: Int64(round % 3))
            let threshold = [0.3, 0.5, 0.6, 0.7, 0.9][Int.random(in: 0..<5, using: &random)]
            let limit = [1, 3, 10, 1000][Int.random(in: 0..<4, using: &random)]
            let answers = try search.matches(
                of: query.text, threshold: threshold, limit: limit, previous: query.previous)
            #expect(
                answers.map { Answer(source: $0.source, target: $0.target, score: $0.score, match: $0.match) }
                    == (try expected(memory, query, threshold, limit)), what)
        }
    }

    /// Units are added, changed and removed; a search that was open all the while and new ones agree.
    @Test func everyChangeIsSeen() throws {
        try withMemory { (memory) throws in
            var random = SeededGenerator(state: 11)
            let open = try search(memory)
            try expectRight(open, memory, &random, "empty")
            for step in 0..<12 {
                let count = [1, 3, 60, 9, 150][step % 5]
                switch step % 3 {
                case 0: _ = try memory.store(try units(count, from: step * 200, &random))
                case 1:
                    // Changed states, notes and neighbours of units that are there.
                    var all: [TranslationUnit] = []
                    try memory.forEachUnit { all.append($0) }
                    let changed = all.shuffled(using: &random).prefix(count).map { unit in
                        var unit = unit
                        unit.id = nil
                        unit.state = .reviewed
                        unit.changed += 3
                        return unit
                    }
                    _ = try memory.store(Array(changed))
                default:
                    let own = try units(count, from: step * 200, &random)
                    _ = try memory.store(own, policy: .replaceFromOrigin(source: .english))
                }
                try expectRight(open, memory, &random, "open, step \(step)")
                try expectRight(search(memory), memory, &random, "new, step \(step)")
            }
            #expect(FilePath.exists(IndexFolder.path(memory: memory.path)))
            #expect(try memory.integrityProblems().isEmpty)
        }
    }

    /// Many queries at once have the answers of each alone, in their order, with any number of threads.
    @Test func threads() throws {
        try withMemory { (memory) throws in
            var random = SeededGenerator(state: 12)
            _ = try memory.store(try units(400, from: 0, &random))
            let search = try search(memory)
            let queries = (0..<60).map { _ in MemoryQuery(text(&random)) }
            let alone = try queries.map { try search.matches(of: $0.text, threshold: 0.5, limit: 5) }
            for threads in [1, 2, 5, 100] {
                #expect(try search.matches(of: queries, threshold: 0.5, limit: 5, threads: threads) == alone)
            }
            _ = try memory.store(try units(3, from: 900, &random))
            let later = try queries.map { try search.matches(of: $0.text, threshold: 0.5, limit: 5) }
            #expect(try search.matches(of: queries, threshold: 0.5, limit: 5, threads: 2) == later)
        }
    }

    /// A file that is damaged, cut short, of another memory or of other settings is noticed, said, and made
    /// anew; the answers are right.
    @Test func filesThatCannotBeTrusted() throws {
        try withMemory { (memory) throws in
            var random = SeededGenerator(state: 13)
            _ = try memory.store(try units(300, from: 0, &random))
            try expectRight(search(memory), memory, &random, "made")
            let pair = PairUnits(source: .vietnamese, target: .english, penalties: Penalties())
            let path = IndexFolder.path(pair, memory: memory.path)
            let sound = try Data(contentsOf: URL(filePath: path))
            var bad: [(String, Data)] = [("empty", Data()), ("text", Data("quyền con người".utf8))]
            for length in stride(from: 1, to: sound.count, by: sound.count / 17) {
                bad.append(("cut to \(length)", sound.prefix(length)))
            }
            for _ in 0..<60 {
                var flipped = sound
                let place = Int.random(in: 0..<sound.count, using: &random)
                flipped[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                bad.append(("flipped at \(place)", flipped))
            }
            for (what, bytes) in bad {
                try bytes.write(to: URL(filePath: path))
                let notices = Notices()
                let opened = try search(memory, notices)
                try expectRight(opened, memory, &random, queries: 1, "\(what)")
                // A single search reads but a part of a file, which may be sound.
                if !what.hasPrefix("flipped") {
                    #expect(notices.texts.count == 1, "\(what)")
                    #expect(try Data(contentsOf: URL(filePath: path)) == sound, "\(what)")
                }
            }
            try FileManager.default.removeItem(atPath: path)
            let missing = Notices()
            try expectRight(try search(memory, missing), memory, &random, queries: 1, "removed")
            #expect(missing.texts.count == 1, "removed: \(missing.texts)")
            #expect(try Data(contentsOf: URL(filePath: path)) == sound, "removed")
            let notices = Notices()
            var strict = options(notices)
            strict.penalties.draft = 30
            let search = try MemorySearch(memory, from: .vietnamese, to: .english, options: strict)
            _ = try search.count()
            #expect(notices.texts.count == 1, "other penalties: \(notices.texts)")
        }
    }

    /// A backup that was put back and went another way is not taken for what the index was made of.
    @Test func backupsGoTheirOwnWay() throws {
        try inNewFolder { folder in
            var random = SeededGenerator(state: 14)
            let path = folder.appending(path: "memory.sqlite").path
            var memory = try TranslationMemory(path: path, access: .writing)
            _ = try memory.store(try units(100, from: 0, &random))
            let backup = folder.appending(path: "backup").path
            try memory.queue.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [backup]) }
            _ = try memory.store(try units(30, from: 500, &random))
            try expectRight(search(memory), memory, &random, "before")
            // Closed by its last owner; then the backup takes its place.
            memory = try TranslationMemory(path: backup, access: .writing)
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            try FileManager.default.copyItem(atPath: backup, toPath: path)
            memory = try TranslationMemory(path: path, access: .writing)
            _ = try memory.store(try units(30, from: 900, &random))
            let notices = Notices()
            try expectRight(search(memory, notices), memory, &random, queries: 20, "restored")
            #expect(notices.texts.count == 1)
        }
    }

    /// Where the index cannot be written, the answers are right all the same, and it is said.
    @Test func foldersThatCannotBeMade() throws {
        try withMemory { (memory) throws in
            var random = SeededGenerator(state: 15)
            _ = try memory.store(try units(60, from: 0, &random))
            try Data("x".utf8).write(to: URL(filePath: IndexFolder.path(memory: memory.path)))
            let notices = Notices()
            try expectRight(search(memory, notices), memory, &random, "no folder")
            #expect(notices.texts.last?.hasSuffix("the index is not kept") == true)
        }
    }
}
