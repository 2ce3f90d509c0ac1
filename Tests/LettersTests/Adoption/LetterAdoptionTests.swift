import Letters
import TestSupport
import Testing
import TextFiles
import UnicodeText

@Suite struct LetterAdoptionTests {
    private func adopt(_ text: String, _ locale: LocaleID = .english, file: String? = nil) -> AdoptedLetter {
        let source = TextSource(text, file: file)
        let letter = LetterAdoption(locale: locale).adopt(source)
        expectAccount(letter, of: source)
        return letter
    }

    private func reason(_ letter: AdoptedLetter, _ text: String) -> OmissionReason? {
        letter.omitted.first { $0.text.contains(text) }?.reason
    }

    /// Its line of hyphens has no words and its head comes twice: a table is taken as it stands.
    @Test func tablesOfMarkdown() {
        let table = """
            | Name | Held since |
            | :--- | ---: |
            | Trần Thị Nga | 21 January 2017 |
            """
        let plain = "Name | Held since\n--- | ---\nNguyễn Văn Oai | 19 January 2017"
        let letter = adopt(
            """
            # Those who are held

            Dear APEC Leaders,

            We ask you to raise these cases with your hosts:

            \(table)

            They were sentenced in closed hearings, and others wait for theirs:

            \(plain)

            Respectfully yours,

            1. Access Now
            2. Project 88
            """, file: "letter.md")
        #expect(letter.body.map(\.text).filter { $0.contains("|") } == [table, plain])
        #expect(letter.signatories == ["Access Now", "Project 88"])
        #expect(letter.omitted.isEmpty)
        let markdown = letter.markdown(id: "held")
        #expect(markdown.contains("\n\n\(table)\n\n") && markdown.contains("\n\n\(plain)\n"))
    }

    @Test func forwardedMail() {
        let letter = adopt(AdoptionFixtures.mail)
        #expect(letter.title == "Open letter on the Lac Thuy verdicts")
        #expect(letter.date == CalendarDate(iso: "2021-03-12"))
        #expect(letter.dateText == "Manila, 12 March 2021")
        #expect(letter.place == "Manila")
        #expect(
            letter.recipient == [
                "Ms. Amara Castellan", "Special Envoy for Human Rights", "14 Harbour Road, Port Elden",
            ])
        #expect(letter.salutation == "Dear Ms. Castellan,")
        #expect(letter.body.map(\.kind) == [.paragraph, .paragraph])
        #expect(
            letter.body.first?.text
                == "We write on behalf of eleven groups that follow trials in the province of Lac Thuy. "
                + "On 3 March, four reporters were sentenced after a hearing of less than one hour, "
                + "without a lawyer of their choice.")
        #expect(letter.closing == "Yours faithfully,")
        #expect(letter.signatories == ["Linh Dao", "Harbour Press Watch"])
        #expect(reason(letter, "please see below") == .otherMessage)
        #expect(reason(letter, "Subject: Fwd") == .mailHeader)
        #expect(reason(letter, "Sent from a train") == .mailSignature)
    }

    @Test func quotedReply() {
        let quoted = AdoptionFixtures.plainMail.split(separator: "\n", omittingEmptySubsequences: false)
            .dropFirst(4)
            .map { "> " + $0 }.joined(separator: "\n")
        let letter = adopt(
            "From: a@example.org\nTo: b@example.org\nSubject: Re: Appeal\n\nLooks good to me!\n\n"
                + "On Fri, 12 Mar 2021 at 10:02, Linh <linh@example.org> wrote:\n" + quoted)
        #expect(letter.title == "Appeal")
        #expect(letter.salutation == "Dear Ambassador,")
        #expect(letter.body.count == 1)
        #expect(letter.signatories == ["Mai Tran"])
        #expect(reason(letter, "Looks good") == .otherMessage)
    }

    @Test func plainMail() {
        let letter = adopt(AdoptionFixtures.plainMail)
        #expect(letter.title == "Appeal for Tran Bao")
        #expect(letter.date == CalendarDate(iso: "2021-03-12"))
        #expect(
            letter.body.map(\.text) == [
                "Please ask for the release of Tran Bao, whose health is failing and who has not seen a doctor since May."
            ])
        #expect(letter.closing == "Sincerely,")
    }

    @Test func vietnamese() {
        let letter = adopt(AdoptionFixtures.vietnamese, .vietnamese)
        #expect(letter.title == "Thư ngỏ về phiên tòa ngày 3 tháng 3")
        #expect(letter.place == "Hà Nội")
        #expect(letter.date == CalendarDate(iso: "2021-03-12"))
        #expect(letter.recipient == ["Bà Bộ trưởng Bộ Tư pháp", "Các cơ quan ngoại giao tại Hà Nội"])
        #expect(letter.salutation == "Kính thưa quý vị,")
        #expect(letter.body.count == 2)
        #expect(letter.closing == "Trân trọng,")
        #expect(
            letter.signatories == [
                "Hội Nhà báo Bờ Sông", "Mạng lưới Nhân quyền Phương Nam", "Nhóm Luật sư Công lý",
            ])
        #expect(reason(letter, "Cộng hòa") == .letterhead)
        #expect(reason(letter, "Chia sẻ") == .shareLink)
        #expect(reason(letter, "In bài") == .printLink)
        #expect(reason(letter, "Các tổ chức ký tên") == .signatoryHeading)
        #expect(reason(letter, "Bài liên quan") == .relatedArticles)
        #expect(reason(letter, "Nơi nhận") == .noteAfterEnd)
        #expect(reason(letter, "Một nhà báo khác") == .afterEnd)
        #expect(letter.warnings == [])
    }

    @Test func markdown() {
        let letter = adopt(AdoptionFixtures.markdown, file: "letter.md")
        #expect(letter.isMarkdown)
        #expect(letter.title == "Joint letter on the detention of poets")
        #expect(letter.date == CalendarDate(iso: "2022-05-04"))
        #expect(letter.salutation == "Dear Members of the Committee,")
        #expect(
            letter.body == [
                AdoptedBlock(
                    .paragraph, "We welcome your [report](https://example.org/report) on *poets* in prison.",
                    line: 7),
                AdoptedBlock(.heading(level: 2), "Our requests", line: 10),
                AdoptedBlock(.listItem(number: nil), "Visit the **Lower Camp** this year.", line: 12),
                AdoptedBlock(.listItem(number: nil), "Publish what you find.", line: 13),
                AdoptedBlock(.quotation, "A poem is not a crime.", line: 15),
            ])
        #expect(letter.signatories == ["Ink Without Walls", "The Reed Society"])
        let expected = """
            ---
            id: poets
            title: Joint letter on the detention of poets
            date: 2022-05-04
            salutation: Dear Members of the Committee,
            closing: Respectfully,
            signatories:
              - Ink Without Walls
              - The Reed Society
            ---

            We welcome your [report](https://example.org/report) on *poets* in prison.

            ## Our requests

            - Visit the **Lower Camp** this year.
            - Publish what you find.

            > A poem is not a crime.

            """
        #expect(letter.markdown(id: "poets") == expected)
    }

    @Test func numberedDemands() {
        let letter = adopt(AdoptionFixtures.demands)
        #expect(letter.title == "How long will the Assembly wait?")
        #expect(
            letter.body.map(\.kind) == [
                .paragraph, .listItem(number: 1), .listItem(number: 2), .listItem(number: 3), .paragraph,
            ])
        #expect(letter.body[1].text == "Release all reporters")
        #expect(
            letter.signatories == [
                "Ana Reyes, Lantern House", "Dr. Vo Minh, Delta Law Ltd.", "#FreeTheDelta",
            ])
        #expect(reason(letter, "Signed") == .signatoryHeading)
        #expect(reason(letter, "Contact:") == .noteAfterEnd)
        #expect(reason(letter, "© 2023") == .copyright)
        let text = letter.markdown(id: "demands")
        #expect(text.contains("\n1. Release all reporters\n2. Close the camp at Lower Bend\n"))
        #expect(text.contains("\n  - \"#FreeTheDelta\"\n"))
    }

    @Test func pageWithoutLetter() {
        let letter = adopt(
            """
            Rains in the delta

            The rains came early this year and the roads to the coast were closed for a week.

            Nobody was hurt, the district said. Repairs will take until June.
            """)
        #expect(letter.title == "Rains in the delta")
        #expect(letter.body.count == 2)
        #expect(letter.omitted == [])
        #expect(
            letter.warnings.map(\.message) == [
                "no date was found", "no salutation was found", "no signatories were found",
            ])
    }

    @Test func formalLetter() {
        let letter = adopt(AdoptionFixtures.formal, file: "formal.txt")
        #expect(letter.title == "The trial of Mr. Hoa Lam")
        #expect(letter.recipient == ["H.E. Oskar Vahl", "Minister of Justice", "Port Elden"])
        #expect(letter.salutation == "Your Excellency,")
        #expect(letter.body.map(\.text) == ["We are writing about a trial.", "He must be freed: now."])
        #expect(letter.closing == "Yours sincerely,")
        // The name signs although it stands in the letterhead too.
        #expect(letter.signatories == ["Ida Berg", "River Rights Network"])
        #expect(reason(letter, "12 Elm Street") == .beforeLetter)
        #expect(reason(letter, "CC:") == .noteAfterEnd)
    }

    @Test func groupsOfSignatories() {
        let letter = adopt(
            """
            Thư ngỏ gửi các nhà lãnh đạo

            Kính gửi các nhà lãnh đạo,

            Chúng tôi kêu gọi quý vị quan tâm đến quyền của ngư dân.

            Sài Gòn, 07/11/2017

            Đồng ký tên:
            TỔ CHỨC:
            1. Hội Ngư dân
            2. Nhóm Bờ Cát
            CÁ NHÂN:
            1. Lê Thị Hạnh, luật sư
            """, .vietnamese)
        #expect(letter.salutation == "Kính gửi các nhà lãnh đạo,")
        #expect(letter.date == CalendarDate(iso: "2017-11-07"))
        #expect(letter.place == "Sài Gòn")
        #expect(letter.signatories == ["Hội Ngư dân", "Nhóm Bờ Cát", "Lê Thị Hạnh, luật sư"])
        #expect(letter.omitted.map(\.reason) == Array(repeating: .signatoryHeading, count: 3))
    }

    @Test func everyReasonHasItsSentence() {
        #expect(Set(OmissionReason.allCases.map(\.sentence)).count == OmissionReason.allCases.count)
    }

    @Test func ambiguousDate() throws {
        let letter = adopt(
            "A letter\n\n03/04/2020\n\nDear friends,\n\nThis is all we have to say.\n\nSigned,\nAn Le\n")
        #expect(letter.date == CalendarDate(iso: "2020-03-04"))
        #expect(letter.warnings.map(\.location?.line) == [3])
        #expect(letter.signatories == ["An Le"])
    }

    @Test func emptyAndLineEnds() {
        #expect(adopt("").warnings.count == 5)
        #expect(adopt(" \n\t\n").omitted == [])
        let crlf = AdoptionFixtures.demands.replacingNewlines(with: "\r\n")
        let plain = adopt(AdoptionFixtures.demands)
        #expect(adopt(crlf).markdown(id: "x") == plain.markdown(id: "x"))
    }

    @Test(.timeLimit(.minutes(1))) func longInput() {
        let line = String(repeating: "Lá thư này rất dài. ", count: 250_000)
        let letter = adopt(line)
        #expect(letter.body.map(\.text) == [line.trimmed])
        let many = adopt(String(repeating: "1. Name of a group\nDear all\n> Share on\n\n", count: 3000))
        #expect(!many.omitted.isEmpty)
    }

    @Test(arguments: 0..<60 as Range<UInt64>) func accountsForShuffledLines(seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        let all = [
            AdoptionFixtures.mail, AdoptionFixtures.plainMail, AdoptionFixtures.vietnamese,
            AdoptionFixtures.demands,
            AdoptionFixtures.markdown,
        ]
        var lines = all.shuffled(using: &generator).prefix(Int(seed % 3) + 1).joined(separator: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if seed % 2 == 0 { lines.shuffle(using: &generator) }
        for _ in 0..<3 {
            lines.insert(
                ["---", "===", ">", "> > x", "```", "1.", "\u{200B}"].randomElement(using: &generator) ?? "",
                at: lines.count / 2)
        }
        let source = TextSource(
            lines.joined(separator: seed % 5 == 0 ? "\r" : "\n"), file: seed % 3 == 0 ? "a.md" : nil)
        let locale: LocaleID = seed % 2 == 0 ? .vietnamese : .english
        let letter = LetterAdoption(locale: locale).adopt(source)
        expectAccount(letter, of: source)
        #expect(letter == LetterAdoption(locale: locale).adopt(source))
    }
}

extension String {
    fileprivate func replacingNewlines(with end: String) -> String {
        split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
    }
}
