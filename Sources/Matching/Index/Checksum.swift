/// A checksum that sees every change of a single word: each step is one-to-one.
enum Checksum {
    @inline(__always)
    static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
        return product << 29 | product >> 35
    }

    /// Of a multiple of 64 bytes.
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lanes = SIMD8<UInt64>(1, 2, 3, 4, 5, 6, 7, 8)
        guard let start = bytes.baseAddress else { return 0 }
        var offset = 0
        while offset + 64 <= bytes.count {
            for lane in 0..<8 {
                let word = (start + offset + lane * 8).load(as: UInt64.self).littleEndian
                lanes[lane] = mix(lanes[lane], word)
            }
            offset += 64
        }
        var hash = UInt64(bytes.count)
        for lane in 0..<8 { hash = mix(hash, lanes[lane]) }
        return hash
    }
}
