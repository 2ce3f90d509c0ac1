/// The rules there are.
public enum RuleRegistry {
    /// All rules, in the order in which their findings about a segment are told.
    public static let rules: [any Rule.Type] = [
        MissingRule.self, UnfinishedRule.self, UntranslatedRule.self, InlineCodeRule.self,
        PlaceholderRule.self,
        LinkRule.self, NumberRule.self, NumberFormatRule.self, DateRule.self, NegationRule.self,
        TermRule.self, TermStatusRule.self, NameRule.self, NameSpellingRule.self, UntranslatableRule.self,
        AcronymRule.self, AcronymExpansionRule.self, UnknownAcronymRule.self, TermConsistencyRule.self,
        LengthRule.self,
        EndPunctuationRule.self, BracketRule.self, QuotationRule.self, RepeatedWordRule.self, SpaceRule.self,
        UnicodeRule.self, SyllableRule.self, UnmarkedRule.self, ToneStyleRule.self, CapitalRule.self,
        SameSourceRule.self, SameTargetRule.self, SignatoryRule.self,
    ]

    /// What they are.
    public static let infos: [RuleInfo] = rules.map { $0.info } + [WaiverCheck.info]

    /// The rule of an id.
    public static func info(_ id: String) -> RuleInfo? { infos.first { $0.id == id } }

    /// The id that a misspelt one probably means.
    public static func suggestion(for id: String) -> String? { NearMiss.nearest(to: id, in: infos.map(\.id)) }
}

/// Finds the name that a misspelt one probably means.
public enum NearMiss {
    /// The nearest of some names, where it is near enough.
    public static func nearest(to name: String, in names: [String]) -> String? {
        let nearest = names.min { difference($0, name) < difference($1, name) }
        guard let nearest else { return nil }
        let isStart = name.count >= 3 && (nearest.hasPrefix(name) || name.hasPrefix(nearest))
        return difference(nearest, name) <= max(1, name.count / 3) || isStart ? nearest : nil
    }

    private static func difference(_ left: String, _ right: String) -> Int {
        let changes = Array(right).difference(from: Array(left))
        return max(changes.insertions.count, changes.removals.count)
    }
}
