/// Memory that a searcher uses again for every query.
///
/// Plain memory rather than arrays: it is read and written in the innermost loops.
final class SearchScratch {
    /// For every fold 1 + its place among the query's folds, or 0.
    let slots: UnsafeMutableBufferPointer<UInt32>
    /// One bit a unit: its tokens were compared for this query.
    let seen: UnsafeMutableBufferPointer<UInt64>
    private var seenUnits: [Int] = []
    /// For each of the query's folds what is left of its weight while a unit's tokens are gone through.
    private(set) var remaining: UnsafeMutableBufferPointer<Int32>
    private var wanted: UnsafeMutableBufferPointer<Int32>
    private var elementCount = 0
    /// The tokens of a unit, and the slots of their folds.
    var tokens: UnsafeMutableBufferPointer<UInt32>
    var tokenSlots: UnsafeMutableBufferPointer<UInt32>
    var tokenWeights: UnsafeMutableBufferPointer<Int32>
    /// A row of a distance, and the sums of a unit's weights.
    var row: UnsafeMutableBufferPointer<Int32>
    var sums: UnsafeMutableBufferPointer<Int32>
    /// Units that passed the filter.
    var survivors: [UInt32] = []

    init(folds: Int, units: Int) {
        slots = Self.allocate(folds)
        seen = Self.allocate((units + 63) / 64)
        remaining = Self.allocate(64)
        wanted = Self.allocate(64)
        tokens = Self.allocate(64)
        tokenSlots = Self.allocate(64)
        tokenWeights = Self.allocate(64)
        row = Self.allocate(65)
        sums = Self.allocate(65)
    }

    deinit {
        slots.deallocate()
        seen.deallocate()
        remaining.deallocate()
        wanted.deallocate()
        deallocateTokens()
    }

    private static func allocate<Value: FixedWidthInteger>(_ count: Int) -> UnsafeMutableBufferPointer<Value>
    {
        let buffer = UnsafeMutableBufferPointer<Value>.allocate(capacity: count)
        buffer.initialize(repeating: 0)
        return buffer
    }

    private func deallocateTokens() {
        tokens.deallocate()
        tokenSlots.deallocate()
        tokenWeights.deallocate()
        row.deallocate()
        sums.deallocate()
    }

    /// Takes in the folds of a query.
    func start(_ elements: [IndexQuery.Element]) {
        elementCount = elements.count + 1
        if elementCount > remaining.count {
            remaining.deallocate()
            wanted.deallocate()
            remaining = Self.allocate(elementCount * 2)
            wanted = Self.allocate(elementCount * 2)
        }
        wanted[0] = 0
        for (place, element) in elements.enumerated() {
            slots[element.fold] = UInt32(place + 1)
            wanted[place + 1] = Int32(element.count * element.weight)
        }
    }

    /// Forgets the folds of a query.
    func end(_ elements: [IndexQuery.Element]) {
        for element in elements { slots[element.fold] = 0 }
        forget()
    }

    /// Puts back what is left of the query's folds.
    @inline(__always)
    func startUnit() {
        for place in 0..<elementCount { remaining[place] = wanted[place] }
    }

    /// Makes room for the tokens of a unit.
    func reserve(tokens count: Int) {
        guard count > tokens.count else { return }
        deallocateTokens()
        tokens = Self.allocate(count * 2)
        tokenSlots = Self.allocate(count * 2)
        tokenWeights = Self.allocate(count * 2)
        row = Self.allocate(count * 2 + 1)
        sums = Self.allocate(count * 2 + 1)
    }

    /// Notes a unit; false where it was noted before.
    func note(_ unit: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64(unit & 63)
        if seen[unit >> 6] & bit != 0 { return false }
        seen[unit >> 6] |= bit
        seenUnits.append(unit)
        return true
    }

    /// Forgets the units that were noted.
    private func forget() {
        for unit in seenUnits { seen[unit >> 6] = 0 }
        seenUnits.removeAll(keepingCapacity: true)
    }
}
