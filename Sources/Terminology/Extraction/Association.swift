#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How much more often two things stand together than chance would have it.
enum Association {
    /// The log-likelihood ratio G² of a table of two by two (T. Dunning, Accurate Methods for the Statistics of Surprise
    /// and Coincidence, Computational Linguistics 19(1), 1993). It holds for rare events too, and is distributed like
    /// χ² with one degree of freedom: 10.83 is met by chance once in a thousand.
    /// - Parameters:
    ///   - together: how often both stand together.
    ///   - left: how often one does, with the other or without it.
    ///   - right: how often the other does.
    ///   - total: how many places there are.
    /// - Returns: 0 where they stand together no more often than by chance.
    static func logLikelihood(together: Int, left: Int, right: Int, total: Int) -> Double {
        let both = Double(min(together, left, right)), total = Double(max(total, left, right))
        let left = Double(left), right = Double(right)
        guard both * total > left * right else { return 0 }
        func term(_ observed: Double, _ row: Double, _ column: Double) -> Double {
            guard observed > 0, row > 0, column > 0 else { return 0 }
            return observed * log(observed * total / (row * column))
        }
        let sum =
            term(both, left, right) + term(left - both, left, total - right)
            + term(right - both, total - left, right)
            + term(max(0, total - left - right + both), total - left, total - right)
        return max(0, 2 * sum)
    }

    /// Dice’s coefficient: twice the common share of both, 0 to 1.
    static func dice(together: Int, left: Int, right: Int) -> Double {
        guard left + right > 0 else { return 0 }
        return min(1, 2 * Double(together) / Double(left + right))
    }

    /// The C-value of a phrase (K. Frantzi, S. Ananiadou, H. Mima, Automatic recognition of multi-word terms: the
    /// C-value/NC-value method, International Journal on Digital Libraries 3, 2000): how often it stands by itself
    /// and not within longer ones, weighed by its length.
    /// - Parameters:
    ///   - words: how many words it has.
    ///   - count: how often it occurs.
    ///   - nested: how often the longer candidates that hold it occur, together.
    ///   - holders: how many these are.
    static func cValue(words: Int, count: Int, nested: Int, holders: Int) -> Double {
        let alone = holders == 0 ? Double(count) : Double(count) - Double(nested) / Double(holders)
        return log(Double(words)) / log(2) * alone
    }
}
