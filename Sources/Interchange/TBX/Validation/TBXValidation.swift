public import TextFiles
internal import UnicodeText
internal import XMLText

/// Checks a TBX file against the rules of its edition, style and dialect.
///
/// The core structure and, for the dialects TBX-Core, TBX-Min and TBX-Basic, which data categories stand where and
/// with which values; identifiers and what refers to them; languages. The edition of 2008 lets every file choose its
/// own categories, so that only their structure is checked there, and the statuses.
public enum TBXValidation {
    /// More findings help nobody: with so many errors the rest of a file is not read.
    static let limit = 1000

    /// What is wrong with a file, in its order.
    /// - Throws: `LathuError` where it cannot be read; with code `invalidData` where it is not well-formed or no TBX,
    ///   with what was found before that place.
    public static func findings(path: String) throws(LathuError) -> [Diagnostic] {
        try check(TBXParts(XMLReader(path: path, limits: TBXParts.limits))) { _ throws(LathuError) in }
    }

    /// What is wrong with a file, and its concepts; the file is read once.
    /// - Throws: `LathuError` as ``findings(path:)``; where it holds more concepts than fit into memory.
    public static func contents(path: String) throws(LathuError) -> GlossaryContents {
        var contents = GlossaryContents()
        var parser = TBXEntryParser()
        var bounds = GlossaryBounds(file: path)
        contents.findings = try check(TBXParts(XMLReader(path: path, limits: TBXParts.limits))) {
            entry throws(LathuError) in
            let concept = parser.concept(entry)
            try bounds.add(concept.languages.reduce(1) { $0 + $1.terms.count })
            contents.concepts.append(concept)
        }
        return contents
    }

    /// Checks bytes in memory.
    /// - Throws: `LathuError` as ``findings(path:)``.
    public static func findings(bytes: [UInt8], file: String? = nil) throws(LathuError) -> [Diagnostic] {
        try check(TBXParts(XMLReader(bytes: bytes, file: file, limits: TBXParts.limits))) {
            _ throws(LathuError) in
        }
    }

    private static func check(
        _ parts: TBXParts, entry: (TBXNode) throws(LathuError) -> Void
    ) throws(LathuError) -> [Diagnostic] {
        guard case .open(let root) = try parts.next() else { return [] }
        var check = TBXCheck(root)
        do throws(LathuError) {
            while let part = try parts.next() {
                check.take(part)
                if case .element(let node) = part, node.isEntry { try entry(node) }
                if check.hasTooManyErrors {
                    throw LathuError(
                        .invalidData, "\(limit) things and more are wrong with it: the rest is not read",
                        at: SourceLocation(file: parts.file))
                }
            }
        } catch {
            throw LathuError(error.code, check.sorted() + error.diagnostics)
        }
        check.finish()
        return check.sorted()
    }
}

/// Collects what is wrong with a TBX file as its parts come.
struct TBXCheck {
    let schema: TBXSchema
    let standard: String
    let isThird: Bool
    /// `dca`, `dct`, or nothing.
    let style: String?
    let dialect: String
    private var diagnostics: [Diagnostic] = []
    private var errors = 0
    private var frame: [(node: TBXNode, walk: TBXContentWalk)] = []
    private var identifiers: [String: SourceLocation] = [:]
    private var targets: [(target: String, location: SourceLocation)] = []

    init(_ root: TBXNode) {
        isThird = root.name == "tbx"
        schema = isThird ? .third : .second
        standard = isThird ? "ISO 30042:2019" : "ISO 30042:2008"
        style = isThird ? root["style"] : "dca"
        dialect = root["type"] ?? ""
        open(root)
        checkRoot(root)
    }

    private mutating func checkRoot(_ root: TBXNode) {
        guard isThird else { return }
        if root.tag.name.namespace != TBXNamespace.core {
            let name = root.tag.name.namespace ?? "none"
            add(
                "the namespace is \(name), not \(TBXNamespace.core)", rule: "namespace", at: root.location,
                severity: TBXNamespace.isCore(root.tag.name.namespace) ? .warning : .error)
        }
        if let style, style != "dca", style != "dct" {
            add("“\(style)” is no style: expected is dca or dct", rule: "attribute style", at: root.location)
        }
        if !dialect.isEmpty, !dialect.hasPrefix("TBX-") {
            add(
                "“\(dialect)” is no dialect: its name begins with TBX-", rule: "attribute type",
                at: root.location)
        } else if !["TBX-Core", "TBX-Min", "TBX-Basic"].contains(dialect), !dialect.isEmpty {
            add(
                "the data categories of the dialect “\(dialect)” are not known here and are not checked",
                rule: "attribute type", at: root.location, severity: .warning)
        }
    }

    // MARK: Parts

    mutating func take(_ part: TBXParts.Part) {
        switch part {
        case .open(let node):
            takeChild(node)
            open(node)
        case .close: close()
        case .element(let node):
            takeChild(node)
            check(node, in: frame.last?.node.name ?? "", level: nil)
        case .text(_, let location):
            let name = frame.last?.node.name ?? ""
            add("text does not belong in <\(name)>", rule: "<\(name)>", at: location)
        }
    }

    /// Checks what refers to what, when all of the file was seen.
    mutating func finish() {
        for (target, location) in targets where identifiers[target] == nil {
            add(
                "“\(target)” is referred to and stands nowhere in the file", rule: "attribute target",
                at: location)
        }
    }

    /// Whether so much is wrong that more of it is not kept.
    var hasTooManyErrors: Bool { errors >= TBXValidation.limit }

    /// The findings in the order of the file.
    func sorted() -> [Diagnostic] {
        diagnostics.enumerated().sorted {
            let left = $0.element.location, right = $1.element.location
            return (left?.line ?? 0, left?.column ?? 0, $0.offset)
                < (right?.line ?? 0, right?.column ?? 0, $1.offset)
        }.map(\.element)
    }

    mutating func add(
        _ message: String, rule: String, at location: SourceLocation, hint: String? = nil,
        severity: Diagnostic.Severity = .error, standard: String? = nil
    ) {
        // However many warnings there are, they keep no error out.
        guard severity == .error ? !hasTooManyErrors : diagnostics.count < TBXValidation.limit else { return }
        if severity == .error { errors += 1 }
        diagnostics.append(
            Diagnostic(
                "\(message) (\(standard ?? self.standard), \(rule))", at: location, hint: hint,
                severity: severity))
    }

    private mutating func open(_ node: TBXNode) {
        guard let definition = schema[node.name] else { return }
        checkAttributes(node, definition)
        frame.append((node, TBXContentWalk(definition)))
    }

    private mutating func close() {
        guard let (node, walk) = frame.popLast() else { return }
        tellMissing(walk, node)
    }

    private mutating func takeChild(_ node: TBXNode) {
        guard let last = frame.indices.last else { return }
        let name = frame[last].node.name
        if !frame[last].walk.take(node.isCore ? node.name : "DCT") {
            add(
                "<\(node.name)> does not belong in <\(name)>, or not here", rule: "<\(name)>",
                at: node.location)
        }
    }

    private mutating func tellMissing(_ walk: TBXContentWalk, _ node: TBXNode) {
        for missing in walk.missing {
            add("<\(node.name)> lacks \(missing)", rule: "<\(node.name)>", at: node.location)
        }
    }

    // MARK: Elements

    private mutating func check(_ node: TBXNode, in parent: String, level: TBXLevel?) {
        if !node.isCore { return checkCategoryTag(node, in: parent, level: level) }
        guard let definition = schema[node.name] else {
            // Its parent told of it, where it has one that is known.
            return
        }
        checkAttributes(node, definition)
        if !definition.holdsText, node.hasOwnText {
            add("text does not belong in <\(node.name)>", rule: "<\(node.name)>", at: node.location)
        }
        let level: TBXLevel? =
            switch node.name {
            case "conceptEntry", "termEntry": .concept
            case "langSec", "langSet": .language
            case "termSec", "tig", "ntig": .term
            default: level
            }
        checkCategory(node, in: parent, level: level)
        checkText(node)
        var walk = TBXContentWalk(definition)
        for child in node.children {
            if !walk.take(child.isCore ? child.name : "DCT") {
                add(
                    "<\(child.name)> does not belong in <\(node.name)>, or not here",
                    rule: "<\(node.name)>", at: child.location)
            }
            check(child, in: node.name, level: level)
        }
        tellMissing(walk, node)
    }

    private mutating func checkText(_ node: TBXNode) {
        switch node.name {
        case "term" where node.text.isEmpty:
            // The core structure lets it be, and termbases export it for entries that await their term.
            add("the term is empty", rule: "<term>", at: node.location, severity: .warning)
        case "date" where isThird && !TBXIdentifier.isDay(node.text):
            add("“\(node.text)” is no date: expected is one as 2017-11-07", rule: "<date>", at: node.location)
        default: break
        }
    }

    private mutating func checkAttributes(_ node: TBXNode, _ definition: TBXSchema.Element) {
        var present: Set<String> = []
        for attribute in node.tag.attributes {
            let isXML = attribute.name.namespace == XMLName.xmlNamespace
            let name = isXML ? "xml:" + attribute.name.local : attribute.name.local
            present.insert(name)
            // Attributes of other namespaces, as xsi:schemaLocation, are no business of TBX.
            if attribute.name.namespace != nil, !isXML { continue }
            if !definition.attributes.contains(name), name != "xml:space", name != "xml:base" {
                add("<\(node.name)> has no attribute “\(name)”", rule: "<\(node.name)>", at: node.location)
            }
        }
        for name in definition.required where !present.contains(name) {
            if name == "xml:lang", node.name.hasPrefix("lang") {
                add(
                    "these terms have no language: <\(node.name)> lacks “xml:lang”", rule: "<\(node.name)>",
                    at: node.location, hint: "write a tag such as vi, en or pt-BR")
            } else {
                add("<\(node.name)> lacks the attribute “\(name)”", rule: "<\(node.name)>", at: node.location)
            }
        }
        checkIdentifiers(node)
        if let language = node.tag["lang", namespace: XMLName.xmlNamespace],
            (try? LocaleID(language)) == nil
        {
            add(
                "“\(language)” is no language that is known", rule: "attribute xml:lang", at: node.location,
                hint: "write a tag such as vi, en or pt-BR", severity: language.isEmpty ? .error : .warning)
        }
    }

    /// Takes notice of the id of an element and of what it refers to.
    mutating func checkIdentifiers(_ node: TBXNode) {
        if let id = node["id"] {
            if let first = identifiers[id] {
                add(
                    "the id “\(id)” stands in line \(first.line ?? 0) already", rule: "attribute id",
                    at: node.location)
            } else {
                identifiers[id] = node.location
            }
            if !TBXIdentifier.isName(id) {
                add("“\(id)” is no identifier", rule: "attribute id", at: node.location)
            }
        }
        guard let target = node["target"] else { return }
        let category = node.isCore ? nil : TBXCategory.named(node.name)
        let isExternal = (category?.element ?? node.name) == "xref"
        if isExternal {
            if isThird, !TBXIdentifier.isAddress(target) {
                add(
                    "“\(target)” is no address: one begins with https:// or http://",
                    rule: "attribute target", at: node.location)
            }
        } else if !TBXIdentifier.isAddress(target) {
            targets.append((target, node.location))
        }
    }
}
