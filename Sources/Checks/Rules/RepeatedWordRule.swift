/// The same word twice in a row.
struct RepeatedWordRule: SegmentRule {
    static let info = RuleInfo(
        id: "repeated-word", title: "Repeated words", severity: .warning,
        explanation: """
            A word, or two words, stand twice in a row and the source does not repeat anything. Vietnamese makes words \
            by doubling (xa xa, luôn luôn, người người): a doubled syllable is reported only where it is a word that is \
            never doubled, such as của and được. “allow” names more words that may be doubled.
            """,
        parameters: [RuleParameter("allow", .words, "words that may stand twice")])

    private let allowed: Set<WordKey>

    init(_ parameters: RuleParameters) {
        allowed = Set(
            parameters.words("allow").flatMap { $0.split(separator: " ") }.map { WordKey($0.utf16) })
    }

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        let repeats = Self.repeats(pair.target)
        guard !repeats.isEmpty else { return }
        // What the source says twice, the translation may.
        guard Self.repeats(pair.source).isEmpty else { return }
        for (range, place, isPhrase) in repeats {
            let word = pair.target.words[place]
            if allowed.contains(word.key) || pair.targetParts.cover(range.lowerBound) { continue }
            if pair.isVietnamese, !isPhrase, !Self.neverDoubled.contains(word.key) { continue }
            if !isPhrase, word.isCapitalized, word.range.lowerBound > 0 { continue }
            if !isPhrase, place > 0, Self.compounds.match(pair.target.words, at: place - 1) != nil {
                continue
            }
            let text = pair.target.string(range)
            report.add("“\(text)” is said twice", target: range, suggestion: Self.half(text))
        }
    }

    private static func half(_ text: String) -> String {
        let words = text.split { $0.isWhitespace }
        return words.prefix(words.count / 2).joined(separator: " ")
    }

    /// Places where one word, or two, come again at once, with the number of the first.
    private static func repeats(_ text: CheckedText) -> [(range: Range<Int>, place: Int, isPhrase: Bool)] {
        var found: [(Range<Int>, Int, Bool)] = []
        let words = text.words
        guard words.count > 1 else { return [] }
        func isJoined(_ place: Int) -> Bool {
            let gap = words[place].range.upperBound..<words[place + 1].range.lowerBound
            return !gap.isEmpty && text.units[gap].allSatisfy(UnitKind.isSpace)
        }
        for place in 0..<(words.count - 1) {
            if words[place].key == words[place + 1].key, isJoined(place) {
                found.append(
                    (words[place].range.lowerBound..<words[place + 1].range.upperBound, place, false))
            } else if place + 3 < words.count, words[place].key == words[place + 2].key,
                words[place + 1].key == words[place + 3].key, (place..<place + 3).allSatisfy(isJoined),
                words[place].range.count > 1
            {
                found.append(
                    (words[place].range.lowerBound..<words[place + 3].range.upperBound, place, true))
            }
        }
        return found
    }

    /// Compounds whose last syllable is a word of its own after them: “thiết bị bị thu giữ”, a device that is seized.
    private static let compounds = PhraseTable(
        """
        thiết bị bị
        trang bị bị
        chuẩn bị bị
        đế quốc quốc
        bên trong trong
        màng trong trong
        bên ngoài ngoài
        phía trên trên
        phía dưới dưới
        phía sau sau
        đường chính chính
        tài chính chính
        hành chính chính
        """)

    /// Vietnamese words that grammar never doubles; “năm năm” is five years.
    private static let neverDoubled = WordTable(
        """
        và hoặc hay của các những cho với là được bị bởi vì nên nếu thì mà để từng đã đang sẽ rằng trong ngoài trên dưới tại
        vào ra lên về đến tới theo cùng khi này đó kia ấy một hai ba bốn sáu có không chưa cũng vẫn còn chỉ rất quá như
        tôi chúng họ ông bà anh chị em nó mình bạn ta việc sự cuộc người_ con_ cái_ chiếc_ nước_ nhiều phải cần
        nhưng hoặc do ở về giữa sau trước qua bằng nữa đều hơn nhất thể làm nói biết tháng trăm nghìn triệu
        quyền luật nhân pháp chính quốc gia việt nam tổ chức thuộc tù án tội tòa toà
        """)
}
