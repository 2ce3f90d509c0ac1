internal import TextFiles
internal import UnicodeText
internal import XMLText

extension TBXWriter {
    /// Writes a term with what is said of it.
    mutating func write(_ term: GlossaryTerm) throws(LathuError) {
        let isThird = edition == .third
        let id = writable(term.id)
        try xml.start(isThird ? "termSec" : "tig", id.map { [("id", $0)] } ?? [])
        try xml.element("term", text: term.text)
        var details = term.details
        var notes: [TBXNoteField] = []
        if id == nil, let own = term.id { notes.append(TBXNoteField("termSec", [("id", own)])) }
        if let speech = term.partOfSpeech { try writeTermNote("partOfSpeech", speech, &notes) }
        try write(term.status, &details, &notes)
        switch term.kind {
        case nil: break
        case .properName: notes.append(TBXNoteField("proper-name"))
        case .some(let kind): try writeTermNote("termType", kind.exchangeName ?? kind.tableName, &notes)
        }
        if let isSensitive = term.isCaseSensitive {
            notes.append(TBXNoteField(isSensitive ? "case-sensitive" : "case-insensitive"))
        }
        if let isUntranslatable = term.isUntranslatable {
            notes.append(TBXNoteField(isUntranslatable ? "do-not-translate" : "to-be-translated"))
        }
        // Notes on a term stand before everything else.
        for field in details.fields where field.element == "termNote" && isPlain(field, .term) {
            try write(field)
        }
        details.fields.removeAll { $0.element == "termNote" && isPlain($0, .term) }
        try write(details, .term, notes)
        xml.end()
    }

    private mutating func writeTermNote(
        _ category: String, _ value: String, _ notes: inout [TBXNoteField]
    ) throws(LathuError) {
        let field = GlossaryField(element: "termNote", category: category, text: value)
        if isPlain(field, .term) { try write(field) } else { notes.append(Self.note(field)) }
    }

    private mutating func write(
        _ status: TermStatus?, _ details: inout GlossaryDetails, _ notes: inout [TBXNoteField]
    ) throws(LathuError) {
        guard let status else { return }
        // A status of the second edition says the same and more.
        let isSaid = details.fields.contains {
            $0.category == "administrativeStatus" && TBXCategory.otherStatuses[$0.text] == status
        }
        if isSaid { return }
        let value = TBXCategory.statuses.first { $0.status == status }?.value
        if status == .forbidden { notes.append(TBXNoteField("forbidden")) }
        try writeTermNote("administrativeStatus", value ?? "deprecatedTerm-admn-sts", &notes)
    }

    /// Writes what is said at a level, with what has no place of its own as notes at the end.
    mutating func write(
        _ details: GlossaryDetails, _ level: TBXLevel, _ first: [TBXNoteField]
    ) throws(LathuError) {
        var notes = first
        for subject in details.subjects {
            try writeOrNote(
                GlossaryField(element: "descrip", category: "subjectField", text: subject), level, &notes)
        }
        for definition in details.definitions { try write("definition", definition, level, &notes) }
        for context in details.contexts { try write("context", context, level, &notes) }
        for source in details.sources {
            try writeOrNote(GlossaryField(element: "admin", category: "source", text: source), level, &notes)
        }
        for reference in details.references {
            try writeOrNote(
                GlossaryField(
                    element: reference.kind == .concept ? "ref" : "xref", category: reference.kind.rawValue,
                    target: reference.target, text: reference.text), level, &notes)
        }
        for transaction in details.transactions { try write(transaction, level, &notes) }
        for field in details.fields { try writeOrNote(field, level, &notes) }
        for note in details.notes { try xml.element("note", text: note) }
        for note in notes { try xml.element("note", text: note.note) }
        notedFields += notes.count
    }

    private mutating func write(
        _ category: String, _ text: GlossaryText, _ level: TBXLevel, _ notes: inout [TBXNoteField]
    ) throws(LathuError) {
        let field = GlossaryField(element: "descrip", category: category, text: text.text)
        guard isPlain(field, level) else {
            let attributes =
                [("type", category)] + text.sources.map { ("source", $0) } + text.notes.map { ("note", $0) }
            notes.append(
                TBXNoteField("descrip", attributes.map { (name: $0.0, value: $0.1) }, text: text.text))
            return
        }
        if text.sources.isEmpty, text.notes.isEmpty { return try write(field) }
        try xml.start("descripGrp")
        try write(field)
        for source in text.sources {
            try write(GlossaryField(element: "admin", category: "source", text: source))
        }
        for note in text.notes { try xml.element("note", text: note) }
        xml.end()
    }

    private mutating func write(
        _ transaction: GlossaryTransaction, _ level: TBXLevel, _ notes: inout [TBXNoteField]
    ) throws(LathuError) {
        let kind = GlossaryField(element: "transac", category: "transactionType", text: transaction.kind)
        let isNamed = transaction.responsible == nil || transaction.responsibleID != nil
        guard isPlain(kind, level), isNamed, transaction.date.map(TBXIdentifier.isDay) ?? true else {
            var attributes = [(name: "type", value: transaction.kind)]
            if let date = transaction.date { attributes.append(("date", date)) }
            if let who = transaction.responsible { attributes.append(("responsibility", who)) }
            if let id = transaction.responsibleID { attributes.append(("target", id)) }
            notes.append(TBXNoteField("transacGrp", attributes))
            return
        }
        try xml.start("transacGrp")
        try write(kind)
        if let date = transaction.date { try xml.element("date", text: date) }
        if let who = transaction.responsible {
            try write(
                GlossaryField(
                    element: "transacNote", category: "responsibility", target: transaction.responsibleID,
                    text: who))
        }
        xml.end()
    }

    private mutating func writeOrNote(
        _ field: GlossaryField, _ level: TBXLevel, _ notes: inout [TBXNoteField]
    ) throws(LathuError) {
        if isPlain(field, level) { try write(field) } else { notes.append(Self.note(field)) }
    }

    private static func note(_ field: GlossaryField) -> TBXNoteField {
        var attributes = [(name: "type", value: field.category)]
        if let target = field.target { attributes.append(("target", target)) }
        return TBXNoteField(field.element, attributes, text: field.text)
    }

    /// Whether TBX-Basic has a place for a field at a level.
    private func isPlain(_ field: GlossaryField, _ level: TBXLevel) -> Bool {
        guard let category = TBXCategory.named(field.category), category.element == field.element,
            category.levels.contains(level), category.name != "usageStatus",
            category.values.isEmpty || category.values.contains(field.text)
        else { return false }
        switch category.element {
        case "ref", "transacNote": return field.target.map(TBXIdentifier.isName) ?? false
        case "xref": return field.target.map(TBXIdentifier.isAddress) ?? false
        default: return field.target == nil
        }
    }

    private mutating func write(_ field: GlossaryField) throws(LathuError) {
        var attributes: [(name: String, value: String)] = []
        if let target = field.target {
            attributes.append(("target", target))
            if field.element != "xref" { targets.insert(target) }
        }
        switch edition {
        case .third:
            let isMin = TBXCategory.named(field.category)?.isMin ?? false
            try xml.element((isMin ? "min:" : "basic:") + field.category, attributes, text: field.text)
        case .second:
            try xml.element(field.element, [("type", field.category)] + attributes, text: field.text)
        }
    }
}
