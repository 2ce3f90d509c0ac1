import Testing

@testable import UnicodeText

@Suite struct LocaleIDTests {
    @Test func tagsBecomeCanonical() throws {
        let cases: [(String, String, String, String?, String?)] = [
            ("vi", "vi", "vi", nil, nil), ("VI", "vi", "vi", nil, nil), ("en_gb", "en-GB", "en", nil, "GB"),
            ("zh-hant", "zh-Hant", "zh", "Hant", nil), ("pt-br", "pt-BR", "pt", nil, "BR"),
            ("zh-Hans-CN", "zh-Hans-CN", "zh", "Hans", "CN"), ("vie", "vi", "vi", nil, nil),
        ]
        for (tag, identifier, language, script, region) in cases {
            let locale = try LocaleID(tag)
            #expect(locale.identifier == identifier)
            #expect(locale.language == language)
            #expect(locale.script == script)
            #expect(locale.region == region)
            #expect(try LocaleID(locale.identifier) == locale)
        }
    }

    @Test func wrongTagsAreRefusedWithASuggestion() {
        let cases: [(String, String?)] = [
            ("vn", "vi"), ("VN", "vi"), ("jp", "ja"), ("cz", "cs"), ("us", "en"), ("xx", nil), ("", nil),
            ("v", nil),
            ("vietnamese", nil), ("vi vn", nil), ("vi-", nil), ("../vi", nil), ("tiếng-việt", nil),
        ]
        for (tag, suggestion) in cases {
            #expect(throws: LocaleID.UnknownLocale(tag: tag, suggestion: suggestion)) { try LocaleID(tag) }
        }
    }

    @Test func languagesAreSharedAcrossRegionsButNotScripts() throws {
        let cases: [(String, String, Bool)] = [
            ("en", "en-GB", true), ("en-US", "en-GB", true), ("vi", "en", false),
            ("zh-Hans", "zh-Hant", false),
            ("zh", "zh-Hans", true), ("zh-TW", "zh-Hant", true), ("zh-TW", "zh-CN", false),
            ("sr-Latn", "sr", false),
        ]
        for (left, right, shared) in cases {
            #expect(try LocaleID(left).sharesLanguage(with: LocaleID(right)) == shared, "\(left) \(right)")
            #expect(try LocaleID(right).sharesLanguage(with: LocaleID(left)) == shared)
        }
    }

    @Test func directionAndNames() throws {
        #expect(try LocaleID("ar").isRightToLeft)
        #expect(!LocaleID.vietnamese.isRightToLeft)
        #expect(LocaleID.vietnamese.displayName(in: .vietnamese) == "Tiếng Việt")
        #expect(LocaleID.vietnamese.displayName(in: .english) == "Vietnamese")
    }
}
