import Testing
import UnicodeText

@Suite struct PropertyTests {
    @Test func categoriesAndScripts() {
        let cases: [(Unicode.Scalar, GeneralCategory, String)] = [
            ("a", .lowercaseLetter, "Latn"), ("Đ", .uppercaseLetter, "Latn"), ("ử", .lowercaseLetter, "Latn"),
            ("\u{301}", .nonspacingMark, "Zinh"), ("7", .decimalNumber, "Zyyy"), ("Ⅳ", .letterNumber, "Latn"),
            ("ж", .lowercaseLetter, "Cyrl"), ("ก", .otherLetter, "Thai"), ("\u{200B}", .format, "Zyyy"),
            ("“", .initialPunctuation, "Zyyy"), ("₫", .currencySymbol, "Zyyy"), ("\u{7}", .control, "Zyyy"),
            ("\u{10FFFF}", .unassigned, "Zzzz"),
        ]
        for (scalar, category, script) in cases {
            #expect(scalar.category == category, "U+\(String(scalar.value, radix: 16))")
            #expect(scalar.script.description == script, "U+\(String(scalar.value, radix: 16))")
        }
        #expect(("a" as Unicode.Scalar).script == .latin)
        #expect(("\u{309}" as Unicode.Scalar).script == .inherited)
    }

    @Test func widthsOnATerminal() {
        let cases: [(String, Int)] = [
            ("Kính gửi", 8), ("ho\u{300}a bi\u{300}nh", 8), ("信", 2), ("ｱ", 1), ("a\u{AD}b", 2), ("", 0),
            ("กำ", 2),
        ]
        for (text, width) in cases { #expect(text.displayWidth == width, "\(text)") }
    }

    @Test func whiteSpaceIsTrimmed() {
        let cases = [
            (" a ", "a"), ("\u{A0}\u{3000}Kính gửi\r\n", "Kính gửi"), ("", ""), (" \t ", ""),
            ("a  b", "a  b"),
        ]
        for (text, trimmed) in cases { #expect(text.trimmed == trimmed) }
        // A zero-width space is no White_Space.
        #expect("\u{200B}a".trimmed == "\u{200B}a")
    }

    @Test func normalizationForms() {
        #expect(Array("hòa".nfd.unicodeScalars).count == 4)
        #expect("ho\u{300}a".nfc.unicodeScalars.elementsEqual("hòa".unicodeScalars))
        #expect("ＩＣＣＰＲ Straße".nfkcCasefold.unicodeScalars.elementsEqual("iccpr strasse".unicodeScalars))
        #expect("".nfc == "" && "".nfkcCasefold == "")
        #expect("a\u{0}b".nfd.unicodeScalars.count == 3)
    }

    @Test func vietnameseOrder() throws {
        let collator = try TextCollator(locale: .vietnamese)
        // The dictionary order: letter by letter a ă â … d đ e ê, then tones.
        let sorted = ["An", "ạn", "Ăn", "Ân", "Dao", "Đào", "Em", "Ếch", "Oanh", "Ông", "Ơn", "Uyên", "Ưng"]
        #expect(sorted.shuffled().sorted(by: collator.ordered) == sorted)
        let byKey = sorted.shuffled().sorted {
            collator.sortKey($0).lexicographicallyPrecedes(collator.sortKey($1))
        }
        #expect(byKey == sorted)
        #expect(collator.compare("hòa", "ho\u{300}a") == 0)
        // English does not tell d from đ at first sight.
        #expect(try TextCollator(locale: .english).ordered("Đào", "Daz"))
    }
}
