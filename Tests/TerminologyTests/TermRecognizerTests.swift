import Interchange
import Matching
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Terminology

@Suite struct TermRecognizerTests {
    private static let glossary = """
        hr en - preferred: human right
        hr vi - preferred: nhân quyền
        hr vi - admitted: quyền con người
        hrd en - preferred: human rights defender
        hrd vi - preferred: người bảo vệ nhân quyền
        iccpr en full preferred: International Covenant on Civil and Political Rights
        iccpr en acronym preferred: ICCPR
        iccpr vi full preferred: Công ước Quốc tế về các Quyền Dân sự và Chính trị
        political en - preferred: political rights
        political vi - preferred: quyền chính trị
        cat en acronym preferred: CAT
        committee en acronym preferred: CAT
        dai en name preferred: Nguyen Van Dai
        dai vi name preferred: Nguyễn Văn Đài
        self en - preferred: self-determination
        coop en - preferred: cooperation
        peace en - preferred: peace
        peace vi - preferred: hòa bình
        woman en - preferred: woman human rights defender
        torture en - preferred: torture
        organ en - preferred: organ
        ngo en acronym preferred: NGO
        state en - preferred insensitive: State party
        law en - preferred: rule of law
        a117 vi - preferred: Điều 117
        treason vi - preferred: bán nước
        """

    /// What is found in a text, a deviation after it.
    private func found(_ text: String, _ locale: LocaleID, _ tolerance: TermDeviation) throws -> [String] {
        let base = termbase(Self.glossary)
        let recognizer = try TermRecognizer(base, locale: locale, tolerance: tolerance)
        let segment = recognizer.tokenize(text)
        return recognizer.matches(in: segment).map { match in
            let ids = match.terms.map { base.concept($0).id ?? "" }.joined(separator: "+")
            let names: [(TermDeviation, String)] = [
                (.inflected, "~"), (.capitals, "^"), (.marksMissing, "-"), (.marksDiffer, "!"),
            ]
            let marks = names.filter { match.deviation.contains($0.0) }.map(\.1).joined()
            return "\(ids)\(marks) \(segment.text[match.range])"
        }
    }

    @Test func english() throws {
        let cases: [(String, [String])] = [
            ("Human rights are for all.", ["hr~ Human rights"]),
            ("HUMAN RIGHT", ["hr HUMAN RIGHT"]),
            ("the human rights defenders", ["hrd~ human rights defenders"]),
            ("human, rights", []),
            ("human – rights", []),
            ("human-rights defender’s work", ["hrd~ human-rights defender’s"]),
            ("<1>human</1> rights", ["hr~ human</1> rights"]),
            // Nested terms are not seen by a reader.
            (
                "the International Covenant on Civil and Political Rights (ICCPR)",
                ["iccpr International Covenant on Civil and Political Rights", "iccpr ICCPR"]
            ),
            ("civil and political rights", ["political political rights"]),
            ("the cat sat on a mat", []),
            ("CAT's report", ["cat+committee~ CAT's"]),
            ("CATs and Cats", ["cat+committee~ CATs"]),
            ("Mr. NGUYEN VAN DAI", ["dai NGUYEN VAN DAI"]),
            ("nguyen van dai", []),
            (
                "self determination, self-determination",
                ["self self determination", "self self-determination"]
            ),
            ("co-operation", ["coop co-operation"]),
            ("peaceful", []),
            ("women human rights defenders", ["woman~ women human rights defenders"]),
            ("tortured, torturing, torturer", ["torture~ tortured", "torture~ torturing"]),
            ("the organization of organs", ["organ~ organs"]),
            ("many NGOs, an NGO", ["ngo~ NGOs", "ngo NGO"]),
            ("States parties", ["state~ States parties"]),
            ("ruled of law", ["law~ ruled of law"]),
            ("", []),
            ("human", []),
        ]
        for (text, expected) in cases {
            #expect(try found(text, .english, .inflected) == expected, "\(text)")
        }
    }

    @Test func vietnamese() throws {
        let cases: [(String, [String])] = [
            ("những người bảo vệ nhân quyền", ["hrd người bảo vệ nhân quyền"]),
            ("Hoà bình và hòa bình", ["peace Hoà bình", "peace hòa bình"]),
            (
                "công ước quốc tế về các quyền dân sự và chính trị",
                [
                    "iccpr công ước quốc tế về các quyền dân sự và chính trị"
                ]
            ),
            ("Điều 117, Điều 118", ["a117 Điều 117"]),
            ("bàn nước, bạn nước", []),
            ("nhan quyen", []),
            ("Nguyen Van Dai", []),
        ]
        for (text, expected) in cases {
            #expect(try found(text, .vietnamese, .inflected) == expected, "\(text)")
        }
    }

    @Test func misspelt() throws {
        let cases: [(String, [String])] = [
            ("ông Nguyen Van Dai", ["dai- Nguyen Van Dai"]),
            ("ông nguyễn văn đài", ["dai^ nguyễn văn đài"]),
            (
                "Công ước Quốc tê về các Quyền Dân sự và Chính trị",
                [
                    "iccpr- Công ước Quốc tê về các Quyền Dân sự và Chính trị"
                ]
            ),
            (
                "Công ước Quốc tệ về các Quyền Dân sự và Chính trị",
                [
                    "iccpr! Công ước Quốc tệ về các Quyền Dân sự và Chính trị"
                ]
            ),
            // One of two words is another phrase.
            ("bàn nước", []),
            // What is right goes before what is wrong.
            ("người bảo vệ nhân quyền", ["hrd người bảo vệ nhân quyền"]),
        ]
        for (text, expected) in cases {
            #expect(try found(text, .vietnamese, .all) == expected, "\(text)")
        }
        #expect(try found("a Cat", .english, .all) == ["cat+committee^ Cat"])
    }

    /// Rules want to know what is within longer terms, too; a text that only looks like a code is a text.
    @Test func readings() throws {
        let base = termbase(Self.glossary)
        let recognizer = try TermRecognizer(base, locale: .vietnamese, tolerance: .all)
        func ids(_ places: [TermPlace]) -> [String] {
            places.map { "\(base.concept($0.terms[0]).id ?? "") \($0.tokens)" }
        }
        let reading = try #require(recognizer.read(plain: "những người bảo vệ nhân quyền <1> hoa binh"))
        #expect(ids(reading.seen) == ["hrd 1..<6", "peace 9..<11"])
        #expect(ids(reading.all).sorted() == ["hr 4..<6", "hrd 1..<6", "peace 9..<11"])
        #expect(reading.seen.last?.deviation == .marksMissing)
        for text in ["một câu khác", "", "-"] { #expect(recognizer.read(plain: text)?.all == nil, "\(text)") }
    }

    @Test func wordsAreFormsOfOneWord() {
        let forms = [
            ("right", "rights"), ("policy", "policies"), ("torture", "torturing"), ("ban", "banned"),
            ("woman", "women"), ("child", "children"), ("state", "stated"), ("class", "classes"),
            ("nam", "nam's"), ("defenders", "defenders'"), ("deny", "denying"), ("deny", "denied"),
        ]
        let others = [
            ("organ", "organization"), ("human", "humane"), ("university", "universal"), ("part", "party"),
            ("general", "generate"), ("a", "as"),
        ]
        for (left, right) in forms {
            #expect(EnglishInflection.joins(left, right) && EnglishInflection.joins(right, left))
        }
        for (left, right) in others {
            #expect(!EnglishInflection.joins(left, right) && !EnglishInflection.joins(right, left))
        }
    }
}
