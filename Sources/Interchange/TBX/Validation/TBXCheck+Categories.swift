internal import TextFiles
internal import XMLText

extension TBXCheck {
    /// Whether the dialect's modules are known.
    private var knowsCategories: Bool { isThird && (dialect == "TBX-Min" || dialect == "TBX-Basic") }

    private static let styled: Set<String> = [
        "admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transac", "transacNote", "xref",
    ]

    /// Checks a data category that is said as an attribute.
    mutating func checkCategory(_ node: TBXNode, in parent: String, level: TBXLevel?) {
        guard Self.styled.contains(node.name), let type = node["type"] else { return }
        if type.isEmpty {
            add("the data category is empty", rule: "<\(node.name)>", at: node.location)
            return
        }
        if style == "dct" {
            add(
                "<\(node.name) type=\"\(type)\"> is DCA style, and the file says that it is DCT",
                rule: "style dct", at: node.location)
        }
        if let category = TBXCategory.named(type), category.element == node.name {
            checkValue(category, node)
            if knowsCategories { checkPlace(category, node, level: level, in: parent) }
        } else if knowsCategories {
            tellUnknown(node, type)
        }
    }

    /// Checks a data category that is said as an element of its own.
    mutating func checkCategoryTag(_ node: TBXNode, in parent: String, level: TBXLevel?) {
        checkIdentifiers(node)
        guard isThird else {
            add("<\(node.name)> is no element of TBX", rule: "<\(parent)>", at: node.location)
            return
        }
        if style == "dca" {
            add(
                "<\(node.name)> is DCT style, and the file says that it is DCA", rule: "style dca",
                at: node.location)
        }
        let namespace = node.tag.name.namespace
        let isMin = namespace?.hasSuffix("/min") ?? false
        guard isMin || namespace?.hasSuffix("/basic") ?? false else {
            if knowsCategories {
                add(
                    "<\(node.name)> is of a module that is no part of \(dialect): \(namespace ?? "")",
                    rule: dialect, at: node.location)
            }
            return
        }
        guard let category = TBXCategory.named(node.name) else {
            if knowsCategories { tellUnknown(node, node.name) }
            return
        }
        checkValue(category, node)
        if knowsCategories {
            checkPlace(category, node, level: level, in: parent)
            // The first version of Basic had the subject field, too.
            if isMin != category.isMin, category.name != "subjectField" {
                add(
                    "<\(node.name)> is of the module \(category.isMin ? "Min" : "Basic")",
                    rule: "\(dialect), \(category.name)", at: node.location)
            }
        }
        if ["ref", "xref"].contains(category.element), node["target"] == nil {
            add("<\(node.name)> lacks the attribute “target”", rule: category.name, at: node.location)
        }
    }

    private mutating func tellUnknown(_ node: TBXNode, _ category: String) {
        add(
            "\(dialect) has no data category “\(category)”"
                + (node.isCore ? " for <\(node.name)>" : ""), rule: dialect, at: node.location)
    }

    private mutating func checkValue(_ category: TBXCategory, _ node: TBXNode) {
        guard !category.values.isEmpty else { return }
        let value = node.text
        if category.values.contains(value) { return }
        // Files of the second edition have lists of their own.
        if !isThird, category.name != "administrativeStatus" || TBXCategory.otherStatuses[value] != nil {
            return
        }
        if isThird, !knowsCategories { return }
        // A draft of the module said so.
        let isDraft = category.name == "transactionType" && value == "creation"
        add(
            "“\(value)” is no value of \(category.name)", rule: "\(dialect), \(category.name)",
            at: node.location, hint: "expected one of " + category.values.joined(separator: ", "),
            severity: isDraft ? .warning : .error)
    }

    private mutating func checkPlace(
        _ category: TBXCategory, _ node: TBXNode, level: TBXLevel?, in parent: String
    ) {
        if dialect == "TBX-Min", !category.isMin {
            return tellUnknown(node, category.name)
        }
        guard let level, !category.levels.contains(level) else { return }
        let places = ["conceptEntry", "langSec", "termSec"].filter { name in
            category.levels.contains { $0.element == name }
        }
        add(
            "\(category.name) does not belong in <\(level.element)>", rule: "\(dialect), \(category.name)",
            at: node.location, hint: "it stands in " + places.map { "<\($0)>" }.joined(separator: " or "))
    }
}
