/// Tells for up to 64 rules at once which of their shapes match from a place on, forward or backward.
///
/// A nondeterministic automaton whose sets of states are made when a text first needs them (Aho, Sethi and
/// Ullman, Compilers, 1986, section 3.7), so that a step costs one look into a table. Ordinary text leaves
/// no rule after one to three steps, whatever the number of rules.
struct RuleAutomaton {
    /// The rules that match, as bits.
    struct Finding {
        /// Rules whose shape matches.
        var accepted: UInt64 = 0
        /// Rules of which that is not known, since the walk ended before.
        var open: UInt64 = 0
    }

    private enum Node {
        case unit(set: Int, rule: Int, next: Int)
        case split([Int])
        case accept(rule: Int)
        /// Accepts where the condition holds between the last unit and the one to come.
        case acceptAt(RuleEdge, rule: Int)
    }

    /// What a set of nodes means, apart from the nodes, so that looking at it copies nothing counted.
    private struct State {
        let accepted: UInt64
        let acceptedAtWord: UInt64
        let acceptedAtLine: UInt64
        let alive: UInt64
    }

    /// A walk longer than this leaves the rest to the regular expressions.
    private static let stepLimit = 96
    private static let stateLimit = 2048
    /// A repetition of more than this is built as one without bound.
    private static let copyLimit = 8
    private static let classCount = 256

    private let isBackward: Bool
    private var nodes: [Node] = []
    private var states: [State] = []
    private var members: [[Int]] = []
    private var stateNumbers: [[Int]: Int32] = [:]
    /// For each state and class of units the next state, or -1 before it is made.
    private var transitions: [Int32] = []
    private var classes: UnitClasses
    /// The rules that are built wider than their shapes.
    private(set) var widened: UInt64 = 0

    init(_ shapes: [RuleShape], isBackward: Bool) {
        self.isBackward = isBackward
        classes = UnitClasses([])
        var sets = UnitSetTable()
        var starts: [Int] = []
        for (rule, shape) in shapes.enumerated() {
            nodes.append(.accept(rule: rule))
            starts.append(build(shape, rule, before: nodes.count - 1, &sets))
        }
        classes = UnitClasses(sets.sets)
        _ = number(of: closure(starts))
    }

    /// The same automaton for another thread.
    func copy() -> RuleAutomaton {
        var copy = self
        copy.classes = classes.copy()
        return copy
    }

    /// Adds the nodes of a shape before the node `next`, and returns the first of them.
    private mutating func build(
        _ shape: RuleShape, _ rule: Int, before next: Int, _ sets: inout UnitSetTable
    ) -> Int {
        switch shape {
        case .empty: return next
        case .anything:
            widened |= 1 << UInt64(rule)
            return append(.accept(rule: rule))
        case .edge(let edge):
            if case .accept = nodes[next] { return append(.acceptAt(edge, rule: rule)) }
            widened |= 1 << UInt64(rule)
            return next
        case .unit(let set): return append(.unit(set: sets.index(of: set), rule: rule, next: next))
        case .sequence(let parts):
            // What is met last is added first.
            var first = next
            for part in isBackward ? parts : parts.reversed() {
                first = build(part, rule, before: first, &sets)
            }
            return first
        case .choice(let parts):
            var branches: [Int] = []
            for part in parts { branches.append(build(part, rule, before: next, &sets)) }
            return append(.split(branches))
        case .repeated(let part, let least, let most):
            if least > Self.copyLimit || most.map({ $0 > Self.copyLimit }) ?? false {
                widened |= 1 << UInt64(rule)
            }
            var first = next
            if let most, most <= Self.copyLimit {
                for _ in 0..<max(0, most - least) {
                    first = append(.split([build(part, rule, before: first, &sets), next]))
                }
            } else {
                let loop = append(.split([]))
                nodes[loop] = .split([build(part, rule, before: loop, &sets), next])
                first = loop
            }
            for _ in 0..<min(least, Self.copyLimit) { first = build(part, rule, before: first, &sets) }
            return first
        }
    }

    private mutating func append(_ node: Node) -> Int {
        nodes.append(node)
        return nodes.count - 1
    }

    private func closure(_ starts: [Int]) -> [Int] {
        var seen: Set<Int> = []
        var waiting = starts
        while let node = waiting.popLast() {
            guard seen.insert(node).inserted else { continue }
            if case .split(let branches) = nodes[node] { waiting += branches }
        }
        return seen.filter { if case .split = nodes[$0] { false } else { true } }.sorted()
    }

    private mutating func number(of set: [Int]) -> Int32 {
        if let number = stateNumbers[set] { return number }
        var accepted: UInt64 = 0, atWord: UInt64 = 0, atLine: UInt64 = 0, alive: UInt64 = 0
        for member in set {
            switch nodes[member] {
            case .accept(let rule): accepted |= 1 << UInt64(rule)
            case .acceptAt(.word, let rule): atWord |= 1 << UInt64(rule)
            case .acceptAt(.line, let rule): atLine |= 1 << UInt64(rule)
            case .unit(_, let rule, _): alive |= 1 << UInt64(rule)
            case .split: break
            }
        }
        let number = Int32(states.count)
        states.append(
            State(
                accepted: accepted, acceptedAtWord: atWord, acceptedAtLine: atLine, alive: alive))
        members.append(set)
        transitions += repeatElement(-1, count: Self.classCount)
        stateNumbers[set] = number
        return number
    }

    /// The next state, or nil where there are too many.
    @inline(__always) private mutating func step(from state: Int, by unitClass: UInt8) -> Int? {
        let known = transitions[state * Self.classCount + Int(unitClass)]
        return known >= 0 ? Int(known) : makeStep(from: state, by: unitClass)
    }

    @inline(never) private mutating func makeStep(from state: Int, by unitClass: UInt8) -> Int? {
        guard states.count < Self.stateLimit else { return nil }
        var targets: [Int] = []
        for member in members[state] {
            if case .unit(let set, _, let next) = nodes[member], classes.has(unitClass, set) {
                targets.append(next)
            }
        }
        let next = number(of: closure(targets))
        transitions[state * Self.classCount + Int(unitClass)] = next
        return Int(next)
    }

    /// The rules that match from `place` on; none outside `wanted`.
    mutating func walk(_ text: UnsafeBufferPointer<UInt16>, from place: Int, wanted: UInt64) -> Finding {
        var finding = Finding()
        var state = 0
        var at = place
        for step in 0...Self.stepLimit {
            accept(states[state], at, text, wanted, &finding)
            let alive = states[state].alive & wanted & ~finding.accepted
            if alive == 0 { return finding }
            let index = isBackward ? at - 1 : at
            guard index >= 0, index < text.count else { return finding }
            let unitClass = classes[text[index]]
            guard step < Self.stepLimit, unitClass != UnitClasses.wild,
                let next = self.step(from: state, by: unitClass)
            else {
                finding.open |= alive
                return finding
            }
            state = next
            at += isBackward ? -1 : 1
        }
        return finding
    }

    @inline(__always) private mutating func accept(
        _ state: State, _ place: Int, _ text: UnsafeBufferPointer<UInt16>, _ wanted: UInt64,
        _ finding: inout Finding
    ) {
        finding.accepted |= state.accepted & wanted
        if state.acceptedAtWord & wanted != 0 {
            switch isWordEdge(place, text) {
            case true: finding.accepted |= state.acceptedAtWord & wanted
            case false: break
            case nil: finding.open |= state.acceptedAtWord & wanted
            }
        }
        if state.acceptedAtLine & wanted != 0, place == 0 || text[place - 1].mayEndLine {
            finding.open |= state.acceptedAtLine & wanted
        }
    }

    /// Whether a word starts or ends at a place; nil where the units alone do not say.
    private mutating func isWordEdge(_ place: Int, _ text: UnsafeBufferPointer<UInt16>) -> Bool? {
        let before = place > 0 ? classes.isWord(text[place - 1]) : false
        let after = place < text.count ? classes.isWord(text[place]) : false
        guard let before, let after else { return nil }
        return before != after
    }

    /// The rules that a unit at the very start of a walk does not rule out.
    mutating func rules(startingWith unit: UInt16) -> UInt64 {
        let start = states[0].accepted | states[0].acceptedAtWord | states[0].acceptedAtLine
        let unitClass = classes[unit]
        guard unitClass != UnitClasses.wild, let next = step(from: 0, by: unitClass) else {
            return start | states[0].alive
        }
        let state = states[next]
        return start | state.accepted | state.acceptedAtWord | state.acceptedAtLine | state.alive
    }
}
