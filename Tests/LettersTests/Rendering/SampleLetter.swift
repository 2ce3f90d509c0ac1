import UnicodeText

@testable import Letters

/// A letter that uses everything, in four languages.
enum SampleLetter {
    static let source = """
        ---
        id: appeal
        title: 'Free Nguyen Van Dai: an “open” letter'
        date: 2017-11-07
        place: Da Nang
        recipient: Members of the Council
        salutation: Excellencies,
        closing: Yours sincerely,
        signatories:
          - {name: Viet Tan, vi: Việt Tân}
          - Smith & Sons <Ltd>
        ---

        He was arrested on *16 December 2015*. He is **still** held.

        ## What we ask

        - Release him.
        - Honour the [Covenant](https://www.ohchr.org/x?a=1&b=2).

        | Name | Held since |
        |------|-----------:|
        | Tran Thi Nga | 21 January 2017 |

        > Nobody shall be held at will.
        """

    static let vietnamese = [
        "Free Nguyen Van Dai: an “open” letter": "Trả tự do cho Nguyễn Văn Đài: thư “ngỏ”",
        "Da Nang": "Đà Nẵng",
        "Members of the Council": "Các thành viên Hội đồng", "Excellencies,": "Kính thưa Quý vị,",
        "Yours sincerely,": "Trân trọng,",
        "He was arrested on <1>16 December 2015</1>.": "Ông bị bắt ngày <1>16 tháng 12 năm 2015</1>.",
        "He is <1>still</1> held.": "Ông <1>vẫn</1> bị giam giữ.", "What we ask": "Điều chúng tôi yêu cầu",
        "Release him.": "Trả tự do cho ông.", "Honour the <1>Covenant</1>.": "Tôn trọng <1>Công ước</1>.",
        "Name": "Họ tên", "Held since": "Bị giam từ", "Tran Thi Nga": "Trần Thị Nga",
        "21 January 2017": "21 tháng 1 năm 2017",
        "Nobody shall be held at will.": "Không ai bị giam giữ tùy tiện.",
    ]

    static let thai = [
        "Free Nguyen Van Dai: an “open” letter": "ปล่อยตัวเหงียน วัน ได: จดหมายเปิดผนึก",
        "Excellencies,": "เรียน ท่านผู้มีเกียรติ",
        "What we ask": "สิ่งที่เราเรียกร้อง", "He is <1>still</1> held.": "เขา<1>ยัง</1>ถูกคุมขังอยู่",
        "Nobody shall be held at will.": "บุคคลใดจะถูกจับกุมหรือกักขังตามอำเภอใจไม่ได้",
    ]

    static let arabic = [
        "Free Nguyen Van Dai: an “open” letter": "أطلقوا سراح نغوين فان داي: رسالة مفتوحة",
        "Excellencies,": "أصحاب السعادة،", "What we ask": "ما نطلبه",
        "He is <1>still</1> held.": "وهو <1>لا يزال</1> محتجزا.",
        "Nobody shall be held at will.": "لا يجوز حجز أي إنسان تعسفا.", "Release him.": "الإفراج عنه.",
    ]

    /// A review sheet of the letter.
    static func review(_ translations: [String: String], flags: [String: [String]] = [:]) throws
        -> ReviewSheet
    {
        let letter = try readLetter(source).letter
        return ReviewSheet(
            letter: letter, catalog: try catalog(letter, translations, flags: flags),
            conventions: try Conventions(locale: .vietnamese))
    }
}
