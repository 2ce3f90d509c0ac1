import Interchange
import Terminology
import Testing
import TextFiles
import UnicodeText

@Suite struct TermExtractionTests {
    private typealias Pair = (String, String)

    /// A memory of letters: a few terms again and again among words that change.
    private static let letters: [(String, String)] = [
        ("We respect freedom of expression in {}.", "Chúng tôi tôn trọng quyền tự do biểu đạt ở {}."),
        ("The Human Rights Council met in {}.", "Hội đồng Nhân quyền đã họp ở {}."),
        (
            "In {} the Human Rights Council spoke of freedom of expression.",
            "Ở {} Hội đồng Nhân quyền đã nói về quyền tự do biểu đạt."
        ),
        ("Prisoners of conscience are held in {}.", "Các tù nhân lương tâm bị giam giữ ở {}."),
        (
            "Release all prisoners of conscience in {} now.",
            "Hãy trả tự do cho mọi tù nhân lương tâm ở {} ngay."
        ),
        (
            "The Universal Periodic Review (UPR) of {} begins.",
            "Kiểm điểm Định kỳ Phổ quát (UPR) của {} bắt đầu."
        ),
        ("During the UPR, {} answered.", "Trong kỳ UPR, {} đã trả lời."),
        ("People in {} hope.", "Người dân ở {} hy vọng."),
        ("The lawyer came to {} late.", "Luật sư đến {} muộn."),
    ]
    private static let places = [
        "Hue", "Vinh", "Paris", "Geneva", "Bangkok", "Manila", "Jakarta", "Hanoi", "London",
    ]

    private static let memory: [(String, String)] = places.flatMap { place in
        letters.map { ($0.0.replacing("{}", with: place), $0.1.replacing("{}", with: place)) }
    }

    private func terms(
        _ pairs: [(String, String)], from: String = "en", to: String = "vi", minCount: Int = 3,
        limit: Int = 50,
        bits: Int = 16
    ) throws -> [ExtractedTerm] {
        var options = TermExtraction.Options()
        options.minCount = minCount
        options.limit = limit
        options.tableBits = bits
        return try TermExtraction(from: LocaleID(from), to: LocaleID(to), options: options).terms { body in
            for (source, target) in pairs { body(source, target) }
        }
    }

    @Test func termsAreFoundWithTheirTranslations() throws {
        let terms = try terms(Self.memory)
        func term(_ source: String) -> ExtractedTerm? { terms.first { $0.source == source } }
        for (source, target, kind) in [
            ("freedom of expression", "quyền tự do biểu đạt", ExtractedTerm.Kind.phrase),
            ("Human Rights Council", "Hội đồng Nhân quyền", .name),
            ("prisoners of conscience", "tù nhân lương tâm", .phrase),
            ("Universal Periodic Review", "Kiểm điểm Định kỳ Phổ quát", .name),
            ("UPR", "UPR", .acronym),
        ] {
            let found = try #require(term(source), "\(source): \(terms.map(\.source))")
            #expect(found.targets.first == target, "\(source): \(found.targets)")
            #expect(found.kind == kind, "\(source)")
            #expect(found.dice > 0.9 && found.association > 10.83)
        }
        #expect(term("UPR")?.expansions == ["Universal Periodic Review"])
        #expect(term("UPR")?.count == 18)
        #expect(term("freedom of expression")?.count == 18)
    }

    @Test func nothingBeginsOrEndsWithAWordThatOnlyJoins() throws {
        for (from, to) in [("en", "vi"), ("vi", "en")] {
            let pairs = from == "en" ? Self.memory : Self.memory.map { ($0.1, $0.0) }
            for term in try terms(pairs, from: from, to: to) {
                for text in [term.source] + term.targets {
                    let words = text.lowercased().split(separator: " ").map(String.init)
                    let joining: Set = ["of", "the", "in", "all", "to", "của", "các", "ở", "đã", "bị", "về"]
                    #expect(
                        !joining.contains(words[0]) && !joining.contains(words[words.count - 1]), "\(text)")
                }
            }
        }
    }

    @Test func whatStandsOnlyWithinLongerTermsIsNotProposed() throws {
        let sources = try terms(Self.memory).map { $0.source.lowercased() }
        #expect(!sources.contains("rights council"))
        #expect(!sources.contains("human rights"))
        #expect(!sources.contains("periodic review"))
        // By itself as well, it is a term.
        let more =
            Self.memory
            + Self.places.map { ("Respect human rights, \($0)!", "Hãy tôn trọng nhân quyền, \($0)!") }
        let term = try #require(try terms(more).first { $0.source == "human rights" })
        #expect(term.targets.first == "nhân quyền")
    }

    @Test func whatOnlyJoinsMayEndACompound() throws {
        // “chỉ” is “only”, and the end of “địa chỉ”, an address.
        let more =
            Self.memory
            + Self.places.map { ("The address book of \($0) is lost.", "Sổ địa chỉ của \($0) bị mất.") }
        let terms = try terms(more)
        let term = try #require(terms.first { $0.source == "address book" }, "\(terms.map(\.source))")
        #expect(term.targets.first?.lowercased() == "sổ địa chỉ")
    }

    @Test func vietnameseIsASourceToo() throws {
        let terms = try terms(Self.memory.map { ($0.1, $0.0) }, from: "vi", to: "en")
        let term = try #require(terms.first { $0.source == "tù nhân lương tâm" }, "\(terms.map(\.source))")
        #expect(term.targets.first?.lowercased() == "prisoners of conscience")
    }

    @Test func limitsHold() throws {
        #expect(try terms(Self.memory, limit: 2).count == 2)
        #expect(try terms(Self.memory, minCount: 19).isEmpty)
        #expect(try terms([]).isEmpty)
        #expect(try terms([("One text only.", "Chỉ một câu.")]).isEmpty)
    }

    @Test func theSameMemoryGivesTheSameProposals() throws {
        let first = try terms(Self.memory)
        for _ in 0..<3 { #expect(try terms(Self.memory) == first) }
    }

    @Test func aSmallTableForgetsTheRareAndKeepsTheFrequent() throws {
        // Thousands of phrases that occur once, in a table for hundreds.
        let noise = (0..<4000).map { number in
            (
                "Word\(number % 61)x alpha\(number)y beta\(number)z gamma\(number)q.",
                "Câu này có số \(number)."
            )
        }
        var mixed: [(String, String)] = []
        for (number, pair) in noise.enumerated() {
            mixed.append(pair)
            if number % 8 == 0 { mixed.append(Self.memory[number / 8 % Self.memory.count]) }
        }
        let found = try terms(mixed, minCount: 20, bits: 11)
        #expect(
            found.contains {
                $0.source == "freedom of expression" && $0.targets.first == "quyền tự do biểu đạt"
            })
    }

    @Test(arguments: [
        ("the Universal Periodic Review (UPR) of Viet Nam", "UPR", "Universal Periodic Review"),
        (
            "by the International Covenant on Civil and Political Rights (ICCPR).", "ICCPR",
            "International Covenant on Civil and Political Rights"
        ),
        ("UNHRC (United Nations Human Rights Council) met", "UNHRC", "United Nations Human Rights Council"),
        ("In Geneva, the World Health Organization (WHO) spoke", "WHO", "World Health Organization"),
    ])
    func acronymsAreReadWithWhatTheyStandFor(text: String, acronym: String, expansion: String) throws {
        let pairs = (0..<4).map { (text + " \($0)", "Câu \($0) về \(acronym).") }
        let term = try #require(try terms(pairs).first { $0.source == acronym })
        #expect(term.expansions == [expansion])
    }

    @Test func whatStandsInBracketsIsNotAlwaysAnAcronym() throws {
        let pairs = (0..<4).map { ("the report (see page \($0)) by the DNA group (XQ)", "báo cáo \($0)") }
        #expect(try terms(pairs).allSatisfy { $0.expansions.isEmpty })
    }

    @Test func theTableIsReadAsAGlossary() throws {
        let found = try terms(Self.memory)
        var table = try ExtractionTable(from: LocaleID("en"), to: LocaleID("vi"))
        let text = found.reduce(into: table.header) { $0 += table.rows($1) }
        let contents = try GlossaryTableReader.read(CSVReader(TextSource(text, file: "proposals.csv")))
        #expect(contents.findings.isEmpty, "\(contents.findings)")
        #expect(contents.concepts.count == found.count)
        let concept = try #require(contents.concepts.first { $0.id == "upr" })
        #expect(concept.languages[0].terms.map(\.text) == ["Universal Periodic Review", "UPR"])
        #expect(concept.languages[0].terms.map { $0.kind?.tableName } == ["full", "acronym"])
        #expect(concept.languages[1].terms.first?.text == "UPR")
        #expect(Set(contents.concepts.map(\.id)).count == found.count)
    }
}
