public import UnicodeText

/// What is wrong with two documents before they are aligned.
public enum DocumentProblem: Sendable, Equatable {
    /// A side without any segment: the source where true.
    case empty(isSource: Bool)
    /// Both sides say the same in the same language.
    case same
    /// A side is in another language than is said.
    case language(isSource: Bool, LanguageCheck.Finding)
    /// Each side is in the other's language.
    case swapped

    /// So much of a document may stand in it untranslated, as names and addresses do.
    private static let mostSame = 0.8

    /// The first problem of a pair, if any.
    public static func find(_ pair: DocumentPair, source: LocaleID, target: LocaleID) -> DocumentProblem? {
        if pair.source.segments.isEmpty { return .empty(isSource: true) }
        if pair.target.segments.isEmpty { return .empty(isSource: false) }
        let known = Set(pair.source.segments)
        let same = pair.target.segments.count(where: known.contains)
        let all = pair.target.segments.count
        let sourceFinding = LanguageCheck.finding(pair.source.segments, locale: source)
        let targetFinding = LanguageCheck.finding(pair.target.segments, locale: target)
        // A list of names is the same in many languages; text is not.
        let hasText = pair.target.segments.contains { $0.split(separator: " ").count > 6 }
        if Double(same) > mostSame * Double(all), hasText || targetFinding != nil { return .same }
        if isLanguage(sourceFinding, target), isLanguage(targetFinding, source) { return .swapped }
        if let sourceFinding { return .language(isSource: true, sourceFinding) }
        if let targetFinding { return .language(isSource: false, targetFinding) }
        return nil
    }

    private static func isLanguage(_ finding: LanguageCheck.Finding?, _ locale: LocaleID) -> Bool {
        if case .language(let found)? = finding { return found.language == locale.language }
        return false
    }
}
