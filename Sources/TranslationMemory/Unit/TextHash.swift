internal import UnicodeText

/// A 64-bit hash of a segment's text, by which the store finds equal texts and knows neighbours.
///
/// FNV-1a (Fowler, Noll and Vo, 1991) over the UTF-8 of the NFC text without White_Space at its ends: the same on
/// every machine and in every version, since it is stored. Equal texts are confirmed by comparing them;
/// only neighbours rest on the hash alone.
public enum TextHash {
    /// The hash of a text.
    public static func of(_ text: String) -> Int64 { of(normalized: text.nfc) }

    /// The hash of a text that is in NFC.
    static func of(normalized text: String) -> Int64 {
        var text = text.trimmed
        let hash = text.withUTF8 { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return hash
        }
        return Int64(bitPattern: hash)
    }

    /// Stands for the neighbour of a document's first and last segment, where there is none.
    public static let documentEdge = of("")
}
