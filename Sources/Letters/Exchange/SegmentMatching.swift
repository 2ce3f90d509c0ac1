internal import Interchange
internal import Segmentation
internal import UnicodeText

/// Finds the segment that a unit of a file stands for: by its identifier and its source.
///
/// Tools give units new identifiers, number codes anew and change white space, so that sources are compared without
/// regard to these. Some take the codes of a catalog for text, and some leave codes out.
struct SegmentMatching {
    private let byID: [String: Int]
    private let bySource: [String: [Int]]
    private let byPreviousSource: [String: [Int]]
    private let byPlainText: [String: [Int]]
    private let keys: [SegmentKey]
    private var used: Set<Int> = []

    /// - Parameter previousSource: the text that a segment's translation was made for, if that is another one.
    init(_ segments: [LetterSegment], previousSource: (LetterSegment) -> String?) {
        keys = segments.map(\.key)
        byID = Dictionary(
            zip(LetterExchange.identifiers(keys), segments.indices), uniquingKeysWith: { first, _ in first })
        var bySource: [String: [Int]] = [:]
        var byPreviousSource: [String: [Int]] = [:]
        var byPlainText: [String: [Int]] = [:]
        for (index, segment) in segments.enumerated() {
            bySource[Self.form(segment.source), default: []].append(index)
            if !segment.source.codes.isEmpty {
                byPlainText[Self.form(InlineText(plain: segment.source.plainText)), default: []].append(index)
            }
            if let previous = previousSource(segment) {
                byPreviousSource[Self.form(InlineText(coded: previous)), default: []].append(index)
            }
        }
        self.bySource = bySource
        self.byPreviousSource = byPreviousSource
        self.byPlainText = byPlainText
    }

    enum Answer {
        /// The segment has the unit's source.
        case segment(Int)
        /// The segment stands where the unit's source stood before.
        case changed(Int)
        case none
    }

    /// The unit with the codes that its tool took for text.
    static func readingCodes(in unit: PairUnit) -> PairUnit? {
        guard unit.source.codes.isEmpty else { return nil }
        var other = unit
        other.source = InlineText(coded: unit.source.plainText)
        other.target = unit.target.map { InlineText(coded: $0.plainText) }
        return other.source.codes.isEmpty ? nil : other
    }

    /// Whether the letter has the source of a unit, codes included.
    func has(_ unit: PairUnit) -> Bool { bySource[Self.form(unit.source)] != nil }

    /// The segment of a unit. Of several with the same source, each is given once.
    mutating func segment(of unit: PairUnit) -> Answer {
        let named = unit.id.flatMap { byID[$0] }
        let form = Self.form(unit.source)
        let same = bySource[form] ?? (unit.source.codes.isEmpty ? byPlainText[form] : nil) ?? []
        if let named, same.contains(named) {
            used.insert(named)
            return .segment(named)
        }
        let inContext = same.filter { keys[$0].context == unit.context }
        let candidates = inContext.isEmpty ? same : inContext
        if let found = candidates.first(where: { !used.contains($0) }) ?? candidates.last {
            used.insert(found)
            return .segment(found)
        }
        if let named { return .changed(named) }
        let before = byPreviousSource[Self.form(unit.source)] ?? []
        let found = before.first { keys[$0].context == unit.context } ?? before.first
        return found.map { .changed($0) } ?? .none
    }

    /// A source as it is compared: codes numbered in their order, white space as single spaces.
    static func form(_ text: InlineText) -> String {
        let numbered = numbered(text, order(text)).coded.nfc
        return numbered.unicodeScalars.split { $0.isWhiteSpace }.map { String($0) }.joined(separator: " ")
    }

    /// The translation of a unit with the numbers that its codes have in the letter.
    static func target(of unit: PairUnit, for source: InlineText) -> InlineText? {
        guard let target = unit.target else { return nil }
        let text = InlineText(coded: target.coded.trimmed.nfc)
        if unit.source.codes == source.codes { return text }
        // The letter's own codes are numbered in their order.
        return numbered(text, order(unit.source))
    }

    private static func order(_ text: InlineText) -> [Int: Int] {
        var order: [Int: Int] = [:]
        for code in text.codes where order[code.number] == nil { order[code.number] = order.count + 1 }
        return order
    }

    private static func numbered(_ text: InlineText, _ numbers: [Int: Int]) -> InlineText {
        // What the source has not gets numbers that it has not either.
        var next = numbers.count
        var others: [Int: Int] = [:]
        return InlineText(
            text.pieces.map { piece in
                guard case .code(let code) = piece else { return piece }
                if numbers[code.number] == nil, others[code.number] == nil {
                    next += 1
                    others[code.number] = next
                }
                let number = numbers[code.number] ?? others[code.number] ?? code.number
                return InlineCode(code.kind, number: number).map { .code($0) } ?? piece
            })
    }
}
