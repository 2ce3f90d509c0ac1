internal import UnicodeText

/// The phrases of all languages that adoption knows, ready for look-up.
///
/// A page in one language often stands in the frame of another, so all of them always count.
struct AdoptionRules: Sendable {
    let books: [PhraseBook]
    let clutter: PhraseTable<OmissionReason>
    let counted: Set<String>
    let navigation: Set<String>
    let salutations: PhraseTable<Bool>
    let addresses: PhraseTable<Bool>
    let closings: PhraseTable<Bool>
    let signings: PhraseTable<Bool>
    let signingWords: Set<String>
    let groups: PhraseTable<Bool>
    let notes: PhraseTable<Bool>
    let subjects: PhraseTable<Bool>
    let offices: PhraseTable<Bool>
    let replies: Set<String>
    let mailFields: [String: MailField]
    let forwards: PhraseTable<Bool>
    let attributions: [(start: String, end: String)]

    init(books: [PhraseBook] = [.english, .vietnamese]) {
        self.books = books
        clutter = PhraseTable(books.flatMap(\.clutter).map { ($0.reason, $0.phrases) })
        counted = Set(books.flatMap(\.counted))
        navigation = Set(
            books.flatMap(\.clutter).filter { $0.reason == .navigation }.flatMap(\.phrases)
                .filter { !$0.hasSuffix("…") })
        salutations = PhraseTable(books.flatMap(\.salutations))
        addresses = PhraseTable(books.flatMap(\.addresses))
        closings = PhraseTable(books.flatMap(\.closings))
        signings = PhraseTable(books.flatMap(\.signings))
        signingWords = Set(books.flatMap(\.signingWords))
        groups = PhraseTable(books.flatMap(\.groups))
        notes = PhraseTable(books.flatMap(\.notes))
        subjects = PhraseTable(books.flatMap(\.subjects))
        offices = PhraseTable(books.flatMap(\.offices))
        replies = Set(books.flatMap(\.replies))
        var fields: [String: MailField] = [:]
        for book in books {
            for (field, names) in book.mailFields {
                for name in names { fields[name] = field }
            }
        }
        mailFields = fields
        forwards = PhraseTable(books.flatMap(\.forwards))
        attributions = books.flatMap(\.attributions)
    }

    // MARK: What a line can be in a letter

    /// Whether a line opens the letter: “Dear …”.
    func isSalutation(_ line: InputLine) -> Bool {
        guard line.marker == nil, line.width <= 120, line.words.count <= 16,
            !InputLine.endsWith(line.text, [".", "?"]) || line.words.count <= 6
        else { return false }
        return salutations.matches(line.words)
    }

    /// Whether a line opens the letter where none of the usual words does: “To APEC leaders:”.
    func isAddress(_ line: InputLine) -> Bool {
        guard line.marker == nil, line.width <= 140, line.words.count <= 20,
            let match = addresses.match(line.words)
        else { return false }
        // Two Vietnamese words are sure; “to” needs its colon, after it or at the end.
        let label = line.content.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let isLabel = label.count == 2 && words(of: String(label[0])).count <= 3
        return match.length > 1 && !InputLine.endsWith(line.text, ["."]) || isLabel
            || InputLine.endsWith(line.text, [":", ","])
    }

    /// Whether a line closes the letter: “Sincerely,”.
    func isClosing(_ line: InputLine) -> Bool {
        line.marker == nil && line.heading == nil && line.width <= 60 && line.words.count <= 8
            && !InputLine.endsWith(line.text, ["?", ":", ";"]) && closings.matches(line.words)
    }

    /// Whether a line introduces signatories, given whether a list follows it.
    func isSigning(_ line: InputLine, beforeList: Bool) -> Bool {
        guard line.marker == nil, line.width <= 160, !line.words.isEmpty else { return false }
        let hasColon = InputLine.endsWith(line.text, [":"])
        if let match = signings.match(line.words), line.words.count <= 12,
            !InputLine.endsWith(line.text, ["."])
        {
            if match.isWhole || hasColon || line.text.hasSuffix(",") && match.length + 2 >= line.words.count {
                return true
            }
            if line.heading != nil { return true }
        }
        return beforeList && (hasColon || line.heading != nil) && !signingWords.isDisjoint(with: line.words)
    }

    /// Whether a line names a group of signatories.
    func isGroup(_ line: InputLine) -> Bool {
        line.marker == nil && line.words.count <= 8
            && (groups.matches(line.words) || InputLine.endsWith(line.text, [":"]))
    }

    /// Whether a line opens a note after the signatures.
    func isNote(_ line: InputLine) -> Bool {
        guard line.marker == nil, let match = notes.match(line.words) else { return false }
        // “Contact Centre for Justice” is a name, “Contact: …” a note.
        let head = line.content.prefix { $0 != ":" }
        return match.isWhole || head.endIndex < line.content.endIndex && words(of: String(head)).count <= 6
            || line.heading != nil || !line.isNameLike
    }

    /// Whether a line says what the letter is about.
    func isSubject(_ line: InputLine) -> Bool {
        subjects.matches(line.words) && line.content.contains(":") && line.width <= 200
            || line.words.starts(with: ["về", "việc"]) && line.width <= 200
    }

    /// Whether a line is part of an address: an office, a title before a name, a street, a telephone.
    func isOffice(_ line: InputLine) -> Bool {
        if offices.matches(line.words), line.words.count <= 14, !InputLine.endsWith(line.text, ["?", "!"]) {
            return true
        }
        let isMail = line.content.contains("@") && line.words.count <= 8
        let startsWithNumber = line.words.first.map { $0.allSatisfy(\.isNumber) } ?? false
        let isStreet =
            startsWithNumber && line.content.contains(",") && line.words.count <= 12 && !line.endsSentence
        return isMail || isStreet
    }

    /// The text after a label such as “Re:” or “To:”.
    func afterLabel(_ text: String) -> String {
        guard let colon = text.firstIndex(of: ":") else { return text }
        return text[text.index(after: colon)...].trimmed
    }

    /// A subject without “Re:” and “Fwd:”.
    func withoutReplies(_ subject: String) -> String {
        var rest = subject
        while let colon = rest.firstIndex(of: ":"), rest[..<colon].utf8.count <= 24,
            replies.contains(words(of: String(rest[..<colon])).joined(separator: " "))
        {
            rest = rest[rest.index(after: colon)...].trimmed
        }
        return rest
    }
}
