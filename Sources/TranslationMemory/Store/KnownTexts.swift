internal import GRDB

/// Says of most texts that a memory surely does not hold them, without asking it: a Bloom filter (Bloom,
/// “Space/Time Trade-offs in Hash Coding with Allowable Errors”, CACM 13 (1970)) over the hashes of all texts, the
/// bits of each in one line of the cache (Putze, Sanders and Singler, “Cache-, Hash- and Space-Efficient Bloom
/// Filters”, WEA 2007).
///
/// A large import of new units would else look each of them up. With four million texts one in some hundred
/// looks known that is not; it is looked up then, as with more texts more of them are.
struct KnownTexts {
    private static let bitCount: UInt64 = 1 << 26
    private static let lineBits: UInt64 = 512
    private var words = [UInt64](repeating: 0, count: Int(bitCount / 64))

    /// Reads the hashes of all texts.
    init(_ database: Database) throws {
        let statement = try Statement(database, "SELECT hash FROM variant")
        while try statement.step() { insert(statement.integer(0)) }
    }

    /// The first word of its line, and four bits in that, nine binary digits each.
    @inline(__always)
    private static func place(_ hash: Int64) -> (line: Int, bits: UInt64) {
        // FNV leaves the high bits of short texts alike.
        var bits = UInt64(bitPattern: hash)
        bits = (bits ^ bits >> 32) &* 0x9E37_79B9_7F4A_7C15
        return (Int(bits % (bitCount / lineBits)) * Int(lineBits / 64), bits >> 28)
    }

    /// Notes a text.
    mutating func insert(_ hash: Int64) {
        var (line, bits) = Self.place(hash)
        for _ in 0..<4 {
            words[line + Int(bits >> 6 & 7)] |= 1 << (bits & 63)
            bits >>= 9
        }
    }

    /// False where no text of the hash was noted.
    func mayContain(_ hash: Int64) -> Bool {
        var (line, bits) = Self.place(hash)
        for _ in 0..<4 {
            if words[line + Int(bits >> 6 & 7)] & 1 << (bits & 63) == 0 { return false }
            bits >>= 9
        }
        return true
    }
}
