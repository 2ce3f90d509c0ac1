internal import Segmentation
internal import TextFiles
internal import UnicodeText

/// Holds the messages of a letter against the rules when it is read.
struct LetterMessages {
    /// The values that every letter has, and those of its recipients.
    static let reserved: Set<String> = ofRecipients.union(["date", "signatories"])
    /// The values that a recipient has by itself.
    static let ofRecipients: Set<String> = [
        "id", "name", "office", "honorific", "form_of_address", "gender", "country",
    ]

    private let letter: Letter
    private let source: TextSource

    init(_ letter: Letter, source: TextSource) {
        self.letter = letter
        self.source = source
    }

    /// Everything that is wrong, by line and column: syntax, plural categories, values that are not there.
    func problems() throws(LathuError) -> [Diagnostic] {
        let messages = letter.segments.filter { Message.isMessage($0.source.plainText) }
        guard !messages.isEmpty else { return [] }
        let check: MessageCheck
        do { check = try MessageCheck(locale: letter.locale) } catch {
            throw LathuError(.software, "\(error)")
        }
        let known = knownNames
        var problems: [Diagnostic] = []
        for segment in messages {
            let text = segment.source.coded
            let (message, found) = check.parse(text)
            var wrong = found
            for argument in message?.arguments ?? [] where !known.contains(argument.name) {
                wrong.append(unknown(argument, known))
            }
            for problem in wrong {
                problems.append(
                    Diagnostic(
                        problem.message, at: place(of: segment).location(of: problem.offset, in: text),
                        hint: problem.hint))
            }
        }
        return problems
    }

    private var knownNames: Set<String> {
        var names = Set(letter.values.keys).union(["date", "signatories"])
        if !letter.recipients.isEmpty { names.formUnion(Self.ofRecipients) }
        return names.union(letter.recipientValueNames)
    }

    private func unknown(_ argument: Message.Argument, _ known: Set<String>) -> Message.SyntaxError {
        let advice =
            Self.ofRecipients.contains(argument.name)
            ? "the letter names no recipients; “recipients:” in the front matter does"
            : "there are \(known.sorted().joined(separator: ", ")); add others under “values:”, "
                + "or write '{' for a brace that is text"
        return .init(
            message: "there is no value “\(argument.name)”", offset: argument.offset, hint: advice)
    }

    /// Where a segment's messages are looked for in the letter's file.
    func place(of segment: LetterSegment) -> MessagePlace {
        if segment.place.context != nil {
            return MessagePlace(
                source: source, line: segment.line, column: segment.column ?? 1, bracesBefore: 0)
        }
        // Back to the first segment that can have a brace on the same line.
        var first = segment.index
        while first > 0, case let before = letter.segments[first - 1], before.place.context == nil,
            before.block == letter.segments[first].block || before.line >= letter.segments[first].line
        {
            first -= 1
        }
        let braces = letter.segments[first..<segment.index].reduce(0) { sum, segment in
            sum + segment.source.coded.unicodeScalars.count { $0 == "{" || $0 == "}" }
        }
        return MessagePlace(
            source: source, line: letter.segments[first].line, column: 1, bracesBefore: braces)
    }
}
