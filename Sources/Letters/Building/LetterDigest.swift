internal import TextFiles
internal import UnicodeText

/// Takes all that is in a built letter into a hash: what has the same hash has the same bytes in every format.
///
/// Conventions and templates are files, and counted with the other files.
struct LetterDigest {
    private(set) var hash: ContentHash

    /// The digest of a letter on top of what everything in its language depends on.
    init(_ letter: LocalizedLetter, on common: ContentHash) {
        hash = common
        for text in [letter.id, letter.locale.identifier, letter.sourceLocale.identifier] {
            hash.append(text)
        }
        hash.append(letter.isDraft ? 1 : 0)
        for locale in letter.alternates { hash.append(locale.identifier) }
        for segment in [letter.title, letter.subject, letter.recipient, letter.salutation, letter.closing] {
            add(segment.map { [$0] } ?? [])
        }
        add(letter.dateline ?? [])
        add(letter.address)
        for line in letter.postalAddress { hash.append(line) }
        add(letter.addressee)
        add(letter.body)
        hash.append(letter.notes.count)
        for note in letter.notes { add(note) }
        add(letter.signatures)
    }

    private mutating func add(_ recipient: Recipient?) {
        guard let recipient else { return hash.append(0) }
        hash.append(1)
        for text in [recipient.id, recipient.name.text, recipient.email ?? "", recipient.country ?? ""] {
            hash.append(text)
        }
        for text in [recipient.name, recipient.office, recipient.honorific, recipient.formOfAddress] {
            guard let text else {
                hash.append(0)
                continue
            }
            hash.append(text.text)
            for (locale, translation) in text.translations.sorted(by: {
                $0.key.identifier < $1.key.identifier
            }) {
                hash.append(locale.identifier)
                hash.append(translation)
            }
        }
        hash.append(recipient.postalAddress.count)
        for line in recipient.postalAddress { hash.append(line) }
    }

    private mutating func add(_ signatures: SignatureBlock) {
        hash.append(signatures.entries.count)
        for entry in signatures.entries {
            for text in [entry.name, entry.country ?? "", entry.link ?? ""] { hash.append(text) }
        }
        hash.append(signatures.columns)
        for text in [signatures.count, signatures.others, signatures.until] { hash.append(text ?? "") }
    }

    private mutating func add(_ segments: [LocalizedSegment]) {
        hash.append(segments.count)
        for segment in segments {
            hash.append(segment.isFallback ? 1 : 0)
            add(segment.content)
            hash.append(segment.glue)
        }
    }

    private mutating func add(_ inlines: [Inline]) {
        hash.append(inlines.count)
        for inline in inlines {
            switch inline {
            case .text(let text):
                hash.append(0)
                hash.append(text)
            case .standalone(let markup):
                hash.append(1)
                add(markup)
            case .markup(let markup, let content):
                hash.append(2)
                add(markup)
                add(content)
            }
        }
    }

    private mutating func add(_ markup: Markup) {
        switch markup {
        case .emphasis: hash.append("emphasis")
        case .strong: hash.append("strong")
        case .code: hash.append("code")
        case .link(let url, let title): for text in ["link", url, title] { hash.append(text) }
        case .image(let url, let title): for text in ["image", url, title] { hash.append(text) }
        case .quotation: hash.append("quotation")
        case .note(let number, let reference): hash.append("note \(number) \(reference)")
        case .html(let text): for text in ["html", text] { hash.append(text) }
        }
    }

    private mutating func add(_ blocks: [Block<LocalizedText>]) {
        hash.append(blocks.count)
        for block in blocks {
            switch block {
            case .heading(let level, let text):
                hash.append("heading \(level)")
                add(text)
            case .paragraph(let text):
                hash.append("paragraph")
                add(text)
            case .quotation(let content):
                hash.append("quotation")
                add(content)
            case .rule: hash.append("rule")
            case .code(let info, let text): for text in ["code", info, text] { hash.append(text) }
            case .html(let text): for text in ["html", text] { hash.append(text) }
            case .list(let list):
                hash.append("list \(list.start ?? -1) \(list.isTight)")
                hash.append(list.items.count)
                for item in list.items { add(item) }
            case .table(let table):
                hash.append("table \(table.alignments.map { $0?.rawValue ?? "" })")
                hash.append(table.rows.count)
                for row in table.rows {
                    hash.append(row.count)
                    for cell in row { add(cell) }
                }
            }
        }
    }

    private mutating func add(_ text: LocalizedText) {
        hash.append(text.lines.count)
        for line in text.lines { add(line) }
    }
}
