public import UnicodeText

/// The fields of a PO header, as `Language: vi`, one a line, in their order.
///
/// Lines that are no field stay where they are. Names are compared without regard to case.
public struct POHeader: Sendable, Equatable, CustomStringConvertible {
    /// The header as text: the translation of the empty source text.
    public private(set) var text: String

    /// Reads a header's text.
    public init(_ text: String = "") { self.text = text }

    /// The header's text.
    public var description: String { text }

    /// Whether both are the same scalars.
    public static func == (left: POHeader, right: POHeader) -> Bool { left.text.isIdentical(to: right.text) }

    /// The fields with their values, in the order of the header.
    public var fields: [(name: String, value: String)] { lines.compactMap(Self.field) }

    /// A field's value without the spaces around it; nil removes the field, a new one goes to the end.
    ///
    /// A line end in a new value becomes a space.
    public subscript(name: String) -> String? {
        get { fields.first { Self.isSame($0.name, name) }?.value }
        set {
            if let old = self[name], let newValue, old.isIdentical(to: newValue) { return }
            var lines = lines
            let position = lines.firstIndex { Self.field($0).map { Self.isSame($0.name, name) } ?? false }
            if let newValue {
                let scalars = newValue.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }
                let line = "\(name): \(String(String.UnicodeScalarView(scalars)))"
                if let position { lines[position] = line } else { lines.append(line) }
            } else if let position {
                lines.remove(at: position)
            }
            text = lines.map { $0 + "\n" }.joined()
        }
    }

    /// The charset that `Content-Type` names, as it is written there.
    public var charsetName: String? {
        get {
            self["Content-Type"].flatMap { POCharsetName.find(in: $0) }.map { String($0) }
        }
        set {
            guard let newValue else {
                self["Content-Type"] = nil
                return
            }
            guard var type = self["Content-Type"], let old = POCharsetName.find(in: type) else {
                self["Content-Type"] = "text/plain; charset=\(newValue)"
                return
            }
            type.replaceSubrange(old.startIndex..<old.endIndex, with: newValue)
            self["Content-Type"] = type
        }
    }

    /// The language of the translations; nil where the header names none that is a locale.
    ///
    /// A gettext modifier counts as the script that it names: `sr@latin` is `sr-Latn`.
    public var language: LocaleID? {
        get {
            guard let name = self["Language"] else { return nil }
            let parts = name.split(separator: "@", maxSplits: 1)
            guard let base = parts.first else { return nil }
            let script = parts.count == 2 ? Self.scripts.first { $0.modifier == parts[1] }?.script : nil
            guard let script else { return try? LocaleID(String(base)) }
            let subtags = base.split { $0 == "_" || $0 == "-" }
            return try? LocaleID(([subtags[0], script] + subtags.dropFirst()).joined(separator: "-"))
        }
        set { self["Language"] = newValue.map(Self.name(of:)) }
    }

    /// How many plural forms the language has (`Plural-Forms: nplurals=`); nil where it is not said.
    public var pluralCount: Int? {
        guard let rule = self["Plural-Forms"] else { return nil }
        let compact = String(String.UnicodeScalarView(rule.unicodeScalars.filter { !$0.isWhiteSpace }))
        guard let part = compact.split(separator: ";").first(where: { $0.hasPrefix("nplurals=") }) else {
            return nil
        }
        return Int(part.dropFirst("nplurals=".count)).flatMap { $0 > 0 ? $0 : nil }
    }

    /// A locale as gettext writes it: `pt_BR`, `sr@latin`, `zh_Hant`.
    static func name(of locale: LocaleID) -> String {
        if let script = scripts.first(where: { $0.script == locale.script ?? "" }) {
            return locale.language + (locale.region.map { "_" + $0 } ?? "") + "@" + script.modifier
        }
        return locale.identifier.split(separator: "-").joined(separator: "_")
    }

    private static let scripts: [(script: Substring, modifier: Substring)] = [
        ("Latn", "latin"), ("Cyrl", "cyrillic"),
    ]

    private var lines: [String] {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
            String($0)
        }
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    private static func field(_ line: String) -> (name: String, value: String)? {
        guard let colon = line.unicodeScalars.firstIndex(of: ":"), colon != line.startIndex else {
            return nil
        }
        return (String(line[..<colon]), line[line.unicodeScalars.index(after: colon)...].trimmed)
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        left.lowercased() == right.lowercased()
    }
}
