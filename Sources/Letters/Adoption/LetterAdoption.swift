public import TextFiles
public import UnicodeText

/// Finds the letter in a text that holds more than a letter: a page copied from a browser, an e-mail,
/// a Markdown file.
///
/// Rules on words, dates and the shape of lines decide; English and Vietnamese phrases are known, whatever
/// the letter's locale, which decides how dates in digits are read. The result accounts for every line. It
/// takes time linear in the length of the text.
///
/// ```swift
/// let letter = LetterAdoption(locale: .english).adopt(try FileReading.text(of: "page.txt"))
/// print(letter.markdown(id: "open-letter-2024"))
/// for line in letter.omitted { print(line.line, line.reason.sentence, line.text) }
/// ```
public struct LetterAdoption: Sendable {
    /// The language of the letter.
    public let locale: LocaleID
    private let rules: AdoptionRules

    /// Adopts letters in a language.
    public init(locale: LocaleID) {
        self.locale = locale
        rules = AdoptionRules()
    }

    /// The letter in a text, with what is missing and every line that it does not hold.
    ///
    /// - Parameter notes: footnotes, the first `[^1]: …`, which come to stand at the end of the body.
    public func adopt(_ source: TextSource, notes: [String] = []) -> AdoptedLetter {
        let raw = source.lines
        let isMarkdown = MarkdownInline.isLikely(
            raw, fileExtension: source.file.map(FilePath.fileExtension) ?? "")
        let anatomy = LetterAnatomy(
            raw.map { InputLine($0, isMarkdown: isMarkdown) }, isMarkdown: isMarkdown, rules: rules,
            dates: DateLineReader(locale: locale, books: rules.books))
        var letter = assemble(anatomy)
        letter.isMarkdown = isMarkdown
        if !letter.body.isEmpty {
            for (index, note) in notes.enumerated() {
                letter.add(note: note.nfc, number: index + 1, line: raw.count + index + 1)
            }
        }
        letter.warnings = warnings(letter, anatomy, source)
        return letter
    }

    private func assemble(_ anatomy: LetterAnatomy) -> AdoptedLetter {
        var letter = AdoptedLetter()
        var title: [String] = []
        var lastSignatory: Int?
        let isList = anatomy.hasMarkedSignatories
        for (index, role) in anatomy.roles.enumerated() {
            let line = anatomy.lines[index]
            let text = anatomy.texts[index] ?? line.content
            switch role {
            case .blank: continue
            case .omitted(let reason):
                letter.omitted.append(OmittedLine(line: index + 1, text: String(line.raw), reason: reason))
                continue
            case .title: title.append(text)
            case .salutation: letter.salutation = line.content
            case .closing: letter.closing = line.content
            case .recipient: letter.recipient.append(text)
            case .signatory:
                if line.marker == nil, lastSignatory == index - 1, index > 0,
                    anatomy.lines[index - 1].indent < line.indent, !letter.signatories.isEmpty,
                    isList
                {
                    letter.signatories[letter.signatories.count - 1] += " " + text
                } else {
                    letter.signatories.append(text)
                }
                lastSignatory = index
            case .date, .body, .open: break
            }
            letter.letterLines.append(index + 1)
        }
        letter.title = title.filter { !$0.isEmpty }.joined(separator: " ")
        if letter.title?.isEmpty ?? false { letter.title = nil }
        letter.date = anatomy.date?.date
        letter.dateText = anatomy.date?.text
        letter.place = anatomy.date?.place
        letter.body = BodyBlocks(anatomy).blocks
        return letter
    }

    private func warnings(
        _ letter: AdoptedLetter, _ anatomy: LetterAnatomy, _ source: TextSource
    ) -> [Diagnostic] {
        var result: [Diagnostic] = []
        func warn(_ message: String, line: Int? = nil, hint: String) {
            result.append(
                Diagnostic(
                    message, at: SourceLocation(file: source.file, line: line), hint: hint, severity: .warning
                ))
        }
        if letter.title == nil {
            warn("no title was found", hint: "add title: to the front matter")
        }
        if let date = letter.date {
            if anatomy.date?.isAmbiguous ?? false {
                warn(
                    "the date “\(letter.dateText ?? "")” is ambiguous and was read as \(date)",
                    line: anatomy.roles.firstIndex(of: .date).map { $0 + 1 },
                    hint: "check whether the day or the month stands first")
            }
        } else {
            warn("no date was found", hint: "add date: as year-month-day to the front matter")
        }
        if letter.salutation == nil {
            warn("no salutation was found", hint: "check that the text is a letter, then add salutation:")
        }
        if letter.body.isEmpty {
            warn("the letter has no text", hint: "check that the whole letter was copied")
        }
        if letter.signatories.isEmpty {
            warn("no signatories were found", hint: "add signatories: as a list to the front matter")
        }
        return result
    }
}

extension AdoptedLetter {
    /// Adds a footnote. One of a title or a signature, which are text without marks, becomes a paragraph with its number.
    fileprivate mutating func add(note: String, number: Int, line: Int) {
        let mark = "[^\(number)]"
        guard !body.contains(where: { $0.text.contains(mark) }) else {
            body.append(AdoptedBlock(.paragraph, note, line: line))
            return
        }
        func plain(_ text: String) -> String { text.replacing(mark, with: "[\(number)]") }
        title = title.map(plain)
        place = place.map(plain)
        salutation = salutation.map(plain)
        closing = closing.map(plain)
        recipient = recipient.map(plain)
        signatories = signatories.map(plain)
        let text = note.hasPrefix(mark + ":") ? "\\[\(number)\\]" + note.dropFirst(mark.count + 1) : note
        body.append(AdoptedBlock(.paragraph, text, line: line))
    }
}
