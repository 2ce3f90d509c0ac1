/// Undoes reading UTF-8 as Latin-1 or windows-1252, up to three times over.
enum MisreadUTF8 {
    static func restore(_ tracked: inout TrackedText) {
        for _ in 0..<3 {
            let sequences = sequences(tracked.scalars)
            // In order, a letter like á can stand before a quotation mark or a dash; never before ‡ or ¡.
            guard sequences.contains(where: \.isCertain) else { return }
            for sequence in sequences.reversed() {
                tracked.replace(sequence.range, with: [sequence.scalar], .utf8)
            }
        }
    }

    private struct Sequence {
        var range: Range<Int>
        var scalar: Unicode.Scalar
        var isCertain: Bool
    }

    /// Signs that follow a letter in text that is in order.
    private static let harmless: Set<Unicode.Scalar> = [
        "‘", "’", "“", "”", "•", "–", "—", "…", "\u{A0}", "»", "«", "º", "ª", "°", "›", "‹", "™", "€", "©",
        "®", "²",
        "³", "¹", "·", "§", "š", "ž", "Š", "Ž", "œ", "Œ", "Ÿ", "¿", "¡", "‚", "„",
    ]

    private static func sequences(_ scalars: [Unicode.Scalar]) -> [Sequence] {
        var found: [Sequence] = []
        var place = 0
        while place < scalars.count {
            defer { place += 1 }
            guard scalars[place].value >= 0xC2, let first = Windows1252.byte(scalars[place]),
                first >= 0xC2, first < 0xF5
            else { continue }
            let count = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
            guard place + count < scalars.count else { continue }
            var bytes = [first]
            var isCertain = false
            for scalar in scalars[place + 1...place + count] {
                guard let byte = Windows1252.byte(scalar), byte & 0xC0 == 0x80 else { break }
                bytes.append(byte)
                if !harmless.contains(scalar) { isCertain = true }
            }
            guard bytes.count == count + 1, let text = String(validating: bytes, as: UTF8.self),
                let scalar = text.unicodeScalars.first, isPlausible(scalar.value)
            else { continue }
            let end = place + count + 1
            // Two signs in a row, or letters right behind a sign, are no punctuation.
            if end < scalars.count, Letter(scalars[end]) != nil || count > 2 { isCertain = true }
            found.append(Sequence(range: place..<end, scalar: scalar, isCertain: isCertain))
            place = end - 1
        }
        return found
    }

    private static func isPlausible(_ value: UInt32) -> Bool {
        switch value {
        case 0x80...0x24F, 0x2B0...0x36F, 0x1E00...0x1EFF, 0x2000...0x22FF, 0x25A0...0x27BF, 0xFEFF: true
        case 0x1_F300...0x1_FAFF: true
        default: false
        }
    }
}
