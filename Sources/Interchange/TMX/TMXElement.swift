/// An element of TMX 1.4, by its place in lists.
enum TMXElement: Int, CaseIterable {
    case tmx, header, body, tu, tuv, seg, note, prop, ude, map
    case bpt, ept, ph, it, hi, ut, sub

    /// The element of a name; nil where TMX has none.
    init?(name: String) {
        guard let element = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = element
    }

    /// Its name.
    var name: String {
        switch self {
        case .tmx: "tmx"
        case .header: "header"
        case .body: "body"
        case .tu: "tu"
        case .tuv: "tuv"
        case .seg: "seg"
        case .note: "note"
        case .prop: "prop"
        case .ude: "ude"
        case .map: "map"
        case .bpt: "bpt"
        case .ept: "ept"
        case .ph: "ph"
        case .it: "it"
        case .hi: "hi"
        case .ut: "ut"
        case .sub: "sub"
        }
    }

    /// The element as an inline one.
    var markup: TMXMarkup.Element? {
        switch self {
        case .bpt: .bpt
        case .ept: .ept
        case .ph: .ph
        case .it: .it
        case .hi: .hi
        case .ut: .ut
        case .sub: .sub
        default: nil
        }
    }

    /// Whether its language could be named by `lang` before TMX 1.3.
    var hasOldLanguage: Bool { self == .tuv || self == .note || self == .prop }
}
