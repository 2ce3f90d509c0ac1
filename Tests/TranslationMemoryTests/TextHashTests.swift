import Testing
import TranslationMemory

@Suite struct TextHashTests {
    /// The values are stored in memories, so they must never change.
    @Test func valuesAreThoseOfFNV1a() {
        #expect(TextHash.of("") == Int64(bitPattern: 0xCBF2_9CE4_8422_2325))
        #expect(TextHash.of("a") == Int64(bitPattern: 0xAF63_DC4C_8601_EC8C))
        #expect(TextHash.of("foobar") == Int64(bitPattern: 0x8594_4171_F739_67E8))
    }

    @Test func equalTextsHaveEqualHashes() {
        #expect(TextHash.of("  hòa bình\n") == TextHash.of("ho\u{300}a bi\u{300}nh"))
        #expect(TextHash.of("hòa") != TextHash.of("hoà"))
    }
}
