internal import UnicodeText
internal import Vietnamese

/// Finds what is the name of a Vietnamese person by its form: a family name, then one to four syllables, all in
/// capitals at their start.
enum PersonNames {
    struct Name {
        /// Where it stands, in UTF-16.
        let range: Range<Int>
        /// Its words by their numbers in the text.
        let words: Range<Int>
        /// The letters alone, in small.
        let fold: String
        /// As it is written, in NFC, in small, with tones in the old place.
        let styled: String
        /// Whether it is in ASCII although its family name has marks.
        let isUnmarked: Bool
    }

    static func find(_ text: CheckedText) -> [Name] {
        var names: [Name] = []
        var place = 0
        while place + 1 < text.words.count {
            guard text.words[place].isCapitalized, families.contains(text.words[place].key) else {
                place += 1
                continue
            }
            var end = place + 1
            while end < text.words.count, end - place < 5, joins(end, text) { end += 1 }
            // “Hồ Chí Minh” is a name; “Nguyen” alone, and “Le Monde”, are not Vietnamese names.
            if end - place >= 3, let name = name(place..<end, text) {
                names.append(name)
                place = end
            } else {
                place += 1
            }
        }
        return names
    }

    /// The family name with its marks; nil for one that has none.
    static func marked(_ key: WordKey) -> String? { unmarkedFamilies[key] }

    /// Whether a word goes on with the name before it.
    private static func joins(_ place: Int, _ text: CheckedText) -> Bool {
        let word = text.words[place]
        return word.isCapitalized && !word.hasInnerCapital && word.range.count <= 7
            && text.units[text.words[place - 1].range.upperBound..<word.range.lowerBound].elementsEqual([0x20]
            )
    }

    private static func name(_ words: Range<Int>, _ text: CheckedText) -> Name? {
        let own = text.words[words]
        var fold: [String] = []
        var styled: [String] = []
        for word in own {
            let small = text.string(word).lowercased()
            let base = Self.base(small)
            guard isSyllable(base) else { return nil }
            fold.append(base)
            styled.append(TonePlacement.styled(small, .old))
        }
        let isUnmarked = own.allSatisfy(\.isASCII) && unmarkedFamilies[own[words.lowerBound].key] != nil
        return Name(
            range: own[words.lowerBound].range.lowerBound..<own[words.upperBound - 1].range.upperBound,
            words: words,
            fold: fold.joined(separator: " "), styled: styled.joined(separator: " "), isUnmarked: isUnmarked)
    }

    /// The letters without marks and tones.
    private static func base(_ text: String) -> String {
        var base = String.UnicodeScalarView()
        for scalar in text.nfd.unicodeScalars where scalar.category != .nonspacingMark {
            base.append(scalar == "đ" ? "d" : scalar)
        }
        return String(base)
    }

    /// Whether letters could be those of a syllable with some marks: an onset, one to three vowels, a coda.
    private static func isSyllable(_ base: String) -> Bool {
        func isVowel(_ letter: Character) -> Bool { "aeiouy".contains(letter) }
        let onset = base.prefix { !isVowel($0) }
        let rest = base.dropFirst(onset.count)
        let vowels = rest.prefix(while: isVowel)
        return (1...3).contains(vowels.count) && onsets.contains(String(onset))
            && codas.contains(String(rest.dropFirst(vowels.count)))
    }

    private static let onsets: Set<String> = [
        "", "b", "c", "ch", "d", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q",
        "r",
        "s", "t", "th", "tr", "v", "x",
    ]
    private static let codas: Set<String> = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]

    private static let familyNames = [
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
        "Dương", "Lý", "Đinh", "Đoàn", "Trịnh", "Trương", "Lương", "Đào", "Tạ", "Lưu", "Phùng", "Tô", "Hà",
        "Thái", "Châu", "Tống", "Lâm", "Phan", "Mai", "Cao", "Quách", "Thạch", "Kiều", "Đàm", "Nghiêm",
        "Triệu", "Cù", "Lã", "Từ", "Bạch", "Đậu", "Hứa", "Vương",
    ]

    /// Those that have marks, by their letters alone.
    private static let unmarkedFamilies: [WordKey: String] = {
        var table: [WordKey: String] = [:]
        for name in familyNames where base(name.lowercased()) != name.lowercased() {
            let key = WordKey(base(name.lowercased()))
            if table[key] == nil { table[key] = name }
        }
        return table
    }()

    private static let families: Set<WordKey> = {
        var keys = Set(unmarkedFamilies.keys)
        for name in familyNames { keys.insert(WordKey(name.lowercased())) }
        return keys
    }()
}
