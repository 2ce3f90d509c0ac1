import TestSupport
import Testing
import UnicodeText

@testable import TranslationMemory

@Suite struct MemorySearchTests {
    private func unit(
        _ texts: [String: String], state: TranslationUnit.State = .translated,
        method: TranslationUnit.Method = .human, at time: Int64 = 1
    ) throws -> TranslationUnit {
        var variants: [LocaleID: TranslationUnit.Variant] = [:]
        for (locale, text) in texts { variants[try LocaleID(locale)] = .init(text) }
        return TranslationUnit(
            variants: variants, origin: "a.po", method: method, created: time, state: state)
    }

    private func search(_ memory: TranslationMemory, _ source: String, _ target: String) throws
        -> MemorySearch
    {
        try MemorySearch(memory, from: LocaleID(source), to: LocaleID(target))
    }

    @Test func anyPairInEitherDirection() throws {
        try withMemory { (memory) throws in
            _ = try memory.store([unit(["en": "Peace", "vi": "Hòa bình", "fr": "Paix"])])
            for (source, target, text, found) in [
                ("en", "vi", "Peace", "Hòa bình"), ("vi", "en", "hoa binh", "Peace"),
                ("fr", "vi", "Paix", "Hòa bình"),
                ("vi", "fr", "Hoà bình", "Paix"),
            ] {
                let matches = try search(memory, source, target).matches(of: text, threshold: 0.7, limit: 5)
                #expect(matches.map(\.target) == [found])
            }
            #expect(try search(memory, "en", "ja").count() == 0)
        }
    }

    @Test func regionsServeOneAnotherAtAPenalty() throws {
        try withMemory { (memory) throws in
            _ = try memory.store([unit(["en-GB": "Peace", "vi-VN": "Hòa bình"])])
            for (source, target, penalty) in [
                ("en-GB", "vi-VN", 0), ("en", "vi", 0), ("en-US", "vi", 2), ("en-US", "vi-US", 4),
                ("en-GB", "vi-US", 2),
            ] {
                let matches = try search(memory, source, target).matches(of: "Peace", threshold: 1, limit: 5)
                #expect(matches.first?.score == 1)
                #expect(matches.first?.match == Double(100 - penalty) / 100, "\(source) \(target)")
                #expect(matches.first?.penalties == (penalty == 0 ? [:] : ["region": penalty]))
            }
            // Traditional and simplified Chinese do not serve one another.
            _ = try memory.store([unit(["en": "Peace", "zh-Hant": "和平"])])
            #expect(try search(memory, "en", "zh-TW").count() == 1)
            #expect(try search(memory, "en", "zh-CN").count() == 0)
        }
    }

    @Test func doubtsLowerTheMatch() throws {
        try withMemory { (memory) throws in
            _ = try memory.store([
                unit(["en": "Peace", "vi": "bản nháp"], state: .draft),
                unit(["en": "Peace", "vi": "bản gióng"], method: .aligned),
                unit(["en": "Peace", "vi": "bản máy"], state: .draft, method: .machine),
                unit(["en": "Peace", "vi": "bản duyệt"], state: .reviewed),
            ])
            let matches = try search(memory, "en", "vi").matches(of: "Peace", threshold: 0.9, limit: 5)
            #expect(matches.map(\.target) == ["bản duyệt", "bản gióng", "bản nháp", "bản máy"])
            #expect(matches.map(\.match) == [1, 0.95, 0.9, 0.75])
            #expect(matches.map(\.score) == [1, 1, 1, 1])
            #expect(
                matches.map(\.penalties) == [
                    [:], ["aligned": 5], ["draft": 10], ["machine": 15, "draft": 10],
                ])
        }
    }

    /// Ties go by the unit's number, whatever the order of the languages that hold it.
    @Test func tiesAcrossRegionsGoByNumber() throws {
        try withMemory { (memory) throws in
            _ = try memory.store([
                unit(["en-US": "Peace", "vi": "một"]), unit(["en": "Peace", "vi": "hai"]),
                unit(["en-GB": "Peace", "vi": "ba"]), unit(["en": "Peace", "vi-VN": "bốn"]),
                unit(["en-US": "Peace", "vi": "năm"]),
            ])
            let matches = try search(memory, "en", "vi").matches(of: "Peace", threshold: 1, limit: 5)
            #expect(matches.map(\.id) == [1, 2, 3, 4, 5])
        }
    }

    /// One pair in two units that differ in a third language is one answer, and takes one place.
    @Test func equalPairsAnswerOnce() throws {
        try withMemory { (memory) throws in
            _ = try memory.store([
                unit(["en": "Peace", "vi": "Hòa bình", "fr": "Paix"]),
                unit(["en": "Peace", "vi": "Hòa bình", "fr": "La paix"]),
                unit(["en": "Peace", "vi": "Thái bình"]),
            ])
            let matches = try search(memory, "en", "vi").matches(of: "Peace", threshold: 1, limit: 2)
            #expect(matches.map(\.target) == ["Hòa bình", "Thái bình"])
            #expect(try search(memory, "en", "vi").matches(of: "Peace", threshold: 1, limit: 0).isEmpty)
        }
    }

    @Test func context() throws {
        try withMemory { (memory) throws in
            var placed = try unit(["en": "Peace", "vi": "Hòa bình"])
            placed.variants[.english]?.previous = TextHash.of("War")
            placed.variants[.english]?.next = TextHash.documentEdge
            _ = try memory.store([try unit(["en": "Peace", "vi": "Thái bình"], at: 9), placed])
            let search = try search(memory, "en", "vi")
            let matches = try search.matches(
                of: "Peace", threshold: 1, limit: 5, previous: TextHash.of(" War "),
                next: TextHash.documentEdge)
            #expect(matches.map(\.contextTier) == [2, 0])
            #expect(matches.first?.target == "Hòa bình")
            #expect(try search.matches(of: "Peace", threshold: 1, limit: 1).first?.target == "Thái bình")
        }
    }
}
