internal import UnicodeText

/// Numbers that are written in words, in English and Vietnamese.
enum NumberWords {
    /// What a word multiplies a number before it by.
    static func magnitude(_ key: WordKey) -> UInt64? { magnitudes[key] }

    private static let magnitudes = WordMap<UInt64>([
        ("hundred", 100), ("thousand", 1000), ("million", 1_000_000), ("millions", 1_000_000),
        ("billion", 1_000_000_000), ("trillion", 1_000_000_000_000), ("dozen", 12), ("bn", 1_000_000_000),
        ("m", 1_000_000), ("k", 1000),
        ("trăm", 100), ("nghìn", 1000), ("ngàn", 1000), ("vạn", 10000), ("triệu", 1_000_000),
        ("tỷ", 1_000_000_000), ("tỉ", 1_000_000_000), ("chục", 10), ("tá", 12),
    ])

    /// Words of the second half of the day.
    static let afternoon = WordTable("chiều tối trưa đêm khuya")

    /// The words of a text that mean a number, compounds as one.
    static func quantities(_ text: CheckedText, _ locale: LocaleID) -> [Quantity] {
        switch locale.language {
        case "en": english(text)
        case "vi": vietnamese(text)
        default: []
        }
    }

    // MARK: English

    private enum EnglishPart: Sendable {
        case unit(Int)
        case ten(Int)
        case magnitude(Int)
    }

    private static let englishParts: WordMap<EnglishPart> = {
        var pairs: [(String, EnglishPart)] = [("zero", .unit(0)), ("nil", .unit(0))]
        let cardinals =
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            + "sixteen seventeen eighteen nineteen"
        let ordinals =
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            + "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        for words in [cardinals, ordinals] {
            for (place, word) in words.split(separator: " ").enumerated() {
                pairs.append((String(word), .unit(place + 1)))
            }
        }
        for (word, value) in [
            ("once", 1), ("single", 1), ("twice", 2), ("double", 2), ("both", 2), ("pair", 2), ("couple", 2),
            ("half", 2), ("thrice", 3), ("triple", 3), ("thirds", 3), ("quarter", 4), ("quarters", 4),
            ("dozen", 12), ("decade", 10),
            ("a", 1), ("an", 1), ("another", 1),
        ] { pairs.append((word, .unit(value))) }
        let tens = "twenty thirty forty fifty sixty seventy eighty ninety"
        for (place, word) in tens.split(separator: " ").enumerated() {
            pairs.append((String(word), .ten(10 * (place + 2))))
            pairs.append((word.dropLast() + "ieth", .ten(10 * (place + 2))))
            pairs.append((word.dropLast() + "ies", .ten(10 * (place + 2))))
        }
        for (word, value) in [
            ("hundred", 100), ("hundredth", 100), ("hundreds", 100), ("thousand", 1000), ("thousands", 1000),
            ("thousandth", 1000), ("million", 1_000_000), ("millions", 1_000_000), ("billion", 1_000_000_000),
            ("century", 100), ("centuries", 100),
        ] { pairs.append((word, .magnitude(value))) }
        return WordMap(pairs)
    }()

    private static func english(_ text: CheckedText) -> [Quantity] {
        run(text) { words, start in
            var total = 0
            var current: Int?
            var place = start
            while place < words.count, isJoined(text, words, start, place) {
                // Larger numbers than that are in nobody's letter, and would not fit.
                if total > 10_000_000_000_000 || (current ?? 0) > 1_000_000 { break }
                guard let part = englishParts[words[place].key] else {
                    // “one hundred and five”
                    if place > start, words[place].key == and, place + 1 < words.count,
                        case .magnitude? = englishParts[words[place - 1].key],
                        englishParts[words[place + 1].key] != nil
                    {
                        place += 1
                        continue
                    }
                    break
                }
                switch part {
                case .unit(let value):
                    if let known = current,
                        !(known % 100 >= 20 && value < 10 || known % 100 == 0 && known > 0)
                    {
                        return (total + known, place)
                    }
                    current = (current ?? 0) + value
                case .ten(let value):
                    if let known = current, known % 100 != 0 || known == 0 { return (total + known, place) }
                    current = (current ?? 0) + value
                case .magnitude(let value):
                    if value == 100 {
                        current = (current ?? 1) * 100
                    } else {
                        total += (current ?? 1) * value
                        current = nil
                        place += 1
                        if place >= words.count || englishParts[words[place].key] == nil {
                            return (total, place)
                        }
                        continue
                    }
                }
                place += 1
            }
            return place == start ? nil : (total + (current ?? 0), place)
        }
    }

    private static let and = WordKey("and")

    // MARK: Vietnamese

    private static let vietnameseUnits = WordMap<Int>([
        ("một", 1), ("mốt", 1), ("nhất", 1), ("đầu", 1), ("hai", 2), ("nhì", 2), ("đôi", 2), ("cặp", 2),
        ("cả", 2), ("ba", 3),
        ("bốn", 4), ("tư", 4), ("năm", 5), ("lăm", 5), ("sáu", 6), ("bảy", 7), ("bẩy", 7), ("tám", 8),
        ("chín", 9), ("không", 0), ("nửa", 2), ("lần", 1), ("đơn", 1),
    ])
    private static let vietnameseMagnitudes = WordMap<Int>([
        ("trăm", 100), ("nghìn", 1000), ("ngàn", 1000), ("vạn", 10000), ("triệu", 1_000_000),
        ("tỷ", 1_000_000_000), ("tỉ", 1_000_000_000),
    ])
    private static let ten = WordKey("mười"), tens = WordKey("mươi"), dozen = WordKey("tá")
    private static let odd: Set<WordKey> = [WordKey("linh"), WordKey("lẻ")]
    private static let tenOfThings: Set<WordKey> = [WordKey("chục"), WordKey("thập")]

    private static func vietnamese(_ text: CheckedText) -> [Quantity] {
        run(text) { words, start in
            var total = 0
            var hundreds = 0
            var current: Int?
            var place = start
            while place < words.count, isJoined(text, words, start, place) {
                if total > 8_000_000_000 || hundreds > 1_000_000 || (current ?? 0) > 1_000_000 { break }
                let key = words[place].key
                if let unit = vietnameseUnits[key] {
                    if let known = current {
                        guard known >= 10, known % 10 == 0 else { break }
                        current = known + unit
                    } else {
                        current = unit
                    }
                } else if key == ten {
                    guard current == nil else { break }
                    current = 10
                } else if key == tens || tenOfThings.contains(key) {
                    current = max(1, current ?? 1) * 10
                } else if key == dozen {
                    current = (current ?? 1) * 12
                } else if let magnitude = vietnameseMagnitudes[key] {
                    if magnitude == 100 {
                        hundreds += (current ?? 1) * 100
                    } else {
                        let count = hundreds + (current ?? 0)
                        // hai triệu ba trăm nghìn; nghìn tỷ
                        total = count == 0 ? max(1, total) * magnitude : total + count * magnitude
                        hundreds = 0
                    }
                    current = nil
                } else if odd.contains(key), place > start, hundreds > 0 || total > 0 {
                    // một trăm linh năm
                } else {
                    break
                }
                place += 1
            }
            return place == start ? nil : (total + hundreds + (current ?? 0), place)
        }
    }

    // MARK: Both

    /// Goes through the words and takes what `parse` makes of them: a value and the word after it.
    private static func run(_ text: CheckedText, _ parse: ([Word], Int) -> (Int, Int)?) -> [Quantity] {
        var found: [Quantity] = []
        var place = 0
        let words = text.words
        while place < words.count {
            guard let (value, end) = parse(words, place), end > place else {
                place += 1
                continue
            }
            let range = words[place].range.lowerBound..<words[end - 1].range.upperBound
            found.append(Quantity(kind: .word, range: range, values: [NumberValue(value)]))
            place = end
        }
        return found
    }

    /// Whether nothing but a space or a hyphen stands between a word and the one before it.
    private static func isJoined(_ text: CheckedText, _ words: [Word], _ start: Int, _ place: Int) -> Bool {
        guard place > start else { return true }
        let gap = words[place - 1].range.upperBound..<words[place].range.lowerBound
        return gap.count == 1
            && (UnitKind.isSpace(text.units[gap.lowerBound]) || text.units[gap.lowerBound] == 0x2D)
    }
}
