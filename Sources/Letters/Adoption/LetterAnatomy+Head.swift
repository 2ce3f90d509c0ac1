/// The head of a letter: title, date, recipient.
extension LetterAnatomy {
    /// Gives the lines before the salutation, or those before the first text, their roles.
    mutating func markHead(salutation: Int?, bodyLimit: Int) {
        let limit = salutation ?? firstText(before: bodyLimit)
        let head = (0..<limit).filter { roles[$0] == .open }
        let dateIndex = markDates(in: head)
        let titleIndex = markTitle(in: head, dateIndex: dateIndex, hasSalutation: salutation != nil)
        guard let salutation else { return }
        let start = dateIndex ?? titleIndex ?? -1
        for index in head where roles[index] == .open {
            let line = lines[index]
            let isLabelled = rules.isAddress(line)
            if isLabelled || index > start && !isProse[index] && !line.isLink {
                markRecipient(index, isLabelled: isLabelled)
            } else {
                roles[index] = .omitted(.beforeLetter)
            }
        }
        // “Kính gửi:” or “To:” alone is followed by those it is for.
        let salutationLine = lines[salutation]
        if !rules.isSalutation(salutationLine), rules.afterLabel(salutationLine.content).isEmpty {
            for index in (salutation + 1)..<max(bodyLimit, salutation + 1) where roles[index] != .blank {
                guard roles[index] == .open, !isProse[index] else { break }
                roles[index] = .recipient
            }
        }
        if let recipient = mail?.recipient, !roles.contains(.recipient) {
            roles[recipient.line] = .recipient
            texts[recipient.line] = recipient.text
        }
    }

    private mutating func markRecipient(_ index: Int, isLabelled: Bool) {
        let content = lines[index].content
        guard isLabelled, content.contains(":") else {
            roles[index] = .recipient
            return
        }
        let rest = rules.afterLabel(content)
        roles[index] = rest.isEmpty ? .omitted(.fieldLabel) : .recipient
        if !rest.isEmpty { texts[index] = rest }
    }

    /// Where no salutation stands, the head ends where running text or a list begins.
    private func firstText(before limit: Int) -> Int {
        (0..<limit).first { roles[$0] == .open && (isProse[$0] || lines[$0].marker != nil) } ?? limit
    }

    private mutating func markDates(in head: [Int]) -> Int? {
        var first: Int?
        for index in head {
            guard lines[index].marker == nil, !tableLines.contains(index),
                let found = dates.read(lines[index].content)
            else { continue }
            if date == nil {
                date = found
                roles[index] = .date
                first = index
            } else {
                roles[index] = .omitted(.otherDate)
                first = first ?? index
            }
        }
        return first
    }

    private mutating func markTitle(in head: [Int], dateIndex: Int?, hasSalutation: Bool) -> Int? {
        if let frontMatterTitle { return frontMatterTitle }
        let open = head.filter { roles[$0] == .open }
        let headings = lines.indices.filter { roles[$0] == .open && lines[$0].heading != nil }
        if let title = headings.first(where: { lines[$0].heading == 1 })
            ?? headings.first(where: open.contains),
            !lines[title].content.isEmpty
        {
            roles[title] = .title
            return title
        }
        if let subject = open.first(where: { rules.isSubject(lines[$0]) }) {
            roles[subject] = .title
            let rest = rules.afterLabel(lines[subject].content)
            if !rest.isEmpty { texts[subject] = rest }
            return subject
        }
        if let subject = mail?.subject {
            for line in subject.lines { roles[line] = .title }
            for line in subject.lines { texts[line] = "" }
            if let first = subject.lines.first { texts[first] = subject.text }
            return nil
        }
        let title = open.first { index in
            let line = lines[index]
            return line.width <= 200 && line.marker == nil && !line.isLink && !rules.isOffice(line)
                && !rules.isAddress(line) && !(isProse[index] && InputLine.endsWith(line.text, ["."]))
                && !(isProse[index] && isWrapped && isWithinRun(index))
        }
        guard let title, !hasSalutation || !isAddressBlock(title, after: dateIndex, in: open) else {
            return nil
        }
        roles[title] = .title
        return title
    }

    private func isWithinRun(_ index: Int) -> Bool {
        index + 1 < lines.count && roles[index + 1] == .open && !startsAnew(index + 1)
    }

    /// Whether the lines between the date and the salutation are one block, as an address is.
    private func isAddressBlock(_ title: Int, after dateIndex: Int?, in open: [Int]) -> Bool {
        guard let dateIndex, title > dateIndex else { return false }
        let block = open.filter { $0 > dateIndex }
        return block.count > 1 && zip(block, block.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }
}
