internal import Resources

/// What speaks for a Vietnamese word without marks having lost them: how often its syllable stands with marks and
/// without, and beside which words.
///
/// Evidence of this kind, from the words to the left and to the right, decides between the forms of a word in
/// D. Yarowsky, Decision lists for lexical ambiguity resolution: application to accent restoration (ACL 1994). Here its
/// logarithms are added, with weights fitted by logistic regression. The table is `locales/vi/marks.tsv`.
struct MarkEvidence: Sendable {
    /// From here on, a word has lost its marks almost for certain; of words that have them, half are found so.
    static let certain = 8.0
    /// From here on it probably has; seven of eight are found.
    static let likely = 6.0
    /// From here on it may have; 19 of 20 are found.
    static let possible = 3.4

    /// The table of the program.
    static let standard = MarkEvidence(
        table: Resources.bytes(at: "locales/vi/marks.tsv").map { String(decoding: $0, as: UTF8.self) } ?? "")

    private var priors: [WordKey: Double] = [:]
    private var neighbours: [UInt64: Int8] = [:]

    private enum Side: UInt64 {
        case before = 0x9E37_79B9_7F4A_7C15
        case after = 0xC2B2_AE3D_27D4_EB4F
    }

    /// Lines of a syllable, its prior logarithm, and the neighbours before and after it, each group of them after
    /// its logarithm; parted by tabs.
    init(table: String) {
        neighbours.reserveCapacity(60000)
        for line in table.split(separator: "\n") where line.utf8.first != UInt8(ascii: "#") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 4, let prior = Double(cells[1]) else { continue }
            let word = WordKey(cells[0].utf16)
            priors[word] = prior
            read(cells[2], of: word, .before)
            read(cells[3], of: word, .after)
        }
    }

    private mutating func read(_ cell: Substring, of word: WordKey, _ side: Side) {
        var weight: Int8?
        for item in cell.split(separator: " ") {
            // “0” stands for numbers, and is no weight: those are never nought.
            if item != "0", let number = Int8(item) {
                weight = number
            } else if let weight {
                neighbours[Self.key(word, WordKey(item.utf16), side)] = weight
            }
        }
    }

    private static func key(_ word: WordKey, _ neighbour: WordKey, _ side: Side) -> UInt64 {
        (word.value &* side.rawValue) ^ (neighbour.value &* 0xD6E8_FEB8_6659_FD93) &+ side.rawValue
    }

    /// The logarithm of how much likelier a word in a text is to have lost its marks than not; nil for a word that
    /// is not known.
    func score(_ place: Int, of text: CheckedText) -> Double? {
        let word = text.words[place]
        guard let prior = priors[word.key] else { return nil }
        let before = neighbours[Self.key(word.key, Self.neighbour(place, of: text, step: -1), .before)] ?? 0
        let after = neighbours[Self.key(word.key, Self.neighbour(place, of: text, step: 1), .after)] ?? 0
        return 0.884 * prior + 0.724 * Double(before) + 0.761 * Double(after) - 0.16
    }

    private static let start = WordKey("^"), end = WordKey("$"), number = WordKey("0"), comma = WordKey(","),
        stop = WordKey("."), other = WordKey("\"")

    /// What stands beside a word, as the table names it.
    private static func neighbour(_ place: Int, of text: CheckedText, step: Int) -> WordKey {
        var at = step < 0 ? text.words[place].range.lowerBound - 1 : text.words[place].range.upperBound
        while text.units.indices.contains(at), UnitKind.isSpace(text.units[at]) { at += step }
        guard text.units.indices.contains(at) else { return step < 0 ? start : end }
        let next = place + step
        if text.words.indices.contains(next), text.words[next].range.contains(at) {
            return text.words[next].key
        }
        switch text.units[at] {
        case 0x2C: return comma
        case 0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x2026: return stop
        default: return UnitKind.digit(text.units[at]) != nil ? number : other
        }
    }
}
