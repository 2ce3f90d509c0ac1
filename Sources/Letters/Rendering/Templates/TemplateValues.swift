/// The values that a template can name.
indirect enum TemplateValue {
    /// Text, which `{{name}}` escapes.
    case text
    /// HTML that is made here, for `{{{name}}}`.
    case html
    /// Something that is there or not, for `{{#name}}`.
    case flag
    /// Texts, for `{{#name}}{{.}}{{/name}}`.
    case texts
    /// A thing, or things, with values of their own.
    case values([String: TemplateValue])
}

extension LetterTemplates.Page {
    /// What its template can name.
    var values: [String: TemplateValue] {
        switch self {
        case .letter:
            [
                "lang": .text, "dir": .text, "pageTitle": .text, "style": .html,
                "alternates": .values(["lang": .text, "href": .text]), "draft": .text,
                "letterhead": .values(["name": .text, "lines": .texts]), "dateline": .html,
                "recipientLabel": .text, "recipient": .html, "hasAddress": .flag, "address": .texts,
                "title": .html, "salutation": .html, "body": .html, "closing": .html,
                "hasSignatories": .flag, "signatoriesLabel": .text, "signatories": .html,
                "signatoryColumns": .text, "hasNotes": .flag, "notesLabel": .text, "notes": .html,
                "signatoryCount": .text, "otherSignatories": .text, "signaturesUntil": .text,
            ]
        case .review:
            [
                "pageTitle": .text, "style": .html, "draft": .text, "sourceLang": .text, "sourceDir": .text,
                "sourceName": .text, "lang": .text, "dir": .text, "name": .text, "summary": .text,
                "states": .values(["state": .text, "count": .text]),
                "rows": .values([
                    "number": .text, "place": .text, "isFirstOfBlock": .flag, "source": .html,
                    "translation": .html, "state": .text, "problems": .texts,
                ]),
            ]
        case .index:
            [
                "style": .html, "pageTitle": .text, "summary": .text,
                "letters": .values([
                    "id": .text, "title": .text, "lang": .text,
                    "variants": .values([
                        "recipient": .text, "recipientLang": .text, "lang": .text, "language": .text,
                        "languageLang": .text, "completeness": .text, "isComplete": .flag, "percent": .text,
                        "files": .values(["format": .text, "href": .text, "label": .text]),
                    ]),
                ]),
            ]
        }
    }
}
