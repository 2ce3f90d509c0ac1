internal import UnicodeText

/// Letters of other alphabets that look like Latin ones, as they get into words by the wrong keyboard or font.
enum LookAlikes {
    private static let latin: [Unicode.Scalar: Unicode.Scalar] = [Unicode.Scalar: Unicode.Scalar](
        uniqueKeysWithValues: zip(
            "аеорсухіјѕһԁАВЕКМНОРСТХІЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧάίό".unicodeScalars,
            "aeopcyxijshdABEKMHOPCTXIJSoABEZHIKMNOPTYXáíó".unicodeScalars))

    /// Eth and the African D, which share their capitals' shape with Đ.
    static let eths: [Unicode.Scalar: Unicode.Scalar] = ["Ð": "Đ", "ð": "đ", "Ɖ": "Đ"]

    /// Replaces them in words that are Latin for the most part and wholly after it.
    static func replace(_ tracked: inout TrackedText) {
        for range in tracked.words {
            let word = Array(tracked.scalars[range])
            let others = word.filter { latin[$0] != nil }.count
            let own = word.filter { $0.isASCII || $0.script == .latin }.count
            let neutral = word.filter { $0.script == .inherited }.count
            guard others > 0, own >= 2, own > others, others + own + neutral == word.count else { continue }
            for place in range {
                guard let letter = latin[tracked.scalars[place]] else { continue }
                tracked.replace(place..<place + 1, with: [letter], .lookAlike)
            }
        }
    }

    /// Replaces eths where đ makes a syllable.
    static func replaceEth(_ tracked: inout TrackedText) {
        for range in tracked.words where tracked.scalars[range].contains(where: { eths[$0] != nil }) {
            let word = tracked.scalars[range].map { eths[$0] ?? $0 }
            if LineRepair.isSyllable(word) { tracked.replace(range, with: word, .lookAlike) }
        }
    }
}
