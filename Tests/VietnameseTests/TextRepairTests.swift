import TestSupport
import Testing
import UnicodeText

@testable import Vietnamese

@Suite struct TextRepairTests {
    private func repaired(_ text: String, _ style: ToneStyle? = nil) -> String {
        TextRepair(toneStyle: style).repair(text).text
    }

    @Test func eachKindOfDamage() {
        let table: [(String, String, TextRepair.Reason)] = [
            ("người Việt Nam".nfd, "người Việt Nam", .composition),
            ("ngươ\u{300}i Viê\u{323}t Nam", "người Việt Nam", .composition),
            ("vơ \u{301} i mọi người", "với mọi người", .splitMark),
            ("co \u{301} thể", "có thể", .splitMark), ("mu \u{300}a hạ", "mùa hạ", .splitMark),
            ("luâ \u{323} t", "luật", .splitMark),
            ("kư kết hiệp định", "ký kết hiệp định", .windows1258),
            ("b\u{301}nh đẳng trước pháp luật", "bình đẳng trước pháp luật", .windows1258),
            ("xă hội", "xã hội", .windows1258), ("lư do của xă hội", "lý do của xã hội", .windows1258),
            ("đ\u{323}i độc lập, xử lư", "đòi độc lập, xử lý", .windows1258),
            ("nghiă vụ của mọi người", "nghĩa vụ của mọi người", .windows1258),
            ("t\u{301}m kiếm, ṇi giống được", "tìm kiếm, nòi giống được", .windows1258),
            ("nhiệm \u{1E31} của ông, bất \u{1E31} ai", "nhiệm kì của ông, bất kì ai", .windows1258),
            ("hăng hàng không của các hăng tin", "hãng hàng không của các hãng tin", .windows1258),
            ("ghi rơ tên và lưu ư rằng", "ghi rõ tên và lưu ý rằng", .windows1258),
            ("đồng ư với nước Ư", "đồng ý với nước Ý", .windows1258),
            ("bị hoăn lại, luật sư Vơ An Đôn", "bị hoãn lại, luật sư Võ An Đôn", .windows1258),
            ("signed by Nguyễn \u{110}\u{301}nh Trung", "signed by Nguyễn Đình Trung", .windows1258),
            ("Viá»‡t Nam", "Việt Nam", .utf8), ("TiÃªÌ\u{81}ng", "Tiếng", .utf8),
            ("quyá»\u{81}n con ngÆ°á»\u{9D}i", "quyền con người", .utf8),
            ("quyền cоn ngườі", "quyền con người", .lookAlike),
            ("Ðức và người dân", "Đức và người dân", .lookAlike),
            ("người\u{200B} dân", "người dân", .invisible), ("tự \u{200B} \u{200B} do", "tự do", .invisible),
            ("đấu tra\u{AD}nh", "đấu tranh", .invisible), ("quyền\u{A0}tự do", "quyền tự do", .noBreakSpace),
            ("ＡＢＣ１２３", "ABC123", .fullWidth), ("nứơc và đựơc", "nước và được", .tonePlace),
            ("một bài tóan khó của người", "một bài toán khó của người", .tonePlace),
        ]
        for (wrong, right, reason) in table {
            let result = TextRepair().repair(wrong)
            #expect(
                result.text.unicodeScalars.elementsEqual(right.unicodeScalars), "\(wrong): \(result.text)")
            #expect(result.changes.allSatisfy { $0.reasons.contains(reason) }, "\(wrong): \(result.changes)")
        }
    }

    @Test func readWronglyTwice() {
        for text in ["quyền con người và tự do ngôn luận", "Đây là điều ước quốc tế “ký năm 1966”"] {
            let once = misreadUTF8(text)
            #expect(repaired(once) == text && repaired(misreadUTF8(once)) == text)
        }
    }

    @Test func whatIsInOrderStays() {
        let texts = [
            "", "\n", "Hòa bình và hoà bình", "Tư cách, lư hương, con ưng", "“ĐÃ” … «cá» – là",
            "10\u{A0}km và Điều\u{A0}5",
            "să, că, în română", "ภาษา\u{200B}ไทย", "日本語（テスト）！", "μm, Δx, Москва, αβγ",
            "Đám đông hung hăng hàng ngày", "Ông ấy ra đồng ư? Chết ư? Khổ thế ư.", "Lắc lư, lư hương",
            "Tiếng Thi-gơ-rơ và nước Khư-rơ-gư-xtanh", "Được Xă-lô-mông kể", "nếp nhăn của người già",
            "le pays où l’été naît",
            "día, país, caí, oí", "👨\u{200D}👩\u{200D}👧", "x\u{304}", "\u{1EA1}n", "PHẢI “CÓ”",
            "Kraków, Gdańsk, ś",
        ]
        for text in texts {
            let result = TextRepair().repair(text)
            #expect(result.changes.isEmpty, "\(text): \(result.changes)")
            #expect(result.text.unicodeScalars.elementsEqual(text.unicodeScalars))
        }
    }

    /// A mark at the end of the text whose joining leaves less text than there was before it.
    @Test func marksSplitOffAtTheEndAreJoined() {
        for text in [
            "đ\u{1B0}\u{1A1} \u{323} c \u{301}", "vơ \u{301} i \u{301} \u{323}", "co \u{301} \u{301}",
        ] {
            #expect(applied(TextRepair().repair(text).changes, to: text) == repaired(text))
        }
        #expect(repaired("không co \u{301}") == "không có")
    }

    /// Lines of any length are taken apart at spaces; the pieces are one text again.
    @Test func longLinesArePutRight() {
        let damaged = String(repeating: "b\u{301}nh đẳng và kư kết của người dân ", count: 2000)
        let right = String(repeating: "bình đẳng và ký kết của người dân ", count: 2000)
        let result = TextRepair().repair(damaged)
        #expect(result.text == right && applied(result.changes, to: damaged) == right)
        let thai = String(repeating: "ภาษาไทย", count: 3000)
        #expect(TextRepair().repair(thai).changes.isEmpty)
    }

    /// What was seen in one text changes nothing in the next, in any style.
    @Test func rememberingChangesNothing() {
        var memory = TextRepair.Memory()
        let texts = [
            "hòa bình của người", "hoà bình của người", "tóan", "kư kết được", "quyền tự do", "", "á",
        ]
        for style in [nil, ToneStyle.new, .old, nil, .new] {
            for text in texts + texts {
                let repair = TextRepair(toneStyle: style)
                let (one, other) = (repair.repair(text), repair.repair(text, remembering: &memory))
                #expect(one.text.unicodeScalars.elementsEqual(other.text.unicodeScalars), "\(text)")
                #expect(one.changes == other.changes)
            }
        }
    }

    @Test func stylesOnlyWhereAsked() {
        #expect(repaired("hòa thúy quý toán", .new) == "hoà thuý quý toán")
        #expect(repaired("hoà thuý quý toán", .old) == "hòa thúy quý toán")
        #expect(repaired("Hoà", .old) == "Hòa")
    }

    @Test func changesSayWhereAndWhat() throws {
        let text = "Một 😀 dòng.\nCó b\u{301}nh đẳng và kư kết người\u{200B}."
        let result = TextRepair().repair(text)
        #expect(result.text == "Một 😀 dòng.\nCó bình đẳng và ký kết người.")
        #expect(result.changes.map(\.after) == ["bình", "ký", "người"])
        #expect(result.changes.map(\.offset) == [16, 29, 36])
        #expect(applied(result.changes, to: text) == result.text)
    }

    /// Whatever the bytes, the changes lead from the old text to the new one, and a second repair finds nothing
    /// but what the first uncovered.
    @Test func changesLeadFromTheOldTextToTheNew() {
        let pieces = [
            "kư ", "b\u{301}nh ", "người ", "\u{200B}", " \u{301} ", "á»‡", "\u{A0}", "Ａ", "tóan ", "\u{323}",
            "\n", "а", "a",
            "đ", "😀", "ṇ", "\r", "Ã", "한", "\u{1100}\u{1161}", "ơ", " ",
        ]
        var state: UInt64 = 7
        for _ in 0..<4000 {
            var text = ""
            for _ in 0..<8 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.unicodeScalars += pieces[Int(state >> 33) % pieces.count].unicodeScalars
            }
            for style in [nil, ToneStyle.old, .new] {
                let result = TextRepair(toneStyle: style).repair(text)
                let same = applied(result.changes, to: text).unicodeScalars
                    .elementsEqual(result.text.unicodeScalars)
                #expect(same, "\(text.unicodeScalars.map(\.value)): \(result.changes)")
                #expect(result.text.unicodeScalars.elementsEqual(result.text.nfc.unicodeScalars))
            }
        }
    }

    /// Lines of five other languages, and of Vietnamese that a spelling list vouches for.
    @Test(
        .enabled(if: SharedMaterial.has("corpora/ntrex/eng.txt")),
        arguments: ["eng", "fra", "spa", "deu", "ind"])
    func otherLanguagesStay(_ language: String) throws {
        let text = try SharedMaterial.text("corpora/ntrex/\(language).txt")
        // The German text has one word in NFD.
        let lines = text.split(whereSeparator: \.isNewline).filter {
            $0.unicodeScalars.elementsEqual(String($0).nfc.unicodeScalars)
        }
        #expect(lines.count >= 1996)
        let changes = TextRepair().repair(lines.joined(separator: "\n")).changes
        #expect(changes.isEmpty, "\(changes.prefix(10))")
    }

    @Test(.enabled(if: SharedMaterial.has("corpora/en-vi.tsv.gz")))
    func cleanVietnameseStays() throws {
        let isClean = try cleanliness()
        var clean = 0
        var touched: [TextRepair.Change] = []
        for line in try vietnameseLines() where isClean(line) {
            clean += 1
            touched += TextRepair().repair(line).changes
        }
        print("clean lines: \(clean), changes: \(touched.count)")
        #expect(clean > 2000)
        #expect(touched.isEmpty, "\(touched.prefix(10))")
    }
}

/// Text whose UTF-8 was read as windows-1252.
func misreadUTF8(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.utf8.compactMap { byte in
                (0x80..<0xA0).contains(byte)
                    ? Unicode.Scalar(Windows1252.upper[Int(byte) - 0x80]) : Unicode.Scalar(byte)
            }))
}

func applied(_ changes: [TextRepair.Change], to text: String) -> String {
    var units = Array(text.utf16)
    for change in changes.reversed() {
        units.replaceSubrange(
            change.offset..<change.offset + change.before.utf16.count, with: change.after.utf16)
    }
    return String(decoding: units, as: UTF16.self)
}

/// A line is clean where it is in NFC, has no format character, no-break space, combining mark, full-width form or
/// word of two scripts, and where every word of it that has a Vietnamese letter is in the spelling list in one style or
/// the other, case aside.
func cleanliness() throws -> (String) -> Bool {
    let list = try SharedMaterial.text("vietnamese/vi_VN.dic").split(separator: "\n").map { String($0) }
    let words = Set(list + list.compactMap { try? Syllable($0).written(.old) })
    return { line in
        guard line.unicodeScalars.elementsEqual(line.nfc.unicodeScalars) else { return false }
        var word: [Unicode.Scalar] = []
        for scalar in Array(line.unicodeScalars) + [" "] {
            if scalar.category == .format || scalar.category == .nonspacingMark { return false }
            if [0xA0, 0x202F, 0x2007, 0x3000].contains(scalar.value)
                || (0xFF00...0xFF5E).contains(scalar.value)
            {
                return false
            }
            if scalar.category.isLetter {
                word.append(scalar)
                continue
            }
            defer { word = [] }
            if Set(word.map(\.script)).count > 1 { return false }
            let isVietnamese = word.contains { !$0.isASCII }
            let text = String(String.UnicodeScalarView(word)).lowercased()
            if isVietnamese, !words.contains(text) { return false }
        }
        return true
    }
}
