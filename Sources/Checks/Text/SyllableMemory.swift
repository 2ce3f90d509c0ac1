internal import Vietnamese

/// What words are in Vietnamese, each asked once.
final class SyllableMemory {
    struct Kind {
        /// Whether it is a syllable with its tone in a right place.
        let isSyllable: Bool
        /// The style that its tone is written in, where the styles differ.
        let style: ToneStyle?
        /// Whether its tone stands on a wrong letter of what else is a syllable.
        let isMisplaced: Bool
        /// Whether it is none as it is, without marks, and one with them: *nguoi*, *viet*, *mot*.
        let lacksMarks: Bool
    }

    private var known: [WordKey: Kind] = [:]
    private static let limit = 1 << 16

    func kind(_ word: Word, in text: CheckedText) -> Kind {
        if let kind = known[word.key] { return kind }
        // Bounded: text that is no language has no end of words.
        if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
        let kind = Self.kind(text.string(word))
        known[word.key] = kind
        return kind
    }

    private static func kind(_ word: String) -> Kind {
        do throws(SyllableError) {
            let syllable = try Syllable(word)
            return Kind(isSyllable: true, style: syllable.style, isMisplaced: false, lacksMarks: false)
        } catch {
            return Kind(
                isSyllable: false, style: nil, isMisplaced: error == .misplacedTone,
                lacksMarks: mayBeMarked(word.lowercased()))
        }
    }

    /// Whether a word in ASCII becomes a syllable with marks: a circumflex or horn in ie, uo, ye, a tone before c, ch, p
    /// and t.
    private static func mayBeMarked(_ word: String) -> Bool {
        guard word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }), word.utf8.count <= 7 else { return false }
        var forms = [word]
        for (bare, marked) in [("uye", ["uyê"]), ("ie", ["iê"]), ("ye", ["yê"]), ("uo", ["ươ", "uô"])] {
            guard let range = word.firstRange(of: bare) else { continue }
            forms += marked.map { word[..<range.lowerBound] + $0 + word[range.upperBound...] }
        }
        guard let last = word.utf8.last else { return false }
        let endsInStop =
            word.hasSuffix("ch") || [UInt8(ascii: "c"), UInt8(ascii: "p"), UInt8(ascii: "t")].contains(last)
        return forms.contains { form in
            guard endsInStop else { return form != word && Syllable.isValid(form) }
            // The dot below, on the last vowel, wherever it belongs.
            guard let vowel = form.lastIndex(where: { "aeiouyêôươ".contains($0) }) else { return false }
            let next = form.index(after: vowel)
            return (try? Syllable(toneAnywhere: form[..<next] + "\u{323}" + form[next...])) != nil
        }
    }
}
