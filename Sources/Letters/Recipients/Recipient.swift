public import TextFiles
public import UnicodeText

/// Who a letter is written to: a person in an office, or a body.
public struct Recipient: Sendable, Hashable {
    /// What forms of address depend on; the raw values are the keywords of `{gender, select, …}`.
    public enum Gender: String, Sendable, CaseIterable {
        case female, male, other
    }

    /// The name of its folder; see ``Letter/isValid(id:)``.
    public var id: String
    /// The name.
    public var name: MultilingualText
    /// The office, as “President of the Republic of Chile”.
    public var office: MultilingualText?
    /// What stands before the name on the envelope, as “His Excellency”.
    public var honorific: MultilingualText?
    /// How the person is spoken to, as “Mr. President”: what the salutation is made from.
    public var formOfAddress: MultilingualText?
    /// The whole salutation, where that of the conventions would be wrong, as “Your Majesty,”.
    public var salutation: MultilingualText?
    /// The gender, where it is known.
    public var gender: Gender?
    /// The languages the recipient reads, the first one first; empty for all of the project's.
    public var languages: [LocaleID]
    /// The lines of the postal address below name and office, without the country.
    public var postalAddress: [String]
    /// The e-mail address (RFC 5321 addr-spec; beyond ASCII as RFC 6531 allows), with neither name nor brackets.
    public var email: String?
    /// The country of the postal address (ISO 3166-1 alpha-2, in capitals), or another region that CLDR names.
    public var country: String?
    /// What else is said of the recipient: columns of the project's own, for placeholders.
    public var values: [String: MultilingualText]
    /// Where the recipient stands.
    public var location: SourceLocation?

    /// A recipient.
    public init(
        id: String, name: MultilingualText, office: MultilingualText? = nil,
        honorific: MultilingualText? = nil, formOfAddress: MultilingualText? = nil,
        salutation: MultilingualText? = nil, gender: Gender? = nil,
        languages: [LocaleID] = [], postalAddress: [String] = [], email: String? = nil,
        country: String? = nil, values: [String: MultilingualText] = [:], location: SourceLocation? = nil
    ) {
        self.id = id
        self.name = name
        self.office = office
        self.honorific = honorific
        self.formOfAddress = formOfAddress
        self.salutation = salutation
        self.gender = gender
        self.languages = languages
        self.postalAddress = postalAddress
        self.email = email
        self.country = country
        self.values = values
        self.location = location
    }
}
