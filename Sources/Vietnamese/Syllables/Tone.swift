/// One of the six tones.
public enum Tone: UInt8, Sendable, CaseIterable {
    /// Ngang: no mark.
    case level
    /// Huyền: U+0300.
    case grave
    /// Hỏi: U+0309.
    case hook
    /// Ngã: U+0303.
    case tilde
    /// Sắc: U+0301.
    case acute
    /// Nặng: U+0323.
    case dot

    /// The tone that a combining mark writes; nil for any other character.
    public init?(mark: Unicode.Scalar) {
        switch mark.value {
        case 0x300, 0x340: self = .grave
        case 0x309: self = .hook
        case 0x303: self = .tilde
        case 0x301, 0x341: self = .acute
        case 0x323: self = .dot
        default: return nil
        }
    }

    /// The combining mark; nil for the level tone.
    public var mark: Unicode.Scalar? {
        switch self {
        case .level: nil
        case .grave: "\u{300}"
        case .hook: "\u{309}"
        case .tilde: "\u{303}"
        case .acute: "\u{301}"
        case .dot: "\u{323}"
        }
    }
}
