import TestSupport
import Testing
import UnicodeText

@testable import Vietnamese

@Suite struct EncodingDetectorTests {
    private let sentence = "Mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi."

    @Test func everyEncodingIsRecognized() throws {
        for encoding in LegacyEncoding.allCases where encoding != .tcvn5712 {
            let found = EncodingDetector.detect(try encoding.encode(sentence))
            #expect(found?.encoding == .legacy(encoding))
            #expect((found?.confidence ?? 0) > 0.5, "\(encoding): \(found?.confidence ?? 0)")
        }
        let capitals = try LegacyEncoding.tcvn5712.encode(sentence.uppercased())
        #expect(EncodingDetector.detect(capitals)?.encoding == .legacy(.tcvn5712))
        #expect(EncodingDetector.detect(Array(sentence.utf8))?.encoding == .charset(.utf8))
    }

    @Test func otherTextIsNotTakenForVietnamese() {
        let english = "Everyone is born free. Isn't it? He's got an idea. Add. Do you? The end..."
        #expect(EncodingDetector.detect(Array(english.utf8))?.encoding == .charset(.utf8))
        // “Les êtres humains naissent libres et égaux en dignité et en droits.” in Latin-1
        let french = "Les êtres humains naissent libres et égaux en dignité et en droits, déclarés à l’ONU"
            .unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        #expect(EncodingDetector.detect(french) == nil)
        #expect(
            EncodingDetector.detect([])
                == EncodingDetector.Detection(encoding: .charset(.utf8), confidence: 1))
    }

    /// Right is a reading that gives the text back. Paragraphs of at least 40 characters with a Vietnamese letter
    /// that the encoding can express.
    @Test(.enabled(if: SharedMaterial.has("corpora/en-vi.tsv.gz")), arguments: LegacyEncoding.allCases)
    func paragraphsAreRecognized(_ encoding: LegacyEncoding) throws {
        var tried = 0
        var right = 0
        for line in try paragraphs() {
            guard let bytes = try? encoding.encode(line) else { continue }
            tried += 1
            if case .legacy(let found)? = EncodingDetector.detect(bytes)?.encoding,
                (try? found.decode(bytes)) == line
            {
                right += 1
            }
        }
        print("\(encoding): \(right) of \(tried) paragraphs recognized")
        #expect(tried > 100)
        #expect(right * 100 >= tried * 99)
    }

    @Test(.enabled(if: SharedMaterial.has("corpora/en-vi.tsv.gz")))
    func unicodeIsRecognized() throws {
        let lines = try paragraphs()
        let right = lines.count { EncodingDetector.detect(Array($0.utf8))?.encoding == .charset(.utf8) }
        print("UTF-8: \(right) of \(lines.count)")
        #expect(right == lines.count)
    }

    @Test(.enabled(if: SharedMaterial.has("corpora/en-vi.tsv.gz")))
    func damageIsRecognized() throws {
        let lines = try paragraphs()
        let kinds: [(TextRepair.Reason, String, (String) -> String)] = [
            (.composition, "NFD", { $0.nfd }), (.composition, "base and tone", baseAndTone),
            (.utf8, "UTF-8 as windows-1252", misreadUTF8), (.utf8, "twice", { misreadUTF8(misreadUTF8($0)) }),
            (.windows1258, "windows-1252 as windows-1258", misreadWindows1252),
            (.windows1258, "the same, in NFC", { misreadWindows1252($0).nfc }),
            (.splitMark, "split marks", splitMarks),
            (.invisible, "zero-width spaces", { $0.replacing(" ", with: "\u{200B} ") }),
        ]
        for (reason, name, damage) in kinds {
            var tried = 0
            var seen = 0
            var same = 0
            for line in lines {
                let damaged = damage(line)
                if damaged.unicodeScalars.elementsEqual(line.unicodeScalars) { continue }
                tried += 1
                let result = TextRepair().repair(damaged)
                if result.changes.contains(where: { $0.reasons.contains(reason) }) { seen += 1 }
                if result.text.unicodeScalars.elementsEqual(line.unicodeScalars) { same += 1 }
            }
            print("\(name): \(seen) of \(tried) recognized, \(same) restored")
            #expect(seen * 100 >= tried * 99, "\(name)")
        }
    }

    private func paragraphs() throws -> [String] {
        let isClean = try cleanliness()
        return try vietnameseLines().filter { line in
            line.unicodeScalars.count >= 40 && isClean(line) && TextRepair().repair(line).changes.isEmpty
                && line.unicodeScalars.contains { Letter($0) != nil && !$0.isASCII }
        }
    }

    /// As windows-1258 has it: the vowel with its other mark, then the tone.
    private func baseAndTone(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if var letter = Letter(scalar), let mark = letter.tone.mark {
                letter.tone = .level
                if let base = letter.scalar { result.append(base) }
                result.append(mark)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private func splitMarks(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in baseAndTone(text).unicodeScalars {
            if Tone(mark: scalar) != nil {
                result += [" ", scalar, " "]
            } else {
                result.append(scalar)
            }
        }
        return String(result).replacing("  ", with: " ")
    }

    private func misreadWindows1252(_ text: String) -> String {
        let table: [Unicode.Scalar: Unicode.Scalar] = [
            "ý": "ư", "ã": "ă", "ì": "\u{301}", "ò": "\u{323}", "õ": "ơ", "Ò": "\u{309}", "Ì": "\u{300}",
            "Ã": "Ă",
            "Õ": "Ơ", "Ý": "Ư",
        ]
        return String(String.UnicodeScalarView(text.unicodeScalars.map { table[$0] ?? $0 }))
    }
}
