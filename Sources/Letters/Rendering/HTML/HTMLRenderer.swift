internal import UnicodeText

/// Writes a letter as one self-contained HTML page: no script, no request to anywhere.
struct HTMLRenderer {
    private let letter: LocalizedLetter
    private let options: RenderingOptions
    private let templates: LetterTemplates

    init(_ letter: LocalizedLetter, _ options: RenderingOptions, _ templates: LetterTemplates) {
        self.letter = letter
        self.options = options
        self.templates = templates
    }

    /// The page, in the style of a letter or of an e-mail.
    func render(style: LetterTemplates.Style = .letter) -> String {
        let labels = letter.conventions.labels
        let html = HTMLBlocks(letter)
        let values: [String: Any?] = [
            "lang": letter.locale.identifier,
            "dir": letter.conventions.direction,
            "pageTitle": letter.title?.plainText ?? letter.id,
            "style": templates.style(style) + PageStyle(options).css + ListNumbers(letter).css,
            "alternates": options.alternates.map { ["lang": $0.locale.identifier, "href": $0.href] },
            "draft": options.draft,
            "letterhead": letterhead,
            "dateline": letter.dateline.map { html.line($0) } as Any?,
            "recipientLabel": labels.to + labels.colon,
            "recipient": letter.recipient.map { html.segment($0) } as Any?,
            "hasAddress": !options.address.isEmpty,
            "address": options.address,
            "title": letter.title.map { html.segment($0) } as Any?,
            "salutation": letter.salutation.map { html.segment($0) } as Any?,
            "body": html.body,
            "closing": letter.closing.map { html.segment($0) } as Any?,
            "hasSignatories": !letter.signatures.isEmpty,
            "signatoryCount": letter.signatures.count,
            "otherSignatories": letter.signatures.others,
            "signaturesUntil": letter.signatures.until,
            "signatoriesLabel": labels.signatories,
            "signatories": html.signatories,
            "signatoryColumns": "\(letter.signatures.columns)",
            "hasNotes": !letter.notes.isEmpty,
            "notesLabel": labels.notes,
            "notes": html.notes,
        ]
        return templates.render(.letter, values)
    }

    private var letterhead: [String: Any]? {
        let lines = options.letterhead ?? templates.letterhead(for: letter.locale)
        guard let name = lines.first else { return nil }
        return ["name": name, "lines": Array(lines.dropFirst())]
    }
}

/// What a style sheet cannot know: paper and typefaces.
struct PageStyle {
    private let options: RenderingOptions

    init(_ options: RenderingOptions) { self.options = options }

    var css: String {
        """
        body { font-family: \(Typefaces.css(options.fonts)); }
        @page { size: \(options.pageSize.rawValue); }

        """
    }
}
