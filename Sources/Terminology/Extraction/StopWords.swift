internal import UnicodeText

/// Words that no term begins or ends with: they say how others belong together.
struct StopWords {
    private let starts: Set<String>
    private let ends: Set<String>

    /// The words of a language; none for a language that is not known.
    init(_ locale: LocaleID) {
        let (both, start, end) =
            switch locale.language {
            case "en": (Self.english, "", "")
            case "vi": (Self.vietnamese, Self.vietnameseStarts, Self.vietnameseEnds)
            default: ("", "", "")
            }
        let words = Self.set(both)
        starts = words.union(Self.set(start))
        ends = words.union(Self.set(end))
    }

    /// Whether anything is known of the language.
    var isKnown: Bool { !starts.isEmpty }

    /// Whether no term begins with a word, given in small letters.
    func bars(start word: String) -> Bool { starts.contains(word) }

    /// Whether no term ends with a word, given in small letters.
    func bars(end word: String) -> Bool { ends.contains(word) }

    private static func set(_ words: String) -> Set<String> {
        Set(words.split { $0.isWhitespace }.map(String.init))
    }

    private static let english = """
        a about above across after again against ago all almost along already also although always am among an and
        another any anyone anything are around as at away back be became because become been before began being below
        best better between big both but by came can cannot come comes could day days did do does doing done down during
        each either else enough etc even ever every everyone everything far few first for four from further gave get
        gets give given go goes going gone good got great had has have having he her here hers herself him himself his
        how however i if in including indeed instead into is it its itself just keep kind know known last least less let
        like likely long lot made make makes making many may maybe me might mine more moreover most much must my myself
        near nearly need needs neither never nevertheless new next no nobody none nor not nothing now of off often old on
        once one ones only onto or other others otherwise our ours ourselves out over own part people per perhaps put
        quite rather really recent recently right said same saw say says second see seem seemed seems seen set several
        shall she should show since so some someone something sometimes soon still such take taken takes than that the
        their theirs them themselves then there therefore these they thing things think this those though three through
        throughout thus time times to today together too took toward towards two under unless until up upon us use used
        uses using usually various very want wants was way we well went were what whatever when whenever where whether
        which while who whole whom whose why will with within without would year years yet you your yours yourself
        it's don't doesn't didn't can't won't isn't aren't wasn't weren't i'm you're we're they're that's there's let's
        he's she's i've we've they've you've couldn't wouldn't shouldn't hasn't haven't hadn't you'll we'll i'll
        """

    private static let vietnamese = """
        các những của và là được bị đã đang sẽ cho với trên nếu thì mà rằng này đó kia ấy một hai ba bốn năm sáu bảy
        tám chín mười tôi bạn chúng họ nó em cũng rất không chưa chẳng đừng nên vì bởi còn mỗi mọi từng vẫn đều nào
        gì ai đâu sao để hoặc hay nhưng như theo vào khi cả mình tuy dù song đây đấy vậy thôi rồi nữa luôn ngay
        mấy vài nhiều ít bao đến trong vừa mới vẻ hầu quá hơn càng lúc lần
        """
    // “chỉ” and “tại” end “địa chỉ” and “hiện tại”.
    private static let vietnameseStarts = """
        do từ về ra lên xuống ngoài dưới giữa sau trước có cùng việc thế nhất lại phải cần muốn thể đi nhau ở sự người
        ông bà anh chị cô ta số khác kể chỉ tại
        """
    private static let vietnameseEnds = "ở tự vô bất phi sự việc có phải cần muốn ông bà về cùng đặc tương"
}
