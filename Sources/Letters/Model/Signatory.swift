public import TextFiles
public import UnicodeText

/// A person or organisation that signs.
public struct Signatory: Sendable, Hashable {
    /// The name, in the language of the letter and in others.
    public let name: MultilingualText
    /// The country.
    public let country: Region?
    /// The address of a page about it: `http`, `https` or `mailto`.
    public let link: String?
    /// Whether it counts without being named.
    public let isAnonymous: Bool
    /// The day it signed, where that is known.
    public let date: CalendarDate?
    /// Where it stands.
    public let location: SourceLocation?

    /// A signatory.
    public init(
        _ name: MultilingualText, country: Region? = nil, link: String? = nil, isAnonymous: Bool = false,
        date: CalendarDate? = nil, location: SourceLocation? = nil
    ) {
        self.name = name
        self.country = country
        self.link = link
        self.isAnonymous = isAnonymous
        self.date = date
        self.location = location
    }
}

/// How the signatories of a letter are set; nil where the conventions of the language decide.
public struct Signing: Sendable, Hashable {
    /// The order of names.
    public enum Order: String, Sendable, CaseIterable {
        /// As the letter has them.
        case given
        /// By the collation of the language.
        case sorted
    }

    /// The order.
    public var order: Order?
    /// In how many columns.
    public var columns: Int?
    /// Whether a line says how many they are.
    public var showsCount: Bool?
    /// Whether countries stand behind the names.
    public var showsCountries = false
    /// How many are named; the rest is “and N others”.
    public var limit: Int?
    /// Until when signatures were taken; later ones are left out.
    public var closingDate: CalendarDate?
}
