/// Why two segments are as similar as they are: the cheapest way from one to the other, token by token.
///
/// Of several ways that cost the same, it takes the one that, read from the end, puts tokens in each other's place
/// rather than deleting, and deletes rather than inserting.
public struct MatchExplanation: Sendable {
    /// What happens to a token.
    public enum Kind: Hashable, Sendable {
        /// It stands against a token of the other segment.
        case replaced(TokenDistance.Likeness)
        /// Only the unit has it.
        case inserted
        /// Only the query has it.
        case deleted
    }

    /// One step of the way.
    public struct Step: Sendable {
        /// What it does.
        public let kind: Kind
        /// The token of the query, or nil where one is inserted.
        public let query: Piece?
        /// The token of the unit, or nil where one is deleted.
        public let unit: Piece?
        /// What it costs, in thousandths of a word.
        public let cost: Int
    }

    /// A token where it stands.
    public struct Piece: Sendable {
        /// What stands before it since the token before: white space mostly.
        public let gap: String
        /// The token as it is written in the segment; an inline code and text that looks like one in coded form.
        public let text: String
        /// In thousandths of a word.
        public let weight: Int
    }

    /// The steps in the order of the segments.
    public let steps: [Step]
    /// The sum of their costs: ``TokenDistance/distance(_:_:)``.
    public let cost: Int
    /// The weight that the cost is held against.
    public let weight: Int
    /// What stands behind the last token of the query and of the unit.
    public let ends: (query: String, unit: String)

    /// Explains how a unit's segment matches a query.
    public init(query: TokenizedSegment, unit: TokenizedSegment) {
        let table = Table(query, unit)
        let queryPieces = Self.pieces(of: query), unitPieces = Self.pieces(of: unit)
        var steps: [Step] = []
        var row = query.tokens.count, column = unit.tokens.count
        while row > 0 || column > 0 {
            let step: Step
            switch table.kind(row, column) {
            case .replaced(let likeness):
                (row, column) = (row - 1, column - 1)
                let piece = queryPieces.pieces[row], other = unitPieces.pieces[column]
                step = Step(
                    kind: .replaced(likeness), query: piece, unit: other,
                    cost: max(piece.weight, other.weight) * likeness.cost / 100)
            case .deleted:
                row -= 1
                let piece = queryPieces.pieces[row]
                step = Step(kind: .deleted, query: piece, unit: nil, cost: piece.weight)
            case .inserted:
                column -= 1
                let piece = unitPieces.pieces[column]
                step = Step(kind: .inserted, query: nil, unit: piece, cost: piece.weight)
            }
            steps.append(step)
        }
        self.steps = steps.reversed()
        cost = table.distance
        weight = max(query.weight, unit.weight)
        ends = (queryPieces.end, unitPieces.end)
    }

    /// The tokens of a segment with what stands before them, and what stands behind the last.
    private static func pieces(of segment: TokenizedSegment) -> (pieces: [Piece], end: String) {
        let text = segment.text.utf8
        var place = text.startIndex
        var pieces: [Piece] = []
        for token in segment.tokens {
            // Text that looks like a code has a backslash that the token lacks; it goes with what is before.
            var start = place
            while start < text.endIndex, !text[start...].starts(with: token.text.utf8) {
                text.formIndex(after: &start)
            }
            if start == text.endIndex { start = place }
            let end = text.index(start, offsetBy: token.text.utf8.count, limitedBy: text.endIndex)
            pieces.append(
                Piece(
                    gap: String(segment.text[place..<start]), text: token.text, weight: token.weight))
            place = end ?? text.endIndex
        }
        return (pieces, String(segment.text[place...]))
    }
}

/// The dynamic programme of ``TokenDistance/distance(_:_:)``, all of it kept.
private struct Table {
    private let query: TokenizedSegment
    private let unit: TokenizedSegment
    private let plainText: Bool
    /// The cost of the first tokens of one against the first tokens of the other.
    private var costs: [Int]
    private let width: Int

    init(_ query: TokenizedSegment, _ unit: TokenizedSegment) {
        self.query = query
        self.unit = unit
        plainText = !query.isMarked || !unit.isMarked
        width = unit.tokens.count + 1
        costs = [0]
        for token in unit.tokens { costs.append(costs[costs.count - 1] + token.weight) }
        for (row, token) in query.tokens.enumerated() {
            costs.append(costs[row * width] + token.weight)
            for (column, other) in unit.tokens.enumerated() {
                let above = row * width + column
                costs.append(
                    min(
                        costs[above] + TokenDistance.replacementCost(token, other, plainText: plainText),
                        costs[above + 1] + token.weight, costs[above + width] + other.weight))
            }
        }
    }

    var distance: Int { costs[costs.count - 1] }

    /// The last step to a place; not both are 0.
    func kind(_ row: Int, _ column: Int) -> MatchExplanation.Kind {
        let place = row * width + column
        guard row > 0 else { return .inserted }
        let token = query.tokens[row - 1]
        guard column > 0 else { return .deleted }
        let other = unit.tokens[column - 1]
        let likeness = TokenDistance.likeness(token, other, plainText: plainText)
        let replaced = max(token.weight, other.weight) * likeness.cost / 100
        if costs[place] == costs[place - width - 1] + replaced { return .replaced(likeness) }
        return costs[place] == costs[place - width] + token.weight ? .deleted : .inserted
    }
}
