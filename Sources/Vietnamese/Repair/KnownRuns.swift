/// Runs of up to 16 bytes that show no signs of damage; a new one takes the place of another with the same hash.
struct KnownRuns: Sendable {
    typealias Key = SIMD2<UInt64>

    /// The size of a text, in bytes, from which on remembering within it saves more than it costs.
    private static let worthwhile = 1 << 16
    private static let bits = 13

    /// Empty where nothing is remembered.
    var keys: [Key] = []
    private var style: ToneStyle?

    /// Nothing known yet; `isKept` is for many texts, which need not be long.
    init(isKept: Bool) { if isKept { clear() } }

    private mutating func clear() { keys = [Key](repeating: .zero, count: 1 << Self.bits) }

    /// What is in order in one style need not be in another.
    mutating func prepare(for style: ToneStyle?, size: Int) {
        if keys.isEmpty ? size >= Self.worthwhile : style != self.style { clear() }
        self.style = style
    }

    /// The bytes of a run of at most 16; beyond its end are zeros.
    @inline(__always)
    static func key(_ base: UnsafeRawPointer, _ count: Int, _ start: Int, _ end: Int) -> Key {
        let length = end - start
        guard start + 16 <= count else {
            var key = Key.zero
            withUnsafeMutableBytes(of: &key) {
                $0.copyMemory(from: .init(start: base + start, count: length))
            }
            return Key(UInt64(littleEndian: key.x), UInt64(littleEndian: key.y))
        }
        let low = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        if length <= 8 { return Key(low & UInt64.max >> UInt64(64 - length * 8), 0) }
        let high = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
        return Key(low, high & UInt64.max >> UInt64(128 - length * 8))
    }

    @inline(__always)
    static func slot(_ key: Key) -> Int {
        let mixed = (key.x ^ (key.y &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> UInt64(64 - bits))
    }
}
