/// Which runs of words may be terms by the closed classes alone: nouns and adjectives, joined by prepositions or
/// conjunctions (J. Justeson and S. Katz, Technical terminology: some linguistic properties and an algorithm for
/// identification in text, Natural Language Engineering 1, 1995). An article stands only behind a preposition, as in
/// *freedom of the press*: elsewhere what precedes it is a verb. Words that count (*number of*) name nothing.
enum TermShape {
    /// Whether a phrase that neither begins nor ends with a stop word may be a term.
    /// - Parameters:
    ///   - roles: what each of its words does.
    ///   - counts: whether its first word counts others, such as *number*.
    static func isTerm(_ roles: some BidirectionalCollection<WordRole>, counts: Bool) -> Bool {
        var before = WordRole.open
        for role in roles {
            switch role {
            case .open: break
            case .preposition, .to, .conjunction:
                guard before == .open else { return false }
                if counts, role == .preposition { return false }
            case .determiner: guard before == .preposition || before == .to else { return false }
            case .pronoun, .auxiliary, .be, .divider: return false
            }
            before = role
        }
        return true
    }
}
