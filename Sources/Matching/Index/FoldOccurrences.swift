/// Counts the occurrences of folds within one segment.
struct FoldOccurrences {
    private var seen: [Int: Int] = [:]

    mutating func reset() { seen.removeAll(keepingCapacity: true) }

    /// How often a fold came before.
    mutating func next(_ fold: Int) -> Int {
        let count = seen[fold, default: 0]
        seen[fold] = count + 1
        return count
    }
}
