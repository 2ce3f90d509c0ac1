/// How much a finding matters.
public enum Severity: String, Sendable, CaseIterable, Comparable, Codable {
    /// Worth knowing.
    case info
    /// Probably wrong, or wrong in a way that a reader forgives.
    case warning
    /// Wrong almost for certain, and harmful in a letter that was sent.
    case error

    /// Info before warning before error.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }
}
