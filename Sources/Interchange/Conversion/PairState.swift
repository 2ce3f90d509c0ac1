/// How far a translation is, in the words that all formats come down to.
public enum PairState: String, Sendable, CaseIterable, Comparable {
    /// There is none.
    case missing
    /// There is one that somebody has to look at.
    case draft
    /// There is one.
    case translated
    /// A second person has approved it.
    case reviewed

    /// Missing before draft before translated before reviewed.
    public static func < (left: PairState, right: PairState) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The state of a name in a table, whose writers know other words for some.
    init?(cell: String) {
        switch cell.lowercased() {
        case "missing", "initial", "new", "untranslated": self = .missing
        case "draft", "fuzzy", "needs-review": self = .draft
        case "translated": self = .translated
        case "reviewed", "approved", "final": self = .reviewed
        default: return nil
        }
    }
}
