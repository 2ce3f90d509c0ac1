public import TextFiles
public import UnicodeText

/// Cuts text into sentences.
///
/// By default ICU's sentence breaker (UAX #29) proposes places and SRX rules correct it: white space between
/// two sentences is one place, since segments are trimmed, so a rule or the breaker may mean its start, its
/// end or the middle; at every place, the first rule that holds decides; where none holds, ICU's proposal
/// stands. A segmenter that follows rules alone cuts only where the first rule that holds, at every place
/// between two characters, is one that cuts (SRX 2.0, section 4). A rule holds where some text that ends
/// there matches `beforebreak` and some text that starts there matches `afterbreak`.
///
/// Opening one reads all rules: keep it. It is not to be shared between threads; ``copy()`` is cheap.
public final class Segmenter {
    /// What proposes places, before any rule.
    private let breaker: TextBreaker?
    private var groups: [RuleGroup]
    /// For every unit whether a rule may cut right after it, as the groups say.
    private var mayBreakAfter = [UInt8](repeating: unknown, count: 0x10000)
    private var textNumber = 0

    private static let unknown: UInt8 = 2

    /// Takes the rules for texts of a language.
    /// - Parameter followsRulesAlone: whether nothing but the rules cuts, as the standard has it.
    /// - Throws: ``TextFiles/LathuError`` with all rules that are malformed.
    public convenience init(
        locale: LocaleID, rules: [SRXRule], followsRulesAlone: Bool = false
    ) throws(LathuError) {
        var problems: [Diagnostic] = []
        for rule in rules { problems += rule.problems() }
        guard problems.isEmpty else { throw LathuError(.invalidData, problems) }
        try self.init(locale: locale, checked: rules, followsRulesAlone: followsRulesAlone)
    }

    /// Takes rules whose expressions are known to be in order.
    init(locale: LocaleID, checked rules: [SRXRule], followsRulesAlone: Bool = false) throws(LathuError) {
        do {
            breaker = followsRulesAlone ? nil : try TextBreaker(.sentence, locale: locale)
        } catch {
            throw LathuError(.software, "\(error)")
        }
        groups = stride(from: 0, to: rules.count, by: RuleGroup.size).map {
            RuleGroup(rules[$0..<min(rules.count, $0 + RuleGroup.size)])
        }
    }

    private init(breaker: TextBreaker?, groups: [RuleGroup]) {
        self.breaker = breaker
        self.groups = groups
    }

    /// Another segmenter with the same rules, for another thread.
    /// - Throws: ``UnicodeText/ICUError`` where memory runs out.
    public func copy() throws(ICUError) -> Segmenter {
        Segmenter(breaker: try breaker?.copy(), groups: groups.map { $0.copy() })
    }

    /// Where segments end, in UTF-16 code units, in ascending order, with the length of the text last: after
    /// the white space that follows them or, where rules alone are followed, just where they say. Empty for
    /// an empty text.
    public func boundaries(in utf16: [UInt16]) -> [Int] {
        utf16.withUnsafeBufferPointer { text in
            guard !text.isEmpty else { return [] }
            textNumber += 1
            var result: [Int] = []
            if let breaker {
                breaker.withBoundaries(of: text) { correct($0, in: text, &result) }
            } else {
                followRules(in: text, &result)
            }
            result.append(text.count)
            return result
        }
    }

    private func correct(
        _ proposals: Slice<UnsafeMutableBufferPointer<Int32>>, in text: UnsafeBufferPointer<UInt16>,
        _ result: inout [Int]
    ) {
        var proposal = 0
        // Before the first character that is not white space there is nothing to end.
        var place = text.spaceEnd(from: 0) + 1
        while place < text.count {
            while proposal < proposals.count, proposals[proposal] < place { proposal += 1 }
            let limit = proposal < proposals.count ? min(Int(proposals[proposal]), text.count) : text.count
            while place < limit, !mayBreak(after: text[place - 1]) { place += 1 }
            guard place < text.count else { return }
            let start = text.spaceStart(before: place), end = text.spaceEnd(from: place)
            guard end < text.count else { return }
            let isProposed = place == limit || (proposal < proposals.count && proposals[proposal] <= end)
            if decision(at: start...end, in: text) ?? isProposed { result.append(end) }
            place = end + 1
        }
    }

    private func followRules(in text: UnsafeBufferPointer<UInt16>, _ result: inout [Int]) {
        for place in 1..<text.count where mayBreak(after: text[place - 1]) && !text.splitsPair(at: place) {
            if decision(at: place...place, in: text) == true { result.append(place) }
        }
    }

    private func decision(at places: ClosedRange<Int>, in text: UnsafeBufferPointer<UInt16>) -> Bool? {
        for index in groups.indices {
            if let breaks = groups[index].decision(at: places, in: text, number: textNumber) { return breaks }
        }
        return nil
    }

    @inline(__always) private func mayBreak(after unit: UInt16) -> Bool {
        let known = mayBreakAfter[Int(unit)]
        return known != Self.unknown ? known == 1 : learn(unit)
    }

    @inline(never) private func learn(_ unit: UInt16) -> Bool {
        var breaks = false
        for index in groups.indices where groups[index].mayBreak(after: unit) { breaks = true }
        mayBreakAfter[Int(unit)] = breaks ? 1 : 0
        return breaks
    }

    /// The segments of a text, without White_Space at their ends, in order; none is empty.
    public func segments(of text: String) -> [Range<String.Index>] {
        let units = Array(text.utf16)
        let view = text.utf16
        var index = view.startIndex, offset = 0
        func move(to target: Int) -> String.Index {
            view.formIndex(&index, offsetBy: target - offset)
            offset = target
            return index
        }
        var result: [Range<String.Index>] = []
        let ends = boundaries(in: units)
        units.withUnsafeBufferPointer { units in
            var start = units.spaceEnd(from: 0)
            for end in ends {
                let last = units.spaceStart(before: end)
                if start < last {
                    let lower = move(to: start)
                    result.append(lower..<move(to: last))
                }
                start = max(start, units.spaceEnd(from: end))
            }
        }
        return result
    }
}
