internal import GRDB

/// Says of most texts that a memory surely does not hold them, without asking it: a Bloom filter (Bloom,
/// “Space/Time Trade-offs in Hash Coding with Allowable Errors”, CACM 13 (1970)) over the hashes of all texts.
///
/// A large import of new units would else look each of them up. With four million texts one in some hundred
/// looks known that is not; it is looked up then, as with more texts more of them are.
struct KnownTexts {
    /// The edition of the memory whose texts these are.
    var edition: Edition
    private static let bitCount: UInt64 = 1 << 26
    private var words = [UInt64](repeating: 0, count: Int(bitCount / 64))

    /// Reads the hashes of all texts.
    init(_ database: Database, _ edition: Edition) throws {
        self.edition = edition
        let statement = try Statement(database, "SELECT hash FROM variant")
        while try statement.step() { insert(statement.integer(0)) }
    }

    /// Four places from the halves of a hash: its low bits are as good as its high ones.
    private static func places(_ hash: Int64) -> (UInt64, UInt64) {
        let bits = UInt64(bitPattern: hash)
        return (bits, (bits >> 32 | bits << 32) &* 0x9E37_79B9_7F4A_7C15 | 1)
    }

    /// Notes a text.
    mutating func insert(_ hash: Int64) {
        let (first, step) = Self.places(hash)
        var place = first
        for _ in 0..<4 {
            let bit = place & (Self.bitCount - 1)
            words[Int(bit >> 6)] |= 1 << (bit & 63)
            place &+= step
        }
    }

    /// False where no text of the hash was noted.
    func mayContain(_ hash: Int64) -> Bool {
        let (first, step) = Self.places(hash)
        var place = first
        for _ in 0..<4 {
            let bit = place & (Self.bitCount - 1)
            if words[Int(bit >> 6)] & (1 << (bit & 63)) == 0 { return false }
            place &+= step
        }
        return true
    }
}
