internal import XMLText

/// Whether every element of the core and of modules stands where it may and has what it must.
struct XLIFFStructureCheck {
    private static let its = "http://www.w3.org/2005/11/its"

    private let core: XLIFFSchema
    private let coreNamespace: String

    init(coreNamespace: String) {
        self.coreNamespace = coreNamespace
        core = coreNamespace.hasSuffix("2.2") ? .laterCore : .core
    }

    func check(_ element: XLIFFElement, _ findings: inout XLIFFFindings) {
        let schema: XLIFFSchema? =
            element.namespace == coreNamespace
            ? core
            : element.namespace.flatMap(XLIFFModule.init(rawValue:)).flatMap { XLIFFSchema.modules[$0] }
        if let schema {
            if let definition = schema[element.name] {
                checkAttributes(element, definition, &findings)
                checkChildren(element, definition, &findings)
            } else if element.parent?.namespace != element.namespace {
                // Within its own kind, it was told where its parent was checked.
                findings.add(
                    "there is no element <\(element.name)>", rule: "elements of \(element.namespace ?? "")",
                    at: element)
            }
        }
        for child in element.elements {
            if schema == nil || isTopOfModule(child, in: element) { checkPlace(child, &findings) }
            check(child, &findings)
        }
    }

    private func isTopOfModule(_ child: XLIFFElement, in element: XLIFFElement) -> Bool {
        child.namespace != element.namespace
    }

    private func checkPlace(_ element: XLIFFElement, _ findings: inout XLIFFFindings) {
        guard let module = element.namespace.flatMap(XLIFFModule.init(rawValue:)),
            let places = XLIFFSchema.moduleParents[module]?[element.name], let parent = element.parent,
            !places.contains(parent.name),
            parent.namespace == coreNamespace || parent.namespace.flatMap(XLIFFModule.init(rawValue:)) != nil
        else { return }
        findings.add(
            "<\(module.prefix):\(element.name)> does not belong in <\(parent.name)>",
            rule: "<\(module.prefix):\(element.name)>", at: element)
    }

    private func checkAttributes(
        _ element: XLIFFElement, _ definition: XLIFFSchema.Element, _ findings: inout XLIFFFindings
    ) {
        let rule = "<\(element.name)>"
        for (name, attribute) in definition.attributes.sorted(by: { $0.key < $1.key })
        where attribute.isRequired && element[name] == nil {
            findings.add("<\(element.name)> lacks the attribute “\(name)”", rule: rule, at: element)
        }
        for attribute in element.attributes {
            let namespace = attribute.name.namespace
            let isXML = namespace == XMLName.xmlNamespace
            let name = isXML ? "xml:" + attribute.name.local : attribute.name.local
            if namespace == nil || isXML, let known = definition.attributes[name] {
                if !known.type.allows(attribute.value) {
                    findings.add(
                        "“\(attribute.value)” is no value of “\(name)”: expected is \(known.type.description)",
                        rule: "attribute \(name)", at: element)
                }
                continue
            }
            let module = namespace.flatMap(XLIFFModule.init(rawValue:))
            if let module {
                if XLIFFSchema.moduleAttributes[module]?.contains(name) ?? false, definition.foreign != .none
                {
                    continue
                }
            } else if namespace != nil, definition.foreign == .any {
                continue
            } else if namespace == Self.its, definition.foreign == .modules {
                continue
            }
            findings.add(
                "<\(element.name)> has no attribute “\(name)”" + (module.map { " of \($0.prefix)" } ?? ""),
                rule: rule, at: element)
        }
    }

    private func checkChildren(
        _ element: XLIFFElement, _ definition: XLIFFSchema.Element, _ findings: inout XLIFFFindings
    ) {
        let rule = "<\(element.name)>"
        if !definition.isMixed, element.hasOwnText {
            findings.add("text does not belong in <\(element.name)>", rule: rule, at: element)
        }
        var step = 0
        var count = 0
        for child in element.elements {
            var at = step
            var taken = count
            while at < definition.steps.count {
                let candidate = definition.steps[at]
                let fits = candidate.names.contains { isNamed(child, $0, in: element) }
                if fits, taken == 0 || candidate.isRepeated { break }
                if candidate.isRequired, taken == 0 {
                    at = definition.steps.count
                    break
                }
                at += 1
                taken = 0
            }
            guard at < definition.steps.count else {
                findings.add(
                    "<\(child.name)> does not belong in <\(element.name)>, or not here", rule: rule, at: child
                )
                continue
            }
            step = at
            count = taken + 1
        }
        for (index, missing) in definition.steps.enumerated()
        where missing.isRequired && (index > step || index == step && count == 0) {
            let names = missing.names.map { "<\($0)>" }.joined(separator: " or ")
            findings.add("<\(element.name)> lacks \(names)", rule: rule, at: element)
        }
    }

    private func isNamed(_ child: XLIFFElement, _ name: String, in element: XLIFFElement) -> Bool {
        switch name {
        case "other": child.namespace != element.namespace
        case "mda:metadata":
            child.name == "metadata" && child.namespace == XLIFFModule.metadata.rawValue
        case _ where name.hasPrefix("xlf:"):
            child.namespace == coreNamespace && child.name == name.dropFirst(4)
        default: child.name == name && child.namespace == element.namespace
        }
    }
}
