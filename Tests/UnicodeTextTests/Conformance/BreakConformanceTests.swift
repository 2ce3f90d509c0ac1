import TestSupport
import Testing
import UnicodeText

/// The break tests of the Unicode Character Database (UAX #29), version 15.0.
@Suite struct BreakConformanceTests {
    /// CLDR 42 took the colon between letters out of words, for all languages but Swedish and Finnish; the
    /// file still has it inside, as UAX #29 does (rules WB6 and WB7, MidLetter).
    private static let colonBetweenLetters = [
        "÷ 0061 × 003A × 0041 ÷",
        "÷ 0061 × 003A × 0308 × 0041 ÷",
        "÷ 0061 × 003A × 05D0 ÷",
        "÷ 0061 × 003A × 0308 × 05D0 ÷",
        "÷ 0061 × 003A × 0061 × 2060 ÷",
        "÷ 0061 × 003A × 0308 × 0061 × 2060 ÷",
        "÷ 0061 × 003A × 0061 ÷ 003A ÷",
        "÷ 0061 × 003A × 0308 × 0061 ÷ 003A ÷",
        "÷ 0061 × 003A × 0061 ÷ 0027 ÷",
        "÷ 0061 × 003A × 0308 × 0061 ÷ 0027 ÷",
        "÷ 0061 × 003A × 0061 ÷ 0027 × 2060 ÷",
        "÷ 0061 × 003A × 0308 × 0061 ÷ 0027 × 2060 ÷",
        "÷ 0061 × 003A × 0061 ÷ 002C ÷",
        "÷ 0061 × 003A × 0308 × 0061 ÷ 002C ÷",
        "÷ 0041 × 003A × 0041 ÷",
    ]

    /// A line such as `÷ 0061 × 002E ÷`: the text and the boundaries after its start.
    private static func parse(_ line: Substring) -> (units: [UInt16], boundaries: [Int])? {
        let data = line.prefix { $0 != "#" }
        var units: [UInt16] = [], boundaries: [Int] = []
        for part in data.split(whereSeparator: \.isWhitespace) {
            switch part {
            case "÷": if !units.isEmpty { boundaries.append(units.count) }
            case "×": break
            default:
                guard let value = UInt32(part, radix: 16), let scalar = Unicode.Scalar(value) else {
                    return nil
                }
                units += Array(String(scalar).utf16)
            }
        }
        return units.isEmpty ? nil : (units, boundaries)
    }

    /// Compares a breaker with a file, and gives the lines where they differ.
    private func differences(
        _ unit: TextBreaker.Unit, _ file: String, count: Int, locale: String = "en"
    ) throws -> [String] {
        let breaker = try TextBreaker(unit, locale: LocaleID(locale))
        var cases = 0
        var differences: [String] = []
        for line in try SharedMaterial.text(file).split(separator: "\n") {
            guard let (units, boundaries) = Self.parse(line) else { continue }
            cases += 1
            if breaker.boundaries(of: units) != boundaries {
                differences.append(line.prefix { $0 != "#" }.trimmed)
            }
        }
        #expect(cases == count)
        return differences
    }

    @Test(
        .enabled(
            if: SharedMaterial.has("unicode/SentenceBreakTest.txt"), "the shared material is not here"))
    func sentences() throws {
        #expect(try differences(.sentence, "unicode/SentenceBreakTest.txt", count: 502) == [])
    }

    @Test(.enabled(if: SharedMaterial.has("unicode/WordBreakTest.txt"), "the shared material is not here"))
    func words() throws {
        let file = "unicode/WordBreakTest.txt"
        #expect(try differences(.word, file, count: 1823) == Self.colonBetweenLetters)
        #expect(try differences(.word, file, count: 1823, locale: "sv") == [])
    }
}
