import TestSupport
import Testing
import UnicodeText

@testable import Vietnamese

@Suite struct SyllableTests {
    @Test func partsOfASyllable() throws {
        let table: [(String, String, String, String, String, Tone)] = [
            ("nghiêng", "ngh", "", "iê", "ng", .level), ("gì", "gi", "", "i", "", .grave),
            ("giếng", "gi", "", "iê", "ng", .acute), ("giờ", "gi", "", "ơ", "", .grave),
            ("quyết", "q", "u", "yê", "t", .acute), ("quốc", "q", "u", "ô", "c", .acute),
            ("Khuỷu", "kh", "u", "y", "u", .hook), ("được", "đ", "", "ươ", "c", .dot),
            ("yêu", "", "", "yê", "u", .level), ("hoà", "h", "o", "a", "", .grave),
            ("của", "c", "", "ua", "", .hook), ("a", "", "", "a", "", .level),
        ]
        for (text, onset, glide, nucleus, coda, tone) in table {
            let syllable = try Syllable(text)
            #expect(syllable.onset == onset && syllable.glide == glide, "\(text)")
            #expect(syllable.nucleus == nucleus && syllable.coda == coda && syllable.tone == tone, "\(text)")
        }
    }

    @Test func decomposedIsTheSame() throws {
        #expect(try Syllable("nước".nfd) == Syllable("nước"))
    }

    @Test func whatIsNoSyllableHasAReason() {
        let table: [(String, SyllableError)] = [
            ("", .empty), ("kư", .onsetSpelling), ("xă", .unknownRime), ("đă", .unknownRime),
            ("đựơc", .misplacedTone), ("nứơc", .misplacedTone), ("tóan", .misplacedTone),
            ("qúa", .misplacedTone), ("nghàn", .onsetSpelling), ("cê", .onsetSpelling),
            ("gê", .onsetSpelling),
            ("bat", .toneBeforeStop), ("hòc", .toneBeforeStop), ("mứớn", .severalTones), ("ngh", .noVowel),
            ("str", .noVowel), ("stra", .unknownRime), ("Öl", .notALetter(offset: 0)), ("fa", .unknownOnset),
            ("naïf", .notALetter(offset: 2)),
            ("iên", .unknownRime), ("tyên", .unknownRime), ("qa", .unknownOnset), ("ngghiêng", .unknownRime),
        ]
        for (text, reason) in table {
            #expect(throws: reason, "\(text)") { try Syllable(text) }
        }
    }

    @Test func stylesDifferInOpenOaOeUyOnly() throws {
        let table = [
            ("hòa", "hoà"), ("thúy", "thuý"), ("khỏe", "khoẻ"), ("quý", "quý"), ("quà", "quà"),
            ("toán", "toán"),
            ("hoài", "hoài"), ("khuya", "khuya"), ("của", "của"), ("thuở", "thuở"), ("tuế", "tuế"),
        ]
        for (old, new) in table {
            #expect(try Syllable(old).written(.new) == new)
            #expect(try Syllable(new).written(.old) == old)
            #expect(TonePlacement.styled(old, .new) == new && TonePlacement.styled(new, .old) == old)
            #expect(TonePlacement.corrected(old) == old && TonePlacement.corrected(new) == new)
        }
        #expect(try Syllable("hòa").style == .old && Syllable("hoà").style == .new)
        #expect(try Syllable("quý").style == nil && Syllable("hoa").style == nil)
    }

    @Test func misplacedTonesMove() {
        let table = [
            ("nứơc", "nước"), ("tóan", "toán"), ("Đựơc", "Được"), ("qúa", "quá"), ("gía", "giá"),
            ("mủôn", "muổn"),
            ("miá", "mía"), ("NGHIÃ", "NGHĨA"), ("hòan", "hoàn"), ("TÓAN", "TOÁN"), ("email", "email"),
        ]
        for (wrong, right) in table { #expect(TonePlacement.corrected(wrong) == right) }
    }

    /// The loanwords of the list, and two words of it that lost their tone, are no syllables.
    @Test(.enabled(if: SharedMaterial.has("vietnamese/vi_VN.dic")))
    func everySyllableOfTheDictionaryIsValid() throws {
        let words = try SharedMaterial.text("vietnamese/vi_VN.dic").split(separator: "\n").dropFirst()
            .map { String($0) }
        let lower = words.filter { word in
            word.unicodeScalars.allSatisfy { $0.category == .lowercaseLetter }
        }
        let invalid = lower.filter { !Syllable.isValid($0) }
        #expect(lower.count == 6605)
        let loanwords: Set = [
            "basoi", "email", "gen", "gip", "gram", "internet", "intranet", "ka", "palăng", "ping", "tivi",
            "tout",
            "v", "web",
        ]
        let withoutTone: Set = ["têt", "xit"]
        #expect(Set(invalid) == loanwords.union(withoutTone))
        for word in lower {
            guard let syllable = try? Syllable(word) else { continue }
            #expect([syllable.written(.old), syllable.written(.new)].contains(word))
        }
    }
}
