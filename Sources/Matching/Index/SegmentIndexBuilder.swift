/// Collects candidates and makes a ``SegmentIndex`` of them.
///
/// Needs about 6 bytes a token and 60 a unit while it collects, and the index's size besides when it builds.
public struct SegmentIndexBuilder {
    private var known = TokenNumbers()
    var tokens = ByteTable()
    /// The bytes of each token's text.
    var textLengths: [UInt32] = []
    var folds = ByteTable()
    var bases = ByteTable()
    var marks = ByteTable()
    var raws = ByteTable()
    var records: [TokenRecord] = []
    /// How often each token occurs.
    var frequencies: [UInt32] = []
    /// The tokens of all units; the highest bit says that a space stands before the token.
    var stream: [UInt32] = []
    var streamStarts = [0]
    var weights: [UInt32] = []
    var flags: [UnitFlags] = []
    var identifiers: [Int64] = []
    var changes: [Int64] = []
    var penalties: [Int16] = []
    var previous: [Int64] = []
    var next: [Int64] = []
    /// The texts that are not their tokens with single spaces, by unit.
    var keptTexts: [Int: [UInt8]] = [:]

    static let spaceBefore: UInt32 = 1 << 31

    /// Nothing yet.
    public init() {}

    /// The number of candidates.
    public var count: Int { identifiers.count }

    /// Takes one candidate. Penalties must not be negative; above 32,767 hundredths they count as that.
    public mutating func add(_ candidate: SearchCandidate) {
        let segment = candidate.segment
        let start = stream.count
        for token in segment.tokens { stream.append(number(of: token)) }
        var flags: UnitFlags = segment.isMarked ? .marked : []
        var text = segment.text
        if !text.withUTF8({ noteSpaces(in: $0, from: start) }) {
            flags.insert(.keptText)
            keptTexts[count] = Array(text.utf8)
        }
        if candidate.previous != nil { flags.insert(.hasPrevious) }
        if candidate.next != nil { flags.insert(.hasNext) }
        streamStarts.append(stream.count)
        weights.append(UInt32(segment.weight))
        self.flags.append(flags)
        identifiers.append(candidate.id)
        changes.append(candidate.changed)
        penalties.append(Int16(clamping: candidate.penalty))
        previous.append(candidate.previous ?? 0)
        next.append(candidate.next ?? 0)
    }

    private mutating func number(of token: Token) -> UInt32 {
        if let number = known.find(token) {
            frequencies[Int(number)] += 1
            return number
        }
        let number = UInt32(tokens.number(of: TokenKeys.text(token)))
        known.note(token, number)
        if number < records.count {
            frequencies[Int(number)] += 1
            return number
        }
        records.append(
            TokenRecord(
                fold: UInt32(folds.number(of: TokenKeys.fold(token))),
                base: UInt32(bases.number(of: TokenKeys.base(token))),
                marks: UInt32(marks.number(of: TokenKeys.marks(token))),
                raw: UInt32(raws.number(of: TokenKeys.raw(token)))))
        textLengths.append(UInt32(token.text.utf8.count))
        frequencies.append(1)
        return number
    }

    /// Notes before which tokens a space stands. False where the text is anything but its tokens with single
    /// spaces or nothing between them.
    private mutating func noteSpaces(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        let isTokens = tokens.bytes.withUnsafeBufferPointer { keys in
            var place = 0
            for index in start..<stream.count {
                let token = Int(stream[index])
                // After the kind.
                let first = Int(tokens.starts[token]) + 1
                let length = Int(textLengths[token])
                if place < text.count, text[place] == 0x20, keys[first] != 0x20 {
                    stream[index] |= Self.spaceBefore
                    place += 1
                }
                guard length <= text.count - place else { return false }
                for byte in 0..<length where keys[first + byte] != text[place + byte] { return false }
                place += length
            }
            return place == text.count
        }
        if !isTokens { for index in start..<stream.count { stream[index] &= ~Self.spaceBefore } }
        return isTokens
    }
}
