import TestSupport
import Testing
import UnicodeText

/// The normalization test of the Unicode Character Database (UAX #15), version 15.0. The forms NFKC and
/// NFKD alone are not offered; of NFKC_Casefold, which is, the file says that compatibility equivalents
/// have the same, once they are decomposed (Unicode 15, D146: the iota below a letter folds to a letter of
/// its own, so marks must be in their order before).
@Suite(
    .enabled(
        if: SharedMaterial.has("unicode/NormalizationTest.txt.gz"), "the shared material is not here"))
struct NormalizationConformanceTests {
    private static func text(_ column: Substring) -> String {
        var text = ""
        for part in column.split(separator: " ") {
            if let value = UInt32(part, radix: 16), let scalar = Unicode.Scalar(value) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Swift compares strings up to canonical equivalence, which is just what must not happen here.
    private static func same(_ left: String, _ right: String) -> Bool {
        left.unicodeScalars.elementsEqual(right.unicodeScalars)
    }

    @Test func everyLineAndEveryOtherCharacter() throws {
        var isFirstPart = false
        var listed: Set<UInt32> = []
        var cases = 0
        var failures: [Substring] = []
        for line in try SharedMaterial.text("unicode/NormalizationTest.txt.gz").split(separator: "\n") {
            if line.hasPrefix("@") { isFirstPart = line.hasPrefix("@Part1 ") }
            let columns = line.prefix { $0 != "#" }.split(separator: ";").prefix(5).map(Self.text)
            guard columns.count == 5, !line.hasPrefix("@") else { continue }
            cases += 1
            if isFirstPart { columns[0].unicodeScalars.first.map { _ = listed.insert($0.value) } }
            let composed = columns.map(\.nfc), decomposed = columns.map(\.nfd)
            let folded = columns.map(\.nfd.nfkcCasefold)
            let holds =
                composed.prefix(3).allSatisfy { Self.same($0, columns[1]) }
                && composed.suffix(2).allSatisfy { Self.same($0, columns[3]) }
                && decomposed.prefix(3).allSatisfy { Self.same($0, columns[2]) }
                && decomposed.suffix(2).allSatisfy { Self.same($0, columns[4]) }
                && folded.allSatisfy { Self.same($0, folded[0]) }
            if !holds { failures.append(line) }
        }
        #expect(cases == 19_074)
        #expect(failures == [])
        var changed: [UInt32] = []
        for value in UInt32(0)...0x10FFFF where !listed.contains(value) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            if !Self.same(text.nfc, text) || !Self.same(text.nfd, text) { changed.append(value) }
        }
        #expect(changed == [])
    }
}
