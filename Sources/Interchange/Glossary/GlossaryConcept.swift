public import TextFiles
public import UnicodeText

/// A concept with its terms in every language: an entry of a glossary or termbase.
///
/// Two are equal where they say the same; where they stand in their files does not count.
public struct GlossaryConcept: Sendable {
    /// What names it in its file.
    public var id: String?
    /// What is said of it.
    public var details: GlossaryDetails
    /// Its terms by language, in the order of the file.
    public var languages: [GlossaryLanguage]
    /// Where it stands.
    public var location: SourceLocation?

    /// A concept.
    public init(
        id: String? = nil, details: GlossaryDetails = GlossaryDetails(), languages: [GlossaryLanguage] = [],
        location: SourceLocation? = nil
    ) {
        self.id = id
        self.details = details
        self.languages = languages
        self.location = location
    }

    /// All its terms in one language, in order; regions and scripts are told apart only where both name one.
    public func terms(in locale: LocaleID) -> [GlossaryTerm] {
        languages.filter { $0.locale.map { $0.serves(locale) } ?? false }.flatMap(\.terms)
    }

    /// Adds a term at the end of its language, which is made where the concept lacks it.
    public mutating func add(_ term: GlossaryTerm, tag: String, locale: LocaleID?) {
        let place = languages.firstIndex { locale == nil ? $0.tag == tag : $0.locale == locale }
        if let place {
            languages[place].terms.append(term)
        } else {
            languages.append(GlossaryLanguage(tag: tag, locale: locale, terms: [term]))
        }
    }
}

extension LocaleID {
    /// Whether terms of this language are terms for text in another: the same language and script, and no two
    /// different regions.
    public func serves(_ other: LocaleID) -> Bool {
        self == other
            || sharesLanguage(with: other) && (region == nil || other.region == nil || region == other.region)
    }
}

/// The terms of a concept in one language.
public struct GlossaryLanguage: Sendable, Equatable {
    /// The language as the file writes it; empty where it does not say.
    public var tag: String
    /// The language; nil where the tag is none.
    public var locale: LocaleID?
    /// What is said of the concept in this language.
    public var details: GlossaryDetails
    /// The terms.
    public var terms: [GlossaryTerm]

    /// A language's terms.
    public init(
        tag: String, locale: LocaleID?, details: GlossaryDetails = GlossaryDetails(),
        terms: [GlossaryTerm] = []
    ) {
        self.tag = tag
        self.locale = locale
        self.details = details
        self.terms = terms
    }
}

/// A word or phrase that names a concept in a language.
public struct GlossaryTerm: Sendable {
    /// What names it in its file.
    public var id: String?
    /// The term.
    public var text: String
    /// Whether to use it; nil where nothing is said.
    public var status: TermStatus?
    /// What sort of term it is; nil where nothing is said.
    public var kind: TermKind?
    /// `noun`, `verb` and so on, as the file writes it.
    public var partOfSpeech: String?
    /// Whether capitals count when it is looked for; nil where its kind decides.
    public var isCaseSensitive: Bool?
    /// Whether it stays as it is in every language, as some names do; nil where nothing is said.
    public var isUntranslatable: Bool?
    /// What is said of it.
    public var details: GlossaryDetails
    /// Where it stands.
    public var location: SourceLocation?

    /// A term.
    public init(
        _ text: String, id: String? = nil, status: TermStatus? = nil, kind: TermKind? = nil,
        partOfSpeech: String? = nil, isCaseSensitive: Bool? = nil, isUntranslatable: Bool? = nil,
        details: GlossaryDetails = GlossaryDetails(), location: SourceLocation? = nil
    ) {
        self.text = text
        self.id = id
        self.status = status
        self.kind = kind
        self.partOfSpeech = partOfSpeech
        self.isCaseSensitive = isCaseSensitive
        self.isUntranslatable = isUntranslatable
        self.details = details
        self.location = location
    }
}

extension GlossaryConcept: Equatable {
    /// Whether both say the same.
    public static func == (left: GlossaryConcept, right: GlossaryConcept) -> Bool {
        left.id == right.id && left.details == right.details && left.languages == right.languages
    }
}

extension GlossaryTerm: Equatable {
    /// Whether both say the same, scalar by scalar in the term itself.
    public static func == (left: GlossaryTerm, right: GlossaryTerm) -> Bool {
        left.text.isIdentical(to: right.text) && left.id == right.id && left.status == right.status
            && left.kind == right.kind && left.partOfSpeech == right.partOfSpeech
            && left.isCaseSensitive == right.isCaseSensitive
            && left.isUntranslatable == right.isUntranslatable && left.details == right.details
    }
}
