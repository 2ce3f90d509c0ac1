internal import TextFiles
internal import UnicodeText
internal import XMLText

/// Reads SRX 2.0 and 1.0 and collects what is wrong with a file.
///
/// The older version has no namespace and does not cascade, and its maps stand in groups (`maprule`), which
/// are read as one list.
struct SRXReader {
    static let namespace = "http://www.lisa.org/srx20"

    /// The namespace of the file's elements.
    private var elements: String? = Self.namespace
    private var isFirstVersion: Bool { elements == nil }

    private let xml: XMLReader
    private let checksPatterns: Bool
    private var document = SRXDocument()
    private var problems: [Diagnostic] = []

    private struct Element {
        let tag: XMLTag
        let location: SourceLocation
        var name: String { tag.name.local }
    }

    /// - Parameter checksPatterns: whether to compile every expression of the file, which takes about
    ///   0.1 ms each; without it, malformed ones are found when they are used.
    static func read(_ xml: XMLReader, checksPatterns: Bool = true) throws(LathuError) -> SRXDocument {
        var reader = SRXReader(xml: xml, checksPatterns: checksPatterns)
        do {
            try reader.readDocument()
        } catch {
            throw LathuError(error.code, reader.problems + error.diagnostics)
        }
        guard reader.problems.isEmpty else {
            // Found in the order of checks; to be told in the order of the file.
            let order = reader.problems.enumerated().sorted {
                func key(_ item: (offset: Int, element: Diagnostic)) -> (Int, Int, Int) {
                    (item.element.location?.line ?? 0, item.element.location?.column ?? 0, item.offset)
                }
                return key($0) < key($1)
            }
            throw LathuError(.invalidData, order.map(\.element))
        }
        return reader.document
    }

    private init(xml: XMLReader, checksPatterns: Bool) {
        self.xml = xml
        self.checksPatterns = checksPatterns
    }

    /// More problems help nobody: reading ends with them.
    static let problemLimit = 100

    private mutating func report(_ message: String, at location: SourceLocation, hint: String? = nil) {
        problems.append(Diagnostic(message, at: location, hint: hint))
    }

    // Structure

    private mutating func readDocument() throws(LathuError) {
        while let event = try xml.next() {
            guard case .startElement(let tag) = event.kind else { continue }
            let root = Element(tag: tag, location: xml.location(of: event))
            try checkRoot(root)
            try readChildren(of: root, required: ["header", "body"], optional: []) {
                (reader, child) throws(LathuError) in
                if child.name == "header" {
                    try reader.readHeader(child)
                } else {
                    try reader.readBody(child)
                }
            }
        }
        checkMaps()
    }

    private mutating func checkRoot(_ root: Element) throws(LathuError) {
        let isSRX = root.name == "srx"
        if isSRX, root.tag["version"] == "1.0", root.tag.name.namespace == nil {
            elements = nil
            return
        }
        if isSRX, root.tag.name.namespace == Self.namespace, root.tag["version"] == "2.0" { return }
        guard isSRX else {
            throw LathuError(.invalidData, "is not a segmentation rules file (SRX)", at: root.location)
        }
        throw LathuError(
            .invalidData, "only SRX 2.0 and 1.0 are read: version “\(root.tag["version"] ?? "unknown")”",
            at: root.location,
            hint: "version 2.0 starts <srx xmlns=\"\(Self.namespace)\" version=\"2.0\">")
    }

    /// Hands every child of the SRX namespace to `body`, which reads to the child's end tag.
    private mutating func readChildren(
        of parent: Element, required: [String], optional: [String],
        _ body: (inout SRXReader, Element) throws(LathuError) -> Void
    ) throws(LathuError) {
        var found: Set<String> = []
        while let event = try xml.next() {
            guard problems.count < Self.problemLimit else {
                throw LathuError(
                    .invalidData, "has so many problems that the rest is not read",
                    at: xml.location(of: event))
            }
            switch event.kind {
            case .endElement:
                for name in required where !found.contains(name) {
                    report("<\(parent.name)> has no <\(name)>", at: parent.location)
                }
                return
            case .text: break
            case .startElement(let tag):
                let child = Element(tag: tag, location: xml.location(of: event))
                guard tag.name.namespace == elements else {
                    // Other tools keep settings of their own in the header.
                    try skip()
                    continue
                }
                guard required.contains(child.name) || optional.contains(child.name) else {
                    report("<\(child.name)> does not belong in <\(parent.name)>", at: child.location)
                    try skip()
                    continue
                }
                found.insert(child.name)
                try body(&self, child)
            }
        }
    }

    private func skip() throws(LathuError) {
        var depth = 1
        while depth > 0, let event = try xml.next() {
            switch event.kind {
            case .startElement: depth += 1
            case .endElement: depth -= 1
            case .text: break
            }
        }
    }

    /// The text of an element, to its end tag.
    private mutating func readText(of element: Element) throws(LathuError) -> String {
        var text = ""
        while let event = try xml.next() {
            switch event.kind {
            case .text(let part): text += part
            case .endElement: return text
            case .startElement(let tag):
                report("<\(tag.name)> does not belong in <\(element.name)>", at: xml.location(of: event))
                try skip()
            }
        }
        return text
    }

    // Attributes

    private mutating func text(_ name: String, of element: Element) -> String? {
        if let value = element.tag[name] { return value }
        report("<\(element.name)> has no attribute “\(name)”", at: element.location)
        return nil
    }

    private mutating func flag(_ name: String, of element: Element, otherwise: Bool? = nil) -> Bool? {
        if otherwise != nil, element.tag[name] == nil { return otherwise }
        guard let value = text(name, of: element) else { return nil }
        switch value {
        case "yes": return true
        case "no": return false
        default:
            report("\(name)=\"\(value)\" is neither “yes” nor “no”", at: element.location)
            return nil
        }
    }

    // Parts

    private mutating func readHeader(_ header: Element) throws(LathuError) {
        // OmegaT writes no segmentsubflows, and nothing depends on it here.
        document.segmentsSubflows = flag("segmentsubflows", of: header, otherwise: true) ?? true
        document.cascades = flag("cascade", of: header, otherwise: isFirstVersion ? false : nil) ?? false
        try readChildren(of: header, required: [], optional: ["formathandle"]) {
            (reader, handle) throws(LathuError) in
            let type = reader.text("type", of: handle)
            let include = reader.flag("include", of: handle)
            if let type, let include {
                if ["start", "end", "isolated"].contains(type) {
                    reader.document.formatHandles.append(.init(type: type, include: include))
                } else {
                    reader.report(
                        "type=\"\(type)\" is none of “start”, “end” and “isolated”", at: handle.location)
                }
            }
            try reader.skip()
        }
    }

    private mutating func readBody(_ body: Element) throws(LathuError) {
        try readChildren(of: body, required: ["languagerules", "maprules"], optional: []) {
            (reader, part) throws(LathuError) in
            if part.name == "languagerules" {
                try reader.readChildren(of: part, required: ["languagerule"], optional: []) {
                    (reader, child) throws(LathuError) in
                    try reader.readLanguageRule(child)
                }
            } else if reader.isFirstVersion {
                try reader.readChildren(of: part, required: ["maprule"], optional: []) {
                    (reader, group) throws(LathuError) in
                    try reader.readLanguageMaps(of: group)
                }
            } else {
                try reader.readLanguageMaps(of: part)
            }
        }
    }

    private mutating func readLanguageMaps(of parent: Element) throws(LathuError) {
        try readChildren(of: parent, required: ["languagemap"], optional: []) {
            (reader, child) throws(LathuError) in
            try reader.readLanguageMap(child)
        }
    }

    private mutating func readLanguageRule(_ element: Element) throws(LathuError) {
        let name = text("languagerulename", of: element)
        if let name, let other = document.languageRules.first(where: { $0.name == name }) {
            report(
                "the language rule “\(name)” stands in line \(other.location.line ?? 0) already",
                at: element.location)
        }
        var rules: [SRXRule] = []
        try readChildren(of: element, required: [], optional: ["rule"]) {
            (reader, child) throws(LathuError) in
            if let rule = try reader.readRule(child) { rules.append(rule) }
        }
        document.languageRules.append(.init(name: name ?? "", rules: rules, location: element.location))
    }

    private mutating func readRule(_ element: Element) throws(LathuError) -> SRXRule? {
        let breaks = flag("break", of: element, otherwise: true)
        var parts: [String: String] = [:]
        try readChildren(of: element, required: [], optional: ["beforebreak", "afterbreak"]) {
            (reader, part) throws(LathuError) in
            parts[part.name] = try reader.readText(of: part)
        }
        let rule = SRXRule(
            breaks: breaks ?? true, beforeBreak: parts["beforebreak"] ?? "",
            afterBreak: parts["afterbreak"] ?? "", location: element.location)
        if rule.beforeBreak.isEmpty, rule.afterBreak.isEmpty {
            report("this rule has neither <beforebreak> nor <afterbreak>", at: element.location)
            return nil
        }
        guard checksPatterns else { return rule }
        let found = rule.problems()
        problems += found
        return found.isEmpty ? rule : nil
    }

    private mutating func readLanguageMap(_ element: Element) throws(LathuError) {
        let pattern = text("languagepattern", of: element)
        let name = text("languagerulename", of: element)
        if let pattern, let name {
            document.languageMaps.append(
                .init(pattern: pattern, ruleName: name, location: element.location))
            do {
                _ = try RegularExpression(pattern)
            } catch {
                report("the \(error)", at: element.location)
            }
        }
        try skip()
    }

    private mutating func checkMaps() {
        let names = Set(document.languageRules.map(\.name))
        for map in document.languageMaps where !names.contains(map.ruleName) {
            report("there is no language rule “\(map.ruleName)”", at: map.location)
        }
    }
}
