import Testing
import UnicodeText

@testable import TranslationMemory

/// The policy of catalogs, which are the truth about themselves.
@Suite struct ReplacementTests {
    private let policy = StoragePolicy.replaceFromOrigin(source: .english)

    @Test func theSameOriginCorrectsItself() throws {
        try withMemory { (memory) throws in
            _ = try memory.store([unit("Peace", "Hoà bình", state: .reviewed)], policy: policy)
            let correction = unit("Peace", "Hòa bình", at: 5, notes: ["đã sửa"])
            #expect(try memory.store([correction], policy: policy) == counts(0, 1, 0))
            #expect(try memory.texts == ["en=Peace vi=Hòa bình"])
            let stored = try #require(try memory.units.first)
            // It is another translation, so the approval of the old one is gone.
            #expect(stored.state == .translated)
            #expect(stored.created == 1 && stored.changed == 5)
            #expect(stored.notes == ["đã sửa"])
            #expect(try memory.store([correction], policy: policy) == counts(0, 0, 1))
        }
    }

    @Test func otherOriginsStandApart() throws {
        try withMemory { (memory) throws in
            _ = try memory.store([unit("Peace", "Hoà bình")], policy: policy)
            #expect(
                try memory.store([unit("Peace", "Hòa bình", origin: "b.po")], policy: policy)
                    == counts(1, 0, 0))
            // And without the policy so does the same one.
            #expect(try memory.store([unit("Peace", "Nền hòa bình")]) == counts(1, 0, 0))
        }
    }

    /// A catalog can translate one text twice, in two contexts: none of them corrects the other.
    @Test func translationsOfOneCatalogStandSideBySide() throws {
        try withMemory { (memory) throws in
            let both = [unit("Open", "Mở"), unit("Open", "Ngỏ")]
            #expect(try memory.store(both, policy: policy) == counts(2, 0, 0))
            #expect(try memory.store(both, policy: policy) == counts(0, 0, 2))
            #expect(try memory.texts == ["en=Open vi=Mở", "en=Open vi=Ngỏ"])
            let changed = [unit("Open", "Mở"), unit("Open", "Để ngỏ")]
            #expect(try memory.store(changed, policy: policy) == counts(0, 1, 1))
            #expect(try memory.texts == ["en=Open vi=Mở", "en=Open vi=Để ngỏ"])
        }
    }

    /// The right translation may be there from elsewhere: what the origin no longer says goes even then.
    @Test func correctionToWhatAnotherOriginSays() throws {
        try withMemory { (memory) throws in
            _ = try memory.store([unit("Peace", "Hoà bình")], policy: policy)
            _ = try memory.store([unit("Peace", "Hòa bình", origin: "b.po")], policy: policy)
            #expect(try memory.store([unit("Peace", "Hòa bình", at: 3)], policy: policy).added == 0)
            #expect(try memory.texts == ["en=Peace vi=Hòa bình"])
        }
    }

    /// A language that joined the unit stays when the other is corrected.
    @Test func unitThatGainedALanguage() throws {
        try withMemory { (memory) throws in
            _ = try memory.store([unit("Peace", "Hoà bình")], policy: policy)
            var joined = unit("Peace", "Hoà bình", origin: "b.po")
            joined.variants[try LocaleID("fr")] = .init("Paix")
            _ = try memory.store([joined])
            #expect(try memory.store([unit("Peace", "Hòa bình", at: 3)], policy: policy) == counts(0, 1, 0))
            #expect(try memory.texts == ["en=Peace fr=Paix vi=Hòa bình"])
        }
    }
}
