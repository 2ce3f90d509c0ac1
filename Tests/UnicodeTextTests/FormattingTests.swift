import Testing
import UnicodeText

@Suite struct FormattingTests {
    @Test func pluralCategories() throws {
        let table: [(tag: String, isOrdinal: Bool, categories: String, samples: String)] = [
            ("vi", false, "other", "0 other 1 other 17 other"),
            ("en", false, "one other", "0 other 1 one 1.5 other 21 other"),
            ("en", true, "few one other two", "1 one 2 two 3 few 11 other 22 two"),
            ("fr", false, "many one other", "0 one 1 one 2 other 1000000 many"),
            ("ar", false, "few many one other two zero", "0 zero 1 one 2 two 5 few 11 many 100 other"),
            ("ru", false, "few many one other", "1 one 2 few 5 many 21 one 1.5 other"),
        ]
        for (tag, isOrdinal, categories, samples) in table {
            let rules = try PluralRules(locale: LocaleID(tag), isOrdinal: isOrdinal)
            #expect(rules.categories.joined(separator: " ") == categories, "\(tag)")
            let words = samples.split(separator: " ").map(String.init)
            for index in stride(from: 0, to: words.count, by: 2) {
                #expect(try rules.category(of: words[index]) == words[index + 1], "\(tag) \(words[index])")
            }
        }
    }

    @Test func numbersAndLists() throws {
        let vietnamese = LocaleID.vietnamese
        #expect(try NumberFormat(locale: vietnamese).format("1234567.5") == "1.234.567,5")
        #expect(try NumberFormat(skeleton: "percent scale/100", locale: .english).format("0.25") == "25%")
        #expect(try NumberFormat(.cardinal, locale: vietnamese).format("21") == "hai mươi mốt")
        #expect(try NumberFormat(.ordinal, locale: .english).format("21") == "21st")
        #expect(throws: NumberFormat.SyntaxError.self) {
            try NumberFormat(skeleton: "wrong", locale: .english)
        }
        let lists: [(tag: String, kind: ListFormat.Kind, joined: [String])] = [
            ("vi", .and, ["", "a", "a và b", "a, b và c"]),
            ("vi", .or, ["", "a", "a hoặc b", "a, b hoặc c"]),
            ("en-GB", .and, ["", "a", "a and b", "a, b and c"]), ("ar", .and, ["", "a", "a وb", "a وb وc"]),
        ]
        for (tag, kind, joined) in lists {
            let format = ListFormat(kind, locale: try LocaleID(tag))
            for count in 0...3 {
                #expect(try format.join(Array(["a", "b", "c"][..<count])) == joined[count], "\(tag)")
            }
        }
        #expect(
            try ListFormat(.and, locale: vietnamese).join((0..<500).map { "tên \($0)" }).hasSuffix(
                " và tên 499"))
    }

    @Test func regionsAndParents() throws {
        #expect(Region("vn")?.name(in: .vietnamese) == "Việt Nam")
        #expect(Region("US")?.name(in: .vietnamese) == "Hoa Kỳ")
        #expect(Region("XX") == nil)
        #expect(Region("Viet Nam") == nil)
        let parents = [
            "es-MX": "es-419", "es-419": "es", "es": nil, "en-GB": "en-001", "zh-Hant-MO": "zh-Hant-HK",
            "zh-Hant-TW": "zh-Hant", "zh-Hant": nil, "vi-VN": "vi", "fr-CA": "fr",
        ]
        for (tag, parent) in parents { #expect(try LocaleID(tag).parent?.identifier == parent, "\(tag)") }
    }

    @Test func dateStyles() throws {
        let day = try #require(CalendarDate(iso: "2017-11-07"))
        #expect(try DatePattern(style: .full, locale: .english).format(day) == "Tuesday, November 7, 2017")
        #expect(try DatePattern(style: .short, locale: .vietnamese).format(day) == "07/11/2017")
        #expect(try DatePattern(skeleton: "MMMMd", locale: .english).format(day) == "November 7")
        #expect(throws: DatePattern.SyntaxError.self) { try DatePattern(skeleton: "Hm", locale: .english) }
    }
}
