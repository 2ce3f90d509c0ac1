public import TextFiles

/// Takes what a rule has to say about a segment. Spans are in the plain texts (``CheckedText/units``).
public struct RuleReport {
    struct Item {
        var message: String
        var source: Range<Int>?
        var target: Range<Int>?
        var suggestion: String?
        var severity: Severity?
    }

    private(set) var items: [Item] = []

    /// Says something.
    /// - Parameters:
    ///   - message: what is wrong, without a full stop.
    ///   - source: the part of the source that is meant.
    ///   - target: the part of the translation that is meant.
    ///   - suggestion: what should stand there, or what to do.
    ///   - severity: where it matters more or less than the rule's findings do as a rule. Settings for the rule
    ///     go before it.
    public mutating func add(
        _ message: String, source: Range<Int>? = nil, target: Range<Int>? = nil, suggestion: String? = nil,
        severity: Severity? = nil
    ) {
        items.append(
            Item(message: message, source: source, target: target, suggestion: suggestion, severity: severity)
        )
    }

    mutating func clear() { items.removeAll(keepingCapacity: true) }
}

/// What a segment says to a rule that compares segments: two keys whose meaning is the rule's affair, and a part of
/// the text.
public struct Evidence: Sendable, Equatable {
    /// What is compared.
    public var key: UInt64
    /// What should agree, or what tells the occurrences apart.
    public var value: UInt64
    /// The part of the source.
    public var source: Range<Int>?
    /// The part of the translation.
    public var target: Range<Int>?
    /// What a finding about it suggests; nil where the rule does not know yet.
    public var suggestion: String?

    /// Evidence.
    public init(
        key: UInt64, value: UInt64, source: Range<Int>? = nil, target: Range<Int>? = nil,
        suggestion: String? = nil
    ) {
        self.key = key
        self.value = value
        self.source = source
        self.target = target
        self.suggestion = suggestion
    }
}

/// Evidence with its segment.
public struct LetterEvidence: Sendable {
    /// The evidence.
    public let evidence: Evidence
    /// The letter's number among those checked together.
    public let letter: Int
    /// The segment's number in the letter.
    public let segment: Int
    /// All pairs of the letter: a reference, while a pair would be dozens of them for every piece of evidence.
    let pairs: [SegmentPair]

    /// The pair.
    public var pair: SegmentPair { pairs[segment] }
}

/// Takes what a rule has to say about a letter.
public struct LetterReport {
    struct Item {
        var message: String
        var letter: Int
        var segment: Int?
        var location: SourceLocation?
        var source: Range<Int>?
        var target: Range<Int>?
        var suggestion: String?
    }

    private(set) var items: [Item] = []

    /// Says something about a segment.
    public mutating func add(_ message: String, at evidence: LetterEvidence, suggestion: String? = nil) {
        items.append(
            Item(
                message: message, letter: evidence.letter, segment: evidence.segment,
                source: evidence.evidence.source, target: evidence.evidence.target, suggestion: suggestion))
    }

    /// Says something about the letter as a whole.
    public mutating func add(_ message: String, at location: SourceLocation?, suggestion: String? = nil) {
        items.append(
            Item(message: message, letter: 0, segment: nil, location: location, suggestion: suggestion))
    }
}
