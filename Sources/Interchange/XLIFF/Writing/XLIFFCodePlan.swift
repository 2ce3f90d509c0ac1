internal import Segmentation

/// How the codes of a text are written: each opening and closing code with its identifier, and whether the two can be
/// the tags of one element.
struct XLIFFCodePlan {
    /// What becomes of a code.
    enum Form: Equatable {
        /// The start or end tag of an element around its content.
        case tag
        /// One of two elements that belong together, since another pair crosses theirs.
        case marker
        /// An element that lacks its other side.
        case isolated
        /// An element that stands alone.
        case standalone
    }

    /// For each code of the text, in order.
    let codes: [(code: InlineCode, form: Form, id: String)]

    /// Plans in one walk over the codes and another over the pairs that they make.
    init(_ text: InlineText) {
        let codes = text.codes
        var partner = [Int?](repeating: nil, count: codes.count)
        var open: [Int: [Int]] = [:]
        for (index, code) in codes.enumerated() {
            switch code.kind {
            case .standalone: break
            case .opening: open[code.number, default: []].append(index)
            case .closing:
                guard let opening = open[code.number]?.popLast() else { continue }
                partner[index] = opening
                partner[opening] = index
            }
        }
        var forms = [Form](repeating: .standalone, count: codes.count)
        var isCrossed = [Bool](repeating: false, count: codes.count)
        var stack: [Int] = []
        for (index, code) in codes.enumerated() where code.kind != .standalone {
            guard let other = partner[index] else {
                forms[index] = .isolated
                continue
            }
            if code.kind == .opening {
                stack.append(index)
                continue
            }
            while let last = stack.last, isCrossed[last] { stack.removeLast() }
            let nests = stack.last == other
            if nests { stack.removeLast() } else { isCrossed[other] = true }
            forms[index] = nests ? .tag : .marker
            forms[other] = forms[index]
        }
        // The same code may stand several times, as in a broken translation; no identifier may.
        var copies: [Int: Int] = [:]
        var ids = [String](repeating: "", count: codes.count)
        for (index, code) in codes.enumerated() {
            if code.kind == .closing, let opening = partner[index] {
                ids[index] = ids[opening]
                continue
            }
            let copy = copies[code.number, default: 0] + 1
            copies[code.number] = copy
            ids[index] = copy == 1 ? "\(code.number)" : "\(code.number)-\(copy)"
        }
        self.codes = codes.indices.map { (codes[$0], forms[$0], ids[$0]) }
    }
}

/// Gives units identifiers that XML names may be made of, each once.
struct XLIFFIdentifiers {
    private var used: Set<String> = []
    private var count = 0

    /// The identifier asked for, if it is an NMTOKEN and new; else a made one.
    mutating func next(_ wanted: String?) -> (id: String, isKept: Bool) {
        count += 1
        if let wanted, Self.isToken(wanted), used.insert(wanted).inserted { return (wanted, true) }
        var id = "u\(count)"
        while !used.insert(id).inserted { id += "-" }
        return (id, wanted == nil)
    }

    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                    UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
