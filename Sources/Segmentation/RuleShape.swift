/// What an expression can match, seen from afar: sequences of sets of UTF-16 units.
///
/// A shape matches everything that the expression matches and may match more: assertions count as
/// fulfilled, and what this reading does not know counts as anything. So a place that a shape rules out
/// needs no regular expression.
indirect enum RuleShape {
    /// Nothing, or something of no width.
    case empty
    /// One unit of a set.
    case unit(UnitSet)
    case sequence([RuleShape])
    case choice([RuleShape])
    /// The shape as often as stands here or, where there is no upper bound, oftener.
    case repeated(RuleShape, least: Int, most: Int?)
    /// A place of no width that a walk can only judge when nothing comes after it.
    case edge(RuleEdge)
    /// Any text at all.
    case anything
}

/// A condition on a place.
enum RuleEdge {
    /// `\b`: a word starts or ends here.
    case word
    /// `^`: a line starts here.
    case line
}

/// A set of UTF-16 units.
enum UnitSet: Hashable {
    /// One unit.
    case literal(UInt16)
    /// An ASCII letter, given small, in either case and in the two other forms that case folding gives it.
    case letter(UInt16)
    /// What a piece of a regular expression matches, such as `[ab]` or `\p{Lu}`.
    case expression(String)
    /// Every unit.
    case any
}

/// Reads a regular expression in ICU's syntax into its shape.
struct RuleShapeReader {
    private struct Unknown: Error {}

    private let scalars: [Unicode.Scalar]
    private var at = 0
    private var ignoresCase = false
    private var isExact = true

    /// The shape of an expression, and whether it matches just what the expression does.
    static func shape(of pattern: String) -> (shape: RuleShape, isExact: Bool) {
        var reader = RuleShapeReader(pattern)
        guard let shape = try? reader.readChoice(), reader.at == reader.scalars.count else {
            return (.anything, false)
        }
        return (shape, reader.isExact)
    }

    private init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

    private func has(_ text: String, at start: Int) -> Bool {
        scalars[min(start, scalars.count)...].starts(with: text.unicodeScalars)
    }

    private mutating func take(_ text: String) -> Bool {
        guard has(text, at: at) else { return false }
        at += text.unicodeScalars.count
        return true
    }

    private mutating func skip(to end: Unicode.Scalar) {
        while let scalar = next, scalar != end { at += 1 }
    }

    /// A shape that is wider than the expression.
    private mutating func roughly(_ shape: RuleShape) -> RuleShape {
        isExact = false
        return shape
    }

    private mutating func readChoice() throws(Unknown) -> RuleShape {
        let outerCase = ignoresCase
        defer { ignoresCase = outerCase }
        var choices: [RuleShape] = [try readSequence()]
        while take("|") { choices.append(try readSequence()) }
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func readSequence() throws(Unknown) -> RuleShape {
        var parts: [RuleShape] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            if take("\\Q") {
                while let quoted = next, !has("\\E", at: at) {
                    at += 1
                    parts.append(literal(quoted))
                }
                _ = take("\\E")
                continue
            }
            parts.append(try readQuantifiers(of: readAtom()))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func literal(_ scalar: Unicode.Scalar) -> RuleShape {
        // A walk over text stops before surrogates, so what stands here makes no difference.
        guard let unit = UInt16(exactly: scalar.value) else { return roughly(.unit(.any)) }
        guard ignoresCase else { return .unit(.literal(unit)) }
        if (0x41...0x5A).contains(unit & ~0x20) { return roughly(.unit(.letter(unit | 0x20))) }
        if unit < 0x80 { return .unit(.literal(unit)) }
        // Two letters can be folded together with one, as ss and ß.
        return roughly(.unit(.expression("(?i:\\u\(hexadecimal(unit)))")))
    }

    private func hexadecimal(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    private mutating func set(_ start: Int) -> RuleShape {
        var source = ""
        source.unicodeScalars += scalars[start..<at]
        return .unit(.expression(ignoresCase ? "(?i:\(source))" : source))
    }

    private mutating func readAtom() throws(Unknown) -> RuleShape {
        guard let scalar = next else { throw Unknown() }
        let start = at
        at += 1
        switch scalar {
        case ".":
            // With the flag s it takes a carriage return and its line feed at once.
            let lineFeed = RuleShape.repeated(.unit(.literal(0x0A)), least: 0, most: 1)
            return roughly(.sequence([.unit(.any), lineFeed]))
        case "^": return roughly(.edge(.line))
        case "$": return roughly(.empty)
        case "(": return try readGroup()
        case "[":
            try skipClass()
            return set(start)
        case "\\": return try readEscape(start)
        case "*", "+", "?", "{": throw Unknown()
        default: return literal(scalar)
        }
    }

    /// Goes to the end of a class whose bracket has been read.
    private mutating func skipClass() throws(Unknown) {
        _ = take("^")
        while let scalar = next {
            at += 1
            switch scalar {
            case "]": return
            case "[": try skipClass()
            case "\\":
                if next == "Q" { throw Unknown() }
                at += 1
            default: break
            }
        }
        throw Unknown()
    }

    private mutating func readEscape(_ start: Int) throws(Unknown) -> RuleShape {
        guard let scalar = next else { throw Unknown() }
        at += 1
        switch scalar {
        case "b": return .edge(.word)
        case "B", "A", "z", "Z", "G": return roughly(.empty)
        case "R", "X", "k", "1"..."9": throw Unknown()
        case "d", "D", "s", "S", "w", "W", "h", "H", "v", "V", "t", "n", "r", "f", "a", "e":
            return set(start)
        case "u": at += 4
        case "U": at += 8
        case "p", "P", "N", "x":
            if next == "{" {
                skip(to: "}")
                at += 1
            } else if scalar == "x" {
                at += 2
            } else {
                throw Unknown()
            }
        case "a"..."z", "A"..."Z", "0": throw Unknown()
        default: return literal(scalar)
        }
        guard at <= scalars.count else { throw Unknown() }
        return set(start)
    }

    private mutating func readGroup() throws(Unknown) -> RuleShape {
        var isAssertion = false
        if take("?") {
            if take("#") {
                skip(to: ")")
                return try close(.empty)
            }
            if take("=") || take("!") || take("<=") || take("<!") {
                isAssertion = true
            } else if take("<") {
                skip(to: ">")
                guard take(">") else { throw Unknown() }
            } else if take(">") {
                isExact = false
            } else if !take(":") {
                return try readFlags()
            }
        }
        let inner = try readChoice()
        return try close(isAssertion ? roughly(.empty) : inner)
    }

    private mutating func readFlags() throws(Unknown) -> RuleShape {
        var sets = true
        var changed = ignoresCase
        while let scalar = next {
            at += 1
            switch scalar {
            case "-": sets = false
            case "i": changed = sets
            case "m", "s", "u", "w", "d": break
            case ")":
                // Holds to the end of the group around it.
                ignoresCase = changed
                return .empty
            case ":":
                let outer = ignoresCase
                ignoresCase = changed
                let inner = try readChoice()
                ignoresCase = outer
                return try close(inner)
            default: throw Unknown()
            }
        }
        throw Unknown()
    }

    private mutating func close(_ shape: RuleShape) throws(Unknown) -> RuleShape {
        guard take(")") else { throw Unknown() }
        return shape
    }

    private mutating func readQuantifiers(of atom: RuleShape) throws(Unknown) -> RuleShape {
        var shape = atom
        while let scalar = next {
            let bounds: (least: Int, most: Int?)
            switch scalar {
            case "*": bounds = (0, nil)
            case "+": bounds = (1, nil)
            case "?": bounds = (0, 1)
            case "{": bounds = try readBounds()
            default: return shape
            }
            at += 1
            shape = .repeated(shape, least: bounds.least, most: bounds.most)
            // Reluctant ones match the same places; possessive ones fewer.
            if !take("?"), take("+") { isExact = false }
        }
        return shape
    }

    /// Reads `{n}`, `{n,}` and `{n,m}` up to the closing brace.
    private mutating func readBounds() throws(Unknown) -> (least: Int, most: Int?) {
        at += 1
        let least = try readNumber()
        guard take(",") else {
            guard next == "}", let least else { throw Unknown() }
            return (least, least)
        }
        let most = try readNumber()
        guard next == "}", let least else { throw Unknown() }
        return (least, most)
    }

    private mutating func readNumber() throws(Unknown) -> Int? {
        var digits = ""
        while let scalar = next, ("0"..."9").contains(scalar) {
            digits.unicodeScalars.append(scalar)
            at += 1
        }
        return Int(digits)
    }
}
