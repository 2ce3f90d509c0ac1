/// An attribute of TMX, but for `xml:lang` and `version`, which the reader takes care of.
public enum TMXAttribute: String, Sendable, CaseIterable {
    // Of the header, units and variants.
    case tuid, datatype, usagecount, lastusagedate, creationtool, creationtoolversion, creationdate
    case creationid, changedate, changeid, segtype, srclang, adminlang
    case encoding = "o-encoding"
    case format = "o-tmf"
    // Of inline elements.
    case i, x, type, assoc, pos
    // Of user-defined encodings.
    case name, base, unicode, code, ent, subst

    /// The attributes that the TMX 1.4 DTD gives an element, in its order.
    static func known(of element: TMXElement) -> [TMXAttribute] { table[element] ?? [] }

    /// Those without which an element is not valid.
    static func required(of element: TMXElement) -> [TMXAttribute] {
        switch element {
        case .header:
            [.creationtool, .creationtoolversion, .segtype, .format, .adminlang, .srclang, .datatype]
        case .bpt, .ept: [.i]
        case .it: [.pos]
        case .ude: [.name]
        case .prop: [.type]
        case .map: [.unicode]
        default: []
        }
    }

    private static let table: [TMXElement: [TMXAttribute]] = [
        .header: [
            .creationtool, .creationtoolversion, .segtype, .format, .adminlang, .srclang, .datatype,
            .encoding, .creationdate, .creationid, .changedate, .changeid,
        ],
        .tu: [
            .tuid, .encoding, .datatype, .usagecount, .lastusagedate, .creationtool, .creationtoolversion,
            .creationdate, .creationid, .changedate, .segtype, .changeid, .format, .srclang,
        ],
        .tuv: [
            .encoding, .datatype, .usagecount, .lastusagedate, .creationtool, .creationtoolversion,
            .creationdate, .creationid, .changedate, .format, .changeid,
        ],
        .note: [.encoding], .prop: [.type, .encoding],
        .ude: [.name, .base], .map: [.unicode, .code, .ent, .subst],
        .bpt: [.i, .x, .type], .ept: [.i], .sub: [.datatype, .type], .it: [.pos, .x, .type],
        .ph: [.x, .assoc, .type], .hi: [.x, .type], .ut: [.x],
    ]

    /// Whether the value is a date.
    var isDate: Bool { self == .creationdate || self == .changedate || self == .lastusagedate }

    /// The values that the DTD allows; nil for any.
    var values: [String]? {
        switch self {
        case .segtype: ["block", "paragraph", "sentence", "phrase"]
        case .pos: ["begin", "end"]
        default: nil
        }
    }
}
