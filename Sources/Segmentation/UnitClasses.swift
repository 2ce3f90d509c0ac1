internal import UnicodeText

/// The sets of an automaton, each once.
struct UnitSetTable {
    private(set) var sets: [UnitSet] = []
    private var indices: [UnitSet: Int] = [:]

    mutating func index(of set: UnitSet) -> Int {
        if let index = indices[set] { return index }
        indices[set] = sets.count
        sets.append(set)
        return sets.count - 1
    }
}

/// Puts UTF-16 units into one class where all sets of an automaton treat them alike. A unit is looked at
/// when a text first has it.
struct UnitClasses {
    /// The class of units about which the sets say too little: halves of a pair, letters that fold to
    /// several, and any further unit when the classes have run out.
    static let wild: UInt8 = 255
    private static let unknown: UInt8 = 0

    private let sets: [UnitSet]
    private var expressions: [Int: RegularExpression]
    private var words = [UInt8](repeating: 0, count: 0x10000)
    private var table = [UInt8](repeating: Self.unknown, count: 0x10000)
    /// For each class from 1 which sets have its units.
    private var members: [[Bool]] = []
    private var numbers: [[Bool]: UInt8] = [:]

    init(_ sets: [UnitSet]) {
        self.sets = sets
        expressions = Self.compiled(sets)
    }

    /// The same classes for another thread, which must have expressions of its own.
    func copy() -> UnitClasses {
        var copy = self
        copy.expressions = Self.compiled(sets)
        return copy
    }

    private static func compiled(_ sets: [UnitSet]) -> [Int: RegularExpression] {
        var expressions: [Int: RegularExpression] = [:]
        for (index, set) in sets.enumerated() {
            if case .expression(let source) = set { expressions[index] = try? RegularExpression(source) }
        }
        return expressions
    }

    /// Whether the units of a class belong to a set.
    func has(_ unitClass: UInt8, _ set: Int) -> Bool { members[Int(unitClass) - 1][set] }

    subscript(unit: UInt16) -> UInt8 {
        @inline(__always) mutating get {
            let known = table[Int(unit)]
            return known != Self.unknown ? known : classify(unit)
        }
    }

    @inline(never) private mutating func classify(_ unit: UInt16) -> UInt8 {
        let result: UInt8
        if let scalar = Unicode.Scalar(unit), !Self.foldsToSeveral(scalar) {
            let membership = sets.enumerated().map { index, set in
                switch set {
                case .literal(let literal): return literal == unit
                case .letter(let letter):
                    return unit | 0x20 == letter && unit < 0x80 || unit == 0x212A && letter == 0x6B
                        || unit == 0x17F && letter == 0x73
                case .any: return true
                case .expression:
                    // One that does not compile alone may match anything.
                    guard let expression = expressions[index] else { return true }
                    expression.setText([unit])
                    return expression.matchEnd(at: 0) == 1
                }
            }
            if let number = numbers[membership] {
                result = number
            } else if members.count < Int(Self.wild) - 1 {
                members.append(membership)
                result = UInt8(members.count)
                numbers[membership] = result
            } else {
                result = Self.wild
            }
        } else {
            result = Self.wild
        }
        table[Int(unit)] = result
        return result
    }

    /// Whether a unit is a letter or digit of a word, for `\b`; nil where what stands around it matters.
    mutating func isWord(_ unit: UInt16) -> Bool? {
        switch unit {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x5F: return true
        case ..<0x80: return false
        default: break
        }
        if words[Int(unit)] == 0 { words[Int(unit)] = Self.wordness(of: unit) }
        return words[Int(unit)] == 3 ? nil : words[Int(unit)] == 1
    }

    /// 1 for words, 2 for what is between them, 3 for marks and invisible characters, which take part with
    /// the character before them, and for halves of pairs.
    private static func wordness(of unit: UInt16) -> UInt8 {
        guard let scalar = Unicode.Scalar(unit) else { return 3 }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber:
            return 1
        case .otherPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .mathSymbol, .currencySymbol, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            return 2
        default: return 3
        }
    }

    private static func foldsToSeveral(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.uppercaseMapping.unicodeScalars.count > 1
            || scalar.properties.lowercaseMapping.unicodeScalars.count > 1
    }
}
