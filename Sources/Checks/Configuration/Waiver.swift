internal import UnicodeText

/// A comment that lets a finding pass: `lathu: ignore number, date — the original has a mistake`.
public struct Waiver: Sendable, Equatable {
    /// What every such comment begins with.
    public static let prefix = "lathu: ignore"

    /// The rules it names.
    public let rules: [String]
    /// Why; nil where it does not say.
    public let reason: String?

    /// The waiver that a comment is; nil for any other comment.
    public init?(comment: String) {
        let text = comment.trimmed
        guard text.lowercased().hasPrefix(Self.prefix) else { return nil }
        let rest = text.dropFirst(Self.prefix.count)
        guard rest.isEmpty || rest.first == " " || rest.first == ":" else { return nil }
        let parts = Self.parted(rest.drop { $0 == ":" }[...])
        rules = parts.names.split { $0 == "," || $0 == " " }.map(String.init)
        let reason = parts.reason.trimmed
        self.reason = reason.isEmpty ? nil : reason
    }

    /// The reason stands after a dash: a long one, or a short one between spaces.
    private static func parted(_ text: Substring) -> (names: Substring, reason: Substring) {
        let dashes = ["—", "–", " -- ", " - "]
        let places = dashes.compactMap { text.firstRange(of: $0) }
        guard let first = places.min(by: { $0.lowerBound < $1.lowerBound }) else { return (text, "") }
        return (text[..<first.lowerBound], text[first.upperBound...])
    }
}
