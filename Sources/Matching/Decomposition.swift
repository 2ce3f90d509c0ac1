internal import UnicodeText

/// A string taken apart into letters, their marks and its tone (MATCHING.md, section 2).
///
/// The place of a single tone mark within a word never matters: `hòa` and `hoà` are the same.
public struct Decomposition: Hashable, Sendable {
    /// The base scalars.
    public private(set) var base: [Unicode.Scalar] = []
    /// For every base scalar its marks, in ascending order, without repetition.
    public private(set) var marks: [[Unicode.Scalar]] = []
    /// The one tone mark of the string, where it holds exactly one.
    public private(set) var tone: Unicode.Scalar?

    /// The bar of đ, which Unicode does not decompose.
    static let stroke: Unicode.Scalar = "\u{335}"
    /// Huyền, sắc, ngã, hỏi, nặng.
    static let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]

    /// Takes a string apart.
    public init(_ text: String) {
        for scalar in text.nfd.unicodeScalars {
            switch scalar {
            case "đ": append("d", marks: [Self.stroke])
            case "Đ": append("D", marks: [Self.stroke])
            case _
            where scalar.value >= 0x300 && scalar.category == .nonspacingMark && scalar.script == .inherited:
                guard let last = marks.indices.last else { continue }
                marks[last].append(scalar)
            default: append(scalar, marks: [])
            }
        }
        takeOffTone()
        for index in marks.indices where marks[index].count > 1 {
            marks[index] = Set(marks[index]).sorted()
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, marks: [Unicode.Scalar]) {
        base.append(scalar)
        self.marks.append(marks)
    }

    private mutating func takeOffTone() {
        var place: (letter: Int, mark: Int)?
        for (letter, marks) in marks.enumerated() {
            for (mark, scalar) in marks.enumerated() where Self.tones.contains(scalar) {
                if place != nil { return }
                place = (letter, mark)
            }
        }
        guard let place else { return }
        tone = marks[place.letter].remove(at: place.mark)
    }

    /// The base scalars as a string.
    public var baseText: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: base)
        return String(text)
    }

    /// Whether there is any mark or tone.
    public var isMarked: Bool { tone != nil || marks.contains { !$0.isEmpty } }

    /// Whether this is `other` with marks left out: at every letter a subset of its marks, and the same
    /// tone or none. Both must have the same base.
    func isUnderMarked(spellingOf other: Decomposition) -> Bool {
        guard tone == nil || tone == other.tone else { return false }
        return zip(marks, other.marks).allSatisfy { mine, theirs in mine.allSatisfy(theirs.contains) }
    }
}
