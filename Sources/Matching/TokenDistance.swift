/// The similarity of two segments, exactly as MATCHING.md defines it: plain dynamic programming, no
/// shortcut. It is the measure that every faster way is held against.
public enum TokenDistance {
    /// How alike two tokens are: why replacing one by the other costs what it costs (section 3).
    public enum Likeness: String, Sendable, CaseIterable {
        case different, sameNumber, sameNumberForm, otherNumber, sameStem, equal, sameForm
        case underMarked, underMarkedInPlainText, conflictingMarks

        /// The cost in hundredths of the heavier token's weight.
        public var cost: Int {
            switch self {
            case .different: 100
            case .sameNumber, .equal: 0
            case .sameNumberForm, .sameForm: 2
            case .otherNumber, .underMarkedInPlainText: 5
            case .underMarked: 20
            case .sameStem: 35
            case .conflictingMarks: 50
            }
        }
    }

    /// Compares two tokens. `plainText` says that at least one of the two *segments* carries no mark.
    public static func likeness(_ left: Token, _ right: Token, plainText: Bool) -> Likeness {
        guard left.sharesFold(with: right) else { return .different }
        if left.kind == .number {
            return left.raw == right.raw
                ? .sameNumber : left.form == right.form ? .sameNumberForm : .otherNumber
        }
        if left.form.base != right.form.base { return .sameStem }
        if left.raw == right.raw { return .equal }
        if left.form == right.form { return .sameForm }
        if left.form.isUnderMarked(spellingOf: right.form) || right.form.isUnderMarked(spellingOf: left.form)
        {
            return plainText ? .underMarkedInPlainText : .underMarked
        }
        return .conflictingMarks
    }

    /// What replacing one token by the other costs, in thousandths of a word.
    public static func replacementCost(_ left: Token, _ right: Token, plainText: Bool) -> Int {
        max(left.weight, right.weight) * likeness(left, right, plainText: plainText).cost / 100
    }

    /// The weighted edit distance of two segments (section 4): the dynamic programme of Wagner and
    /// Fischer, “The String-to-String Correction Problem”, J. ACM 21 (1974).
    public static func distance(_ left: TokenizedSegment, _ right: TokenizedSegment) -> Int {
        let plainText = !left.isMarked || !right.isMarked
        var row = [0]
        for token in right.tokens { row.append(row[row.count - 1] + token.weight) }
        for token in left.tokens {
            var diagonal = row[0]
            row[0] += token.weight
            for (column, other) in right.tokens.enumerated() {
                let replaced = diagonal + replacementCost(token, other, plainText: plainText)
                let deleted = row[column + 1] + token.weight
                let inserted = row[column] + other.weight
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, deleted, inserted)
            }
        }
        return row[row.count - 1]
    }

    /// The score of two segments (section 4): 1 at most, and below 0 where many marks stand against few
    /// words.
    public static func score(_ left: TokenizedSegment, _ right: TokenizedSegment) -> Double {
        let weight = max(left.weight, right.weight)
        if weight == 0 { return left.text == right.text ? 1 : 0 }
        return score(distance: distance(left, right), weight: weight)
    }

    /// The score less a penalty in hundredths. One division of whole numbers: equal fractions are equal
    /// numbers then, whatever they are made of, so that ties are ties.
    static func score(distance: Int, weight: Int, penalty: Int = 0) -> Double {
        Double(100 * (weight - distance) - penalty * weight) / Double(100 * weight)
    }

    /// `1 − Levenshtein / longer length` over the scalars of two texts; 1 for two empty ones. It orders
    /// matches of one score and is no part of the score.
    public static func characterSimilarity(_ left: String, _ right: String) -> Double {
        let left = Array(left.unicodeScalars), right = Array(right.unicodeScalars)
        let longer = max(left.count, right.count)
        if longer == 0 { return 1 }
        var row = Array(0...right.count)
        for (line, scalar) in left.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in right.indices {
                let replaced = diagonal + (scalar == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, min(row[column], diagonal) + 1)
            }
        }
        return 1 - Double(row[right.count]) / Double(longer)
    }
}
