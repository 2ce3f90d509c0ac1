import CMessageOracle
import Segmentation
import Testing
import UnicodeText

@testable import Letters

@Suite struct MessageParserTests {
    /// What is wrong, at which scalar, and a word of what is said.
    @Test func mistakesHaveTheirPlace() {
        let table: [(text: String, offset: Int, message: String)] = [
            ("on {date", 3, "not closed"), ("{", 0, "not closed"), ("{n, plural, other {#}", 0, "not closed"),
            ("{n, plural, other {#", 18, "not closed"), ("{n, date, d 'x}", 0, "not closed"),
            ("a } b", 2, "closes nothing"), ("{a}}", 3, "closes nothing"), ("{}", 1, "no name"),
            ("{ }", 2, "no name"), ("{a b}", 3, "neither a comma nor a brace"),
            ("{<1>a</1>}", 1, "no name"), ("{n, plural}", 4, "has no variants"),
            ("{n, plural, one {#}}", 0, "lacks the variant “other”"),
            ("{g, select, female {a}}", 0, "lacks the variant “other”"),
            ("{n, plural, other {#} other {#}}", 22, "stands twice"),
            ("{n, plural, other}", 12, "has no text"), ("{n, plural, {a}}", 12, "has no keyword"),
            ("{n, plural, = {a} other {b}}", 12, "lacks its number"),
            ("{n, plural, offset: other {b}}", 20, "lacks its number"), ("{n, choice, 0#a}", 4, "choice"),
            ("{n, time}", 4, "no time of day"), ("{n, money}", 4, "nothing can be done by “money”"),
            ("{n, number, ::wrong}", 14, "no number skeleton"),
            ("{n, number, big}", 12, "no style of numbers"),
            ("{d, date, hh:mm}", 10, "no style of dates"), ("{d, date, ::Hm}", 10, "no style of dates"),
            ("{l, list, xor}", 10, "cannot be joined"), ("{n, spellout, x}", 14, "takes no style"),
            ("l'{name}", 1, "begins a quotation that nothing ends"),
            ("{n, plural, other {đ {x}", 18, "not closed"),
            (String(repeating: "{g, select, other {", count: 20), 304, "levels deep"),
        ]
        for (text, offset, message) in table {
            do throws(Message.SyntaxError) {
                _ = try Message(text)
                Issue.record("\(text) is taken for a message")
            } catch {
                #expect(error.offset == offset, "\(text): \(error.message)")
                #expect(error.message.contains(message), "\(text): \(error.message)")
            }
        }
    }

    /// Over all short texts of the scalars that mean something: what is taken here ICU takes too, and writes the same.
    @Test func everyShortTextMeansWhatICUSays() throws {
        let alphabet: [Unicode.Scalar] = ["{", "}", "'", "0", "#", " "]
        let formatter = MessageFormatter(locale: .english, source: .english)
        var texts: [String] = [""]
        var layer = texts
        for _ in 0..<5 {
            layer = layer.flatMap { text in alphabet.map { text + String($0) } }
            texts += layer
        }
        var taken = 0
        for text in texts {
            // ICU takes no number with a zero before it for a name.
            guard let message = try? Message(text),
                let result = try? formatter.format(message, ["0": .name(MultilingualText("7"))])
            else { continue }
            taken += 1
            #expect(result.text.plainText == Oracle.format(text, .english, text: "7"), "\(text)")
        }
        #expect(taken > 1000)
    }

    @Test func textWithoutBracesIsNoMessage() {
        for text in ["", "l'homme", "it''s", "#1", "100 %", "a < b"] { #expect(!Message.isMessage(text)) }
        for text in ["{a}", "}", "'{'"] { #expect(Message.isMessage(text)) }
    }
}

/// ICU's own MessageFormat.
enum Oracle {
    /// With a text as {0}; nil where ICU refuses the pattern.
    static func format(_ pattern: String, _ locale: LocaleID, text: String) -> String? {
        let units = Array(pattern.utf16)
        var buffer = [UInt16](repeating: 0, count: 4096)
        let length = oracle_format_text(
            locale.identifier, units, Int32(units.count), Array(text.utf16) + [0], &buffer,
            Int32(buffer.count))
        return length < 0 ? nil : String(decoding: buffer.prefix(Int(length)), as: UTF16.self)
    }

    /// With a number as {0}, which the pattern has to say, and a text as {1}.
    static func format(_ pattern: String, _ locale: LocaleID, number: Double, text: String) -> String? {
        let units = Array(pattern.utf16)
        var buffer = [UInt16](repeating: 0, count: 4096)
        let length = oracle_format(
            locale.identifier.replacing("-", with: "_"), units, Int32(units.count), number,
            Array(text.utf16) + [0],
            &buffer, Int32(buffer.count))
        return length < 0 ? nil : String(decoding: buffer.prefix(Int(length)), as: UTF16.self)
    }
}
