import Alignment
import Segmentation
import Testing
import TextFiles
import UnicodeText

@Suite struct ReviewTests {
    private static let review = AlignmentReview(
        from: "en", to: "vi", minimum: 0.5,
        documents: [
            .init(
                source: "a.en.txt", target: "a.vi.txt",
                pairs: [
                    .init(
                        source: ["A </script><b>&amp; \"quoted\""], target: ["Một\tcột"], confidence: 0.987),
                    .init(
                        source: ["Free <1>him</1>.", "Now."], target: ["Thả <1>anh ấy</1> ngay."],
                        confidence: 0.6),
                    .init(source: ["Alone \\n it stands."], target: [], confidence: 0),
                    .init(
                        source: ["Moved."], target: ["Đã dời."], confidence: 0.3, isMoved: true,
                        decision: .accept),
                ]),
            .init(
                source: "b.en.txt", target: "b.vi.txt",
                pairs: [.init(source: ["Bye."], target: ["Chào."], confidence: 1, decision: .reject)]),
        ])

    @Test func pageIsReadBack() throws {
        let page = try ReviewPage.write(Self.review)
        #expect(try ReviewPage.read(TextSource(page)) == Self.review)
        // Nothing of a text becomes markup, and nothing is loaded.
        #expect(!page.contains("</script><b>"))
        for word in ["src=", "href=", "url(", "http:", "https:", "import "] { #expect(!page.contains(word)) }
        for words in ["certain, 98%", "uncertain, 60%", "no counterpart", "doubtful, 30%, moved"] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(page.ranges(of: "<article").count == 5)
    }

    @Test func tableIsReadBack() throws {
        let table = ReviewTable.write(Self.review)
        var read = try ReviewTable.read(TextSource(table), minimum: 0.5)
        // A table does not say what moved.
        read.documents[0].pairs[3].isMoved = true
        #expect(read == Self.review)
        #expect(table.hasPrefix("decision\tconfidence\ten\tvi\tsource file\ttarget file\n"))
    }

    @Test func decisionsMergeAndSplit() throws {
        let header = "decision\tconfidence\ten\tvi\tsource file\ttarget file\n"
        let rows: [(String, [([String], [String], AlignmentReview.Decision?)])] = [
            ("\t0.9\tOne.\tMột.\n", [(["One."], ["Một."], nil)]),
            ("yes\t\tOne.\tMột.\n", [(["One."], ["Một."], .accept)]),
            ("NO\t0.1\tOne.\tMột.\n", [(["One."], ["Một."], .reject)]),
            ("\t0.9\tOne.\tMột.\nmerge\t\tTwo.\t\n", [(["One.", "Two."], ["Một."], .accept)]),
            (
                "reject\t0.9\tOne.\tMột.\nmerge\t\tTwo.\tHai.\n",
                [(["One.", "Two."], ["Một.", "Hai."], .reject)]
            ),
            (
                "split\t0.4\tOne.\\nTwo.\tMột.\\nHai.\n",
                [(["One."], ["Một."], .accept), (["Two."], ["Hai."], .accept)]
            ),
        ]
        for (text, expected) in rows {
            let pairs = try ReviewTable.read(TextSource(header + text), minimum: 0.5).documents.flatMap(
                \.pairs)
            #expect(pairs.map(\.source) == expected.map(\.0), "\(text)")
            #expect(pairs.map(\.target) == expected.map(\.1), "\(text)")
            #expect(pairs.map(\.decision) == expected.map(\.2), "\(text)")
        }
    }

    @Test func whatIsWrongIsToldByLine() throws {
        let header = "decision\tconfidence\ten\tvi\n"
        let rows: [(String, Int, String)] = [
            ("", 1, "no reviewed alignment"), ("en\tvi\nA\tB\n", 1, "no reviewed alignment"),
            (header + "merge\t\tA\tB\n", 2, "no row above"), (header + "\t1\tA\n", 2, "3 columns"),
            (header + "perhaps\t1\tA\tB\n", 2, "“perhaps”"), (header + "\tsure\tA\tB\n", 2, "“sure”"),
            (header + "\t1\tA\\q\tB\n", 2, "“\\q”"), (header + "\n\nsplit\t1\tA\\nB\tC\n", 4, "2 segments"),
        ]
        for (text, line, words) in rows {
            let error = #expect(throws: LathuError.self) {
                try ReviewTable.read(TextSource(text), minimum: 0.5)
            }
            #expect(error?.code == .invalidData)
            #expect(error?.diagnostics.first?.location?.line == line, "\(text)")
            #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
        }
        let page = try ReviewPage.write(Self.review)
        for text in ["", "<html></html>", page.replacing("\"from\":\"en\"", with: "\"from\":\"\"")] {
            #expect(throws: LathuError.self) { try ReviewPage.read(TextSource(text)) }
        }
    }

    @Test func pairsHaveTheirFates() {
        let rows: [(Double, AlignmentReview.Decision?, AlignmentReview.Fate)] = [
            (0.95, nil, .certain), (0.9, nil, .certain), (0.89, nil, .draft), (0.5, nil, .draft),
            (0.49, nil, .leftOut), (0.1, .accept, .accepted), (0.99, .reject, .leftOut),
        ]
        for (confidence, decision, fate) in rows {
            let pair = AlignmentReview.Pair(
                source: ["A"], target: ["B"], confidence: confidence, decision: decision)
            #expect(Self.review.fate(of: pair) == fate)
        }
        let alone = AlignmentReview.Pair(source: ["A"], target: [], confidence: 1, decision: .accept)
        #expect(Self.review.fate(of: alone) == .leftOut)
    }

    @Test func codesOfJoinedSegmentsAreNumberedOn() throws {
        let rows: [(String, [String], String)] = [
            ("en", ["<1>A</1> b.", "C <1/>d <2>e</2>."], "<1>A</1> b. C <2/>d <3>e</3>."),
            ("vi", ["Một."], "Một."), ("ja", ["一。", "二。"], "一。二。"), ("en", [], ""),
        ]
        for (tag, segments, joined) in rows {
            #expect(AlignmentReview.joined(segments, locale: try LocaleID(tag)) == joined)
        }
    }
}
