/// Finds the number of a token that was met before by what it is in memory, which is cheaper than by its text.
///
/// Open addressing with linear probing.
struct TokenNumbers {
    /// The tokens whose identities stand here; kept so that no other token takes the identity over.
    private var kept: [Token] = []
    private var slots = [Slot](repeating: Slot(), count: 64)

    private struct Slot {
        /// The token's identity, or 0.
        var identity: UInt = 0
        var number: UInt32 = 0
    }

    /// Tokens that share nothing, as those of a tokenizer for every segment, would otherwise all be kept.
    static let most = 1 << 22

    private func place(_ identity: UInt) -> Int {
        let mixed = UInt64(identity) &* 0x9e37_79b9_7f4a_7c15
        var place = Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
        while slots[place].identity != 0, slots[place].identity != identity {
            place = (place + 1) & (slots.count - 1)
        }
        return place
    }

    /// The number of a token by its identity, where this very token was noted.
    @inline(__always)
    func find(_ identity: ObjectIdentifier) -> UInt32? {
        let identity = UInt(bitPattern: identity)
        let slot = slots[place(identity)]
        return slot.identity == identity ? slot.number : nil
    }

    /// Notes the number of a token.
    mutating func note(_ token: Token, _ number: UInt32) {
        if kept.count == Self.most { self = TokenNumbers() }
        if (kept.count + 1) * 2 > slots.count { grow() }
        let identity = UInt(bitPattern: token.identity)
        slots[place(identity)] = Slot(identity: identity, number: number)
        kept.append(token)
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.identity != 0 { slots[place(slot.identity)] = slot }
    }
}
