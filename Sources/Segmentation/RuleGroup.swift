/// Up to 63 rules in their order, asked together.
struct RuleGroup {
    static let size = 63

    private var matchers: [RuleMatcher]
    private var backward: RuleAutomaton
    private var forward: RuleAutomaton
    /// The rules whose side the automaton knows as well as the expression does.
    private var exactBefore: UInt64 = 0
    private var exactAfter: UInt64 = 0
    private var breaking: UInt64 = 0
    private var gate = RuleGate()

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
        copy.gate = RuleGate()
        return copy
    }

    /// The first place from `start` on where a rule may cut; the length of the text where there is none.
    mutating func firstOpen(from start: Int, in text: UnsafeBufferPointer<UInt16>) -> Int {
        gate.firstOpen(from: start, to: text.count, in: text, breaking: breaking) { unit, isBefore in
            isBefore ? backward.rules(startingWith: unit) : forward.rules(startingWith: unit)
        }
    }

    /// The first rule that holds at one of the places, and whether it cuts.
    mutating func decision(
        at places: ClosedRange<Int>, in text: UnsafeBufferPointer<UInt16>, number: Int
    ) -> Bool? {
        // The rules before the first one that is known to hold.
        var wanted = UInt64.max
        var first: Int?
        for place in places {
            let near = gate.rules(at: place, in: text) { unit, isBefore in
                isBefore ? backward.rules(startingWith: unit) : forward.rules(startingWith: unit)
            }
            if near & wanted == 0 { continue }
            // What follows rules out more, and sooner.
            let after = forward.walk(text, from: place, wanted: near & wanted)
            var possible = after.accepted | after.open
            if possible == 0 { continue }
            let before = backward.walk(text, from: place, wanted: possible)
            possible &= before.accepted | before.open
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
