public import TextFiles
public import UnicodeText

/// Cuts text into sentences.
///
/// By default ICU's sentence breaker (UAX #29) proposes places and SRX rules correct it: white space between
/// two sentences is one place, since segments are trimmed, so a rule or the breaker may mean its start, its
/// end or the middle; at every place, the first rule that holds decides; where none holds, ICU's proposal
/// stands. The points of a list in running text are then told by their numbers (`Enumeration`). A segmenter that follows rules alone cuts only where the first rule that holds, at every place
/// between two characters, is one that cuts (SRX 2.0, section 4). A rule holds where some text that ends
/// there matches `beforebreak` and some text that starts there matches `afterbreak`.
///
/// Opening one reads all rules: keep it. It is not to be shared between threads; ``copy()`` is cheap.
public final class Segmenter {
    /// What proposes places, before any rule.
    private let breaker: TextBreaker?
    private var rules: RuleSet
    /// Words after which a number is theirs, not a point's.
    private let leaders: Set<String>
    /// Where codes at a cut go; nil for where they belong by what they do.
    let codePlacement: CodePlacement?

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
    init(
        locale: LocaleID, checked rules: [SRXRule], followsRulesAlone: Bool = false,
        codePlacement: CodePlacement? = nil
    ) throws(LathuError) {
        self.codePlacement = codePlacement
        do {
            breaker = followsRulesAlone ? nil : try TextBreaker(.sentence, locale: locale)
        } catch {
            throw LathuError(.software, "\(error)")
        }
        leaders = Enumeration.leaders(of: locale)
        self.rules = RuleSet(rules)
    }

    private init(breaker: TextBreaker?, rules: RuleSet, leaders: Set<String>, codePlacement: CodePlacement?) {
        self.codePlacement = codePlacement
        self.breaker = breaker
        self.rules = rules
        self.leaders = leaders
    }

    /// Another segmenter with the same rules, for another thread.
    /// - Throws: ``UnicodeText/ICUError`` where memory runs out.
    public func copy() throws(ICUError) -> Segmenter {
        Segmenter(
            breaker: try breaker?.copy(), rules: rules.copy(), leaders: leaders, codePlacement: codePlacement)
    }

    /// Where segments end, in UTF-16 code units, in ascending order, with the length of the text last: after
    /// the white space that follows them or, where rules alone are followed, just where they say. Empty for
    /// an empty text.
    public func boundaries(in utf16: [UInt16]) -> [Int] {
        utf16.withUnsafeBufferPointer { text in
            guard !text.isEmpty else { return [] }
            // A local value spares a check at every access.
            var rules = RuleSet([])
            swap(&rules, &self.rules)
            defer { swap(&rules, &self.rules) }
            rules.begin()
            var result: [Int] = []
            if let breaker {
                breaker.withBoundaries(of: text) { rules.correct($0, in: text, &result) }
                let points = Enumeration.points(in: text, leaders: leaders)
                if !points.isEmpty { separate(points, &result) }
            } else {
                rules.follow(in: text, &result)
            }
            result.append(text.count)
            return result
        }
    }

    /// Lets every point of a list begin a segment, and none begin between its number and its words.
    private func separate(_ points: [Enumeration.Point], _ boundaries: inout [Int]) {
        boundaries.removeAll { end in points.contains { $0.start <= end && end <= $0.words } }
        boundaries = (boundaries + points.dropFirst().map(\.start)).sorted()
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
