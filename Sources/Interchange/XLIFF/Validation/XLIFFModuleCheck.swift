internal import XMLText

/// The rules of modules that no schema says.
struct XLIFFModuleCheck {
    private static let styles: Set<String> = Set(
        """
        a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 \
        h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong sub \
        sup table tbody td tfoot th thead title tr tt u ul
        """.split(separator: " ").map(String.init))

    private let root: XLIFFElement
    private let core: String?
    /// What rules of many elements ask of one around them, found once.
    private var sourceIdentifiers: [XLIFFElement: Set<String>] = [:]
    private var sizeIdentifiers: [XLIFFElement: Set<String>] = [:]
    private var subjects: [XLIFFElement: XLIFFRevisionSubjects] = [:]
    private var profiled: Set<XLIFFElement> = []

    init(root: XLIFFElement) {
        self.root = root
        core = root.namespace
    }

    mutating func check(_ findings: inout XLIFFFindings) {
        for element in root.subtree
        where element.name == "profiles" && element.namespace == XLIFFModule.sizeRestriction.rawValue {
            if let holder = element.parent { profiled.insert(holder) }
        }
        for element in root.subtree {
            checkStyle(element, &findings)
            checkSize(element, &findings)
            switch (element.namespace.flatMap(XLIFFModule.init(rawValue:)), element.name) {
            case (.matches, "match"): checkMatch(element, &findings)
            case (.glossary, "glossEntry"): checkEntry(element, &findings)
            case (.resourceData, "source"): checkLanguage(element, "srcLang", &findings)
            case (.resourceData, "target"): break
            case (.validation, "rule"): checkRule(element, &findings)
            case (.changeTracking, "revisions"): checkRevisions(element, &findings)
            default: break
            }
        }
    }

    private func checkStyle(_ element: XLIFFElement, _ findings: inout XLIFFFindings) {
        let module = XLIFFModule.formatStyle.rawValue
        let style = element.value("fs", namespace: module)
        if let style, !Self.styles.contains(style) {
            findings.add("“\(style)” is no HTML element for fs", rule: "attribute fs:fs", at: element)
        }
        if style == nil, element.value("subFs", namespace: module) != nil {
            findings.add("fs:subFs needs fs:fs", rule: "attribute fs:subFs", at: element)
        }
    }

    private mutating func checkSize(_ element: XLIFFElement, _ findings: inout XLIFFFindings) {
        func value(_ name: String) -> String? {
            element.value(name, namespace: XLIFFModule.sizeRestriction.rawValue)
        }
        for name in ["sizeRestriction", "storageRestriction"] {
            if let restriction = value(name), !Self.isRestriction(restriction) {
                findings.add(
                    "“\(restriction)” is no restriction: expected is a whole number, *, or two with a comma",
                    rule: "attribute slr:\(name)", at: element)
            }
        }
        for name in ["sizeInfo", "equivStorage"] {
            if let size = value(name), !isSize(size, name, element) {
                findings.add(
                    "“\(size)” is no whole number", rule: "attribute slr:\(name)", at: element)
            }
        }
        for name in ["sizeInfo", "sizeInfoRef", "equivStorage"]
        where value(name) != nil && element.name == "ec" && element["isolated"] != "yes" {
            findings.add(
                "slr:\(name) stands on an <ec> that is not isolated", rule: "attribute slr:\(name)",
                at: element)
        }
        guard let reference = value("sizeInfoRef") else { return }
        if value("sizeInfo") != nil {
            findings.add(
                "slr:sizeInfo and slr:sizeInfoRef exclude each other", rule: "attribute slr:sizeInfoRef",
                at: element)
        }
        if !hasSizeData(reference, around: element) {
            findings.add(
                "slr:sizeInfoRef “\(reference)” names nothing in an <slr:data> around it",
                rule: "attribute slr:sizeInfoRef", at: element)
        }
    }

    /// Whether an element or one around it has data of a size with an identifier.
    private mutating func hasSizeData(_ id: String, around element: XLIFFElement) -> Bool {
        var next: XLIFFElement? = element
        while let holder = next {
            let known =
                sizeIdentifiers[holder]
                ?? Set(
                    holder.elements("data", in: XLIFFModule.sizeRestriction.rawValue).flatMap(\.subtree)
                        .compactMap { $0["id"] })
            sizeIdentifiers[holder] = known
            if known.contains(id) { return true }
            next = holder.parent
        }
        return false
    }

    /// The profile says what a size is, and those of the standard count. Without one, a number is a whole one.
    private func isSize(_ size: String, _ name: String, _ element: XLIFFElement) -> Bool {
        if XLIFFValueType.isInteger(size) { return true }
        if name == "equivStorage" { return false }
        let hasProfile = element.ancestors.contains { profiled.contains($0) }
        return !hasProfile && Double(size) == nil
    }

    private static func isRestriction(_ text: String) -> Bool {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let isMaximum = parts.last.map { $0 == "*" || XLIFFValueType.isInteger($0) } ?? false
        return isMaximum && (parts.count == 1 || parts.count == 2 && XLIFFValueType.isInteger(parts[0]))
    }

    private mutating func checkMatch(_ match: XLIFFElement, _ findings: inout XLIFFFindings) {
        if match["subType"] != nil, match["type"] == nil {
            findings.add("subType needs a type", rule: "<mtc:match>", at: match)
        }
        for part in match.elements where part.namespace == core {
            let expected =
                part.name == "source" ? root["srcLang"] : part.name == "target" ? root["trgLang"] : nil
            guard let expected, let given = part.inherited({ $0.xml("lang") }), match["reference"] != "yes",
                given.lowercased() != expected.lowercased()
            else { continue }
            findings.add(
                "the language of <\(part.name)> is “\(given)”, not “\(expected)”", rule: "<mtc:match>",
                at: part)
        }
        guard let reference = match["ref"], let unit = match.ancestors.first(where: { $0.name == "unit" })
        else { return }
        guard let fragment = XLIFFFragment(reference), let leaf = fragment.leaf, leaf.prefix == "",
            identifiers(of: unit).contains(leaf.id)
        else {
            findings.add(
                "the ref “\(reference)” names no span of the unit's source",
                rule: "attribute ref of <mtc:match>",
                at: match)
            return
        }
    }

    /// The identifiers of segments and of what stands in sources.
    private mutating func identifiers(of unit: XLIFFElement) -> Set<String> {
        if let known = sourceIdentifiers[unit] { return known }
        let parts = unit.elements.filter { ["segment", "ignorable"].contains($0.name) }
        let found = Set(
            (parts + parts.compactMap { $0.first("source") }.flatMap(\.descendants)).compactMap { $0["id"] })
        sourceIdentifiers[unit] = found
        return found
    }

    private func checkEntry(_ entry: XLIFFElement, _ findings: inout XLIFFFindings) {
        if entry.first("translation") == nil, entry.first("definition") == nil {
            findings.add(
                "an entry has a translation or a definition", rule: "<gls:glossEntry>", at: entry)
        }
    }

    private func checkLanguage(
        _ element: XLIFFElement, _ attribute: String, _ findings: inout XLIFFFindings
    ) {
        guard element.parent?["context"] != "no" || element.name == "source",
            let given = element.xml("lang"), let expected = root[attribute],
            given.lowercased() != expected.lowercased()
        else { return }
        findings.add(
            "the language of <res:\(element.name)> is “\(given)”, but \(attribute) is “\(expected)”",
            rule: "<res:\(element.name)>", at: element)
    }

    private func checkRule(_ rule: XLIFFElement, _ findings: inout XLIFFFindings) {
        let kinds = ["isPresent", "isNotPresent", "startsWith", "endsWith"].filter { rule[$0] != nil }
        let own = rule.attributes.contains {
            $0.name.namespace != nil && $0.name.namespace.flatMap(XLIFFModule.init(rawValue:)) == nil
        }
        if kinds.count > 1 || kinds.isEmpty && !own {
            findings.add(
                "a rule has exactly one of isPresent, isNotPresent, startsWith, endsWith", rule: "<val:rule>",
                at: rule)
        }
        if rule["existsInSource"] == "yes", kinds.isEmpty || kinds == ["isNotPresent"] {
            findings.add(
                "existsInSource needs isPresent, startsWith or endsWith", rule: "attribute existsInSource",
                at: rule)
        }
        if rule["occurs"] != nil, rule["isPresent"] == nil {
            findings.add("occurs needs isPresent", rule: "attribute occurs", at: rule)
        }
    }

    /// What changed is named by its element, and by its `id` where there may be several.
    private mutating func checkRevisions(_ revisions: XLIFFElement, _ findings: inout XLIFFFindings) {
        guard let holder = revisions.parent?.parent, let subject = revisions["appliesTo"] else { return }
        let subjects = subjects[holder] ?? XLIFFRevisionSubjects(in: holder, namespace: core)
        self.subjects[holder] = subjects
        let candidates = subjects.named[subject] ?? []
        var target = candidates.first
        if let reference = revisions["ref"] {
            target = subjects.identified[reference]
            if target == nil {
                findings.add(
                    "the ref “\(reference)” names nothing in <\(holder.name)>",
                    rule: "attribute ref of <ctr:revisions>", at: revisions)
                return
            }
        } else if candidates.count > 1, candidates.allSatisfy({ $0["id"] != nil }) {
            findings.add(
                "there are several <\(subject)>: ref must name one", rule: "<ctr:revisions>", at: revisions)
            return
        }
        for item in revisions.elements("revision").flatMap({ $0.elements("item") }) {
            guard let property = item["property"], property != "content", let target,
                target[property] == nil
            else { continue }
            findings.add(
                "<\(subject)> has no attribute “\(property)” that could have changed",
                rule: "attribute property of <ctr:item>", at: item)
        }
    }
}

/// What change tracking can speak of in an element: all elements of the core in it.
struct XLIFFRevisionSubjects {
    /// In the order of the file, the element itself first.
    private(set) var named: [String: [XLIFFElement]] = [:]
    /// Those below the element; the first of each identifier.
    private(set) var identified: [String: XLIFFElement] = [:]

    init(in holder: XLIFFElement, namespace: String?) {
        for element in holder.subtree where element.namespace == namespace {
            named[element.name, default: []].append(element)
            if element != holder, let id = element["id"], identified[id] == nil { identified[id] = element }
        }
    }
}
