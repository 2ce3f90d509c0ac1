internal import UnicodeText

/// A word that windows-1258 in place of windows-1252 makes of another and that is a syllable itself: *lư* of *lý*.
///
/// What stands beside such a word tells which it is: *quản lư* says nothing, *lư hương* does. Only pairs are listed
/// that make no sense, or hardly any, as they stand.
struct AmbiguousWord: Sendable {
    /// What the word was.
    let original: String
    /// Words before it that show the damage.
    var before: Set<String> = []
    /// Words after it that show the damage.
    var after: Set<String> = []
    /// Words before it with which it is what it seems to be.
    var unless: Set<String> = []
    /// Whether the original is so much more frequent that in a damaged text the word is damaged wherever it stands.
    var isRare = false
    /// Whether nobody writes the word, so that it shows the damage by itself.
    var isUnused = false
    /// Whether the word ends questions, so that before a question mark the word before it shows nothing.
    var endsQuestions = false

    init(
        _ original: String, before: String = "", after: String = "", unless: String = "",
        isRare: Bool = false,
        isUnused: Bool = false, endsQuestions: Bool = false
    ) {
        func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map { String($0) }) }
        self.original = original
        self.before = words(before)
        self.after = words(after)
        self.unless = words(unless)
        self.isRare = isRare
        self.isUnused = isUnused
        self.endsQuestions = endsQuestions
    }
}

/// The words by what they became, in lower case; Italy, whose name is one letter, in upper case.
enum AmbiguousWords {
    static let all: [String: AmbiguousWord] = [
        "lư": AmbiguousWord(
            "lý",
            before: """
                xử quản hợp trợ vật pháp động vì công định tâm địa luận nguyên chưởng vô triết chân nghĩa sinh bệnh \
                thanh giám trực dược đạo tổng hộ phi chí đại
                """,
            after: "do thuyết luận lịch tưởng trí lẽ tính giải sự số thú học", isRare: true),
        "ư": AmbiguousWord(
            "ý",
            before: """
                lưu chú gợi đồng ngụ tùy tuỳ cố dân góp ác chủ dụng đắc toại mức hảo thiện ẩn nhất ngẫu thỏa thoả hợp \
                vô
                """,
            after: """
                rằng tưởng nghĩa kiến định đến tới chí thức muốn niệm thích nguyện đồ vị chỉ tác
                """, isRare: true, endsQuestions: true),
        "Ư": AmbiguousWord(
            "Ý",
            before: """
                nước người tiếng ở tại từ của đội sang đến với cho bởi hòa hoà quốc gốc miền quân đồng tùy tuỳ lưu chú
                """, after: "kiến nghĩa tưởng thức đại", isRare: true),
        "rơ": AmbiguousWord(
            "rõ",
            before: """
                ghi định không chưa hiện hiểu chỉ làm thấy nói nêu biết nhìn nghe thích giải vạch nhận tỏ
                """, after: "ràng rằng rệt nét hơn nhất thêm liệu", isRare: true),
        "ngơ": AmbiguousWord(
            "ngõ", before: "điểm biến vectơ lưới cổng các những một con", after: "vào ra cụt hẻm hẹp ngách",
            unless: "mặt người ngẩn ngây làm cứ bỗng liền đứng đờ", isRare: true),
        "dơi": AmbiguousWord("dõi", before: "theo", isRare: true),
        "cơi": AmbiguousWord(
            "cõi", before: "bờ", after: "tiên chết đời âm trần lòng phật niết", isRare: true),
        "hăng": AmbiguousWord(
            "hãng", before: "các những của một hai vài từng mỗi tên",
            after: "hàng thông tin phim máy sản vận truyền dược xe bay này", unless: "hung"),
        "nhăn": AmbiguousWord(
            "nhãn", before: "gán dán gắn tem mang chứa thêm",
            after: "hiệu mác dán khoa quan hàng vở thức tên đóng gốc thời",
            unless: "nếp vết da mặt trán cau mày chau nhàu"),
        "lơi": AmbiguousWord("lõi", before: "cốt các những phần trong nhiều đa"),
        "măn": AmbiguousWord(
            "mãn", before: "thỏa thoả bất tự mỹ viên sung duyên",
            after: "nguyện hạn nhiệm kinh tính khóa tang"),
        "lăng": AmbiguousWord("lãng", after: "phí mạn quên"),
        "lăm": AmbiguousWord("lãm", before: "triển du thưởng"),
        "dăn": AmbiguousWord("dãn", before: "co kéo thư đàn", after: "cách nở"),
        "quăng": AmbiguousWord("quãng", before: "khoảng", after: "đường thời tám đời cách"),
        "hăm": AmbiguousWord("hãm", before: "kìm giam cưỡng vây", after: "hiếp"),
        "đăng": AmbiguousWord("đãng", before: "phóng lơ hoang"),
        "vơ": AmbiguousWord("võ", before: "đấu môn luyện", after: "thuật sĩ sỹ sư lâm phục"),
        "lơm": AmbiguousWord("lõm", before: "lồi mặt"),
        "gơ": AmbiguousWord("gõ", isUnused: true), "giăn": AmbiguousWord("giãn", isUnused: true),
        "hoăn": AmbiguousWord("hoãn", isUnused: true),
        "ngoăn": AmbiguousWord("ngoãn", isUnused: true), "noăn": AmbiguousWord("noãn", isUnused: true),
        "doăn": AmbiguousWord("doãn", isUnused: true),
    ]

    /// The letters of the words, as ``Spelling`` has them, in a flat table: every *như* and *năm* is looked up.
    private static let codes: [UInt64] = {
        var table = [UInt64](repeating: 0, count: 256)
        for word in all.keys {
            var spelling = Spelling()
            for scalar in word.unicodeScalars { spelling.append(packed: Letter.packed(scalar.value)) }
            var slot = slot(spelling.codes)
            while table[slot] != 0, table[slot] != spelling.codes { slot = (slot + 1) & 255 }
            table[slot] = spelling.codes
        }
        return table
    }()

    @inline(__always)
    private static func slot(_ codes: UInt64) -> Int {
        Int(truncatingIfNeeded: (codes &* 0x9E37_79B9_7F4A_7C15) >> 56)
    }

    /// Whether a word of up to ``Spelling/longest`` letters is one of them, case aside.
    static func contains(_ spelling: Spelling) -> Bool {
        codes.withUnsafeBufferPointer { table in
            var slot = slot(spelling.codes)
            while table[slot] != 0 {
                if table[slot] == spelling.codes { return true }
                slot = (slot + 1) & 255
            }
            return false
        }
    }
}
