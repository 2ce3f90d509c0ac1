import Interchange
import Terminology
import UnicodeText

/// The terms that tests of rules hold letters against.
enum TestTermbase {
    /// Lines `concept locale kind status: term`; a kind that ends in an exclamation mark is not to be translated.
    static let standard = make(
        """
        un en full preferred: United Nations
        un en acronym preferred: UN
        un vi full preferred: Liên Hợp Quốc
        un vi acronym admitted: LHQ
        un vi full admitted: Liên Hiệp Quốc
        iccpr en full preferred: International Covenant on Civil and Political Rights
        iccpr en acronym preferred: ICCPR
        iccpr en full forbidden: International Convention on Civil and Political Rights
        iccpr vi full preferred: Công ước Quốc tế về các Quyền Dân sự và Chính trị
        iccpr vi acronym admitted: ICCPR
        iccpr vi full deprecated: Công ước Quốc tế về Quyền Dân sự và Chính trị
        cat en short preferred: Convention against Torture
        cat en acronym preferred: CAT
        cat vi short preferred: Công ước chống Tra tấn
        cat vi acronym admitted: CAT
        committee en full preferred: Committee against Torture
        committee en acronym preferred: CAT
        committee vi full preferred: Ủy ban chống Tra tấn
        committee vi acronym admitted: CAT
        upr en full preferred: Universal Periodic Review
        upr en acronym preferred: UPR
        upr vi full preferred: Rà soát Định kỳ Phổ quát
        upr vi full admitted: Kiểm điểm Định kỳ Phổ quát
        upr vi acronym admitted: UPR
        apec en acronym preferred: APEC
        apec en full preferred: Asia-Pacific Economic Cooperation
        apec vi acronym preferred: APEC
        apec vi full preferred: Diễn đàn Hợp tác Kinh tế châu Á – Thái Bình Dương
        ngo en full preferred: non-governmental organisation
        ngo en acronym preferred: NGO
        ngo vi full preferred: tổ chức phi chính phủ
        ngo vi acronym admitted: TCPCP
        wgad en full preferred: Working Group on Arbitrary Detention
        wgad en acronym preferred: WGAD
        wgad vi full preferred: Nhóm Công tác về Giam giữ Tùy tiện
        wgad vi acronym admitted: WGAD
        hr en full preferred: human rights
        hr vi full preferred: nhân quyền
        hr vi full admitted: quyền con người
        hrd en full preferred: human rights defender
        hrd vi full preferred: người bảo vệ nhân quyền
        law en full preferred: rule of law
        law vi full preferred: pháp quyền
        law vi full deprecated: pháp trị
        process en full preferred: due process
        process vi full preferred: trình tự tố tụng hợp pháp
        process vi full forbidden: quy trình đến hạn
        dissident en full preferred: dissident
        dissident vi full preferred: người bất đồng chính kiến
        dissident vi full forbidden: phần tử phản động
        disabled en full preferred: person with a disability
        disabled en full deprecated: disabled person
        disabled vi full preferred: người khuyết tật
        disabled vi full superseded: người tàn tật
        disappearance en full preferred: enforced disappearance
        disappearance en full deprecated: forced disappearance
        disappearance vi full preferred: cưỡng bức mất tích
        trial en full preferred: fair trial
        trial vi full preferred: xét xử công bằng
        detention en full preferred: arbitrary detention
        detention vi full preferred: giam giữ tùy tiện
        peace en full preferred: peace
        peace vi full preferred: hòa bình
        lawyer en full preferred: lawyer
        lawyer vi full preferred: luật sư
        judge en full preferred: judge
        judge vi full preferred: thẩm phán
        indictment en full preferred: indictment
        indictment vi full preferred: bản cáo trạng
        indictment vi full admitted: cáo trạng
        dai en name preferred: Nguyen Van Dai
        dai vi name preferred: Nguyễn Văn Đài
        dai vi name forbidden: Nguyễn Văn Đại
        quynh en name preferred: Nguyen Ngoc Nhu Quynh
        quynh en name admitted: Mother Mushroom
        quynh vi name preferred: Nguyễn Ngọc Như Quỳnh
        quynh vi name admitted: Mẹ Nấm
        nga en name preferred: Tran Thi Nga
        nga vi name preferred: Trần Thị Nga
        hue en name preferred: Hue
        hue vi name preferred: Huế
        hanoi en name preferred: Hanoi
        hanoi vi name preferred: Hà Nội
        danang en name preferred: Da Nang
        danang vi name preferred: Đà Nẵng
        vietnam en name preferred: Vietnam
        vietnam en name admitted: Viet Nam
        vietnam vi name preferred: Việt Nam
        uk en name preferred: United Kingdom
        uk vi full preferred: Vương quốc Anh
        uk vi name admitted: Anh
        hongkong en name preferred: Hong Kong
        hongkong vi name preferred: Hồng Kông
        hongkong vi name admitted: Hong Kong
        bfd en name preferred: Brotherhood for Democracy
        bfd vi name preferred: Hội Anh Em Dân Chủ
        accessnow en name! preferred: Access Now
        article19 en name! preferred: ARTICLE 19
        article19 vi name! preferred: ARTICLE 19
        pen en name! preferred: PEN America
        fld en name! preferred: Front Line Defenders
        hashtag en name! preferred: StopTheCrackdownVN
        p88 en name! preferred: Project 88
        p88 vi name admitted: Dự án 88
        """)

    static func make(_ text: String) -> Termbase {
        var concepts: [GlossaryConcept] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            let words = parts[0].split(separator: " ").map(String.init)
            var term = GlossaryTerm(String(parts[1].dropFirst()))
            term.kind = TermKind(tableName: words[2].replacing("!", with: ""))
            if words[2].hasSuffix("!") { term.isUntranslatable = true }
            term.status = TermStatus(rawValue: words[3])
            if concepts.last?.id != words[0] { concepts.append(GlossaryConcept(id: words[0])) }
            concepts[concepts.count - 1].add(term, tag: words[1], locale: try? LocaleID(words[1]))
        }
        return Termbase(concepts)
    }
}
