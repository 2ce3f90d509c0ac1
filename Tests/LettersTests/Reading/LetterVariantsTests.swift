import Foundation
import Segmentation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Letters

@Suite struct LetterVariantsTests {
    private static let head = """
        ---
        recipients:
          - {name: An, id: an, gender: female, office: President, office.vi: Chủ tịch}
          - {name: Bình, id: binh}
        values: {event: 2017-11-11, n: 3, who: {name: Dai, vi: Đài}, many: [A, {name: B, vi: Bê}]}
        ---

        """

    private func texts(_ letter: Letter, for id: String) throws -> [String] {
        let recipient = letter.recipients.first { $0.id == id }
        return letter.segments(for: recipient).map(\.source.plainText)
    }

    @Test func blocksAreForThoseTheyName() throws {
        let letter = try readLetter(
            Self.head + """
                For all.
                ::: {only=an}
                For An.

                > Quoted for An.
                ::: {not=an, binh}
                For nobody.
                :::
                :::

                ::: { not=an }
                Not for An.
                :::
                ```
                ::: {only=none}
                ```
                """
        ).letter
        #expect(try texts(letter, for: "an") == ["For all.", "For An.", "Quoted for An."])
        #expect(try texts(letter, for: "binh") == ["For all.", "Not for An."])
        #expect(letter.segments.count == 5)
        #expect(letter.body(for: letter.recipients[0]).count == 4)
    }

    /// A list that only a block for others kept apart is one; two lists that stand apart stay two.
    @Test func listsGrowTogether() throws {
        let letter = try readLetter(
            Self.head + "1. One.\n\n::: {only=an}\n2. Two.\n:::\n\n3. Three.\n\nText.\n\n- Four.\n"
        ).letter
        let counts = letter.recipients.map { recipient in
            letter.body(for: recipient).map { block in
                if case .list(let list) = block { list.items.count } else { 0 }
            }
        }
        #expect(counts == [[3, 0, 1], [2, 0, 1]])
    }

    @Test func mistakesHaveTheirPlace() throws {
        let table: [(body: String, problem: String)] = [
            ("::: {only=an}\nText.\n", "appeal.md:7:1: error: the block is not closed"),
            ("Text.\n:::\n", "appeal.md:8:1: error: “:::” closes nothing"),
            ("::: {only=chi}\nText.\n:::\n", "appeal.md:7:1: error: the letter has no recipient “chi”"),
            ("::: {for=an}\nText.\n:::\n", "appeal.md:7:5: error: “{for=an}” does not say for whom"),
            ("::: {only=}\nText.\n:::\n", "appeal.md:7:5: error: “only=” names no recipient"),
            ("::: {only=an\nText.\n:::\n", "appeal.md:7:5: error: the brace is not closed"),
            (
                "- Item\n\n  ::: {only=an}\n  Text.\n\n  :::\n",
                "appeal.md:9:1: error: “:::” stands inside of a list"
            ),
            ("On {evnt}.\n", "appeal.md:7:4: error: there is no value “evnt”"),
            (
                "First one.\nOn *that* day, {event} and {event, date\n",
                "appeal.md:8:28: error: the brace is not closed"
            ),
            ("{n, plural, one {a}}\n", "appeal.md:7:1: error: “plural” lacks the variant “other”"),
            (
                "| {event} | b |\n|---|---|\n| c | {n, plural, few {x} other {y}} |\n",
                "appeal.md:9:19: error: English has no plural category “few”"
            ),
            ("- a\n- b {event,\n  date, log}\n", "appeal.md:9:9: error: “log” is no style of dates"),
        ]
        for (body, problem) in table {
            let error = try #require(try readingError(Self.head + body), "\(body)")
            #expect(error.description.contains(problem), "\(body)\n\(error)")
        }
    }

    @Test func frontMatterMistakes() throws {
        let table: [(yaml: String, problem: String)] = [
            ("recipients: [{id: a}]", ":2:14: error: a recipient has no name"),
            ("recipients: [{name: A}, {name: a}]", ":2:25: error: the id “a” is that of the recipient"),
            ("recipients: none.csv", ":2:13: error: there is no recipients file “none.csv”"),
            (
                "recipients: ../../etc/passwd.csv",
                ":2:13: error: “../../etc/passwd.csv” leads out of the project"
            ),
            ("signatories: /etc/passwd", ":2:14: error: “/etc/passwd” leads out of the project"),
            ("recipients: [chile]", ":2:14: error: there is no recipient “chile”"),
            ("values: {name: x}", ":2:16: error: the value “name” is there already"),
            ("values: {a b: x}", ":2:15: error: “a b” cannot name a value"),
            ("values: {a: {vi: x}}", ":2:13: error: has neither “name” nor “text”"),
            ("values: {a: {name: x, VN: y}}", ":2:27: error: “VN” is neither"),
            ("subjects: {a: b}", ":2:15: error: the letter has no recipient “a”"),
            ("title: \"To {name}\"", ":2:12: error: there is no value “name”"),
            ("salutation: 'Dear {x'", ":2:19: error: the brace is not closed"),
        ]
        for (yaml, problem) in table {
            let error = try #require(try readingError("---\n\(yaml)\n---\nText.\n"), "\(yaml)")
            #expect(error.description.contains(problem), "\(yaml)\n\(error)")
        }
    }

    /// A link inside of the project may not be the way out of it either.
    @Test func symbolicLinksDoNotLeadOut() throws {
        try withTemporaryFolder { folder in
            try FileWriting.write("name\nAn\n", to: folder + "/outside/r.csv")
            try FileWriting.createFolder(folder + "/project")
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/project/r.csv", withDestinationPath: folder + "/outside/r.csv")
            let error = #expect(throws: LathuError.self) {
                try readLetter("---\nrecipients: r.csv\n---\n", file: folder + "/project/a.md")
            }
            #expect(error?.description.contains("leads out of the project") == true)
        }
    }

    /// No sentence ends inside of a placeholder, and one may begin with it.
    @Test func placeholdersStayWhole() throws {
        let letter = try readLetter(
            Self.head + """
                We wrote to {gender, select, female {you, Madam. Again. And again!} other {you. *Sir?* Yes.}} in May. {who}
                replied. {n, plural, one {# day. Later} other {# days. Later}} it went on.
                """
        ).letter
        #expect(
            letter.segments.map(\.source.coded) == [
                "We wrote to {gender, select, female {you, Madam. Again. And again!} other {you. <1>Sir?</1> Yes.}} in May.",
                "{who} replied.", "{n, plural, one {# day. Later} other {# days. Later}} it went on.",
            ])
    }

    @Test func eachRecipientGetsItsOwn() throws {
        let text = """
            ---
            title: To {name}
            subject: "{n, plural, one {# word} other {# words}}"
            subjects: {binh: For Bình alone}
            recipients:
              - {name: An, id: an, gender: female, office: President, office.vi: Chủ tịch, honorific: Ms}
              - {name: <b>Bình</b>, id: binh, form_of_address: Mr. B}
            values: {n: 3}
            ---
            Dear *{name}*, {gender, select, none {?} female {Ms} other {Mr}}.
            """
        let letter = try readLetter(text).letter
        let source = LetterAssembly(
            letter: letter, catalog: nil, conventions: try Conventions(locale: .english))
        let built = try letter.recipients.map { try source.localized(for: $0) }
        #expect(built.map { $0.title?.plainText } == ["To An", "To <b>Bình</b>"])
        #expect(built.map { $0.subject?.plainText } == ["3 words", "For Bình alone"])
        #expect(built.map { $0.salutation?.plainText } == ["Dear Madam,", "Dear Mr. B,"])
        #expect(built.map { $0.closing?.plainText } == ["Respectfully yours,", "Respectfully yours,"])
        #expect(built.map { $0.address.map(\.plainText) } == [["Ms An", "President"], ["<b>Bình</b>"]])
        #expect(built.map(\.recipientFolder) == ["an", "binh"])
        #expect(built.allSatisfy { $0.fallbacks.isEmpty && $0.untranslatedValues.isEmpty })
        let pages = try built.map { try LetterFormat.html.render($0) }
        #expect(pages[0].contains("Dear <em>An</em>, Ms."))
        #expect(pages[1].contains("Dear <em>&lt;b&gt;Bình&lt;/b&gt;</em>, ?."))
        #expect(!pages[1].contains("<b>"))
        // What stands in Vietnamese in the list does so in the letter; what does not is told.
        let vietnamese = LetterAssembly(
            letter: letter, catalog: nil, conventions: try Conventions(locale: .vietnamese))
        let localized = try letter.recipients.map { try vietnamese.localized(for: $0) }
        #expect(localized[0].address.map(\.plainText) == ["Ms An", "Chủ tịch"])
        #expect(localized[0].untranslatedValues.map(\.name) == ["honorific"])
        #expect(localized[0].salutation?.plainText == "Kính thưa Bà,")
        #expect(localized[1].untranslatedValues.map(\.name) == ["form_of_address"])
        #expect(localized[1].salutation?.isFallback == true)
    }

    @Test func whatIsMissingIsToldByRecipient() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a.md"
            try FileWriting.write("---\nrecipients: [{name: An}]\n---\nAs {office}.\n", to: path)
            let letter = try readLetter(FileReading.text(of: path).text, file: path).letter
            let assembly = LetterAssembly(
                letter: letter, catalog: nil, conventions: try Conventions(locale: .english))
            let error = #expect(throws: LathuError.self) { try assembly.localized(for: letter.recipients[0]) }
            #expect(
                error?.description
                    == "\(path):4:4: error: “office” is missing for the recipient “an” (\(path):2:14)")
        }
    }
}
