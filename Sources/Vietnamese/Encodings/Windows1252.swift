/// Windows-1252, as far as others build on it; the five bytes it leaves open are C1 controls, as the WHATWG
/// Encoding Standard has them.
enum Windows1252 {
    /// The characters of 0x80…0x9F.
    static let upper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152,
        0x8D,
        0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161,
        0x203A,
        0x153, 0x9D, 0x17E, 0x178,
    ]

    /// 0x80…0x9F without the open ones.
    static let punctuation: [(UInt8, UInt32)] = upper.enumerated().compactMap { place, value in
        value < 0xA0 ? nil : (UInt8(0x80 + place), value)
    }

    private static let bytes: [UInt32: UInt8] = [UInt32: UInt8](
        uniqueKeysWithValues: punctuation.map { ($1, $0) })

    /// The byte that reads as a character in windows-1252 or Latin-1; nil for characters of neither.
    static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        scalar.value < 0x100 ? UInt8(scalar.value) : bytes[scalar.value]
    }
}
