internal import TextFiles
internal import UnicodeText
internal import XMLText

/// An element of a TBX file with all that it holds.
struct TBXNode {
    enum Content {
        case text(String)
        case element(TBXNode)
    }

    let tag: XMLTag
    let location: SourceLocation
    var content: [Content] = []

    /// The element's name without its namespace.
    var name: String { tag.name.local }

    /// Whether the element is one of the core structure rather than a data category as a tag (DCT).
    var isCore: Bool { TBXNamespace.isCore(tag.name.namespace) }

    /// Whether it holds a concept.
    var isEntry: Bool { name == "conceptEntry" || name == "termEntry" }

    /// The elements in it.
    var children: [TBXNode] {
        content.compactMap { if case .element(let node) = $0 { node } else { nil } }
    }

    /// An attribute without namespace.
    subscript(_ name: String) -> String? { tag[name] }

    /// The language it says it is in; older files have an attribute `lang`.
    var language: String? { tag["lang", namespace: XMLName.xmlNamespace] ?? tag["lang"] }

    /// Whether text of its own stands in it, not counting white space.
    var hasOwnText: Bool {
        content.contains { if case .text(let text) = $0 { !text.trimmed.isEmpty } else { false } }
    }

    /// Whether anything in it is marked up.
    var hasMarkup: Bool { content.contains { if case .element = $0 { true } else { false } } }

    /// All its text, tags left out: no white space at its ends, and one space for every run of it, since files are
    /// indented within their texts.
    var text: String {
        var scalars = String.UnicodeScalarView()
        var isPending = false
        appendText(to: &scalars, &isPending)
        return String(scalars)
    }

    private func appendText(to scalars: inout String.UnicodeScalarView, _ isPending: inout Bool) {
        for part in content {
            switch part {
            case .element(let node): node.appendText(to: &scalars, &isPending)
            case .text(let text):
                for scalar in text.unicodeScalars {
                    // A no-break space is meant.
                    if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
                        isPending = !scalars.isEmpty
                        continue
                    }
                    if isPending { scalars.append(" ") }
                    isPending = false
                    scalars.append(scalar)
                }
            }
        }
    }
}

/// The namespaces of TBX.
enum TBXNamespace {
    /// ISO 30042:2019, second edition.
    static let core = "urn:iso:std:iso:30042:ed-2"
    static let min = "http://www.tbxinfo.net/ns/min"
    static let basic = "http://www.tbxinfo.net/ns/basic"

    /// Whether elements of a namespace are those of the core structure: ISO 30042, that of its drafts, or none.
    static func isCore(_ namespace: String?) -> Bool {
        namespace == nil || namespace?.hasPrefix("urn:iso:std:iso:30042") ?? false
    }
}
