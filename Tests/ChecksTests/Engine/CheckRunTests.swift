import Checks
import Segmentation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@Suite struct CheckRunTests {
    private func letter(_ name: String, _ pairs: [(String, String)], comments: [String] = []) -> CheckedLetter
    {
        CheckedLetter(
            name: name, source: .english, target: .vietnamese,
            pairs: pairs.map {
                SegmentPair(
                    source: InlineText(coded: $0.0), target: InlineText(coded: $0.1), comments: comments)
            })
    }

    /// Whatever the number of threads, the findings and their order are the same.
    @Test func threadsChangeNothing() {
        var generator = SeededGenerator(state: 7)
        let sources = [
            "at least 25 people", "He is held.", "<1>still</1> here", "not known", "in June 2018", "(a) b",
            "“a”",
        ]
        let targets = [
            "ít nhất 26 người", "Ông  bị giam giữ", "vẫn ở đây", "đã biết", "tháng 7 năm 2018", "(a b", "“a",
            "hoà và hòa",
        ]
        let pairs = (0..<600).map { _ in
            (sources.randomElement(using: &generator) ?? "", targets.randomElement(using: &generator) ?? "")
        }
        let letters = [letter("a", Array(pairs[..<450])), letter("b", Array(pairs[450...]))]
        let one = CheckRun(threads: 1).findings(of: letters)
        #expect(one.count > 600)
        for threads in [2, 7] { #expect(CheckRun(threads: threads).findings(of: letters) == one) }
    }

    @Test func settingsOfALetterGoBeforeThoseOfALanguage() {
        let letters = [letter("a", [("at least 25 people", "ít nhất 26 người")])]
        func severities(_ configuration: CheckConfiguration) -> [Severity] {
            CheckRun(configuration).findings(of: letters).filter { $0.rule == "number" }.map(\.severity)
        }
        func setting(_ word: String) -> CheckConfiguration.Settings {
            ["number": RuleSetting(level: RuleSetting.Level(word))]
        }
        #expect(severities(CheckConfiguration()) == [.error])
        #expect(severities(CheckConfiguration(rules: setting("info"))) == [.info])
        #expect(
            severities(CheckConfiguration(rules: setting("info"), locales: [.vietnamese: setting("warning")]))
                == [.warning])
        #expect(
            severities(
                CheckConfiguration(
                    rules: setting("info"), locales: [.vietnamese: setting("warning")],
                    letters: ["a": setting("off")])) == [])
        #expect(severities(CheckConfiguration(letters: ["b": setting("off")])) == [.error])
        #expect(severities(CheckConfiguration(only: ["date"])) == [])
        #expect(severities(CheckConfiguration(without: ["number"])) == [])
    }

    @Test func waivers() {
        let pair = [("at least 25 people", "ít nhất 26 người")]
        func found(_ comment: String, _ configuration: CheckConfiguration = CheckConfiguration()) -> [String]
        {
            CheckRun(configuration).findings(of: [letter("a", pair, comments: [comment])]).map {
                "\($0.rule): \($0.message)"
            }
        }
        let number = "number: the number 25 of the source is 26 in the translation"
        #expect(found("a remark") == [number])
        #expect(found("lathu: ignore number — the source is wrong") == [])
        #expect(
            found("lathu: ignore number, date - the source is wrong") == [
                "waiver: the waiver of “date” no longer applies"
            ])
        #expect(found("lathu: ignore number -- the source is wrong") == [])
        #expect(
            found("lathu: ignore number") == [
                number, "waiver: the waiver of “number” does not say why, so it does not count",
            ])
        #expect(
            found("lathu: ignore nunber — why") == [
                number, "waiver: the waiver names “nunber”, which is no rule",
            ])
        #expect(found("lathu: ignore") == [number, "waiver: the waiver names no rule"])
        #expect(
            found("lathu: ignore date — why") == [number, "waiver: the waiver of “date” no longer applies"])
        // A rule that is not asked cannot have anything to say.
        #expect(
            found("lathu: ignore date — why", CheckConfiguration(only: ["number", "waiver"])) == [number])
        // Nor can one of terms where there is no termbase.
        #expect(found("lathu: ignore term — why") == [number])
        #expect(found("lathu: ignored number — why") == [number])
        let misspelt = CheckRun().findings(of: [letter("a", pair, comments: ["lathu: ignore nunber — why"])])
        #expect(misspelt.last?.suggestion == "did you mean “number”?")
    }

    @Test func spansAreInTheShownText() throws {
        let found = CheckRun(CheckConfiguration(only: ["number"])).findings(
            of: [letter("a", [("<1>at least</1> 25 <2/>people", "<1>ít nhất</1> 𝔞 <2/>26 người")])])
        let finding = try #require(found.first)
        func part(_ text: String, _ span: Range<Int>?) -> String? {
            span.map { String(decoding: Array(text.utf16)[$0], as: UTF16.self) }
        }
        #expect(finding.target == "<1>ít nhất</1> 𝔞 <2/>26 người")
        #expect(part(finding.source, finding.sourceSpan) == "25")
        #expect(part(finding.target, finding.targetSpan) == "26")
    }

    /// Anything may stand in a file.
    @Test func hostileTextsAreChecked() {
        let pieces = [
            "nghìn tỷ nghìn tỷ nghìn tỷ", "trillion trillion hundred hundred", "99999999999999999999999.9",
            "1,1,1,1", "00", ".", "%", "%%%s", "{", "}}",
            "<", "<a", "&", "&#", "@", "#", "http://", "www.", "\u{301}", "́a", "\u{0}", "\u{FFFF}", "🇻🇳",
            "tháng", "tháng 99", "32/13/2015", "ngày", "November",
            "--", "’", "''", "``", "(", ")", "\u{202E}", "\u{200B}", "ươ", "ƯƠ", "MMMMCMXCIX", "IIII",
            "không", "n't", " ", "\u{A0}", "\t", "\n", "1/2/3/4",
        ]
        var generator = SeededGenerator(state: 11)
        let pairs = (0..<800).map { _ in
            func text() -> String {
                (0..<Int.random(in: 0...8, using: &generator)).map { _ in
                    (pieces.randomElement(using: &generator) ?? "")
                        + (Bool.random(using: &generator) ? " " : "")
                }.joined()
            }
            return (text(), text())
        }
        for finding in CheckRun(threads: 2).findings(of: [letter("a", pairs)]) {
            for (span, text) in [(finding.sourceSpan, finding.source), (finding.targetSpan, finding.target)] {
                if let span { #expect(span.upperBound <= text.utf16.count, "\(finding)") }
            }
        }
    }
}
