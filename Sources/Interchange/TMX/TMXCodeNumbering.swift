internal import Segmentation

/// Gives the codes of a unit's variants numbers, so that what stands for the same thing has the same one.
///
/// An `x` from 1 to 999 is the number itself. Other codes find their partner in an earlier variant by their
/// `x`, else by `i` or what they hold, else by their order, and get the lowest free number where they have
/// none.
struct TMXCodeNumbering {
    private struct Key: Hashable {
        let kind: InlineCode.Kind
        let mark: String
        /// Which one of several with the same mark.
        let occurrence: Int
    }

    private let reserved: Set<Int>
    /// The lowest number that may be free.
    private var next = InlineCode.numbers.lowerBound
    private var numbers: [Key: Int] = [:]
    /// The numbers given so far, in order, with the kind of the codes they stand for.
    private var given: [(kind: InlineCode.Kind, number: Int)] = []

    /// A numbering for a unit of these segments.
    init(reserving segments: [TMXSegment]) {
        reserved = Set(segments.flatMap(\.codes).compactMap { Self.ownNumber($0.markup) })
    }

    /// The text with numbered codes; nil where there are too few numbers.
    mutating func text(_ segment: TMXSegment) -> InlineText? {
        if segment.codes.isEmpty {
            return InlineText(
                segment.pieces.lazy.compactMap { if case .text(let text) = $0 { .text(text) } else { nil } })
        }
        var numbers = [Int?](repeating: nil, count: segment.codes.count)
        var taken: Set<Int> = []
        var waiting: [(code: Int, key: Key, canFollowOrder: Bool)] = []
        var occurrences: [Key: Int] = [:]
        for (index, code) in segment.codes.enumerated() where code.opening == nil {
            if let own = Self.ownNumber(code.markup) {
                numbers[index] = own
                continue
            }
            let key = Self.key(code, &occurrences)
            if let known = self.numbers[key] {
                numbers[index] = known
                taken.insert(known)
            } else {
                waiting.append((index, key, code.markup.attributes[.x] == nil))
            }
        }
        var earlier = given
        for (index, key, canFollowOrder) in waiting {
            // A key may have got its number just now, from a code before this one.
            var number = self.numbers[key]
            if number == nil, canFollowOrder,
                let at = earlier.firstIndex(where: { $0.kind == key.kind && !taken.contains($0.number) })
            {
                number = earlier.remove(at: at).number
            }
            if number == nil {
                guard let new = takeFree() else { return nil }
                given.append((key.kind, new))
                number = new
            }
            numbers[index] = number
            if let number { taken.insert(number) }
            self.numbers[key] = number
        }
        let pieces = segment.pieces.compactMap { piece -> InlineText.Piece? in
            switch piece {
            case .text(let text): return .text(text)
            case .code(let index):
                let code = segment.codes[index]
                return numbers[code.opening ?? index]
                    .flatMap { InlineCode(code.kind, number: $0) }.map { .code($0) }
            }
        }
        return InlineText(pieces)
    }

    private mutating func takeFree() -> Int? {
        while reserved.contains(next) { next += 1 }
        guard InlineCode.numbers.contains(next) else { return nil }
        defer { next += 1 }
        return next
    }

    private static func ownNumber(_ markup: TMXMarkup) -> Int? {
        markup.attributes[.x].flatMap(Int.init).flatMap { InlineCode.numbers.contains($0) ? $0 : nil }
    }

    private static func key(_ code: TMXSegment.Code, _ occurrences: inout [Key: Int]) -> Key {
        let markup = code.markup
        if let x = markup.attributes[.x] { return Key(kind: code.kind, mark: "x" + x, occurrence: 0) }
        let isPair = markup.element == .bpt
        let mark = isPair ? "i" + (markup.attributes[.i] ?? "") : "c" + markup.nativeText
        let first = Key(kind: code.kind, mark: mark, occurrence: 0)
        let occurrence = occurrences[first, default: 0]
        occurrences[first] = occurrence + 1
        return Key(kind: code.kind, mark: mark, occurrence: occurrence)
    }
}

extension TMXMarkup {
    /// The text of everything in it.
    var nativeText: String {
        content.reduce(into: "") { text, part in
            switch part {
            case .text(let part): text += part
            case .markup(let markup): text += markup.nativeText
            }
        }
    }
}
