import Segmentation
import Testing
import UnicodeText

@Suite struct InlineSegmentTests {
    @Test func whereCodesGo() throws {
        let segmenter = try Segmenter.standard(for: .english)
        let table: [(text: String, segments: [(coded: String, original: [Int], glue: String)])] = [
            ("One. Two.", [("One.", [], " "), ("Two.", [], "")]),
            // Codes do not hide the end of a sentence, nor make one.
            ("<1>One.</1> <2>Two.</2>", [("<1>One.</1>", [1], " "), ("<1>Two.</1>", [2], "")]),
            ("Dr.<3/> No", [("Dr.<1/> No", [3], "")]),
            // Opening codes go right, closing ones left, wherever the white space is.
            ("<1>One. </1>Two.", [("<1>One. </1>", [1], ""), ("Two.", [], "")]),
            ("One.<1> Two.</1>", [("One.", [], ""), ("<1> Two.</1>", [1], "")]),
            // A standalone code stays with what it touches.
            ("One.<5/> Two.", [("One.<1/>", [5], " "), ("Two.", [], "")]),
            ("One. <5/>Two.", [("One.", [], " "), ("<1/>Two.", [5], "")]),
            ("One. <1></1> Two.", [("One.", [], " "), ("<1></1> Two.", [1], "")]),
            // A pair over a cut is closed and opened again.
            (
                "A <2>bold. It is</2> so.",
                [("A <1>bold.</1>", [2], " "), ("<1>It is</1> so.", [2], "")]
            ),
            (
                "<7>A <4>b. C <9/>d.  E</4> f.</7>",
                [
                    ("<1>A <2>b.</2></1>", [7, 4], " "),
                    ("<1><2>C <3/>d.</2></1>", [7, 4, 9], "  "),
                    ("<1><2>E</2> f.</1>", [7, 4], ""),
                ]
            ),
            // Codes without a partner stay as they are.
            ("A <1>b. C.", [("A <1>b.", [1], " "), ("C.", [], "")]),
            ("A b. C</8>.", [("A b.", [], " "), ("C</1>.", [8], "")]),
            // White space and codes at the ends.
            ("  <1/> ", [("<1/>", [1], " ")]),
            ("One. <1/>", [("One. <1/>", [1], "")]),
            (#"See \<1>. Then <1/>."#, [(#"See \<1>."#, [], " "), ("Then <1/>.", [1], "")]),
            ("", []), (" \n", []),
        ]
        for (text, expected) in table {
            let found = segmenter.segments(of: InlineText(coded: text))
            #expect(found.map(\.text.coded) == expected.map(\.coded), "\(text)")
            #expect(found.map(\.originalNumbers) == expected.map(\.original), "\(text)")
            #expect(found.map(\.glue) == expected.map(\.glue), "\(text)")
        }
    }

    @Test func leadingWhiteSpace() throws {
        let segmenter = try Segmenter.standard(for: .english)
        let found = segmenter.segments(of: InlineText(coded: "  <1>One.</1>\nTwo. "))
        #expect(found.map(\.leading) == ["  ", ""])
        #expect(found.map(\.glue) == ["\n", " "])
    }

    /// The segments with their glue are the whole text again, and each is paired where the whole is.
    @Test func segmentsMakeTheWhole() throws {
        let segmenter = try Segmenter.standard(for: .english)
        let parts = ["Go.", " ", "Stop", ". ", "<1>", "</1>", "<2>", "</2>", "<3/>", "?", "\n"]
        var state: UInt64 = 7
        for _ in 0..<3000 {
            var coded = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                coded += parts[Int(state >> 33) % parts.count]
            }
            let whole = InlineText(coded: coded)
            let segments = segmenter.segments(of: whole)
            let joined = segments.map { $0.leading + $0.text.plainText + $0.glue }.joined()
            if segments.isEmpty {
                #expect(whole.plainText.trimmed.isEmpty && whole.codes.isEmpty)
                continue
            }
            #expect(joined == whole.plainText, "\(coded)")
            let wholeIsPaired = paired(whole)
            for segment in segments {
                #expect(!segment.text.pieces.isEmpty, "\(coded)")
                if wholeIsPaired { #expect(paired(segment.text), "\(coded) → \(segment.text.coded)") }
                let numbers = Set(segment.text.codes.map(\.number))
                #expect(numbers == Set(1..<(segment.originalNumbers.count + 1)), "\(coded)")
            }
            // Every code of the whole stands in some segment, and no other does.
            let back = segments.flatMap { segment in
                segment.text.codes.map { code in
                    InlineCode(code.kind, number: segment.originalNumbers[code.number - 1])
                }
            }
            #expect(Set(back) == Set(whole.codes.map(Optional.some)), "\(coded)")
        }
    }

    private func paired(_ text: InlineText) -> Bool {
        var open: [Int] = []
        for code in text.codes {
            switch code.kind {
            case .opening:
                if open.contains(code.number) { return false }
                open.append(code.number)
            case .closing: if open.popLast() != code.number { return false }
            case .standalone: break
            }
        }
        return open.isEmpty
    }
}
