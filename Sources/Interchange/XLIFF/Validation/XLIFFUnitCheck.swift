internal import TextFiles
internal import XMLText

/// The rules of a unit: segments, languages, order, and codes of source and target against each other.
struct XLIFFUnitCheck {
    private let unit: XLIFFElement
    private let root: XLIFFElement
    private let parts: [XLIFFElement]
    private let units: Set<String>

    /// - Parameter units: the identifiers of the units of the file.
    init(_ unit: XLIFFElement, root: XLIFFElement, units: Set<String>) {
        self.unit = unit
        self.root = root
        self.units = units
        parts = unit.elements.filter {
            ["segment", "ignorable"].contains($0.name) && $0.namespace == unit.namespace
        }
    }

    func check(_ findings: inout XLIFFFindings) {
        if !parts.isEmpty, !parts.contains(where: { $0.name == "segment" }) {
            findings.add("<unit> has no <segment>", rule: "<unit>", at: unit)
        }
        for part in parts { checkPart(part, &findings) }
        let data = Set((unit.first("originalData")?.elements("data") ?? []).compactMap { $0["id"] })
        let sources = parts.compactMap { $0.first("source") }
        XLIFFInlineCheck(sources, data: data, units: units).check(&findings)
        let targets = targetsInOrder(&findings)
        XLIFFInlineCheck(targets, data: data, units: units).check(&findings)
        checkTranslation(&findings)
        checkAnnotations((sources + targets).flatMap(\.descendants), &findings)
    }

    private func checkPart(_ part: XLIFFElement, _ findings: inout XLIFFFindings) {
        if let subState = part["subState"] {
            if part["state"] == nil {
                findings.add("subState needs a state", rule: "attribute subState", at: part)
            }
            let type = XLIFFValueType.userDefined
            if !type.allows(subState) || subState.hasPrefix("xlf:") {
                findings.add(
                    "“\(subState)” is no subState: expected is \(type.description), with an authority of one's own",
                    rule: "attribute subState", at: part)
            }
        }
        checkLanguage(part.first("source"), "srcLang", &findings)
        guard let target = part.first("target") else {
            if part["state"].map({ $0 != "initial" }) ?? false {
                findings.add(
                    "the state is “\(part["state"] ?? "")”, but there is no target", rule: "attribute state",
                    at: part, severity: .warning)
            }
            return
        }
        checkLanguage(target, "trgLang", &findings)
        func space(_ element: XLIFFElement?) -> String {
            element?.inherited { $0.xml("space") } ?? "default"
        }
        if space(part.first("source")) != space(target) {
            findings.add("source and target differ in xml:space", rule: "attribute xml:space", at: target)
        }
    }

    private func checkLanguage(
        _ element: XLIFFElement?, _ attribute: String, _ findings: inout XLIFFFindings
    ) {
        guard let element, let given = element.inherited({ $0.xml("lang") }), let expected = root[attribute],
            given.lowercased() != expected.lowercased()
        else { return }
        findings.add(
            "the language of <\(element.name)> is “\(given)”, but \(attribute) is “\(expected)”",
            rule: "attribute xml:lang", at: element)
    }

    /// Targets in the order of the translation (attribute `order`).
    private func targetsInOrder(_ findings: inout XLIFFFindings) -> [XLIFFElement] {
        var taken: [Int: XLIFFElement] = [:]
        var places: [(place: Int, target: XLIFFElement)] = []
        let ordered = parts.contains { $0.first("target")?["order"] != nil }
        for (index, part) in parts.enumerated() {
            guard let target = part.first("target") else {
                continue
            }
            let place = target["order"].flatMap { Int($0) } ?? index + 1
            if place > parts.count {
                findings.add(
                    "the order \(place) is beyond the \(parts.count) segments of the unit",
                    rule: "attribute order", at: target)
            }
            if ordered, taken[place] != nil {
                findings.add(
                    "the order \(place) stands twice in the unit", rule: "attribute order", at: target)
            }
            taken[place] = target
            places.append((place, target))
        }
        return places.enumerated().sorted {
            ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
        }.map(\.element.target)
    }

    /// What must not be deleted stands in the translation; what must not be reordered stands in its order.
    private func checkTranslation(_ findings: inout XLIFFFindings) {
        let targets = parts.compactMap { $0.first("target") }.flatMap(\.descendants)
        let ids = Set(targets.compactMap { $0["id"] ?? $0["startRef"] })
        for part in parts {
            guard let target = part.first("target"), let source = part.first("source") else { continue }
            for code in source.descendants where code["canDelete"] == "no" {
                guard let id = code["id"] ?? code["startRef"], !ids.contains(id) else { continue }
                findings.add(
                    "the code “\(id)” must not be deleted, but no target has it", rule: "attribute canDelete",
                    at: target)
            }
            let expected = sequences(source), found = sequences(target)
            let known = Set(expected.flatMap { $0 })
            let kept = found.map { $0.filter(known.contains) }.filter { !$0.isEmpty }
            let present = Set(kept.flatMap { $0 })
            let wanted = expected.map { $0.filter(present.contains) }.filter { !$0.isEmpty }
            if !kept.isEmpty, kept != wanted {
                findings.add(
                    "codes that must not be reordered stand in another order than in the source",
                    rule: "attribute canReorder", at: target)
            }
        }
    }

    /// The codes of each sequence that must stay together, the ends of pairs included; a code that may be
    /// moved ends a sequence where it stands between.
    private func sequences(_ content: XLIFFElement) -> [[String]] {
        var result: [[String]] = []
        var isOpen = false
        func visit(_ element: XLIFFElement) {
            for child in element.elements {
                let id = child["id"] ?? child["startRef"].map { "/" + $0 } ?? ""
                switch child["canReorder"] ?? "yes" {
                case "firstNo":
                    result.append([id])
                    isOpen = true
                case "no":
                    if isOpen { result[result.count - 1].append(id) } else { result.append([id]) }
                    isOpen = true
                default:
                    if ["ph", "pc", "sc", "ec"].contains(child.name) { isOpen = false }
                }
                visit(child)
                if child.name == "pc", isOpen, child["canReorder"] ?? "yes" != "yes" {
                    result[result.count - 1].append("/" + id)
                }
            }
        }
        visit(content)
        return result
    }

    private func checkAnnotations(_ codes: [XLIFFElement], _ findings: inout XLIFFFindings) {
        let notes = Set((unit.first("notes")?.elements("note") ?? []).compactMap { $0["id"] })
        for marker in codes where marker.name == "mrk" || marker.name == "sm" {
            switch marker["type"] ?? "generic" {
            case "comment":
                switch (marker["value"], marker["ref"]) {
                case (nil, nil), (.some, .some):
                    findings.add(
                        "a comment has either a value or a ref", rule: "Comment Annotation", at: marker)
                case (nil, let reference?):
                    checkNote(reference, notes, marker, &findings)
                default: break
                }
            case "generic" where marker["translate"] == nil:
                // An annotation of a module says what it is for by the module's attributes.
                if marker.attributes.allSatisfy({ $0.name.namespace == nil }) {
                    findings.add(
                        "an annotation without type has the attribute translate",
                        rule: "Translate Annotation",
                        at: marker)
                }
            default: break
            }
        }
    }

    private func checkNote(
        _ reference: String, _ notes: Set<String>, _ marker: XLIFFElement, _ findings: inout XLIFFFindings
    ) {
        let fragment = XLIFFFragment(reference)
        let isOwn =
            fragment?.leaf.map { $0.prefix == "n" && notes.contains($0.id) } ?? false
            && fragment?.id("u").map { $0 == unit["id"] } ?? (fragment?.parts.count == 1)
        if !isOwn {
            findings.add(
                "the ref “\(reference)” of a comment names no note of the unit", rule: "Comment Annotation",
                at: marker)
        }
    }
}
