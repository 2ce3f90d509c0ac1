internal import UnicodeText

/// An e-mail taken apart: headers, the messages in it, quotation depth, signature.
struct MailStructure {
    /// Why a line is not part of the letter; nil for the text of the letter's own message.
    private(set) var omissions: [OmissionReason?]
    /// The lines of the subject and the subject without reply prefixes.
    private(set) var subject: (lines: [Int], text: String)?
    /// The line and the text of the message's date.
    private(set) var date: (line: Int, text: String)?
    /// The line and the text of a “To:” that names no mail address, as in a memorandum.
    private(set) var recipient: (line: Int, text: String)?
    /// The depth of quotation of the letter itself.
    private(set) var depth = 0
    /// Whether there are mail headers.
    private(set) var isMail = false

    private struct Header {
        let field: MailField
        var lines: [Int]
        var text: String
    }

    init(_ lines: [InputLine], rules: AdoptionRules) {
        omissions = Array(repeating: nil, count: lines.count)
        var section = Array(repeating: 0, count: lines.count)
        var headers: [[Header]] = [[]]
        var index = 0
        while index < lines.count {
            let block = Self.headerBlock(lines, from: index, rules: rules)
            let end = block?.end ?? (Self.isBoundary(lines, at: index, rules: rules))
            if let end {
                isMail = true
                headers.append(block?.headers ?? [])
                for covered in index..<end {
                    omissions[covered] = .mailHeader
                    section[covered] = headers.count - 1
                }
                index = end
            } else {
                section[index] = headers.count - 1
                index += 1
            }
        }
        let chosen = isMail ? chooseSection(lines, section, count: headers.count) : 0
        chooseDepth(lines, section, chosen)
        markSignature(lines, section, chosen)
        let own = headers[chosen].isEmpty ? headers.first { !$0.isEmpty } ?? [] : headers[chosen]
        take(own, rules: rules)
    }

    /// A run of at least two header lines of which one says who sent it or what it is about.
    private static func headerBlock(
        _ lines: [InputLine], from start: Int, rules: AdoptionRules
    ) -> (headers: [Header], end: Int)? {
        var headers: [Header] = []
        var index = start
        while index < lines.count, lines[index].depth == lines[start].depth {
            if let (field, text) = header(lines[index], rules: rules) {
                headers.append(Header(field: field, lines: [index], text: text))
            } else if !headers.isEmpty, lines[index].indent > 0, lines[index].hasWords {
                // A header goes on in lines that start with space (RFC 5322, 2.2.3).
                headers[headers.count - 1].lines.append(index)
                headers[headers.count - 1].text += " " + lines[index].text
            } else {
                break
            }
            index += 1
        }
        guard headers.count >= 2, headers.contains(where: { $0.field == .from || $0.field == .subject })
        else {
            return nil
        }
        return (headers, index)
    }

    private static func header(_ line: InputLine, rules: AdoptionRules) -> (MailField, String)? {
        guard line.marker == nil, line.words.count > 0 || line.width == .max,
            let colon = line.text.utf8.prefix(40).firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let name = line.text[..<colon].lowercased().filter { $0 != "*" }.trimmed
        let value = line.text[line.text.index(after: colon)...].drop { $0 == "*" }.trimmed
        if let field = rules.mailFields[name] { return (field, value) }
        return name.hasPrefix("x-") && !name.contains(" ") ? (.other, value) : nil
    }

    /// The end of “---- Forwarded message ----” or “On … wrote:”, which may take two lines.
    private static func isBoundary(_ lines: [InputLine], at index: Int, rules: AdoptionRules) -> Int? {
        let line = lines[index]
        guard line.hasWords, line.width <= 200 else { return nil }
        if rules.forwards.matches(line.words), line.text.hasPrefix("-") || line.text.hasSuffix(":") {
            return index + 1
        }
        let text = line.text.lowercased()
        for (start, end) in rules.attributions where text.hasPrefix(start) {
            guard line.words.contains(where: { $0.contains(where: \.isNumber) }) else { continue }
            if text.hasSuffix(end) { return index + 1 }
            let next = index + 1
            if next < lines.count, lines[next].width <= 100, lines[next].depth == line.depth,
                lines[next].text.lowercased().hasSuffix(end)
            {
                return next + 1
            }
        }
        return nil
    }

    /// The message with the most text is the letter.
    private mutating func chooseSection(_ lines: [InputLine], _ section: [Int], count: Int) -> Int {
        var weights = Array(repeating: 0, count: count)
        for index in lines.indices where omissions[index] == nil {
            weights[section[index]] += lines[index].text.utf8.count
        }
        let chosen =
            weights.indices.max { weights[$0] < weights[$1] || weights[$0] == weights[$1] && $0 > $1 } ?? 0
        for index in lines.indices where section[index] != chosen && omissions[index] == nil {
            omissions[index] = .otherMessage
        }
        return chosen
    }

    /// The depth with the most text is the letter's; what is quoted less deeply is around it.
    private mutating func chooseDepth(_ lines: [InputLine], _ section: [Int], _ chosen: Int) {
        var weights: [Int: Int] = [:]
        for index in lines.indices where section[index] == chosen && omissions[index] == nil {
            weights[lines[index].depth, default: 0] += lines[index].text.utf8.count
        }
        depth = weights.max { $0.value < $1.value || $0.value == $1.value && $0.key > $1.key }?.key ?? 0
        for index in lines.indices where omissions[index] == nil && lines[index].depth < depth {
            omissions[index] = .otherMessage
        }
    }

    private mutating func markSignature(_ lines: [InputLine], _ section: [Int], _ chosen: Int) {
        guard isMail else { return }
        let mark = lines.indices.first { index in
            section[index] == chosen && omissions[index] == nil && lines[index].depth == depth
                && lines[index].text == "--"
        }
        guard let mark else { return }
        for index in mark..<lines.count where section[index] == chosen && omissions[index] == nil {
            omissions[index] = .mailSignature
        }
    }

    private mutating func take(_ headers: [Header], rules: AdoptionRules) {
        for header in headers {
            switch header.field {
            case .subject where subject == nil:
                let text = rules.withoutReplies(header.text)
                if !text.isEmpty { subject = (header.lines, text) }
            case .date where date == nil && header.lines.count == 1: date = (header.lines[0], header.text)
            case .to where recipient == nil && !header.text.contains("@") && header.lines.count == 1:
                if !header.text.isEmpty { recipient = (header.lines[0], header.text) }
            default: break
            }
        }
    }
}
