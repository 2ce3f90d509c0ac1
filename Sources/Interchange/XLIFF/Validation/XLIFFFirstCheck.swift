internal import TextFiles

/// The rules of XLIFF 1.0 to 1.2 for a document, as the specification of 1.2 has them.
struct XLIFFFirstCheck {
    private static let states: Set<String> = [
        "final", "needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n",
        "needs-review-translation", "needs-translation", "new", "signed-off", "translated",
    ]
    private static let qualifiers: Set<String> = [
        "exact-match", "fuzzy-match", "id-match", "leveraged-glossary", "leveraged-inherited", "leveraged-mt",
        "leveraged-repository", "leveraged-tm", "mt-suggestion", "rejected-grammar", "rejected-inaccurate",
        "rejected-length", "rejected-spelling", "tm-suggestion",
    ]

    private let root: XLIFFElement
    private let version: XLIFFVersion

    init(_ root: XLIFFElement, version: XLIFFVersion) {
        self.root = root
        self.version = version
    }

    func check(_ findings: inout XLIFFFindings) {
        if root.namespace != version.namespace {
            // Older tools write no namespace, or that of another 1.x.
            findings.add(
                "the namespace “\(root.namespace ?? "")” is not that of the version", rule: "namespaces",
                at: root, severity: .warning)
        }
        let files = root.elements("file")
        if files.isEmpty { findings.add("<xliff> lacks <file>", rule: "<xliff>", at: root) }
        for file in files {
            require(["original", "source-language", "datatype"], file, &findings)
            if file.elements("body").count != 1 {
                findings.add("<file> has one <body>", rule: "<file>", at: file)
            }
            checkUnits(file, &findings)
        }
    }

    private func checkUnits(_ file: XLIFFElement, _ findings: inout XLIFFFindings) {
        var seen: Set<String> = []
        var targetNeedsLanguage = file["target-language"] == nil
        for element in file.descendants where element.namespace == root.namespace {
            switch element.name {
            case "trans-unit", "bin-unit":
                require(["id"], element, &findings)
                if let id = element["id"], !seen.insert(id).inserted {
                    findings.add("the id “\(id)” stands twice in its file", rule: "attribute id", at: element)
                }
                yesOrNo(["approved", "translate"], element, &findings)
                if element.name == "trans-unit" { checkUnit(element, &findings) }
            case "group": yesOrNo(["translate", "merged-trans"], element, &findings)
            case "target":
                checkStates(element, &findings)
                if targetNeedsLanguage, element.inherited({ $0.xml("lang") }) == nil {
                    findings.add(
                        "there is a <target>, but <file> has no target-language",
                        rule: "attribute target-language", at: element, severity: .warning)
                    targetNeedsLanguage = false
                }
            default: break
            }
        }
    }

    private func checkUnit(_ unit: XLIFFElement, _ findings: inout XLIFFFindings) {
        if unit.elements("source").count != 1 {
            findings.add("a <trans-unit> has one <source>", rule: "<trans-unit>", at: unit)
        }
        for name in ["target", "seg-source"] where unit.elements(name).count > 1 {
            findings.add("a <trans-unit> has at most one <\(name)>", rule: "<trans-unit>", at: unit)
        }
        let alternatives = unit.elements("alt-trans").flatMap(\.elements)
        for content in unit.elements + alternatives
        where ["source", "target", "seg-source"].contains(content.name) && content.namespace == root.namespace
        {
            XLIFFFirstInlineCheck(content).check(&findings)
        }
        for alternative in unit.elements("alt-trans") where alternative.first("target") == nil {
            findings.add("an <alt-trans> has a <target>", rule: "<alt-trans>", at: alternative)
        }
        guard let divided = unit.first("seg-source") else { return }
        var seen: Set<String?> = []
        for marker in XLIFFDocumentReader.segmentMarkers(divided) where !seen.insert(marker["mid"]).inserted {
            findings.add(
                "the segment “\(marker["mid"] ?? "")” stands twice in <seg-source>", rule: "attribute mid",
                at: marker)
        }
        guard let target = unit.first("target") else { return }
        let known = Set(XLIFFDocumentReader.segmentMarkers(divided).compactMap { $0["mid"] })
        for marker in XLIFFDocumentReader.segmentMarkers(target) {
            guard let mid = marker["mid"], !known.contains(mid) else { continue }
            findings.add(
                "the segment “\(mid)” of the target stands not in <seg-source>", rule: "attribute mid",
                at: marker, severity: .warning)
        }
    }

    private func checkStates(_ target: XLIFFElement, _ findings: inout XLIFFFindings) {
        for (attribute, values) in [("state", Self.states), ("state-qualifier", Self.qualifiers)] {
            guard let value = target[attribute], !values.contains(value), !value.hasPrefix("x-") else {
                continue
            }
            findings.add(
                "“\(value)” is no \(attribute); one's own begin with x-", rule: "attribute \(attribute)",
                at: target)
        }
    }

    private func require(
        _ attributes: [String], _ element: XLIFFElement, _ findings: inout XLIFFFindings
    ) {
        for attribute in attributes where element[attribute] == nil {
            findings.add(
                "<\(element.name)> lacks the attribute “\(attribute)”", rule: "<\(element.name)>", at: element
            )
        }
    }

    private func yesOrNo(_ attributes: [String], _ element: XLIFFElement, _ findings: inout XLIFFFindings) {
        for attribute in attributes {
            guard let value = element[attribute], value != "yes", value != "no" else { continue }
            findings.add(
                "“\(value)” is no value of “\(attribute)”: expected is yes or no",
                rule: "attribute \(attribute)", at: element)
        }
    }
}
