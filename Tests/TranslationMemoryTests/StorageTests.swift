import Foundation
import GRDB
import Testing
import TextFiles
import UnicodeText

@testable import TranslationMemory

@Suite struct StorageTests {
    private let french: LocaleID

    init() throws { french = try LocaleID("fr") }

    @Test func pairsAreStoredOnce() throws {
        try withMemory { (memory) throws in
            #expect(try memory.store([unit("Peace", "Hòa bình")]) == counts(1, 0, 0))
            #expect(try memory.store([unit("Peace", "Hòa bình", origin: "b.po", at: 2)]) == counts(0, 0, 1))
            let decomposed = unit("Peace", "Hòa bình".decomposedStringWithCanonicalMapping, at: 3)
            #expect(try memory.store([decomposed, decomposed]) == counts(0, 0, 1, 1))
            let stored = try #require(try memory.units.first)
            #expect(try memory.units.count == 1)
            #expect(stored.origin == "a.po")
            #expect(stored.created == 1 && stored.changed == 1)
        }
    }

    /// What comes in decomposed is stored composed.
    @Test func textsAreStoredInNFC() throws {
        try withMemory { (memory) throws in
            _ = try memory.store([unit("Peace", "Ho\u{300}a bi\u{300}nh")])
            let text = try #require(try memory.units.first?.variants[.vietnamese]?.text)
            #expect(Array(text.unicodeScalars) == Array("Hòa bình".unicodeScalars))
        }
    }

    /// Another place of the tone mark is another spelling, which is not for the store to decide.
    @Test func anotherTranslationStandsApart() throws {
        try withMemory { (memory) throws in
            #expect(
                try memory.store([
                    unit("Peace", "Hòa bình"), unit("Peace", "Hoà bình"), unit("peace", "Hòa bình"),
                ])
                    == counts(3, 0, 0))
        }
    }

    @Test func thirdLanguageJoins() throws {
        try withMemory { (memory) throws in
            _ = try memory.store([unit("Peace", "Hòa bình")])
            var more = unit("Peace", "Hòa bình", at: 5)
            more.variants[french] = .init("Paix")
            #expect(try memory.store([more]) == counts(0, 1, 0))
            #expect(try memory.store([more]) == counts(0, 0, 1))
            #expect(try memory.texts == ["en=Peace fr=Paix vi=Hòa bình"])
            #expect(try memory.units.first?.changed == 5)
            // One language alone says too little to join by.
            var pair = unit("Peace", "", at: 6)
            pair.variants = [.english: .init("Peace"), french: .init("La paix")]
            #expect(try memory.store([pair]) == counts(1, 0, 0))
            // And what differs in one language is another unit.
            more.variants[french] = .init("La paix")
            #expect(try memory.store([more]).added == 0)
            #expect(try memory.texts.count == 2)
        }
    }

    @Test func stateIsRaisedAndNeverLowered() throws {
        try withMemory { (memory) throws in
            for (state, outcome, expected) in [
                (TranslationUnit.State.draft, counts(1, 0, 0), TranslationUnit.State.draft),
                (.reviewed, counts(0, 1, 0), .reviewed), (.translated, counts(0, 0, 1), .reviewed),
                (.draft, counts(0, 0, 1), .reviewed),
            ] {
                #expect(try memory.store([unit("Peace", "Hòa bình", state: state)]) == outcome)
                #expect(try memory.units.first?.state == expected)
            }
        }
    }

    @Test func notesAreCollected() throws {
        try withMemory { (memory) throws in
            _ = try memory.store([unit("Peace", "Hòa bình", notes: ["ý một"])])
            #expect(
                try memory.store([unit("Peace", "Hòa bình", notes: ["ý hai", "ý một"])]) == counts(0, 1, 0))
            #expect(try memory.store([unit("Peace", "Hòa bình", notes: ["ý hai"])]) == counts(0, 0, 1))
            #expect(try memory.units.first?.notes == ["ý một", "ý hai"])
            // A note is a line: files that hold all notes of a unit in one cell give them back.
            #expect(
                try memory.store([unit("Peace", "Hòa bình", notes: ["ý một\ný hai\n"])]) == counts(0, 0, 1))
        }
    }

    @Test func latestNeighboursAreKept() throws {
        try withMemory { (memory) throws in
            var placed = unit("Peace", "Hòa bình")
            placed.variants[.english]?.previous = 7
            placed.variants[.english]?.next = TextHash.documentEdge
            #expect(try memory.store([placed]) == counts(1, 0, 0))
            #expect(try memory.store([unit("Peace", "Hòa bình", at: 2)]) == counts(0, 0, 1))
            #expect(try memory.units.first?.variants[.english]?.previous == 7)
            placed.variants[.english]?.previous = 8
            #expect(try memory.store([placed]) == counts(0, 0, 1))
            #expect(try memory.units.first?.variants[.english]?.previous == 8)
            #expect(try memory.units.first?.variants[.english]?.next == TextHash.documentEdge)
            #expect(try memory.units.first?.variants[.vietnamese]?.previous == nil)
        }
    }

    @Test func unitsOfOneLanguageAreRefused() throws {
        try withMemory { (memory) throws in
            var lonely = unit("Peace", "Hòa bình")
            lonely.variants[.vietnamese] = nil
            #expect(throws: LathuError.self) { try memory.store([unit("War", "Chiến tranh"), lonely]) }
            // The whole transaction is undone.
            #expect(try memory.units.isEmpty)
        }
    }

    @Test func foreignKeysAreEnforced() throws {
        try withMemory { (memory) throws in
            _ = try memory.store([unit("Peace", "Hòa bình", notes: ["ý một"])])
            #expect(throws: LathuError.self) {
                try memory.write { try $0.execute(sql: "INSERT INTO note (unit, text) VALUES (99, 'x')") }
            }
            try memory.write { try $0.execute(sql: "DELETE FROM unit") }
            let left = try memory.read {
                try Int.fetchOne(
                    $0, sql: "SELECT (SELECT count(*) FROM variant) + (SELECT count(*) FROM note)")
            }
            #expect(left == 0)
        }
    }
}
