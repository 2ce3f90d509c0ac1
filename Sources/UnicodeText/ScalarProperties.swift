import CICU

/// A general category (UAX #44, table 12), in ICU's numbering.
public enum GeneralCategory: Int32, Sendable {
    case unassigned = 0
    case uppercaseLetter, lowercaseLetter, titlecaseLetter, modifierLetter, otherLetter
    case nonspacingMark, enclosingMark, spacingMark
    case decimalNumber, letterNumber, otherNumber
    case spaceSeparator, lineSeparator, paragraphSeparator
    case control, format, privateUse, surrogate
    case dashPunctuation, openPunctuation, closePunctuation, connectorPunctuation, otherPunctuation
    case mathSymbol, currencySymbol, modifierSymbol, otherSymbol
    case initialPunctuation, finalPunctuation

    /// Category L*.
    public var isLetter: Bool { rawValue >= 1 && rawValue <= 5 }
    /// Category Nd, Nl or No.
    public var isNumber: Bool { rawValue >= 9 && rawValue <= 11 }
    /// Category Cc or Cf.
    public var isControlOrFormat: Bool { self == .control || self == .format }
}

/// A script (UAX #24), in ICU's numbering.
public struct Script: Hashable, Sendable, CustomStringConvertible {
    let code: Int32

    /// Characters of many scripts, as digits and punctuation.
    public static let common = Script(code: 0)
    /// Marks that take the script of their base.
    public static let inherited = Script(code: 1)
    /// Latin.
    public static let latin = Script(code: 25)

    /// The four letters of ISO 15924, as `Latn`.
    public var description: String { String(cString: cicu_script_name(code)) }
}

/// Properties as the ICU of this process knows them; Swift's own tables are of another Unicode version.
extension Unicode.Scalar {
    /// General category.
    public var category: GeneralCategory {
        GeneralCategory(rawValue: cicu_general_category(value)) ?? .unassigned
    }
    /// Script.
    public var script: Script { Script(code: cicu_script(value)) }
    /// White_Space.
    public var isWhiteSpace: Bool { cicu_is_white_space(value) }

    /// Terminal columns that the character takes: 0 for marks and controls, 2 for wide East Asian
    /// characters (UAX #11), else 1.
    public var displayWidth: Int {
        if value >= 0x20 && value < 0x300 { return value >= 0x7F && value < 0xA0 || value == 0xAD ? 0 : 1 }
        switch category {
        case .nonspacingMark, .enclosingMark, .control, .format: return 0
        default:
            let width = cicu_east_asian_width(value)
            return width == 3 || width == 5 ? 2 : 1
        }
    }
}

extension StringProtocol {
    /// Terminal columns that the text takes.
    public var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

    /// The text without White_Space at its ends.
    public var trimmed: String {
        // Between two visible ASCII characters there is nothing to do.
        if let first = unicodeScalars.first?.value, let last = unicodeScalars.last?.value,
            0x21..<0x7F ~= first, 0x21..<0x7F ~= last
        {
            return String(self)
        }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isWhiteSpace }),
            let last = scalars.lastIndex(where: { !$0.isWhiteSpace })
        else { return "" }
        return String(self[first..<scalars.index(after: last)])
    }
}
