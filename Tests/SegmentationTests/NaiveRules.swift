import Segmentation
import UnicodeText

/// What the standard says, without regard to speed (SRX 2.0, section 4): every place, every rule, every way of
/// matching.
final class NaiveRules {
    private let rules: [(rule: SRXRule, after: RegularExpression)]
    private var compiled: [String: RegularExpression?] = [:]

    init(_ rules: [SRXRule]) throws {
        self.rules = try rules.map { ($0, try RegularExpression(Self.forICU($0.afterBreak))) }
    }

    /// The expressions of the shared files that are Java's, by hand.
    private static func forICU(_ pattern: String) -> String {
        switch pattern {
        case "": "(?:)"
        case "<0}": "<0\\}"
        default: pattern.replacing("(?<=[XVI]+)", with: "(?<=[XVI])")
        }
    }

    /// The number of the first rule that holds.
    func first(at place: Int, in units: [UInt16]) -> Int? {
        let rest = String(decoding: units[place...], as: UTF16.self).unicodeScalars.count
        return rules.firstIndex { rule, after in
            after.setText(units)
            guard after.matchEnd(at: place) != nil else { return false }
            // Only at the place does just so much text follow.
            let pattern = "(?:\(Self.forICU(rule.beforeBreak)))(?=[\\x{0}-\\x{10FFFF}]{\(rest)}\\z)"
            let before = compiled[pattern] ?? (try? RegularExpression(pattern))
            compiled[pattern] = before
            guard let before else { return false }
            before.setText(units)
            return before.firstMatch(from: 0) != nil
        }
    }

    private static func splitsPair(_ place: Int, _ units: [UInt16]) -> Bool {
        place > 0 && units[place] & 0xFC00 == 0xDC00 && units[place - 1] & 0xFC00 == 0xD800
    }

    /// Where rules alone cut.
    func boundaries(in units: [UInt16]) -> [Int] {
        guard !units.isEmpty else { return [] }
        let inner = (1..<units.count).filter { place in
            !Self.splitsPair(place, units)
                && first(at: place, in: units).map { rules[$0].rule.breaks } ?? false
        }
        return inner + [units.count]
    }

    /// Where rules correct a breaker's proposals.
    func boundaries(in units: [UInt16], correcting breaker: TextBreaker) -> [Int] {
        func isSpace(_ at: Int) -> Bool {
            units.indices.contains(at) && (Unicode.Scalar(units[at])?.isWhiteSpace ?? false)
        }
        let proposals = breaker.boundaries(of: units)
        var result: [Int] = []
        for end in 0..<units.count where !isSpace(end) && !Self.splitsPair(end, units) {
            var start = end
            while start > 0, isSpace(start - 1) { start -= 1 }
            guard start > 0 else { continue }
            let deciding = (start...end).compactMap { first(at: $0, in: units) }.min()
            let isProposed = (start...end).contains { proposals.contains($0) }
            if deciding.map({ rules[$0].rule.breaks }) ?? isProposed { result.append(end) }
        }
        return units.isEmpty ? [] : result + [units.count]
    }
}
