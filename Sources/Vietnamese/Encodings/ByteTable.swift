/// A charset of one byte a character, ASCII where it says nothing else.
struct ByteTable: Sendable {
    /// The character of every byte; 0 for bytes that stand for nothing.
    let scalars: [UInt32]
    private let bytes: [UInt32: UInt8]

    /// - Parameters:
    ///   - letters: the bytes of the letters in the order of ``Letter/lowercase`` and then
    ///     ``Letter/uppercase`` in hexadecimal, `00` for a letter that is not in the charset.
    ///   - others: further characters by byte.
    init(letters: String, others: [(UInt8, UInt32)] = []) {
        var scalars = (UInt32(0)..<256).map { $0 < 0x80 ? $0 : 0 }
        for (byte, value) in others { scalars[Int(byte)] = value }
        let digits = letters.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        for (place, scalar) in (Letter.lowercase + Letter.uppercase).enumerated() {
            let byte = digits[place * 2] * 16 + digits[place * 2 + 1]
            if byte != 0 { scalars[byte] = scalar.value }
        }
        self.scalars = scalars
        var bytes: [UInt32: UInt8] = [0: 0]
        for byte in UInt8.min ... .max where scalars[Int(byte)] != 0 { bytes[scalars[Int(byte)]] = byte }
        self.bytes = bytes
    }

    /// The byte of a character; nil where the charset has none.
    subscript(scalar: Unicode.Scalar) -> UInt8? { bytes[scalar.value] }
}

/// The charsets, letters as GNU recode and glibc have them.
extension ByteTable {
    /// The combining tones of TCVN 5712.
    private static let combining: [(UInt8, UInt32)] = [
        (0xA0, 0xA0), (0xB0, 0x300), (0xB1, 0x309), (0xB2, 0x303), (0xB3, 0x301), (0xB4, 0x323),
    ]

    /// TCVN 5712:1993, VN1: the capitals with tones stand among the control characters.
    static let tcvn5712 = ByteTable(
        letters: """
            61b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacb65cccecfd0d1aad2d3d4d5d669d7d8dcddde6fdfe1e2e3e4abe5e6e7e8e9 \
            aceaebecedee75eff1f2f3f4adf5f6f7f8f979fafbfcfdfeae \
            418081828384a1afbabfc085a2c1c2c3c486458788898a8ba3c5cdd9da8c498d8e8f90914f9293949596a4dbe0f0ff97 \
            a598999a9b9c559d9e9f0102a60405061112591314151617a7
            """,
        others: combining)

    /// TCVN 5712:1993, VN3, as the ABC fonts have it: capitals with tones are another font’s matter, and
    /// Windows’ quotation marks and dashes stand where they do in windows-1252.
    static let tcvn3 = ByteTable(
        letters: """
            61b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacb65cccecfd0d1aad2d3d4d5d669d7d8dcddde6fdfe1e2e3e4abe5e6e7e8e9 \
            aceaebecedee75eff1f2f3f4adf5f6f7f8f979fafbfcfdfeae \
            410000000000a10000000000a20000000000450000000000a300000000004900000000004f0000000000a40000000000 \
            a50000000000550000000000a60000000000590000000000a7
            """,
        others: combining + Windows1252.punctuation)

    /// VPS: the charset of the Vietnamese Professionals Society; Ỗ is not in it.
    static let vps = ByteTable(
        letters: """
            61e0e4e3e1e5e6a2a3a4a1a5e2c0c4c5c3c665e8c8ebe9cbea8a8bcd898c69ecccefedce6ff2d5f5f386f4d2b087d3b6 \
            d6a9aaaba7ae75f9fbdbfaf8dcd8babbd9bf79ff9bcf9a9cc7 \
            41808182c102888e8ff08d04c284851c830345d7defec905ca939495900649b5b7b8b4104fbcbdbeb911d49798009612 \
            f79e9fa69d1355a8d1acda14d0afb11dad1559b2fdb3dd19f1
            """)

    /// VISCII 1.1 (RFC 1456).
    static let viscii = ByteTable(
        letters: """
            61e0e4e3e1d5e5a2c6c7a1a3e2a5a6e7a4a765e8eba8e9a9eaabacadaaae69ecefeeedb86ff2f6f5f3f7f4b0b1b2afb5 \
            bdb6b7debefe75f9fcfbfaf8dfd7d8e6d1f179cfd6dbfddcf0 \
            41c0c4c3c180c58202058183c2858606848745c8cb88c989ca8b8c8d8a8e49cc9bcecd984fd299a0d39ad49091928f93 \
            b49697b3959455d99c9dda9ebfbbbcffbab9599f1419dd1ed0
            """)
}
