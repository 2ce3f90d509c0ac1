/// What elements may hold, as tables that are written in text; see ``XLIFFSchema/init(_:)``.
struct XLIFFSchema {
    /// Attributes of other namespaces that an element may have.
    enum Foreign { case none, modules, any }

    struct Attribute {
        let type: XLIFFValueType
        let isRequired: Bool
    }

    /// One step in the order of children.
    struct Step {
        /// The names that may stand here; `other` is any element of another namespace.
        let names: [String]
        let isRequired: Bool
        let isRepeated: Bool
    }

    struct Element {
        let attributes: [String: Attribute]
        let foreign: Foreign
        /// Whether text may stand between its children.
        let isMixed: Bool
        let steps: [Step]
    }

    private let elements: [String: Element]

    subscript(_ name: String) -> Element? { elements[name] }

    /// Reads a table: a line an element, `name | attributes | children`.
    ///
    /// An attribute is `name=type`, with `!` before `=` where it is required; `*` stands for any attribute of
    /// another namespace, `+` for those of modules. Children are names in order, `a|b` for either, with `?`,
    /// `*` or `+`; `#` stands for text.
    init(_ table: String) {
        var elements: [String: Element] = [:]
        for line in table.split(separator: "\n") {
            let columns = line.split(separator: " | ", omittingEmptySubsequences: false)
            guard columns.count == 3 else { continue }
            var attributes: [String: Attribute] = [:]
            var foreign = Foreign.none
            for word in columns[1].split(separator: " ") {
                switch word {
                case "*": foreign = .any
                case "+": foreign = .modules
                default:
                    let parts = word.split(separator: "=", maxSplits: 1)
                    let isRequired = parts[0].hasSuffix("!")
                    attributes[String(isRequired ? parts[0].dropLast() : parts[0])] = Attribute(
                        type: XLIFFValueType(parts.count > 1 ? parts[1] : ""), isRequired: isRequired)
                }
            }
            let words = columns[2].split(separator: " ")
            elements[columns[0].filter { $0 != " " }] = Element(
                attributes: attributes, foreign: foreign, isMixed: words.contains("#"),
                steps: words.filter { $0 != "#" }.map(Self.step))
        }
        self.elements = elements
    }

    private static func step(_ word: Substring) -> Step {
        let mark = word.last.flatMap { "?*+".contains($0) ? $0 : nil }
        let names = (mark == nil ? word : word.dropLast()).split(separator: "|").map(String.init)
        return Step(
            names: names, isRequired: mark == nil || mark == "+", isRepeated: mark == "*" || mark == "+")
    }
}
