internal import TextFiles
internal import UnicodeText

/// Makes a concept of an entry of a TBX file, in whichever style and edition.
struct TBXEntryParser {
    /// What was noticed on the way: warnings.
    private(set) var findings: [Diagnostic] = []
    private var locales: [String: LocaleID?] = [:]

    /// The concept of a `conceptEntry` or `termEntry`.
    mutating func concept(_ node: TBXNode) -> GlossaryConcept {
        findings = []
        var concept = GlossaryConcept(id: node["id"], location: node.location)
        var ignored = GlossaryTerm("")
        for child in node.children {
            if child.isCore, child.name == "langSec" || child.name == "langSet" {
                concept.languages.append(language(child))
            } else {
                read(child, .concept, &concept.details, &ignored, id: &concept.id)
            }
        }
        return concept
    }

    private mutating func language(_ node: TBXNode) -> GlossaryLanguage {
        let tag = node.language ?? ""
        let locale = self.locale(tag)
        if locale == nil {
            find(
                tag.isEmpty
                    ? "these terms have no language: <\(node.name)> lacks xml:lang"
                    : "“\(tag)” is no language",
                node, hint: "write a tag such as vi, en or pt-BR")
        }
        var language = GlossaryLanguage(tag: tag, locale: locale)
        var ignored = GlossaryTerm("")
        var id: String?
        for child in node.children {
            if child.isCore, ["termSec", "tig", "ntig"].contains(child.name) {
                language.terms.append(term(child))
            } else {
                read(child, .language, &language.details, &ignored, id: &id)
            }
        }
        return language
    }

    private mutating func term(_ node: TBXNode) -> GlossaryTerm {
        var term = GlossaryTerm("", id: node["id"], location: node.location)
        var details = GlossaryDetails()
        var hasTerm = false
        for child in node.children.flatMap({ $0.isCore && $0.name == "termGrp" ? $0.children : [$0] }) {
            if child.isCore, child.name == "term", !hasTerm {
                hasTerm = true
                term.text = child.text
                term.location = child.location
                term.id = term.id ?? child["id"]
                noteMarkup(child)
            } else {
                var id = term.id
                read(child, .term, &details, &term, id: &id)
                term.id = id
            }
        }
        if term.text.isEmpty { find("<\(node.name)> has no term", node) }
        term.details = details
        return term
    }

    // MARK: What is said

    private mutating func read(
        _ node: TBXNode, _ level: TBXLevel, _ details: inout GlossaryDetails, _ term: inout GlossaryTerm,
        id: inout String?
    ) {
        if !node.isCore { return apply(field(node), level, &details, &term) }
        switch node.name {
        case "note":
            noteMarkup(node)
            let text = node.text
            guard let field = TBXNoteField(note: text) else { return details.notes.append(text) }
            apply(field, level, &details, &term, id: &id)
        case "descripGrp": readDescription(node, level, &details, &term)
        case "transacGrp": readTransaction(node, level, &details, &term)
        case "adminGrp", "termNoteGrp":
            for child in node.children { read(child, level, &details, &term, id: &id) }
        case "termCompList":
            for child in node.children { read(child, level, &details, &term, id: &id) }
        default: apply(field(node), level, &details, &term)
        }
    }

    private mutating func field(_ node: TBXNode) -> GlossaryField {
        noteMarkup(node)
        if node.isCore {
            return GlossaryField(
                element: node.name, category: node["type"] ?? "", target: node["target"], text: node.text)
        }
        return GlossaryField(
            element: TBXCategory.named(node.name)?.element ?? "descrip", category: node.name,
            target: node["target"], text: node.text)
    }

    private mutating func readDescription(
        _ node: TBXNode, _ level: TBXLevel, _ details: inout GlossaryDetails, _ term: inout GlossaryTerm
    ) {
        var description: (field: GlossaryField, text: GlossaryText)?
        var others: [GlossaryField] = []
        for child in node.children {
            if child.isCore, child.name == "note" {
                if description == nil { details.notes.append(child.text) }
                description?.text.notes.append(child.text)
                continue
            }
            if child.isCore, child.name.hasSuffix("Grp") {
                var id: String?
                read(child, level, &details, &term, id: &id)
                continue
            }
            let field = field(child)
            if description == nil, field.element == "descrip" {
                description = (field, GlossaryText(field.text))
            } else if field.category == "source", description != nil {
                description?.text.sources.append(field.text)
            } else {
                others.append(field)
            }
        }
        if let description {
            switch description.field.category {
            case "definition": details.definitions.append(description.text)
            case "context": details.contexts.append(description.text)
            default:
                apply(description.field, level, &details, &term)
                details.sources += description.text.sources
                details.notes += description.text.notes
            }
        }
        for field in others { apply(field, level, &details, &term) }
    }

    private mutating func readTransaction(
        _ node: TBXNode, _ level: TBXLevel, _ details: inout GlossaryDetails, _ term: inout GlossaryTerm
    ) {
        var transaction = GlossaryTransaction("")
        for child in node.children {
            if child.isCore, child.name == "date", transaction.date == nil {
                transaction.date = child.text
                continue
            }
            if child.isCore, child.name == "note" {
                details.notes.append(child.text)
                continue
            }
            let field = field(child)
            switch field.category {
            case "transactionType" where transaction.kind.isEmpty: transaction.kind = field.text
            case "responsibility" where transaction.responsible == nil:
                transaction.responsible = field.text
                transaction.responsibleID = field.target
            default: apply(field, level, &details, &term)
            }
        }
        details.transactions.append(transaction)
    }

    /// Puts a field where it belongs, or among those that are not interpreted.
    private func apply(
        _ field: GlossaryField, _ level: TBXLevel, _ details: inout GlossaryDetails,
        _ term: inout GlossaryTerm
    ) {
        let isTerm = level == .term && field.element == "termNote"
        switch field.category {
        case "subjectField" where field.target == nil: details.subjects.append(field.text)
        case "definition" where field.element == "descrip" && field.target == nil:
            details.definitions.append(GlossaryText(field.text))
        case "context" where field.element == "descrip" && field.target == nil:
            details.contexts.append(GlossaryText(field.text))
        case "source" where field.element == "admin" && field.target == nil:
            details.sources.append(field.text)
        case "partOfSpeech" where isTerm && term.partOfSpeech == nil: term.partOfSpeech = field.text
        case "termType" where isTerm && term.kind == nil: term.kind = TermKind(exchangeName: field.text)
        case "administrativeStatus" where isTerm, "usageStatus" where isTerm:
            let exact =
                TBXCategory.statuses.first { $0.value == field.text }?.status
                ?? TBXCategory.usageStatuses[field.text]
            if let exact, term.status == nil {
                term.status = exact
            } else {
                term.status = term.status ?? TBXCategory.otherStatuses[field.text]
                details.fields.append(field)
            }
        default:
            if field.element == "ref" || field.element == "xref",
                let kind = GlossaryReference.Kind(rawValue: field.category)
            {
                details.references.append(GlossaryReference(kind, target: field.target, text: field.text))
            } else {
                details.fields.append(field)
            }
        }
    }

    /// Puts what a note stands for where it belongs.
    private func apply(
        _ field: TBXNoteField, _ level: TBXLevel, _ details: inout GlossaryDetails,
        _ term: inout GlossaryTerm,
        id: inout String?
    ) {
        func keep() { details.notes.append(field.note) }
        switch field.element {
        case "conceptEntry" where level == .concept && id == nil && field["id"] != nil: id = field["id"]
        case "termSec" where level == .term && id == nil && field["id"] != nil: id = field["id"]
        case "conceptEntry", "termSec": keep()
        case _ where TBXNoteField.flags.contains(field.element):
            guard level == .term else { return keep() }
            switch field.element {
            case "proper-name" where term.kind == nil: term.kind = .properName
            case "case-sensitive": term.isCaseSensitive = true
            case "case-insensitive": term.isCaseSensitive = false
            case "do-not-translate": term.isUntranslatable = true
            case "to-be-translated": term.isUntranslatable = false
            case "forbidden": term.status = .forbidden
            default: keep()
            }
        case "transacGrp":
            details.transactions.append(
                GlossaryTransaction(
                    field["type"] ?? "", date: field["date"], responsible: field["responsibility"],
                    responsibleID: field["target"]))
        case "descrip" where field["type"] == "definition" && field["target"] == nil:
            details.definitions.append(
                GlossaryText(field.text, sources: field.values("source"), notes: field.values("note")))
        case "descrip" where field["type"] == "context" && field["target"] == nil:
            details.contexts.append(
                GlossaryText(field.text, sources: field.values("source"), notes: field.values("note")))
        default:
            guard let category = field["type"] else { return keep() }
            apply(
                GlossaryField(
                    element: field.element, category: category, target: field["target"], text: field.text),
                level, &details, &term)
        }
    }

    private mutating func noteMarkup(_ node: TBXNode) {
        guard node.hasMarkup else { return }
        find("the markup in <\(node.name)> is left out; its text is kept", node)
    }

    private mutating func find(_ message: String, _ node: TBXNode, hint: String? = nil) {
        guard findings.count < TBXReader.findingLimit else { return }
        findings.append(Diagnostic(message, at: node.location, hint: hint, severity: .warning))
    }

    private mutating func locale(_ tag: String) -> LocaleID? {
        if let known = locales[tag] { return known }
        let locale = tag.isEmpty ? nil : try? LocaleID(tag)
        // A file made of distinct tags must not fill the memory.
        if locales.count < 1000 { locales[tag] = .some(locale) }
        return locale
    }
}
