internal import Segmentation
public import UnicodeText

/// Aligned documents with their texts, for people to look over: what they decide is read back.
public struct AlignmentReview: Sendable, Equatable, Codable {
    /// What a person decided of a pair.
    public enum Decision: String, Sendable, Codable {
        case accept, reject
    }

    /// Segments of the source with those of the target.
    public struct Pair: Sendable, Equatable, Codable {
        /// The segments of the source, in their coded form.
        public var source: [String]
        /// The segments of the target, in their coded form.
        public var target: [String]
        /// How probable it is that the pair is right, 0 to 1.
        public var confidence: Double
        /// Whether it stands elsewhere in the target than its neighbours.
        public var isMoved: Bool
        /// What a person decided; nil before.
        public var decision: Decision?

        /// A pair.
        public init(
            source: [String], target: [String], confidence: Double, isMoved: Bool = false,
            decision: Decision? = nil
        ) {
            self.source = source
            self.target = target
            self.confidence = confidence
            self.isMoved = isMoved
            self.decision = decision
        }

        /// Whether there is something on both sides.
        public var isTranslation: Bool { !source.isEmpty && !target.isEmpty }
    }

    /// A document with its translation.
    public struct Document: Sendable, Equatable, Codable {
        /// The name of the source's file.
        public var source: String
        /// The name of the target's file.
        public var target: String
        /// The pairs in the order of the source.
        public var pairs: [Pair]

        /// A document.
        public init(source: String, target: String, pairs: [Pair]) {
            self.source = source
            self.target = target
            self.pairs = pairs
        }
    }

    /// The tag of the sources' language.
    public var from: String
    /// The tag of the targets' language.
    public var to: String
    /// Pairs below are left out unless somebody accepts them.
    public var minimum: Double
    /// The documents.
    public var documents: [Document]

    /// A review.
    public init(from: String, to: String, minimum: Double, documents: [Document]) {
        self.from = from
        self.to = to
        self.minimum = minimum
        self.documents = documents
    }

    /// Pairs from here on are taken for good without anybody's decision; those below are drafts.
    public static let certain = 0.9

    /// What becomes of a pair.
    public enum Fate: Sendable {
        /// A person accepted it.
        case accepted
        /// Taken as it is.
        case certain
        /// Taken as a draft.
        case draft
        /// Left out.
        case leftOut
    }

    /// What becomes of a pair of this review.
    public func fate(of pair: Pair) -> Fate {
        if !pair.isTranslation { return .leftOut }
        switch pair.decision {
        case .accept: return .accepted
        case .reject: return .leftOut
        case nil:
            if pair.confidence < minimum { return .leftOut }
            return pair.confidence >= Self.certain ? .certain : .draft
        }
    }

    /// Segments as one text, in the coded form: codes are numbered on, and languages that part sentences by no space
    /// get none.
    public static func joined(_ segments: [String], locale: LocaleID) -> String {
        guard segments.count > 1 else { return segments.first ?? "" }
        let hasNoSpaces = ["Jpan", "Hans", "Hant", "Hani"].contains(locale.likelyScript ?? "")
        var pieces: [InlineText.Piece] = []
        var taken = 0
        for (index, segment) in segments.enumerated() {
            if index > 0, !hasNoSpaces { pieces.append(.text(" ")) }
            let text = InlineText(coded: segment)
            pieces += text.pieces.map { piece in
                guard case .code(let code) = piece,
                    let moved = InlineCode(code.kind, number: code.number + taken)
                else { return piece }
                return .code(moved)
            }
            taken += text.codes.reduce(0) { max($0, $1.number) }
        }
        return InlineText(pieces).coded
    }
}

extension Double {
    /// A probability with three decimals.
    var threeDecimals: String {
        let thousandths = Int((min(max(self, 0), 1) * 1000).rounded())
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
