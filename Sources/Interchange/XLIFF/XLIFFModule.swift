/// The namespaces of the modules of XLIFF 2.
enum XLIFFModule: String, CaseIterable {
    case matches = "urn:oasis:names:tc:xliff:matches:2.0"
    case glossary = "urn:oasis:names:tc:xliff:glossary:2.0"
    case formatStyle = "urn:oasis:names:tc:xliff:fs:2.0"
    case metadata = "urn:oasis:names:tc:xliff:metadata:2.0"
    case resourceData = "urn:oasis:names:tc:xliff:resourcedata:2.0"
    case changeTracking = "urn:oasis:names:tc:xliff:changetracking:2.0"
    case sizeRestriction = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
    case validation = "urn:oasis:names:tc:xliff:validation:2.0"
    case pluralGenderSelect = "urn:oasis:names:tc:xliff:pgs:1.0"
    case tagSet = "urn:oasis:names:tc:xliff:itsm:2.1"

    /// The prefix that is registered for it, which fragment identifiers use.
    var prefix: String {
        switch self {
        case .matches: "mtc"
        case .glossary: "gls"
        case .formatStyle: "fs"
        case .metadata: "mda"
        case .resourceData: "res"
        case .changeTracking: "ctr"
        case .sizeRestriction: "slr"
        case .validation: "val"
        case .pluralGenderSelect: "pgs"
        case .tagSet: "itsm"
        }
    }
}
