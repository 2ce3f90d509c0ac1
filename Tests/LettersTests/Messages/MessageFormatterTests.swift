import Segmentation
import Testing
import UnicodeText

@testable import Letters

@Suite struct MessageFormatterTests {
    private static func write(
        _ text: String, _ values: [String: MessageValue], in tag: String = "vi", longDate: String? = nil
    ) throws -> String {
        let formatter = MessageFormatter(locale: try LocaleID(tag), source: .english, longDate: longDate)
        return try formatter.format(try Message(text), values).text.coded
    }

    /// Numbers, plurals and selects over many languages, as ICU itself writes them.
    @Test func writesWhatICUWrites() throws {
        let patterns = [
            "{0, plural, =0 {none} one {# thing} two {# two} few {# few} many {# many} other {# things}}",
            "{0, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}",
            "{0, plural, offset:1 =0 {nobody} =1 {{1}} one {{1} and # other} other {{1} and # others}}",
            "{1, select, female {bà} male {ông} other {quý vị}} {0, number}",
            "{0, number} '{'{1}'}'",
            "{0, number, percent}", "{0, number, ::.00}", "{0, spellout}", "{0, ordinal} it''s {1}’s",
            "{1, select, other {{0, plural, one {a #} other {b # '#'}} #}}",
        ]
        let numbers = [0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 17, 21, 22, 100, 101, 1000, 1_234_567]
        for tag in ["en", "vi", "fr", "es", "th", "zh-Hant", "ar", "ru", "pl", "cy"] {
            let locale = try LocaleID(tag)
            let formatter = MessageFormatter(locale: locale, source: locale)
            for pattern in patterns {
                let message = try Message(pattern)
                for number in numbers {
                    for text in ["female", "Nguyễn"] {
                        let values: MessageValues = [
                            "0": .number("\(number)"), "1": .name(MultilingualText(text)),
                        ]
                        let written = try formatter.format(message, values).text.plainText
                        let expected = Oracle.format(pattern, locale, number: Double(number), text: text)
                        // MessageFormat groups four digits even where CLDR says that the language does not.
                        func plain(_ text: String?) -> String? {
                            ["es", "pl"].contains(tag) ? text?.filter { !".\u{A0}".contains($0) } : text
                        }
                        #expect(plain(written) == plain(expected), "\(tag) \(pattern) \(number)")
                    }
                }
            }
        }
    }

    @Test func valuesAreTyped() throws {
        let day = try #require(CalendarDate(iso: "2017-11-11"))
        let names = MultilingualText("Nguyen Van Dai", translations: [.vietnamese: "Nguyễn Văn Đài"])
        let values: [String: MessageValue] = [
            "event": .date(day), "name": .name(names), "n": .number("1234.5"),
            "vn": try #require(Region("VN").map { .region($0) }),
            "people": .list([names, MultilingualText("An"), MultilingualText("Bình")], count: 3),
            "none": .missing,
            "iso": .name(MultilingualText("2017-11-11")),
        ]
        let table: [(text: String, tag: String, written: String)] = [
            ("{event}", "vi", "11 tháng 11, 2017"), ("{event, date, long}", "en", "November 11, 2017"),
            ("{event, date, ::MMMMd}", "vi", "11 tháng 11"),
            ("{event, date, 'ngày' d/M}", "vi", "ngày 11/11"),
            ("{event, date, short}", "th", "11/11/60"),
            ("{iso, date, full}", "en", "Saturday, November 11, 2017"),
            ("{n, number, integer}", "vi", "1.234"), ("{name}", "vi", "Nguyễn Văn Đài"),
            ("{name}", "en", "Nguyen Van Dai"), ("{n}", "vi", "1.234,5"),
            ("{vn}", "fr", "Viêt Nam"), ("{vn, select, VN {y} other {n}}", "en", "y"),
            ("{people}", "vi", "Nguyễn Văn Đài, An và Bình"),
            ("{people, list, or}", "vi", "Nguyễn Văn Đài, An hoặc Bình"),
            ("{people, plural, other {# người}}", "vi", "3 người"),
            ("{none, select, none {-} other {+}}", "vi", "-"),
            ("<1>{name}</1> <2/>", "vi", "<1>Nguyễn Văn Đài</1> <2/>"),
        ]
        for (text, tag, written) in table {
            #expect(try Self.write(text, values, in: tag) == written, "\(text)")
        }
        #expect(
            try Self.write("{event, date, long}", values, longDate: "'ngày' d 'tháng' M")
                == "ngày 11 tháng 11")
    }

    /// A value is never taken for a code or a placeholder.
    @Test func valuesAreNotRead() throws {
        let hostile = "<1>x</1> {name} \\<2/>"
        let formatter = MessageFormatter(locale: .english, source: .english)
        let result = try formatter.format(try Message("a {name}"), ["name": .name(MultilingualText(hostile))])
        #expect(result.text.plainText == "a " + hostile)
        #expect(result.text.codes.isEmpty)
    }

    @Test func whatCannotBeWritten() throws {
        let day = try #require(CalendarDate(iso: "2017-11-11"))
        let values: [String: MessageValue] = [
            "event": .date(day), "name": .name(MultilingualText("An")), "office": .missing,
        ]
        for (text, message) in [
            ("{event, plural, other {#}}", "“event” is a date, not a number"),
            ("x {name, date}", "“name” is a name, not a date"),
            ("{office}", "“office” is missing"), ("{who}", "there is no value “who”"),
            ("{name, list}", "“name” is a name, not a list"),
        ] {
            let failure = #expect(throws: MessageFormatter.Failure.self) { try Self.write(text, values) }
            #expect(failure?.message == message)
        }
    }

    /// A translation beside its source.
    @Test func translationsAreChecked() throws {
        let check = try MessageCheck(locale: .vietnamese)
        let source = "{name} wrote on {event, date, long}"
        let table: [(translation: String, source: String, problems: [String])] = [
            ("Ngày {event, date, long}, {name} viết", source, []),
            ("{gender, select, other {Ngài}} {name} {event}", source, []),
            ("{name} viết", source, ["the translation lacks the placeholder {event}"]),
            ("{name} {event} {who}", source, ["the source has no placeholder {who}"]),
            ("{nane} {event}", source, ["lacks the placeholder {name}", "no placeholder {nane}"]),
            ("{name} {event, number}", source, ["{event} is a number here and a date in the source"]),
            ("viết", "wrote", []), ("{x}", "wrote", ["the source has no placeholder {x}"]),
            (
                "{n, plural, one {#} other {#}}", "{n, plural, one {#} other {#}}",
                ["Vietnamese has no plural category “one”"]
            ),
            ("{n, plural, =1 {một} other {#}}", "{n, plural, one {#} other {#}}", []),
            ("{name", source, ["the brace is not closed"]), ("{gender, select, other {Quý vị}}", "you", []),
            ("Quý vị", "{gender, select, female {Madam} other {Sir}}", []),
            ("<1>{n, plural, other {#}}</1>", "<1>{n, plural, other {#}}</1>", []),
            (
                "{n, plural, other {#}}", "<1>{n, plural, other {#}}</1>",
                ["code <1> of the source is missing", "code </1>"]
            ),
            ("{n, plural, other {<2>#</2>}}", "{n, plural, one {<1>#</1>} other {<2>#</2>}}", []),
            ("{n, plural, other {<2>#}}", "{n, plural, one {<1>#</1>} other {<2>#</2>}}", ["code </2>"]),
        ]
        for (translation, source, problems) in table {
            let found = check.problems(of: translation, comparedTo: source).map(\.message)
            #expect(found.count == problems.count, "\(translation): \(found)")
            for (found, problem) in zip(found, problems) {
                #expect(found.contains(problem), "\(translation): \(found)")
            }
        }
    }
}
