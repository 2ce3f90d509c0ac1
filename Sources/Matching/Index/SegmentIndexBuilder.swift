/// Collects candidates and makes a ``SegmentIndex`` of them.
///
/// Needs about 2 bytes a token and 50 a unit while it collects, and the index's size besides when it builds.
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
    /// The tokens of all units and the gaps before them, as an index has them: see ``TokenStream``.
    var stream: [UInt16] = []
    /// Where each unit's part of ``stream`` ends.
    var streamEnds: [UInt32] = []
    /// How many tokens each unit has.
    var tokenCounts: [UInt32] = []
    var weights: [UInt32] = []
    var flags: [UnitFlags] = []
    var identifiers: [Int64] = []
    var changes: [Int64] = []
    var penalties: [Int16] = []
    var previous: [Int64] = []
    var next: [Int64] = []
    /// The texts that are not their tokens with single spaces, by unit.
    var keptTexts: [Int: [UInt8]] = [:]

    /// The tokens of the segment being added and the gaps before them: memory that is used again.
    private var numbers: [UInt32] = []
    private var gaps: [UInt16] = []

    /// Nothing yet.
    public init() {}

    /// The number of candidates.
    public var count: Int { identifiers.count }

    /// Takes one candidate. Penalties must not be negative; above 32,767 hundredths they count as that.
    public mutating func add(_ candidate: SearchCandidate) {
        let segment = candidate.segment
        numbers.removeAll(keepingCapacity: true)
        segment.tokens.withUnsafeBufferPointer { tokens in
            for place in tokens.indices { numbers.append(number(of: tokens, place)) }
        }
        var flags: UnitFlags = segment.isMarked ? .marked : []
        var text = segment.text
        if !text.withUTF8({ noteSpaces(in: $0) }) {
            flags.insert(.keptText)
            keptTexts[count] = Array(text.utf8)
        }
        for number in numbers { TokenStream.append(Int(number), to: &stream) }
        stream.append(contentsOf: gaps)
        precondition(stream.count <= Int(UInt32.max), "an index holds at most 4,294,967,295 tokens")
        if candidate.previous != nil { flags.insert(.hasPrevious) }
        if candidate.next != nil { flags.insert(.hasNext) }
        streamEnds.append(UInt32(stream.count))
        tokenCounts.append(UInt32(segment.tokens.count))
        weights.append(UInt32(segment.weight))
        self.flags.append(flags)
        identifiers.append(candidate.id)
        changes.append(candidate.changed)
        penalties.append(Int16(clamping: candidate.penalty))
        previous.append(candidate.previous ?? 0)
        next.append(candidate.next ?? 0)
    }

    /// A token that is known is looked at where it lies: taking it out would count a reference.
    @inline(__always)
    private mutating func number(of tokens: UnsafeBufferPointer<Token>, _ place: Int) -> UInt32 {
        guard let number = known.find(tokens[place].identity) else { return newNumber(of: tokens[place]) }
        frequencies[Int(number)] += 1
        return number
    }

    private mutating func newNumber(of token: Token) -> UInt32 {
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

    /// Releases what is known of the tokens, once the index has it.
    mutating func forgetTokens() {
        known = TokenNumbers()
        tokens = ByteTable()
        folds = ByteTable()
        bases = ByteTable()
        marks = ByteTable()
        raws = ByteTable()
        records = []
        textLengths = []
        frequencies = []
    }

    /// Notes before which tokens a space stands, in ``gaps``. False, with no space noted, where the text is
    /// anything but its tokens with single spaces or nothing between them.
    private mutating func noteSpaces(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        gaps.removeAll(keepingCapacity: true)
        for _ in 0..<(numbers.count + 15) / 16 { gaps.append(0) }
        let isTokens = tokens.bytes.withUnsafeBufferPointer { keys in
            var place = 0
            for index in numbers.indices {
                let token = Int(numbers[index])
                // After the kind.
                let first = Int(tokens.starts[token]) + 1
                let length = Int(textLengths[token])
                if place < text.count, text[place] == 0x20, keys[first] != 0x20 {
                    gaps[index / 16] |= 1 << UInt16(index % 16)
                    place += 1
                }
                guard length <= text.count - place else { return false }
                for byte in 0..<length where keys[first + byte] != text[place + byte] { return false }
                place += length
            }
            return place == text.count
        }
        if !isTokens { for index in gaps.indices { gaps[index] = 0 } }
        return isTokens
    }
}
