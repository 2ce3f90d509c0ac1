internal import UnicodeText

/// Words that no term begins or ends with: they say how others belong together, or point at something for the moment
/// (*the current file*, *selected objects*).
struct StopWords {
    private let starts: Set<String>
    private let ends: Set<String>
    /// Pairs of syllables that are a word, though one of them alone would be a stop word: *trẻ em*, *đầu vào*.
    let compounds: [(String, String)]
    /// Words that count what follows with *of*.
    let counting: Set<String>
    private let noAcronyms: Set<String>

    /// The words of a language; none for a language that is not known.
    init(_ locale: LocaleID) {
        let (both, start, end) =
            switch locale.language {
            case "en": (Self.english, Self.englishStarts, "")
            case "vi": (Self.vietnamese, Self.vietnameseStarts, Self.vietnameseEnds)
            default: ("", "", "")
            }
        let words = Self.set(both)
        starts = words.union(Self.set(start))
        ends = words.union(Self.set(end))
        compounds =
            locale.language != "vi"
            ? []
            : Self.vietnameseCompounds.split(separator: ",").compactMap { compound in
                let pair = compound.split { $0.isWhitespace }.map(String.init)
                return pair.count == 2 ? (pair[0], pair[1]) : nil
            }
        counting = locale.language == "en" ? Self.set(Self.englishCounting) : []
        noAcronyms = [
            "OK", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XX",
        ]
    }

    /// Whether what looks like an acronym is none: a word that is written in capitals, or a Roman number.
    func isNoAcronym(_ word: String) -> Bool { noAcronyms.contains(word) }

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
        once one ones only onto or other others otherwise our ours ourselves out over own part per perhaps please put
        quite rather really recent recently said same saw say says second see seem seemed seems seen set several
        shall she should show since so some someone something sometimes soon still such take taken takes than that the
        their theirs them themselves then there therefore these they thing things think this those though three through
        throughout thus time times to today together too took toward towards two under unless until up upon us use used
        uses using usually various very want wants was way we well went were what whatever when whenever where whether
        which while who whole whom whose why will with within without would year years yet you your yours yourself
        it's don't doesn't didn't can't won't isn't aren't wasn't weren't i'm you're we're they're that's there's let's
        he's she's i've we've they've you've couldn't wouldn't shouldn't hasn't haven't hadn't you'll we'll i'll
        """

    private static let englishStarts = """
        additional appropriate available certain corresponding current currently different entire existing following given
        newly particular previous remaining selected specific specified whole
        """
    private static let englishCounting =
        "amount couple kind lot majority number pair piece range rest set sort total type variety"

    private static let vietnamese = """
        các những của và là được bị đã đang sẽ cho với trên nếu thì mà rằng này đó kia ấy một hai ba bốn năm sáu bảy
        tám chín mười tôi bạn chúng họ nó em cũng rất không chưa chẳng đừng nên vì bởi còn mỗi mọi từng vẫn đều nào
        gì ai đâu sao để hoặc hay nhưng như theo vào khi cả mình tuy dù song đây đấy vậy thôi rồi nữa luôn ngay
        mấy vài nhiều ít bao đến trong vừa mới vẻ hầu quá hơn càng lúc lần
        """
    // “chỉ” and “tại” end “địa chỉ” and “hiện tại”; “người” and “số” begin “người tị nạn” and “số nguyên”.
    private static let vietnameseStarts = """
        do từ về ra lên xuống ngoài dưới giữa sau trước có cùng việc thế nhất lại phải cần muốn thể đi nhau ở sự
        ông bà anh chị cô ta khác kể chỉ tại
        """
    private static let vietnameseEnds = "ở tự vô bất phi sự việc có phải cần muốn ông bà về cùng đặc tương"
    private static let vietnameseCompounds = """
        trẻ em,anh em,họ tên,dòng họ,bạn bè,bạn đọc,công chúng,quần chúng,đại chúng,theo dõi,trong suốt,quá trình,
        quá khứ,quá tải,đầu vào,lối vào,đổi mới,không gian,không khí,hàng không,không quân,không phận,bao vây,bao bì,
        cho vay,giá cả,bị cáo,bị can,bị đơn,thiết bị,trang bị,chuẩn bị,ngôi sao,bản sao,sao chép,sao lưu,song song,
        song phương,nhảy dù,vẻ đẹp,từ khóa,từ điển,từ vựng,từ ngữ,từ thiện,từ trường,từ chối,việc làm,thế giới,
        thế hệ,thế kỷ,thế lực,thế chấp,nhất trí,nhất quán,thể thao,thể chế,thể dục,thể loại,thể chất,thể tích,đi lại,
        sự kiện,sự cố,sự nghiệp,sự thật,chỉ số,chỉ thị,chỉ huy,chỉ tiêu,chỉ mục,chỉ dẫn,dân sự,hình sự,quân sự,nhân sự,
        thời sự,lãnh sự,công việc,bên phải,trật tự,thứ tự,ký tự,tuần tự,làm việc,châu phi,nam phi,anh hùng,ba chiều,
        hai chiều,một chiều,có hạn,ra lệnh
        """
}
