internal import UnicodeText

/// What a column of a glossary table holds.
enum GlossaryColumn: Hashable {
    /// Columns with names of their own.
    enum Name: String, CaseIterable {
        case concept, locale, term, kind, status
        case partOfSpeech = "part of speech"
        case `case`, translate, note, source, context, definition, subject
        case conceptDefinition = "concept definition"
        case conceptNote = "concept note"
        case see

        /// Other names that tables have for it.
        var aliases: [String] {
            switch self {
            case .concept: ["concept id", "entry", "entry id", "concept_id"]
            case .locale: ["language", "lang"]
            case .kind: ["type", "term type"]
            case .partOfSpeech: ["pos", "part_of_speech", "partofspeech"]
            case .case: ["case sensitive", "case-sensitive"]
            case .note: ["notes", "comment", "comments"]
            case .definition: ["description"]
            case .subject: ["subject field", "domain"]
            case .see: ["see also"]
            case .conceptDefinition: ["concept_definition"]
            case .conceptNote: ["concept_note"]
            default: []
            }
        }

        static func named(_ title: String) -> Name? {
            let title = title.lowercased()
            return allCases.first { $0.rawValue == title || $0.aliases.contains(title) }
        }
    }

    case name(Name)
    /// Terms in a language.
    case terms(LocaleID)

    /// The columns that a header row names; nil where one is neither.
    static func columns(_ titles: [String]) -> (columns: [GlossaryColumn?], unknown: [Int]) {
        let titles = titles.map(\.trimmed)
        let named = titles.map { title in Name.named(title) }
        let isLong = named.contains(.locale) && named.contains(.term)
        var columns: [GlossaryColumn?] = []
        var unknown: [Int] = []
        let locales = titles.count { $0 != "id" && locale($0) != nil }
        for (index, title) in titles.enumerated() {
            if let name = named[index] {
                columns.append(.name(name))
            } else if title.lowercased() == "id", isLong || locales >= 1 {
                // Indonesian only where nothing else would be a language.
                columns.append(.name(.concept))
            } else if !isLong, let locale = locale(title) {
                columns.append(.terms(locale))
            } else {
                columns.append(nil)
                if !title.isEmpty, !GlossaryFigures.titles.contains(title) { unknown.append(index) }
            }
        }
        return (columns, unknown)
    }

    private static func locale(_ title: String) -> LocaleID? {
        // “Note” and the like are no languages: tags are written as tags.
        title.utf8.count >= 2 && title.utf8.count <= 15 ? try? LocaleID(title) : nil
    }
}
