/// For every hundred thousandths of a word up to some thousand words, the first unit of at least that weight.
enum WeightStarts {
    private static let most = 40_000

    /// - Parameter weights: the units' weights in ascending order, in thousandths of a word.
    static func of(_ weights: some Collection<UInt32>) -> [UInt32] {
        var starts: [UInt32] = []
        var place: UInt32 = 0
        for weight in weights {
            while starts.count <= most, starts.count * 100 <= Int(weight) { starts.append(place) }
            place += 1
        }
        if starts.count <= most { starts.append(place) }
        return starts
    }
}
