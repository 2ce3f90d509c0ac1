/// Finds all of many sequences of numbers in one pass over a sequence: the automaton of Aho and Corasick, “Efficient
/// String Matching: An Aid to Bibliographic Search”, CACM 18 (1975), over words instead of letters.
///
/// Moves are in one hash table, since a state has few of them out of very many symbols.
struct TermAutomaton: Sendable {
    private var moves = MoveTable()
    /// Where to go on from a state that has no move.
    private var failures: [Int32] = [0]
    /// The nearest state along the failures in which a pattern ends; 0 for none.
    private var outputLinks: [Int32] = [0]
    /// The patterns that end in a state: a range of ``outputs``.
    private var outputStarts: [Int32] = []
    private var outputs: [Int32] = []

    /// Builds the automaton of patterns, each of one symbol at least; their numbers are their places.
    init(_ patterns: [[Int32]]) {
        var children: [[Int32]] = [[]]
        var symbols: [Int32] = [-1]
        var ends: [[Int32]] = [[]]
        for (number, pattern) in patterns.enumerated() where !pattern.isEmpty {
            var state: Int32 = 0
            for symbol in pattern {
                if let next = moves.find(state, symbol) {
                    state = next
                } else {
                    let next = Int32(ends.count)
                    moves.insert(state, symbol, next)
                    children[Int(state)].append(next)
                    children.append([])
                    symbols.append(symbol)
                    ends.append([])
                    state = next
                }
            }
            ends[Int(state)].append(Int32(number))
        }
        failures = [Int32](repeating: 0, count: ends.count)
        outputLinks = failures
        // In breadth, so that failures, which are shorter, are known before they are needed.
        var queue: [Int32] = [0]
        var place = 0
        while place < queue.count {
            let state = queue[place]
            place += 1
            for child in children[Int(state)] {
                queue.append(child)
                if state == 0 { continue }
                let failure = step(failures[Int(state)], symbols[Int(child)])
                failures[Int(child)] = failure
                outputLinks[Int(child)] =
                    ends[Int(failure)].isEmpty ? outputLinks[Int(failure)] : failure
            }
        }
        for end in ends {
            outputStarts.append(Int32(outputs.count))
            outputs += end
        }
        outputStarts.append(Int32(outputs.count))
    }

    /// The number of states.
    var stateCount: Int { failures.count }

    private func step(_ state: Int32, _ symbol: Int32) -> Int32 {
        var state = state
        while true {
            if let next = moves.find(state, symbol) { return next }
            if state == 0 { return 0 }
            state = failures[Int(state)]
        }
    }

    /// Whether any pattern stands in a sequence.
    func matchesAny(_ symbols: [Int32]) -> Bool {
        var state: Int32 = 0
        for symbol in symbols {
            if symbol < 0 {
                state = 0
                continue
            }
            state = step(state, symbol)
            if outputStarts[Int(state)] < outputStarts[Int(state) + 1] || outputLinks[Int(state)] != 0 {
                return true
            }
        }
        return false
    }

    /// Calls for every pattern at every place where it ends.
    /// - Parameter symbols: negative ones are in no pattern.
    func scan(_ symbols: [Int32], _ found: (_ pattern: Int, _ end: Int) -> Void) {
        var state: Int32 = 0
        for (index, symbol) in symbols.enumerated() {
            if symbol < 0 {
                state = 0
                continue
            }
            state = step(state, symbol)
            var ending = state
            while ending != 0 {
                for output in outputStarts[Int(ending)]..<outputStarts[Int(ending) + 1] {
                    found(Int(outputs[Int(output)]), index + 1)
                }
                ending = outputLinks[Int(ending)]
            }
        }
    }
}

/// The moves of an automaton, by open addressing with linear probing.
private struct MoveTable: Sendable {
    private var keys: [UInt64] = [UInt64](repeating: .max, count: 64)
    private var values: [Int32] = [Int32](repeating: 0, count: 64)
    private var count = 0

    private static func key(_ state: Int32, _ symbol: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: symbol))
    }

    /// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
    private func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & (keys.count - 1)
    }

    func find(_ state: Int32, _ symbol: Int32) -> Int32? {
        let key = Self.key(state, symbol)
        var place = slot(key)
        while keys[place] != .max {
            if keys[place] == key { return values[place] }
            place = (place + 1) & (keys.count - 1)
        }
        return nil
    }

    mutating func insert(_ state: Int32, _ symbol: Int32, _ value: Int32) {
        if count * 2 >= keys.count {
            let old = zip(keys, values).filter { $0.0 != .max }
            keys = [UInt64](repeating: .max, count: keys.count * 2)
            values = [Int32](repeating: 0, count: keys.count)
            for (key, value) in old { place(key, value) }
        }
        count += 1
        place(Self.key(state, symbol), value)
    }

    private mutating func place(_ key: UInt64, _ value: Int32) {
        var place = slot(key)
        while keys[place] != .max { place = (place + 1) & (keys.count - 1) }
        keys[place] = key
        values[place] = value
    }
}
