internal import TextFiles
internal import UnicodeText
internal import Yams

/// A YAML mapping whose values are asked for by name, every problem reported with its place.
///
/// Used for front matter, `lathu.yaml` and `conventions.yaml`.
struct YAMLMapping {
    /// A value with the place where it stands.
    struct Value {
        let node: Node
        let location: SourceLocation
    }

    private(set) var diagnostics: [Diagnostic] = []
    /// How serious a key is that nobody reads.
    var unknownKeys: Diagnostic.Severity = .warning
    private var values: [String: Value] = [:]
    private let file: String?
    private let lineOffset: Int

    /// Reads a YAML document whose top is a mapping.
    ///
    /// - Parameter lineOffset: how many lines of the file stand before the YAML.
    /// - Throws: `LathuError` with the line and column of what is malformed.
    init(_ yaml: String, file: String?, lineOffset: Int = 0) throws(LathuError) {
        self.file = file
        self.lineOffset = lineOffset
        guard let node = try Self.composed(yaml, file: file, lineOffset: lineOffset) else { return }
        guard let mapping = node.mapping else {
            throw LathuError(
                .invalidData, "expected “key: value” lines",
                at: Self.location(of: node, file: file, lineOffset: lineOffset))
        }
        for (key, value) in mapping {
            let place = Self.location(of: key, file: file, lineOffset: lineOffset)
            guard let name = key.scalar?.string else {
                diagnostics.append(Diagnostic("a key must be plain text", at: place))
                continue
            }
            let location = Self.location(of: value, file: file, lineOffset: lineOffset)
            values[name] = Value(node: value, location: location)
        }
    }

    /// Reads a YAML document whose top is a list.
    ///
    /// - Parameter body: makes something of the list, reporting what is wrong to the mapping it gets, which is empty.
    /// - Throws: `LathuError` with the line and column of what is malformed, and with what `body` reports.
    static func list<Result>(
        _ yaml: String, file: String?, _ body: (Node, inout YAMLMapping) -> Result
    ) throws(LathuError) -> Result {
        var mapping = YAMLMapping(file: file)
        let node = try composed(yaml, file: file, lineOffset: 0) ?? Node.sequence(.init([]))
        if node.sequence == nil {
            mapping.report(
                "expected a list", at: mapping.location(of: node), hint: "begin every entry with a hyphen")
        }
        let result = body(node, &mapping)
        try mapping.throwErrors()
        return result
    }

    private init(file: String?) {
        self.file = file
        lineOffset = 0
    }

    private static func composed(
        _ yaml: String, file: String?, lineOffset: Int
    ) throws(LathuError) -> Node? {
        try checkCharacters(yaml, file: file, lineOffset: lineOffset)
        do {
            return try Yams.compose(yaml: yaml)
        } catch {
            throw translated(error, yaml: yaml, file: file, lineOffset: lineOffset)
        }
    }

    /// The parser takes the first of these for the end of the text, and places the others nowhere (YAML
    /// 1.2, 5.1).
    private static func checkCharacters(
        _ yaml: String, file: String?, lineOffset: Int
    ) throws(LathuError) {
        func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x10000...: scalar != "\u{FEFF}"
            default: false
            }
        }
        guard let index = yaml.unicodeScalars.firstIndex(where: { !isAllowed($0) }) else { return }
        let place = TextSource(yaml).location(of: index)
        let code = String(yaml.unicodeScalars[index].value, radix: 16, uppercase: true)
        throw LathuError(
            .invalidData,
            "broken YAML: the character U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)",
            at: SourceLocation(file: file, line: place.line.map { $0 + lineOffset }, column: place.column),
            hint: "delete it: it cannot be seen")
    }

    private static func translated(
        _ error: any Error, yaml: String, file: String?, lineOffset: Int
    ) -> LathuError {
        func located(_ problem: String, line: Int, column: Int, hint: String? = nil) -> LathuError {
            LathuError(
                .invalidData, "broken YAML: \(problem)",
                at: SourceLocation(file: file, line: line + lineOffset, column: column),
                hint: hint
                    ?? "values with “: ” or “#” in them, or starting with a quote or bracket, belong in quotation marks"
            )
        }
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return located(problem, line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let key = duplicates.sorted().first ?? ""
            let lines = TextSource(yaml).lines.map(\.trimmed)
            let places = lines.indices.filter { lines[$0].hasPrefix("\(key):") }
            let line = places.dropFirst().first.map { $0 + 1 }
            return located(
                "the key “\(key)” stands twice", line: line ?? context.mark.line,
                column: line == nil ? context.mark.column : 1, hint: "keep one of the two")
        default:
            return LathuError(.invalidData, "broken YAML: \(error)", at: SourceLocation(file: file))
        }
    }

    private static func location(of node: Node, file: String?, lineOffset: Int) -> SourceLocation {
        SourceLocation(file: file, line: node.mark.map { $0.line + lineOffset }, column: node.mark?.column)
    }

    /// The value of a key.
    func value(_ key: String) -> Value? { values[key] }

    /// The place of a node inside a value.
    func location(of node: Node) -> SourceLocation {
        Self.location(of: node, file: file, lineOffset: lineOffset)
    }

    /// Notes a problem with a value.
    mutating func report(_ message: String, at location: SourceLocation, hint: String? = nil) {
        diagnostics.append(Diagnostic(message, at: location, hint: hint))
    }

    /// Notes a problem that was found elsewhere.
    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// The text of a key, in NFC and without White_Space at its ends; nil where it is missing or empty. A
    /// list or mapping in its place is reported.
    mutating func text(_ key: String) -> String? {
        guard let value = values[key] else { return nil }
        guard let text = Self.text(of: value.node) else {
            report("“\(key)” must be text", at: value.location)
            return nil
        }
        return text.isEmpty ? nil : text
    }

    /// The text of a scalar, in NFC and without White_Space at its ends; empty for a null, nil for a list
    /// or mapping.
    static func text(of node: Node) -> String? {
        guard let text = node.scalar?.string else { return nil }
        return node.tag == Tag(.null) ? "" : text.nfc.trimmed
    }

    /// The texts of a list, without empty ones; a single text counts as a list of one.
    mutating func texts(_ key: String) -> [String]? {
        guard let value = values[key] else { return nil }
        guard let sequence = value.node.sequence else { return text(key).map { [$0] } ?? [] }
        var texts: [String] = []
        for item in sequence {
            if let text = Self.text(of: item) {
                if !text.isEmpty { texts.append(text) }
            } else {
                report("every entry of “\(key)” must be text", at: location(of: item))
            }
        }
        return texts
    }

    /// The mapping under a key, its values as texts. A value that is no text is reported, and so is a name
    /// that nobody reads.
    mutating func strings(_ key: String, known: [String]) -> [String: String] {
        var strings: [String: String] = [:]
        for (name, value) in fields(key, known: known) {
            guard let text = Self.text(of: value.node) else {
                report("“\(name)” must be text", at: value.location)
                continue
            }
            // A space at an end is part of a mark, as the one within guillemets.
            if !text.isEmpty { strings[name] = value.node.scalar?.string.nfc ?? text }
        }
        return strings
    }

    /// The mapping under a key, in the order of the file. A name that nobody reads is reported where the names
    /// that somebody does are given.
    mutating func fields(_ key: String, known: [String]? = nil) -> [(name: String, value: Value)] {
        guard let value = values[key], Self.text(of: value.node) != "" else { return [] }
        guard let mapping = value.node.mapping else {
            report("“\(key)” must hold “name: value” lines", at: value.location)
            return []
        }
        var fields: [(name: String, value: Value)] = []
        for (name, value) in mapping {
            let place = location(of: name)
            guard let name = name.scalar?.string else {
                report("a key must be plain text", at: place)
                continue
            }
            if let known, !known.contains(name) { reportUnknown(name, known, at: place) }
            fields.append((name, Value(node: value, location: location(of: value))))
        }
        return fields
    }

    /// Reports keys that nobody reads: most are misspelt.
    mutating func reportUnknownKeys(besides known: [String]) {
        for (key, value) in values.sorted(by: {
            ($0.value.location.line ?? 0) < ($1.value.location.line ?? 0)
        })
        where !known.contains(key) {
            reportUnknown(key, known, at: value.location)
        }
    }

    private mutating func reportUnknown(_ key: String, _ known: [String], at location: SourceLocation) {
        let nearest = known.min { Self.difference($0, key) < Self.difference($1, key) }
        let isNear = nearest.map { Self.difference($0, key) <= 2 } ?? false
        diagnostics.append(
            Diagnostic(
                "unknown key “\(key)”", at: location,
                hint: isNear
                    ? "did you mean “\(nearest ?? "")”?" : "known keys: \(known.joined(separator: ", "))",
                severity: unknownKeys))
    }

    /// A rough measure of misspelling: characters that only one of the two has, by position from both ends.
    private static func difference(_ left: String, _ right: String) -> Int {
        let changes = Array(right).difference(from: Array(left))
        return max(changes.insertions.count, changes.removals.count)
    }

    /// Fails with every error that was noted.
    func throwErrors() throws(LathuError) {
        let errors = diagnostics.filter { $0.severity == .error }
        if !errors.isEmpty { throw LathuError(.invalidData, errors) }
    }

    /// What is worth saying though nothing failed.
    var warnings: [Diagnostic] { diagnostics.filter { $0.severity != .error } }
}
