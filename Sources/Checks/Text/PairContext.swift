public import UnicodeText

/// A pair as rules look at it: both texts with what several rules need to know of them, found when it is first asked
/// for. Never used by two threads at a time.
public final class PairContext {
    /// The pair.
    public let pair: SegmentPair
    /// Its number in the letter.
    public let index: Int
    /// The language of the source.
    public let sourceLocale: LocaleID
    /// The language of the translation.
    public let targetLocale: LocaleID
    /// The source.
    public let source: CheckedText
    /// The translation.
    public let target: CheckedText
    /// What all pairs of a thread share.
    let scratch: CheckScratch
    /// What is known of the letter, or file, as a whole.
    let setting: LetterSetting

    init(
        _ pair: SegmentPair, index: Int, letter: CheckedLetter, setting: LetterSetting, scratch: CheckScratch
    ) {
        self.pair = pair
        self.index = index
        sourceLocale = letter.source
        targetLocale = letter.target
        source = CheckedText(pair.source)
        target = CheckedText(pair.target)
        self.setting = setting
        self.scratch = scratch
    }

    /// Links and placeholders of the source.
    private(set) lazy var sourceParts = OpaqueParts(source.units)
    /// Links and placeholders of the translation.
    private(set) lazy var targetParts = OpaqueParts(target.units)
    /// The numbers and dates of both, compared.
    private(set) lazy var quantities = QuantityComparison(self)
    /// The terms of both; nil where no termbase has any for these languages, or none stands here.
    private(set) lazy var terms = scratch.terms?.read(self)

    /// What is equal for sources, and for translations, that say the same.
    private(set) lazy var sourceAgreement = Agreement.key(source)
    private(set) lazy var targetAgreement = Agreement.key(target)

    /// Whether the translation is in Vietnamese.
    var isVietnamese: Bool { targetLocale.language == "vi" }
}

/// What is known of a letter before its segments are looked at.
struct LetterSetting: Sendable {
    /// How long its translations are.
    let length: LengthModel
}

/// What the pairs of one thread share.
final class CheckScratch {
    let syllables = SyllableMemory()
    let terms: TermReader?

    init(terms: TermKnowledge? = nil) { self.terms = terms.map(TermReader.init) }
}
