internal import Segmentation
internal import TextFiles
public import UnicodeText

/// Puts a letter and its translation together, for one recipient after another.
///
/// It keeps what ICU opened, so it belongs to one thread; ``LetterContent`` can be shared by many.
public struct LetterAssembly {
    let letter: Letter
    let content: LetterContent
    let conventions: Conventions
    /// For the letter's own messages, in which nothing may be missing.
    private let formatter: MessageFormatter
    /// For those of the conventions, in which what is not known is left out.
    let lenient: MessageFormatter
    private let shared = Shared()

    /// What is the same for all recipients, made when it is first needed.
    private final class Shared {
        var signatures: SignatureBlock?
        /// The line of place and date, with a mark for the place or without a place: opening a date format takes as long as
        /// half of the letter.
        var datelines: [Bool: String?] = [:]
    }

    /// An assembly from a catalog; without one everything falls back to the source, which is right for the source
    /// language itself.
    public init(letter: Letter, catalog: LetterCatalog?, conventions: Conventions) {
        let isSource = conventions.locale == letter.locale
        self.init(
            letter: letter,
            content: LetterContent(letter, catalog, isSource: isSource, quotes: conventions.quotes),
            conventions: conventions)
    }

    /// An assembly from content in the language of the conventions.
    public init(letter: Letter, content: LetterContent, conventions: Conventions) {
        self.letter = letter
        self.content = content
        self.conventions = conventions
        formatter = MessageFormatter(
            locale: conventions.locale, source: letter.locale, longDate: conventions.datePattern)
        lenient = MessageFormatter(
            locale: conventions.locale, source: letter.locale, longDate: conventions.datePattern,
            isLenient: true)
    }

    /// The letter in the language of the conventions.
    ///
    /// - Parameters:
    ///   - recipient: one of the letter's; nil for a letter to all of them at once.
    ///   - alternates: the languages that the recipient gets the letter in.
    /// - Throws: `LathuError` where a placeholder has no value, by its place; `ICUError` where the date cannot be
    ///   written by the conventions' pattern.
    public func localized(
        for recipient: Recipient? = nil, alternates: [LocaleID] = [], isDraft: Bool = false
    ) throws -> LocalizedLetter {
        let pass = Pass(self, recipient)
        let address = try pass.address()
        let subject = try pass.subject()
        let salutation =
            try pass.segment(letter.salutation) ?? pass.salutation()
        let closing = try pass.segment(letter.closing) ?? pass.form(conventions.closing, of: recipient)
        var numbering = NoteNumbering()
        let body = try letter.body(for: recipient).map { block in
            try block.map { text in numbering.numbered(try pass.text(text)) }
        }
        let notes = try numbering.order.map { number in
            try letter.notes[number - 1].map { block in try block.map { try pass.text($0) } }
        }
        let title = try pass.segment(letter.title)
        let dateline = try dateline(pass.segment(letter.place))
        try pass.throwProblems()
        return LocalizedLetter(
            id: letter.id, locale: conventions.locale, sourceLocale: letter.locale, conventions: conventions,
            title: title, subject: subject, dateline: dateline, recipient: address.line,
            address: address.lines, postalAddress: address.postal, addressee: recipient,
            salutation: salutation, body: body, notes: notes, closing: closing,
            signatures: try signatures(), isDraft: isDraft,
            alternates: alternates, fallbacks: fallbacks(in: pass.used),
            untranslatedValues: pass.untranslated(),
            recipientFolder: recipient?.id ?? Self.folderName(letter.recipient?.source.plainText))
    }

    /// The segments that were used and fall back, each distinct one once, in the order of the letter.
    private func fallbacks(in used: Set<Int>) -> [LocalizedLetter.Fallback] {
        if content.fallbacks.isEmpty { return [] }
        var seen: Set<SegmentKey> = []
        return used.sorted().compactMap { content.fallbacks[$0] }.filter {
            seen.insert($0.segment.key).inserted
        }
    }

    private func signatures() throws -> SignatureBlock {
        if let known = shared.signatures { return known }
        let signatures = try SignatureBlock(letter, conventions, lenient)
        shared.signatures = signatures
        return signatures
    }

    /// The message of a segment written for a recipient.
    func write(_ message: Message, _ values: MessageValues) throws -> MessageFormatter.Result {
        try formatter.format(message, values)
    }

    private func dateline(_ place: LocalizedSegment?) throws -> [LocalizedSegment]? {
        // Unlike a place, no date holds braces.
        let mark = "{place}"
        let line: String?
        if let known = shared.datelines[place != nil] {
            line = known
        } else {
            line = try conventions.dateline(place: place.map { _ in mark }, date: letter.date)
            shared.datelines[place != nil] = .some(line)
        }
        guard let place else { return line.map { [Self.plain($0)] } }
        guard let line, let range = line.firstRange(of: mark) else { return [place] }
        return [
            Self.plain(String(line[..<range.lowerBound])), place,
            Self.plain(String(line[range.upperBound...])),
        ]
    }

    /// Text that the conventions say.
    static func plain(_ text: String, isFallback: Bool = false) -> LocalizedSegment {
        LocalizedSegment(content: [.text(text)], isFallback: isFallback, glue: "")
    }

    /// A folder name for a recipient, such as `apec-leaders`; `all` where there is none.
    static func folderName(_ recipient: String?) -> String {
        var name = ""
        for scalar in (recipient ?? "").nfkcCasefold.nfd.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": name.unicodeScalars.append(scalar)
            case "đ": name += "d"
            case _ where scalar.category == .nonspacingMark: break
            default: if !name.isEmpty, !name.hasSuffix("-") { name += "-" }
            }
            if name.utf8.count >= 60 { break }
        }
        while name.hasSuffix("-") { name.removeLast() }
        return name.isEmpty ? "all" : name
    }
}
