internal import UnicodeText

/// Joins marks that a space has split off their vowels, as text taken from PDF files has them: `vơ ́ i`.
enum SplitMarks {
    /// What can follow the vowel in the same syllable.
    private static let codas: Set<String> = [
        "a", "c", "ch", "i", "m", "n", "ng", "nh", "o", "p", "t", "u", "y",
    ]

    static func join(_ tracked: inout TrackedText) {
        var place = tracked.scalars.count - 1
        while place >= 2 {
            // What was joined is shorter, and may end before this place.
            defer { place = min(place, tracked.scalars.count) - 1 }
            let scalars = tracked.scalars
            guard
                Tone(mark: scalars[place]) != nil || scalars[place] == "\u{302}"
                    || scalars[place] == "\u{31B}",
                scalars[place - 1] == " "
            else { continue }
            let words = tracked.words
            guard let head = words.first(where: { $0.upperBound == place - 1 }),
                let joined = composed(scalars[head] + [scalars[place]])
            else { continue }
            // The mark begins a "word" of its own; letters may follow it, or stand after one more space.
            let own = words.first { $0.contains(place) } ?? place..<place + 1
            var rest = place + 1..<own.upperBound
            if rest.isEmpty, rest.upperBound < scalars.count, scalars[rest.upperBound] == " ",
                let next = words.first(where: { $0.lowerBound == rest.upperBound + 1 })
            {
                rest = next
            }
            let tail = Array(scalars[rest])
            let text = String(String.UnicodeScalarView(tail))
            let isCoda = codas.contains(text) || codas.contains(text.lowercased())
            if isCoda, let whole = composed(scalars[head] + [scalars[place]] + tail),
                LineRepair.isSyllable(whole)
            {
                tracked.replace(head.lowerBound..<rest.upperBound, with: whole, .splitMark)
            } else if LineRepair.isSyllable(joined) {
                tracked.replace(head.lowerBound..<place + 1, with: joined, .splitMark)
            }
        }
    }

    /// NFC; nil where the mark finds no vowel to stand on.
    private static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        let text = Array(String(String.UnicodeScalarView(scalars)).nfc.unicodeScalars)
        return text.allSatisfy { Letter($0) != nil } ? text : nil
    }
}
