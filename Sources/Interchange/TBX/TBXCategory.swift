/// Where in an entry something is said.
enum TBXLevel: String {
    case concept, language, term

    /// The element of the level, in the third edition.
    var element: String {
        switch self {
        case .concept: "conceptEntry"
        case .language: "langSec"
        case .term: "termSec"
        }
    }
}

/// A data category of the modules Min and Basic, which make up TBX-Basic.
struct TBXCategory {
    /// Its name: the `type` of an element in DCA style, the name of an element in DCT style.
    let name: String
    /// The element of the core structure that it is said with in DCA style.
    let element: String
    /// Whether it is of the module Min, and so of the dialect TBX-Min.
    let isMin: Bool
    /// Where it may stand.
    let levels: Set<TBXLevel>
    /// Its values, where they are a list.
    let values: [String]

    private init(
        _ name: String, _ element: String, min: Bool = false, _ levels: Set<TBXLevel>, _ values: [String] = []
    ) {
        self.name = name
        self.element = element
        isMin = min
        self.levels = levels
        self.values = values
    }

    /// The category of a name; those that earlier drafts of a module had under another name are among them.
    static func named(_ name: String) -> TBXCategory? { byName[name] }

    /// The values of the status.
    static let statuses: [(value: String, status: TermStatus)] = [
        ("preferredTerm-admn-sts", .preferred), ("admittedTerm-admn-sts", .admitted),
        ("deprecatedTerm-admn-sts", .deprecated), ("supersededTerm-admn-sts", .superseded),
    ]

    /// What other files write for a status; these are kept as they are besides.
    static let otherStatuses: [String: TermStatus] = [
        "standardizedTerm-admn-sts": .preferred, "regulatedTerm-admn-sts": .preferred,
        "legalTerm-admn-sts": .preferred,
    ]

    /// The values of *usageStatus*, which drafts had in the place of *administrativeStatus*.
    static let usageStatuses: [String: TermStatus] = [
        "preferred": .preferred, "admitted": .admitted, "deprecated": .deprecated,
        "notRecommended": .deprecated, "superseded": .superseded, "obsolete": .superseded,
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    // Modules Min 1.x and Basic 1.2 of the TBX Steering Committee.
    private static let all = [
        TBXCategory(
            "administrativeStatus", "termNote", min: true, [.term], statuses.map(\.value)),
        TBXCategory(
            "usageStatus", "termNote", min: true, [.term], usageStatuses.keys.sorted()),
        TBXCategory("customerSubset", "admin", min: true, [.concept, .term]),
        TBXCategory(
            "partOfSpeech", "termNote", min: true, [.term], ["adjective", "adverb", "noun", "other", "verb"]),
        TBXCategory("subjectField", "descrip", min: true, [.concept]),
        TBXCategory("context", "descrip", [.term]),
        TBXCategory("crossReference", "ref", [.concept, .term]),
        TBXCategory("definition", "descrip", [.concept, .language]),
        TBXCategory("externalCrossReference", "xref", [.concept, .term]),
        TBXCategory("geographicalUsage", "termNote", [.term]),
        TBXCategory("grammaticalGender", "termNote", [.term], ["feminine", "masculine", "neuter", "other"]),
        TBXCategory("projectSubset", "admin", [.concept, .term]),
        TBXCategory("responsibility", "transacNote", [.concept, .language]),
        TBXCategory("source", "admin", [.concept, .language, .term]),
        TBXCategory(
            "termLocation", "termNote", [.term],
            [
                "checkBox", "comboBox", "comboBoxElement", "dialogBox", "groupBox", "informativeMessage",
                "interactiveMessage", "menuItem", "progressBar", "pushButton", "radioButton", "slider",
                "spinBox", "tab", "tableText", "textBox", "toolTip", "user-definedType",
            ]),
        TBXCategory(
            "termType", "termNote", [.term],
            ["abbreviation", "acronym", "fullForm", "phrase", "shortForm", "variant"]),
        TBXCategory("transactionType", "transac", [.concept, .language], ["modification", "origination"]),
        TBXCategory("xGraphic", "xref", [.concept, .language]),
    ]
}
