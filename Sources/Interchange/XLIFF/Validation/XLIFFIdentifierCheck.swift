internal import XMLText

/// Whether identifiers are unique where they must be (XLIFF 2.1, section 4.3.1.19 and the constraints of
/// every element).
struct XLIFFIdentifierCheck {
    private let core: String

    init(coreNamespace: String) { core = coreNamespace }

    func check(_ root: XLIFFElement, _ findings: inout XLIFFFindings) {
        unique(root.elements("file"), "in the document", "<file>", &findings)
        for file in root.elements("file") {
            let elements = file.descendants
            unique(
                elements.filter { $0.name == "unit" && $0.namespace == core }, "among the units of its file",
                "<unit>", &findings)
            unique(
                elements.filter { $0.name == "group" && $0.namespace == core },
                "among the groups of its file", "<group>", &findings)
        }
        for element in root.subtree { checkScope(element, &findings) }
    }

    private func checkScope(_ element: XLIFFElement, _ findings: inout XLIFFFindings) {
        if element.namespace == core {
            switch element.name {
            case "xliff", "file", "group":
                let notes = element.first("notes")?.elements("note") ?? []
                unique(notes, "among the notes of <\(element.name)>", "<note>", &findings)
                checkForeign(element, &findings)
            case "unit":
                let notes = element.first("notes")?.elements("note") ?? []
                unique(notes, "among the notes of <unit>", "<note>", &findings)
                checkForeign(element, &findings)
                checkParts(element, &findings)
            case "originalData":
                unique(element.elements("data"), "among the data of the unit", "<data>", &findings)
            default: break
            }
        }
        switch (element.namespace.flatMap(XLIFFModule.init(rawValue:)), element.name) {
        case (.glossary, "glossary"):
            let entries = element.elements("glossEntry")
            unique(
                entries + entries.flatMap { $0.elements("translation") }, "in the glossary",
                "<gls:glossEntry>", &findings)
        case (.matches, "matches"):
            unique(element.elements("match"), "among the matches", "<mtc:match>", &findings)
        case (.resourceData, "resourceData"):
            unique(
                element.elements.filter { $0.name.hasPrefix("resourceItem") },
                "among the resources of <\(element.parent?.name ?? "")>", "<res:resourceItem>", &findings)
        case (.metadata, "metadata"):
            unique(Array(element.subtree), "in the metadata", "<mda:metadata>", &findings)
        default: break
        }
    }

    /// Identifiers of extensions are unique within the file, group or unit that holds them.
    private func checkForeign(_ holder: XLIFFElement, _ findings: inout XLIFFFindings) {
        let extensions = holder.elements.filter {
            $0.namespace != core && $0.namespace.flatMap(XLIFFModule.init(rawValue:)) == nil
        }
        let groups = Dictionary(grouping: extensions) { $0.namespace ?? "" }
        for (namespace, own) in groups.sorted(by: { $0.key < $1.key }) where !namespace.isEmpty {
            let all = own.flatMap(\.subtree).filter { $0.namespace == namespace }
            unique(all, "among the extensions of <\(holder.name)>", "extension elements", &findings)
        }
    }

    /// Segments, ignorables, and codes of all sources share one space; so do codes of all targets.
    private func checkParts(_ unit: XLIFFElement, _ findings: inout XLIFFFindings) {
        let parts = unit.elements.filter { ["segment", "ignorable"].contains($0.name) }
        let sources = parts.compactMap { $0.first("source") }.flatMap(\.descendants)
        let targets = parts.compactMap { $0.first("target") }.flatMap(\.descendants)
        unique(parts + sources, "in its unit", "attribute id", &findings)
        unique(
            parts + targets, "among the targets of its unit", "attribute id", &findings, known: parts.count)
        let kinds = Dictionary(
            sources.compactMap { code in code["id"].map { ($0, code) } }, uniquingKeysWith: { $1 })
        for code in targets {
            guard let id = code["id"], let source = kinds[id], !areSame(code, source) else { continue }
            findings.add(
                "<\(code.name) id=\"\(id)\"> stands for <\(source.name)> in the source", rule: "attribute id",
                at: code)
        }
    }

    /// A pair can be written as one element or as two.
    private func areSame(_ left: XLIFFElement, _ right: XLIFFElement) -> Bool {
        let sorts = [["pc", "sc", "ec"], ["mrk", "sm"], ["ph"]]
        return sorts.contains { $0.contains(left.name) && $0.contains(right.name) }
    }

    /// - Parameter known: how many of the elements were compared with each other already.
    private func unique(
        _ elements: [XLIFFElement], _ scope: String, _ rule: String, _ findings: inout XLIFFFindings,
        known: Int = 0
    ) {
        var seen: Set<String> = []
        for (index, element) in elements.enumerated() {
            guard let id = element["id"] ?? element.xml("id") else { continue }
            if !seen.insert(id).inserted, index >= known {
                findings.add(
                    "the id “\(id)” of <\(element.name)> stands twice \(scope)", rule: rule, at: element)
            }
        }
    }
}
