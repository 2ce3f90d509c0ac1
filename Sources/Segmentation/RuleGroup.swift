/// Up to 64 rules in their order, asked together.
struct RuleGroup {
    static let size = 64

    private var matchers: [RuleMatcher]
    private var backward: RuleAutomaton
    private var forward: RuleAutomaton
    /// The rules whose side the automaton knows as well as the expression does.
    private var exactBefore: UInt64 = 0
    private var exactAfter: UInt64 = 0
    private var breaking: UInt64 = 0

    init(_ rules: ArraySlice<SRXRule>) {
        matchers = rules.map(RuleMatcher.init)
        let before = rules.map { RuleShapeReader.shape(of: $0.beforeBreak) }
        let after = rules.map { RuleShapeReader.shape(of: $0.afterBreak) }
        backward = RuleAutomaton(before.map(\.shape), isBackward: true)
        forward = RuleAutomaton(after.map(\.shape), isBackward: false)
        for (index, rule) in rules.enumerated() {
            let bit = UInt64(1) << UInt64(index)
            if before[index].isExact { exactBefore |= bit }
            if after[index].isExact { exactAfter |= bit }
            if rule.breaks { breaking |= bit }
        }
        exactBefore &= ~backward.widened
        exactAfter &= ~forward.widened
    }

    /// The same rules for another thread.
    func copy() -> RuleGroup {
        var copy = self
        copy.matchers = matchers.map { RuleMatcher($0.rule) }
        copy.backward = backward.copy()
        copy.forward = forward.copy()
        return copy
    }

    /// Whether a rule that cuts may hold right after a unit.
    mutating func mayBreak(after unit: UInt16) -> Bool {
        backward.rules(startingWith: unit) & breaking != 0
    }

    /// The first rule that holds at one of the places, and whether it cuts.
    mutating func decision(
        at places: ClosedRange<Int>, in text: UnsafeBufferPointer<UInt16>, number: Int
    ) -> Bool? {
        // The rules before the first one that is known to hold.
        var wanted = UInt64.max
        var first: Int?
        for place in places {
            let before = backward.walk(text, from: place, wanted: wanted)
            var possible = before.accepted | before.open
            if possible == 0 { continue }
            let after = forward.walk(text, from: place, wanted: possible)
            possible &= after.accepted | after.open
            while possible != 0 {
                let index = possible.trailingZeroBitCount
                let bit = UInt64(1) << UInt64(index)
                possible &= ~bit
                let matcher = matchers[index]
                if exactAfter & after.accepted & bit != 0
                    || matcher.holdsAfter(place, in: text, number: number),
                    exactBefore & before.accepted & bit != 0
                        || matcher.holdsBefore(place, in: text, number: number)
                {
                    first = index
                    wanted = bit - 1
                    break
                }
            }
            if wanted == 0 { break }
        }
        return first.map { matchers[$0].rule.breaks }
    }
}
