internal import UnicodeText

/// Acronyms that the termbase does not know.
struct UnknownAcronymRule: CollectingRule {
    static let info = RuleInfo(
        id: "unknown-acronym", title: "Acronyms that the termbase lacks", severity: .info, scope: .letter,
        explanation: """
            The translation has an acronym that is in no term of the termbase, so that nobody can hold its expansion \
            against anything. Told once a letter. Roman numerals, text that is in capitals altogether, and what every reader \
            knows (HIV, GPS, USD, PDF) are let pass.
            """,
        parameters: [RuleParameter("known", .words, "more acronyms that everybody knows")], needsTerms: true)

    private let known: Set<WordKey>

    /// What needs no expansion in a letter: units of time and money, countries, illnesses, and words of computers.
    private static let common = WordTable(
        """
        am pm gmt utc est edt pst pdt cet bst usa us uk uae eu ussr usd eur gbp vnd aud cad jpy hiv aids covid sars dna adn rna gps
        url http https html xml pdf sms usb cd dvd tv fm ceo vip id pin atm cnn bbc nbc cbs abc afp ap nasa fifa uefa nba
        ok faq vpn ip os ios ram cpu gb mb kb km kg
        """)

    init(_ parameters: RuleParameters) { known = Set(parameters.words("known").map { WordKey($0.nfc) }) }

    func evidence(_ pair: PairContext) -> [Evidence] {
        guard let knowledge = pair.scratch.terms?.knowledge else { return [] }
        let words = pair.target.words
        var found: [Evidence] = []
        for (place, word) in words.enumerated() where word.hasInnerCapital && word.range.count <= 8 {
            let units = pair.target.units[word.range]
            // Words of Vietnamese in capitals have marks; acronyms have none but that of “Đ”.
            guard CapitalWords.isAcronym(units), units.allSatisfy({ $0 < 0x80 || $0 == 0x110 }),
                !knowledge.capitals.contains(word.key),
                !known.contains(word.key), !Self.common.contains(word.key),
                RomanNumerals.value(units) == nil, !Self.isBesideCapitals(place, pair.target),
                !Self.isFunction(word, pair.target),
                !pair.targetParts.parts.contains(where: { $0.range.overlaps(word.range) })
            else { continue }
            found.append(Evidence(key: word.key.value, value: 0, target: word.range))
        }
        return found
    }

    func judge(_ evidence: [LetterEvidence], _ report: inout LetterReport) {
        var seen: Set<UInt64> = []
        for item in evidence where seen.insert(item.evidence.key).inserted {
            let text = item.evidence.target.map(CheckedText(item.pair.target).string) ?? ""
            report.add(
                "the termbase does not know the acronym “\(text)”", at: item,
                suggestion: "add it with what it stands for: “lathu terms add --kind acronym vi=…”")
        }
    }

    /// Whether a word is the name of a function of a spreadsheet: “SUM(A1:A9)”.
    private static func isFunction(_ word: Word, _ text: CheckedText) -> Bool {
        text.units.indices.contains(word.range.upperBound) && text.units[word.range.upperBound] == 0x28
    }

    /// Whether a word stands in a phrase that is in capitals.
    private static func isBesideCapitals(_ place: Int, _ text: CheckedText) -> Bool {
        [place - 1, place + 1].contains { other in
            text.words.indices.contains(other)
                && CapitalWords.isAcronym(text.units[text.words[other].range])
        }
    }
}
