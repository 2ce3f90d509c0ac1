import Segmentation
import Testing
import TextFiles
import UnicodeText

/// Sentences are marked off by `|` in the tables below.
private func check(_ table: [String], _ locale: LocaleID) throws {
    let segmenter = try Segmenter.standard(for: locale)
    for row in table {
        let expected = row.split(separator: "|").map(\.trimmed)
        let text = expected.joined(separator: " ")
        let found = segmenter.segments(of: text).map { String(text[$0]) }
        #expect(found == expected)
    }
}

@Suite struct SegmenterTests {
    @Test func english() throws {
        try check(
            [
                "We write to you today.|We ask for one thing.",
                "Free them!|Will you?|We hope so.",
                "On behalf of Mr. Binh and Mrs. Lan we thank Prof. Ward.|Gen. Le was absent.",
                "Sen. Rivera and Amb. Osei replied.|So did Rep. Tan.",
                "See Art. 19, No. 5 and pp. 12 of Vol. 3.|It says so.",
                "See Chap. IV of the report.|He said no. I left.".replacing(" I left", with: "|I left"),
                "Several groups, e.g. Lawyers for Justice, i.e. our partner, signed.|Others did not.",
                "They seized books, phones, etc. and left.|No one was charged.",
                "J. R. Nguyen met Mary T. Hill in Hanoi.|She was glad.",
                "It is plan B.|The first one failed.",
                "The U.S. Embassy replied.|They live in the U.S.|We do not.",
                "H.E. Mr. Tran spoke first.|Then a U.N. Special Rapporteur did.",
                "He holds a Ph.D. and teaches.|She has a Ph.D.|It is in law.",
                "They met on Nov. 7, 2017.|The trial is on Tues. 14 November.",
                "It grew by 3.5 percent.|Then by .5 more.",
                "The hearing is at 9 a.m. ICT on Monday.|It ends at 4 p.m.|Families may attend.",
                "1. Release all prisoners.|2. Repeal article 88.|3. Allow visits.",
                "a. Release them now.|b. Drop the charges.",
                "“We are not afraid.”|She said it twice.",
                "“Free them!” he said.|“When?” they asked.",
                "(They were released later.)|We are glad.",
                "“Everyone has the right to life.” (Article 3).|It is plain.",
                "Read https://example.org/a?b=c.html!now for more.|Then sign.",
                "It broke the law.[3]|They knew it.[4][5]|We protest.",
                "She paused...|Then she spoke.|She paused… and spoke.|She paused…|Then she left.",
                "… All people have this right.|It cannot be taken.",
                "we met him in june.|he was well.|it was said.",
                "At 9 a.m. Mr. Binh was called.|He left at 5 p.m.|Mr. Tran stayed.",
                "She wrote to Yahoo! about it.|They did nothing!|Nothing helps.",
                "He said . . . All was well.|It was not . . . .|We know.",
                "Call approx. five people, incl. ministers, in the dept. concerned.|Do it today.",
                "Yours sincerely,|Mary Hill",
                "That was funny :-)|We laughed.|*Really?*|Yes.",
                "1) Free them|2) Drop the charges|3) Let families visit",
                "a. Free them|b. Drop the charges",
                "1. See article 2. It is plain.".replacing("2. It", with: "2.|It"),
                "• 1. Free them.|• 2. Drop the charges under article 3. At once.|• 3. Pay."
                    .replacing("3. At", with: "3.|At"),
                "It follows art.(a) of the code.|It is in 19.(2) as well.",
                "Bright Co. Ltd. was named.|So was Bright Inc.|They denied it.",
                "Tel. +84 24 555 or ext. 12 is open.|Call us.",
            ], .english)
    }

    @Test func vietnamese() throws {
        try check(
            [
                "Chúng tôi viết thư này.|Xin hãy trả tự do cho họ!|Khi nào?",
                "Ông sống ở TP. Hồ Chí Minh.|Bà ở TP.HCM.|Họ quen nhau ở TX. Sơn Tây.",
                "Nhà ở Q.1, P.5, hoặc Q. 3, P. 12, TP. HCM.|Xin ghé qua.",
                "PGS. TS. Nguyễn Văn An và PGS.TS. Lê Bình có mặt.|GS. Trần Cường thì không.",
                "ThS. Mai, Th.S. Lan, BS. Hùng và LS. Minh đã ký.|LM. Phêrô cũng vậy.",
                "Sách do NXB. Trẻ và Nxb. Tri Thức in.|Xem tr. 25 và tr. 30.",
                "Họ lấy sách, điện thoại, v.v. rồi đi.|Không ai bị khởi tố.",
                "Có nhiều nhóm, v.v. (xem danh sách).|Còn thiếu báo, đài, v.v.|Chúng tôi sẽ bổ sung.",
                "Ông Ng. V. Đài bị bắt.|Bà Tr. T. Nga cũng vậy.|Ông N. V. Hải đã được thả.",
                "ĐT. 024 555 hoặc Tel. 555.|Xin gọi trước.",
                "Phiên tòa ngày 7.11.2017 bị hoãn.|Ngày mới là 8. 11. 2017.|Xin đến dự.",
                "Có 1.000.000 người ký.|Đó là 2,5 phần trăm.",
                "1. Trả tự do cho họ.|2. Bãi bỏ Điều 88.",
                "đ. Cho thăm gặp.|e. Chữa bệnh.",
                "Đây là phương án B.|Nếu không được thì thôi.",
                "“Chúng tôi không sợ.”|Bà nói hai lần.",
                "“Thả họ ra!” ông nói.|“Bao giờ?” họ hỏi.",
                "Họ im lặng...|Rồi họ nói.|Họ im lặng… rồi nói.|Họ im lặng…|Sau đó họ đi.",
                "Xem https://example.org/a?b=c nhé.|Cảm ơn.",
                "Việc đó trái luật.[3]|Họ biết điều đó.",
                "chúng tôi đã gửi thư.|họ không trả lời.|xem tr. 5 và v.v. nữa.",
                "Ta dùng hàm này.|`features` là kết quả của nó.|*Vì sao?*|Vì nó nhanh.",
                "1) Thả họ ra|2) Bãi bỏ điều luật đó",
                "Trân trọng,|Nguyễn Văn An",
            ], .vietnamese)
    }

    @Test func missingSpaces() throws {
        let segmenter = try Segmenter.standard(for: .english)
        let table = [
            "They left.|They did not say why.", "It cost 1,200.|That was all.",
            "Who came?|nobody came there.",
            "See notes.txt, index.html or node.js in v2.0.1 of Main.Swift.",
            "Write to an.Nguyen@example.org now.",
            "Read www.Example.Org and Ph.D.Smith.",
        ]
        for row in table {
            let expected = row.split(separator: "|").map(String.init)
            let text = expected.joined()
            #expect(segmenter.segments(of: text).map { String(text[$0]) } == expected)
        }
    }

    @Test func wrappedLinesAndLists() throws {
        let segmenter = try Segmenter.standard(for: .english)
        let table: [(text: String, count: Int)] = [
            ("We write to you\nto ask for their release.", 1), ("We write \nto you. Free\nthem all.", 2),
            ("books\nphones and computers\nletters", 3), ("We ask:\nFree them.", 2),
        ]
        for (text, count) in table { #expect(segmenter.segments(of: text).count == count, "\(text)") }
    }

    @Test func otherLanguages() throws {
        try check(
            [
                "Le Dr. Martin et Mme. Petit sont venus.|Voir art. 12, p. 4.|C'est tout.",
                "M. Dupont a dit, p. ex. Lundi, qu'il viendrait.|Il est venu.",
            ], LocaleID("fr"))
        try check(
            [
                "El Sr. López y la Dra. Ruiz llegaron.|¿Qué dijeron?|Nada.",
                "Vive en los EE. UU. desde ayer.|Véase la pág. 5 y el art. 3.|Gracias.",
                "Pesa 5 kg.|¡Es mucho!",
            ], LocaleID("es"))
        try check(
            [
                "Herr Dr. Meyer kam am 3. Mai an.|Er blieb z. B. bis zum 12. Juni.|Dann ging er.",
                "Siehe Abs. 2 und S. 14.|Das steht auf Seite 12.|Dort ist es.",
            ], LocaleID("de"))
        func cut(_ text: String, _ locale: String) throws -> [String] {
            try Segmenter.standard(for: LocaleID(locale)).segments(of: text).map { String(text[$0]) }
        }
        #expect(try cut("他读了《怎么办？》这本书。很好！", "zh") == ["他读了《怎么办？》这本书。", "很好！"])
        #expect(try cut("彼は（本当に。たぶん）来た。帰った。", "ja") == ["彼は（本当に。たぶん）来た。", "帰った。"])
        #expect(try cut("قال د. أحمد ذلك. ثم خرج.", "ar") == ["قال د. أحمد ذلك.", "ثم خرج."])
        #expect(try cut("เขาเกิด ม.ค. 2530 จริงไหม? ใช่", "th") == ["เขาเกิด ม.ค. 2530 จริงไหม?", "ใช่"])
    }

    @Test func followingAFileToTheLetter() throws {
        let source = """
            <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no">
            <formathandle type="start" include="yes"/><formathandle type="end" include="no"/>
            <formathandle type="isolated" include="yes"/></header><body><languagerules>
            <languagerule languagerulename="a"><rule><beforebreak>;\\s</beforebreak></rule></languagerule>
            </languagerules><maprules><languagemap languagepattern="en" languagerulename="a"/></maprules>
            </body></srx>
            """
        let document = try SRXDocument(TextSource(source))
        let segmenter = try Segmenter.following(document, for: .english, path: "a.srx")
        // Nothing but the rule cuts, and just where it says.
        let text = "One. Two;  three?\nFour"
        #expect(segmenter.boundaries(in: Array(text.utf16)) == [10, 22])
        #expect(segmenter.segments(of: text).map { String(text[$0]) } == ["One. Two;", "three?\nFour"])
        // Codes go where the header says: an opening one before, a closing one after the cut.
        let coded = InlineText(coded: "<1>a;</1> <2/><3>b</3>")
        #expect(segmenter.segments(of: coded).map(\.text.coded) == ["<1>a;</1> <2/><3></3>", "<1>b</1>"])
        #expect(throws: LathuError.self) {
            try Segmenter.following(document, for: .vietnamese, path: "a.srx")
        }
    }

    @Test func whiteSpaceAndEnds() throws {
        let segmenter = try Segmenter.standard(for: .english)
        let table: [(text: String, segments: [String], boundaries: [Int])] = [
            ("", [], []),
            (" \n\u{A0}", [], [3]),
            ("  One.\u{3000}\n  Two.  ", ["One.", "Two."], [10, 16]),
            ("One.\n\n\nTwo", ["One.", "Two"], [7, 10]),
            ("😀. 😀!", ["😀.", "😀!"], [4, 7]),
        ]
        for (text, segments, boundaries) in table {
            #expect(segmenter.segments(of: text).map { String(text[$0]) } == segments)
            #expect(segmenter.boundaries(in: Array(text.utf16)) == boundaries)
        }
    }

    @Test func orderOfRulesDecides() throws {
        let yes = SRXRule(breaks: true, beforeBreak: ";", afterBreak: " ")
        let no = SRXRule(breaks: false, beforeBreak: "; ", afterBreak: "b")
        func count(_ rules: [SRXRule]) throws -> Int {
            let text = "a; b; c"
            return try Segmenter(locale: .english, rules: rules).segments(of: text).count
        }
        #expect(try count([]) == 1)
        #expect(try count([yes]) == 3)
        #expect(try count([yes, no]) == 3)
        #expect(try count([no, yes]) == 2)
    }

    @Test func standardRules() throws {
        let text = "Mr. Binh left."
        func count(_ locale: String, _ override: TextSource? = nil) throws -> Int {
            try Segmenter.standard(for: LocaleID(locale), override: override).segments(of: text).count
        }
        #expect(try count("en") == 1)
        #expect(try count("en-GB") == 1)
        #expect(try count("fi") == 2)
        let own = """
            <srx xmlns="http://www.lisa.org/srx20" version="2.0">
            <header segmentsubflows="yes" cascade="no"/><body><languagerules>
            <languagerule languagerulename="a"><rule><afterbreak> left</afterbreak></rule></languagerule>
            </languagerules><maprules><languagemap languagepattern=".*" languagerulename="a"/></maprules>
            </body></srx>
            """
        #expect(try count("en", TextSource(own)) == 3)
        #expect(throws: LathuError.self) { try count("en", TextSource("<srx/>", file: "own.srx")) }
    }

    @Test func copiesAgree() throws {
        let text = "Dr. No is here. See No. 5. Bye."
        let segmenter = try Segmenter.standard(for: .english)
        #expect(try segmenter.copy().segments(of: text) == segmenter.segments(of: text))
    }

    /// Long runs of what a rule takes in must not make the work quadratic.
    @Test func longRunsStayLinear() throws {
        let rule = SRXRule(breaks: true, beforeBreak: "[.]+", afterBreak: "")
        let segmenter = try Segmenter(locale: .english, rules: [rule])
        let units = Array(String(repeating: ".", count: 200_000).utf16)
        #expect(segmenter.boundaries(in: units).last == 200_000)
    }
}
