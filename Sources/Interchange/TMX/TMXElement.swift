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
    var name: String { Self.names[rawValue] }

    private static let names = allCases.map { "\($0)" }

    /// The element as an inline one.
    var markup: TMXMarkup.Element? { Self.markups[rawValue] }

    private static let markups = allCases.map { TMXMarkup.Element(rawValue: $0.name) }

    /// Whether its language could be named by `lang` before TMX 1.3.
    var hasOldLanguage: Bool { self == .tuv || self == .note || self == .prop }
}
