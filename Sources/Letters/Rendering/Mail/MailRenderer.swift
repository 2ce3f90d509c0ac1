internal import TextFiles
internal import UnicodeText

/// Writes a letter as an e-mail: plain text and HTML (RFC 5322, RFC 2046), and PDF where it goes along.
///
/// The boundaries between its parts and its id are made of its content, so that the same letter gives the
/// same bytes. There is a date only where the envelope has one.
struct MailRenderer {
    private let letter: LocalizedLetter
    private let options: RenderingOptions
    private let templates: LetterTemplates
    private let wrapper: LineWrapper

    /// - Parameter wrapper: one for the letter's language.
    init(
        _ letter: LocalizedLetter, _ options: RenderingOptions, _ templates: LetterTemplates,
        _ wrapper: LineWrapper
    ) {
        self.letter = letter
        self.options = options
        self.templates = templates
        self.wrapper = wrapper
    }

    func render(pdf: [UInt8]?) -> [UInt8] {
        let text = PlainTextRenderer(letter, options, wrapper).render()
        var page = options
        // The other languages are not in the message.
        page.alternates = []
        let html = HTMLRenderer(letter, page, templates).render(style: .mail)
        var (boundary, body) = multipart(
            "alternative", [part("text/plain", text), part("text/html", html)])
        if let pdf { (boundary, body) = multipart("mixed", [body, attachment(pdf)]) }
        var head = MailHeader()
        let envelope = options.envelope
        head.add("From", envelope.sender.map { [$0] } ?? [])
        head.add("To", envelope.recipients)
        head.add("Subject", text: subject)
        if let date = envelope.date { head.add("Date", parts: [Self.date(date)]) }
        // The boundary is a hash of the whole body.
        let content = ContentHash.of(Array((head.text + boundary).utf8))
        head.add("Message-ID", parts: ["<\(content.prefix(40))@lathu.invalid>"])
        head.add("MIME-Version", parts: ["1.0"])
        head.add("Content-Language", parts: [letter.locale.identifier])
        // Outlook opens it as a draft.
        head.add("X-Unsent", parts: ["1"])
        return Array((head.text + body).utf8)
    }

    private var subject: String {
        let subject = options.envelope.subject ?? letter.title?.plainText ?? letter.id
        return options.draft.map { "[\($0)] \(subject)" } ?? subject
    }

    private func part(_ type: String, _ content: String) -> String {
        let encoding = TransferEncoding(text: content)
        var head = MailHeader()
        head.add("Content-Type", parts: ["\(type);", "charset=utf-8"])
        head.add("Content-Transfer-Encoding", parts: [encoding.name])
        return head.text + "\r\n" + encoding.lines
    }

    private func attachment(_ pdf: [UInt8]) -> String {
        let title = letter.title?.plainText ?? letter.id
        var head = MailHeader()
        head.add("Content-Type", parts: ["application/pdf"])
        head.add("Content-Transfer-Encoding", parts: ["base64"])
        head.add(
            "Content-Disposition",
            parts: ["attachment;"]
                + MailParameter.lines("filename", "\(title).pdf", plain: "\(letter.id)-\(letter.locale).pdf"))
        return head.text + "\r\n" + TransferEncoding(bytes: pdf).lines
    }

    /// Parts of which each has its head. The boundary occurs in none of them: neither encoding writes `=_`.
    private func multipart(_ kind: String, _ parts: [String]) -> (boundary: String, text: String) {
        let boundary = "=_" + ContentHash.of(Array(parts.joined().utf8)).prefix(40)
        var head = MailHeader()
        head.add("Content-Type", parts: ["multipart/\(kind);", "boundary=\"\(boundary)\""])
        let body = parts.map { "--\(boundary)\r\n\($0)\($0.hasSuffix("\r\n") ? "" : "\r\n")" }
        return (boundary, head.text + "\r\n" + body.joined() + "--\(boundary)--\r\n")
    }

    private static func date(_ seconds: Int) -> String {
        // Days from the civil calendar: the world's time, for the machine's would tell where it stands.
        let days = Int((Double(seconds) / 86_400).rounded(.down)), rest = seconds - days * 86_400
        let era = Int((Double(days + 719_468) / 146_097).rounded(.down))
        let dayOfEra = days + 719_468 - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let week = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let weekday = week[((days % 7) + 7) % 7]
        let time = [rest / 3600, rest / 60 % 60, rest % 60].map(two).joined(separator: ":")
        return "\(weekday), \(two(day)) \(names[month - 1]) \(year) \(time) +0000"
    }
}
