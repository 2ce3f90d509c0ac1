public import Segmentation

/// What a translation was when a file was written: its state and a hash of its text.
///
/// The file carries it beside the text, so that whoever takes the file back sees which side was changed
/// since: `translated 9f2c41d0a7b3e815`.
public struct PairFingerprint: Sendable, Hashable, CustomStringConvertible {
    /// The state.
    public let state: PairState
    /// A hash of the text: FNV-1a of its coded form (Fowler, Noll and Vo, 1991).
    public let hash: UInt64

    /// The fingerprint of a translation.
    public init(_ text: InlineText?, _ state: PairState) {
        self.state = state
        hash = Self.hash(text?.coded ?? "")
    }

    /// Reads one; nil for any other text.
    public init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let state = PairState(rawValue: String(parts[0])), parts[1].count == 16,
            let hash = UInt64(parts[1], radix: 16)
        else { return nil }
        self.state = state
        self.hash = hash
    }

    /// As it stands in files.
    public var description: String { "\(state.rawValue) \(Self.hexadecimal(hash))" }

    /// A hash of a text.
    public static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// A hash in sixteen digits.
    public static func hexadecimal(_ hash: UInt64) -> String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
