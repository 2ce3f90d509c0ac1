/// Says by the two units around a place which rules of a group may hold there. Most places of a text end
/// here, after two looks into tables.
final class RuleGate {
    /// For each unit right before or right after a place the rules that it does not rule out, or `unknown`
    /// before a text has had it.
    private let before: UnsafeMutablePointer<UInt64>
    private let after: UnsafeMutablePointer<UInt64>
    /// For each unit 0 where no rule that cuts holds right after it.
    private let opens: UnsafeMutablePointer<UInt8>

    private static let size = 0x10000
    /// A bit that no rule of a group has.
    private static let unknown = UInt64(1) << UInt64(RuleGroup.size)

    init() {
        before = .allocate(capacity: Self.size)
        after = .allocate(capacity: Self.size)
        opens = .allocate(capacity: Self.size)
        opens.initialize(repeating: 1, count: Self.size)
        before.initialize(repeating: Self.unknown, count: Self.size)
        after.initialize(repeating: Self.unknown, count: Self.size)
    }

    deinit {
        opens.deallocate()
        before.deallocate()
        after.deallocate()
    }

    /// The first place from `start` on where a rule of `breaking` may hold; `limit` where there is none.
    func firstOpen(
        from start: Int, to limit: Int, in text: UnsafeBufferPointer<UInt16>, breaking: UInt64,
        learn: (UInt16, _ isBefore: Bool) -> UInt64
    ) -> Int {
        guard let units = text.baseAddress else { return limit }
        let opens = opens
        var place = start
        while true {
            while place < limit, opens[Int(units[place - 1])] == 0 { place += 1 }
            guard place < limit else { return limit }
            if rules(at: place, in: text, learn: learn) & breaking != 0 { return place }
            if before[Int(units[place - 1])] & breaking == 0 { opens[Int(units[place - 1])] = 0 }
            place += 1
        }
    }

    /// The rules that may hold at a place.
    func rules(
        at place: Int, in text: UnsafeBufferPointer<UInt16>, learn: (UInt16, _ isBefore: Bool) -> UInt64
    ) -> UInt64 {
        guard place > 0, place < text.count else { return Self.unknown - 1 }
        var left = before[Int(text[place - 1])], right = after[Int(text[place])]
        if left == Self.unknown {
            left = learn(text[place - 1], true)
            before[Int(text[place - 1])] = left
        }
        if right == Self.unknown {
            right = learn(text[place], false)
            after[Int(text[place])] = right
        }
        return left & right
    }
}
