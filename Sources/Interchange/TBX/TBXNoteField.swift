/// What TBX-Basic has no place for, written into a note so that people can read it and nothing is lost:
///
///     [admin type="productSubset"] Servers
///     [do-not-translate]
///
/// A note of this form that another tool wrote comes back as it was, too: it is written again in the same way.
struct TBXNoteField: Equatable {
    /// The element that it stands for, or a flag of Lathu's own.
    var element: String
    /// Its attributes in order; a name may stand twice.
    var attributes: [(name: String, value: String)]
    /// Its text.
    var text: String

    /// Elements of TBX that may stand in brackets.
    private static let elements: Set<String> = [
        "admin", "adminNote", "descrip", "descripNote", "ref", "xref", "termNote", "transac", "transacNote",
        "transacGrp", "conceptEntry", "termSec", "term",
    ]
    /// What Lathu knows of a term and TBX-Basic does not.
    static let flags: Set<String> = [
        "proper-name", "case-sensitive", "case-insensitive", "do-not-translate", "to-be-translated",
        "forbidden",
    ]

    init(_ element: String, _ attributes: [(name: String, value: String)] = [], text: String = "") {
        self.element = element
        self.attributes = attributes
        self.text = text
    }

    /// The field that a note is; nil for any other note.
    init?(note: String) {
        guard note.utf8.first == UInt8(ascii: "[") else { return nil }
        var rest = note.dropFirst()
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
        element = String(name)
        guard Self.elements.contains(element) || Self.flags.contains(element) else { return nil }
        rest = rest.dropFirst(name.count)
        attributes = []
        while rest.first == " " {
            let key = rest.dropFirst().prefix { $0.isASCII && $0.isLetter }
            rest = rest.dropFirst(1 + key.count)
            guard !key.isEmpty, rest.hasPrefix("=\"") else { return nil }
            rest = rest.dropFirst(2)
            guard let end = rest.unicodeScalars.firstIndex(of: "\"") else { return nil }
            attributes.append((String(key), Self.unescape(rest[..<end])))
            rest = rest[rest.unicodeScalars.index(after: end)...]
        }
        guard rest.unicodeScalars.first == "]" else { return nil }
        rest = rest[rest.unicodeScalars.index(after: rest.startIndex)...]
        if Self.flags.contains(element), !attributes.isEmpty || !rest.isEmpty { return nil }
        if !rest.isEmpty {
            guard rest.unicodeScalars.first == " " else { return nil }
            rest = rest[rest.unicodeScalars.index(after: rest.startIndex)...]
        }
        text = String(rest)
    }

    /// The note.
    var note: String {
        let list = attributes.map { " \($0.name)=\"\(Self.escape($0.value))\"" }.joined()
        return "[\(element)\(list)]" + (text.isEmpty ? "" : " \(text)")
    }

    /// The value of an attribute.
    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// All values of an attribute.
    func values(_ name: String) -> [String] { attributes.filter { $0.name == name }.map(\.value) }

    static func == (left: TBXNoteField, right: TBXNoteField) -> Bool { left.note == right.note }

    private static func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "&quot;"
            case "&": result += "&amp;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func unescape(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
        var result = ""
        var rest = text
        while let place = rest.unicodeScalars.firstIndex(of: "&") {
            result += rest[..<place]
            rest = rest[place...]
            if rest.hasPrefix("&quot;") {
                result += "\""
                rest = rest.dropFirst(6)
            } else if rest.hasPrefix("&amp;") {
                result += "&"
                rest = rest.dropFirst(5)
            } else {
                result += "&"
                rest = rest[rest.unicodeScalars.index(after: rest.startIndex)...]
            }
        }
        return result + rest
    }
}
