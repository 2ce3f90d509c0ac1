internal import UnicodeText

/// The words of a language that negate.
struct NegationWords: Sendable {
    /// Words that say no more than “not”.
    private let strong: WordTable
    /// Phrases that hold such a word and do not negate.
    private let harmless: PhraseTable
    /// Phrases that hold such a word and have nothing to do with negation: *không gian*, space.
    private let idle: PhraseTable
    /// Words that negate by what they mean.
    private let weak: WordTable
    /// Those of them that have a word of their own in the other language, as *prevent* has *ngăn*: that word then
    /// stands for them and for no “not” beside them.
    private let contrary: WordTable
    /// How words begin that are the contrary of others.
    private let prefixes: [[UInt16]]
    /// Words that begin so and are no contrary.
    private let positive: WordTable

    /// The words of a language; nil where they are not known.
    static func of(_ locale: LocaleID) -> NegationWords? {
        switch locale.language {
        case "en": english
        case "vi": vietnamese
        default: nil
        }
    }

    /// What negates in a text. Places are shares of the text, 0 to 1.
    struct Found {
        /// The words that say “not”.
        var strong: [Range<Int>] = []
        /// The places of those that negate by their meaning.
        var weak: [Double] = []
        /// The places of those of them that the other language has a word of its own for: *irregular*, *prevent*.
        var contrary: [Double] = []
    }

    /// The words that negate.
    func find(_ text: CheckedText) -> Found {
        var found = Found()
        var place = 0
        let words = text.words
        while place < words.count {
            if let length = idle.match(words, at: place) {
                place += length
                continue
            }
            if let length = harmless.match(words, at: place), Self.verbs.match(words, at: place) == nil {
                // It may stand for one of the other language’s, as “not only” does.
                found.weak.append(Self.share(words[place].range, of: text))
                place += length
                continue
            }
            let word = words[place]
            if isNumberSign(word, text) {
                place += 1
                continue
            }
            if strong.contains(word.key) || isContraction(word, text) || isSplitContraction(place, text) {
                found.strong.append(word.range)
            } else {
                let isContrary = contrary.contains(word.key) || self.isContrary(word, text)
                let share = Self.share(word.range, of: text)
                if isContrary { found.contrary.append(share) }
                if isContrary || weak.contains(word.key) { found.weak.append(share) }
            }
            place += 1
        }
        return found
    }

    /// Verbs that begin as a phrase that does not negate: *không chỉ trích* is “does not criticize”, *không chỉ* “not
    /// only”.
    private static let verbs = PhraseTable(
        """
        không chỉ trích
        không chỉ đạo
        không chỉ định
        không chỉ huy
        không chỉ dẫn
        không chỉ thị
        """)

    /// Where a word stands, 0 to 1.
    static func share(_ range: Range<Int>, of text: CheckedText) -> Double {
        Double(range.lowerBound) / Double(max(1, text.units.count))
    }

    /// *don’t*, *isn't*, and *don t* as some tools write it.
    private func isContraction(_ word: Word, _ text: CheckedText) -> Bool {
        let units = text.units[word.range]
        guard units.count > 3, units[units.endIndex - 1] | 0x20 == 0x74 else { return false }
        let mark = units[units.endIndex - 2]
        return (mark == 0x27 || mark == 0x2019) && units[units.endIndex - 3] | 0x20 == 0x6E
    }

    /// *n 't*, as texts have it whose words were parted for machines.
    private func isSplitContraction(_ place: Int, _ text: CheckedText) -> Bool {
        let word = text.words[place]
        guard !prefixes.isEmpty, place > 0, word.range.count == 1,
            text.units[word.range.lowerBound] | 0x20 == 0x74,
            word.range.lowerBound > 0, [0x27, 0x2019].contains(text.units[word.range.lowerBound - 1])
        else { return false }
        let before = text.words[place - 1]
        return text.units[before.range.upperBound - 1] | 0x20 == 0x6E
    }

    /// *No. 1* is the first.
    private func isNumberSign(_ word: Word, _ text: CheckedText) -> Bool {
        guard !prefixes.isEmpty, word.range.count == 2, word.key == Self.numberSign else { return false }
        let rest = text.units[word.range.upperBound...]
        guard rest.first == 0x2E else { return false }
        return rest.dropFirst().first { !UnitKind.isSpace($0) }.map { UnitKind.digit($0) != nil } ?? false
    }

    private static let numberSign = WordKey("no".utf16)

    private func isContrary(_ word: Word, _ text: CheckedText) -> Bool {
        guard word.range.count >= 5, !positive.contains(word.key) else { return false }
        let units = text.units[word.range]
        return prefixes.contains { prefix in zip(units, prefix).allSatisfy { WordKey.folded($0) == $1 } }
            || suffixed(units)
    }

    private func suffixed(_ units: ArraySlice<UInt16>) -> Bool {
        !prefixes.isEmpty && units.count > 5
            && units.suffix(4).map(WordKey.folded).elementsEqual("less".utf16)
    }

    private static let english = NegationWords(
        strong: WordTable("not no never none nobody nothing nowhere neither nor cannot without"),
        harmless: PhraseTable(
            """
            not only
            not just
            not merely
            not simply
            no sooner
            no less
            no fewer
            no more than
            nothing but
            or not
            why not
            whether or not
            not least
            not to mention
            no longer than
            no later than
            no matter
            not long after
            not long before
            wasn't until
            was not until
            """),
        idle: PhraseTable("no one and only"),
        weak: WordTable(
            """
            cease ceased reject rejects rejected rejecting hardly barely scarcely seldom few little only absence absent
            free away non anti ex instead rather against too remain remains remained yet still miss missed lost lose loses
            out ignore ignores ignored ignoring dis skip skipped neglect far else otherwise any wrong bad doubt abstain
            decline declined declines former difficult hard nil less than secret stranger other poor regardless aside
            despite though although but
            """),
        contrary: WordTable(
            """
            fail fails failed failing failure failures lack lacks lacked lacking refuse refuses refused refusing refusal
            deny denies denied denying denial avoid avoids avoided avoiding prevent prevents prevented preventing stop
            stops stopped stopping prohibit prohibits prohibited prohibiting ban bans banned banning forbid forbids
            forbidden except excluding exclude excluded excludes unless rarely off missing illegal disable disabled
            disables void zero null empty
            """),
        prefixes: ["un", "in", "im", "il", "ir", "dis", "non", "mis", "de"].map { Array($0.utf16) },
        positive: WordTable(
            """
            under understand understands understood understanding union unions united unit units unite unique universal
            universe universities university until unto uncle into inside indeed india indian indians indonesia indonesian
            industry industrial industries inform information informed informs include includes included including income
            increase increases increased increasing increasingly indicate indicates indicated individual individuals
            infant inflation influence influenced initial initially initiative initiatives injure injured injuries injury
            inner innocent inquiry insist insisted install installed instance institute institution institutions
            instruction instructions insert inserted instead insurance intelligence intend intended intention interest
            interested interesting interests interim interior internal international internet interpret interval
            interview interviews intervention introduce introduced introduction invade invasion invest investigate
            investigated investigating investigation investigators investment investors invite invited involve involved
            involving image images imagine immediate immediately immigrants immigration impact implement implemented
            implementation imply import importance important imported impose imposed impress impressed impressive improve
            improved improvement improvements improving iran iraq iraqi ireland irish island israel issue district
            districts distance distinct distribute distributed distribution discuss discussed discussing discussion
            discussions discover discovered discovery disease diseases disaster disasters display displayed displays
            dispute dispatch discipline dish disk disks mission missions missile missiles mister mistress misty
            dear death deaths debate debates decade decades december decide decided decides decision decisions declare
            declared declaration deep deeper deeply defeat defeated defence defend defended defense define defined
            defines degree degrees delegation deliver delivered demand demands democracy democratic demonstrate demo
            department departments depend depending depends deploy deputy derive derived describe described describes
            description desert design designed desire desk despite destination destroy destroyed destruction detail
            detailed details detect detected determine determined determines develop developed developing development
            device devices devote default defaults delete deleted delay delayed delta dense dental deal deals dealer
            independent independence index indexes ink input inputs insights inch inches indigenous infrastructure
            """))

    private static let vietnamese = NegationWords(
        strong: WordTable("không chẳng chưa đừng chớ chả"),
        harmless: PhraseTable(
            """
            không chỉ
            không những
            không thể không
            hay không
            hay chưa
            hoặc không
            dù không
            không ngừng
            không ngớt
            không may
            không kém
            bằng không
            khỏi phải
            ngoại trừ
            trừ khi
            trừ phi
            ngoài tầm
            ngoài ý muốn
            trái với
            """),
        idle: PhraseTable(
            """
            không gian
            không khí
            không quân
            không phận
            không trung
            không lực
            hàng không
            trên không
            phòng không
            không đối không
            đất đối không
            không tặc
            đường không
            bay không
            không vận
            không độ
            không ít
            không lâu
            không bao lâu
            số không
            chân không
            chưa đầy
            chẳng hạn
            hư không
            không chuyên
            bất kỳ
            bất kì
            bất cứ
            bất chấp
            bất kể
            bất động sản
            bất ngờ
            bất đồng
            vô cùng
            vô địch
            vô số
            vô tình
            vô tuyến
            phi công
            phi hành
            phi thường
            phi trường
            phi vụ
            châu phi
            nam phi
            phi châu
            """),
        weak: WordTable(
            """
            vô phi bất thiếu cấm tránh ngừng chối miễn ngăn hiếm chặn tắt rỗng
            """),
        contrary: WordTable(""),
        prefixes: [], positive: WordTable(""))
}
