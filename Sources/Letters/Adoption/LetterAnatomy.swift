internal import UnicodeText

/// What each line of a source is in the letter; every line has one role.
///
/// The steps run in order, each giving a role to lines that have none yet: what surrounds the letter,
/// where it begins, where it ends, its head, its body, what follows it.
struct LetterAnatomy {
    enum Role: Equatable {
        case open, blank, title, date, recipient, salutation, body, closing, signatory
        case omitted(OmissionReason)
    }

    let lines: [InputLine]
    let rules: AdoptionRules
    let isMarkdown: Bool
    /// The lines of tables, in Markdown.
    let tableLines: Set<Int>
    let dates: DateLineReader
    var roles: [Role]
    /// Text that differs from the content of its line, as a title without “Re:”.
    var texts: [Int: String] = [:]
    /// The date of the letter and the line it stands on.
    var date: DateLine?
    /// Whether the source breaks lines at a column rather than at the end of paragraphs.
    var isWrapped = false
    /// The depth of quotation of the letter itself.
    var depth = 0
    /// For each line, whether it belongs to running text.
    var isProse: [Bool] = []
    /// Heads of lists of other articles.
    var relatedHeads: [Int] = []
    var mail: MailStructure?
    var frontMatterTitle: Int?
    var frontMatterDate: Int?

    init(_ lines: [InputLine], isMarkdown: Bool, rules: AdoptionRules, dates: DateLineReader) {
        self.lines = lines
        self.rules = rules
        self.isMarkdown = isMarkdown
        tableLines = isMarkdown ? MarkdownInline.tableLines(lines) : []
        self.dates = dates
        roles = lines.map { $0.isBlank ? .blank : .open }
        markFrontMatter()
        if !isMarkdown { markMail() }
        markClutter()
        isWrapped = !isMarkdown && Self.isWrapped(lines, roles: roles)
        isProse = prose()
        let salutation = findSalutation()
        let bodyEnd = findEnd(after: salutation)
        markHead(salutation: salutation, bodyLimit: bodyEnd)
        if let salutation { roles[salutation] = .salutation }
        markEnd(from: bodyEnd)
        markBody(upTo: bodyEnd, salutation: salutation)
        dateFromMail()
        markRest()
    }

    // MARK: Around the letter

    private mutating func markFrontMatter() {
        guard isMarkdown, lines.first?.text == "---",
            let end = lines.indices.prefix(200).dropFirst().first(where: { lines[$0].text == "---" })
        else { return }
        for index in 0...end where roles[index] == .open {
            let isMark = index == 0 || index == end
            roles[index] = .omitted(isMark ? .ornament : .frontMatter)
            let value = Self.unquoted(rules.afterLabel(lines[index].text))
            let name = lines[index].text.prefix { $0 != ":" }.lowercased()
            if name == "title", !value.isEmpty, frontMatterTitle == nil {
                frontMatterTitle = index
                texts[index] = value
                roles[index] = .title
            } else if name == "date", date == nil, let found = dates.read(value) {
                date = found
                roles[index] = .date
            }
        }
    }

    private static func unquoted(_ value: String) -> String {
        guard value.utf8.count > 1, let quote = value.first, quote == "\"" || quote == "'",
            value.last == quote
        else { return value }
        return String(value.dropFirst().dropLast())
    }

    private mutating func markMail() {
        let mail = MailStructure(lines, rules: rules)
        self.mail = mail
        depth = mail.depth
        for (index, reason) in mail.omissions.enumerated() {
            if let reason, roles[index] == .open { roles[index] = .omitted(reason) }
        }
    }

    private mutating func markClutter() {
        var seen: Set<String> = []
        if let subject = mail?.subject { seen.insert(words(of: subject.text).joined(separator: " ")) }
        var isFenced = false
        // A name at the head of the sheet may well sign at its foot.
        var isSigned = false
        for (index, line) in lines.enumerated() where roles[index] == .open {
            if isMarkdown, line.text.hasPrefix("```") || line.text.hasPrefix("~~~") {
                isFenced.toggle()
                continue
            }
            if isFenced || tableLines.contains(index) { continue }
            isSigned =
                isSigned
                || !seen.isEmpty && (rules.isClosing(line) || rules.isSigning(line, beforeList: false))
            if let reason = rules.clutter(line) {
                roles[index] = .omitted(reason)
                if reason == .relatedArticles { relatedHeads.append(index) }
            } else if !isSigned, line.marker?.number == nil, line.width <= 90, line.words.count <= 14,
                !line.endsLikeSentence, !rules.isSalutation(line), !rules.isClosing(line),
                !seen.insert(line.words.joined(separator: " ")).inserted
            {
                roles[index] = .omitted(.repeated)
            }
        }
    }

    // MARK: Running text

    /// All lines short, and at least one that plainly goes on in the next.
    private static func isWrapped(_ lines: [InputLine], roles: [Role]) -> Bool {
        let open = lines.indices.filter { roles[$0] == .open }
        // A web address is not broken, however long it is.
        guard
            open.allSatisfy({
                lines[$0].width <= 82 || !lines[$0].text.contains(" ") && lines[$0].width < .max
            })
        else { return false }
        return zip(open, open.dropFirst()).contains { index, next in
            next == index + 1 && lines[next].marker == nil && lines[index].width >= 40
                && (lines[next].startsInLowercase || lines[index].width >= 60 && !lines[index].endsSentence)
        }
    }

    /// Whether a line starts something new even where no blank line stands before it.
    func startsAnew(_ index: Int) -> Bool {
        let line = lines[index]
        return line.marker != nil || line.heading != nil || rules.isSalutation(line) || rules.isClosing(line)
            || rules.isSigning(line, beforeList: false) || dates.read(line.content) != nil
    }

    /// Whether nothing that follows directly can belong to the same paragraph.
    func standsAlone(_ index: Int) -> Bool { lines[index].marker == nil && startsAnew(index) }

    private func prose() -> [Bool] {
        var result = Array(repeating: false, count: lines.count)
        var start = 0
        while start < lines.count {
            guard roles[start] == .open else {
                start += 1
                continue
            }
            var end = start + 1
            if isWrapped || isMarkdown, !standsAlone(start) {
                while end < lines.count, roles[end] == .open, !startsAnew(end) { end += 1 }
            }
            let run = start..<end
            let count = run.reduce(0) { $0 + lines[$1].words.count }
            let isLong = run.contains { lines[$0].width > 160 }
            // Names and addresses are short lines; wrapped text fills all lines but the last.
            let isFull = run.dropLast().allSatisfy { lines[$0].width >= 30 }
            let ends = lines[end - 1].endsSentence && !lines[end - 1].isNameLike && count >= 6
            if isLong || isFull && (ends || count >= 25) {
                for index in run { result[index] = true }
            }
            start = end
        }
        return result
    }

    // MARK: Where the letter begins

    private func findSalutation() -> Int? {
        var address: Int?
        for index in lines.indices where roles[index] == .open {
            let line = lines[index]
            if rules.isSalutation(line) {
                return index
            }
            if address == nil, rules.isAddress(line) { address = index }
            // Once text has begun after an address, a later salutation belongs to that text.
            if address != nil, isProse[index], index != address { return address }
        }
        return address
    }

    // MARK: Body and rest

    private mutating func markBody(upTo bodyEnd: Int, salutation: Int?) {
        var limit = bodyEnd
        if bodyEnd == lines.count {
            // Without a closing, what follows “Related posts” is not the letter's.
            let related = relatedHeads.first { head in
                roles[..<head].contains(.open)
            }
            if let related, salutation.map({ related > $0 }) ?? true { limit = related }
        }
        for index in 0..<limit where roles[index] == .open { roles[index] = .body }
    }

    private mutating func dateFromMail() {
        guard date == nil, let header = mail?.date, let found = dates.read(header.text) else { return }
        date = found
        roles[header.line] = .date
    }

    private mutating func markRest() {
        var isNote = false
        var blanks = 0
        for index in lines.indices {
            switch roles[index] {
            case .blank: blanks += 1
            case .open:
                if rules.isNote(lines[index]) {
                    isNote = true
                } else if blanks > 1 {
                    isNote = false
                }
                roles[index] = .omitted(isNote ? .noteAfterEnd : .afterEnd)
                blanks = 0
            default:
                isNote = false
                blanks = 0
            }
        }
    }
}

extension LetterAnatomy {
    /// Whether signatories stand in a list, so that a deeper line without a mark goes on with its item.
    var hasMarkedSignatories: Bool {
        lines.indices.contains { roles[$0] == .signatory && lines[$0].marker != nil }
    }
}
