/// The end of a letter: closing, signatories.
extension LetterAnatomy {
    /// The first line after the body: the closing, the line that introduces signatories, or else the list
    /// that follows the body; the number of lines where the body has no end.
    func findEnd(after salutation: Int?) -> Int {
        let start = salutation.map { $0 + 1 } ?? 0
        var hasText = false
        var isBeforeList = isBeforeListTable()
        isBeforeList.append(false)
        for index in lines.indices.dropFirst(start) where roles[index] == .open {
            let line = lines[index]
            if hasText, rules.isClosing(line) || rules.isSigning(line, beforeList: isBeforeList[index]) {
                return index
            }
            if isProse[index] || salutation != nil { hasText = true }
        }
        return signatoryList(from: start) ?? lines.count
    }

    /// For each line, whether the next line of content is a list item.
    private func isBeforeListTable() -> [Bool] {
        var result = Array(repeating: false, count: lines.count)
        var nextIsItem = false
        for index in lines.indices.reversed() where roles[index] == .open {
            result[index] = nextIsItem
            nextIsItem = lines[index].marker != nil
        }
        return result
    }

    /// The first list after text whose items are names and that no colon introduces.
    private func signatoryList(from start: Int) -> Int? {
        var previous: Int?
        var hasText = false
        var index = start
        while index < lines.count {
            guard roles[index] == .open else {
                index += 1
                continue
            }
            guard lines[index].marker != nil else {
                hasText = hasText || isProse[index]
                previous = index
                index += 1
                continue
            }
            let items = listRun(from: index)
            let names = items.filter { lines[$0].isNameLike && !lines[$0].startsInLowercase && !isProse[$0] }
            let isIntroduced = previous.map { InputLine.endsWith(lines[$0].text, [":"]) } ?? false
            if hasText, !isIntroduced, items.count >= 2, names.count * 5 >= items.count * 4 { return index }
            previous = items.last
            index = (items.last ?? index) + 1
        }
        return nil
    }

    /// The items of a list: marks of one kind, numbers that grow.
    private func listRun(from start: Int) -> [Int] {
        var items = [start]
        var index = start + 1
        var last = lines[start].marker?.number
        while index < lines.count {
            if roles[index] == .open {
                guard let marker = lines[index].marker else {
                    guard continuesItem(index, itemIndent: lines[items[items.count - 1]].indent) else {
                        break
                    }
                    index += 1
                    continue
                }
                guard (marker.number == nil) == (last == nil),
                    last == nil || (marker.number ?? 0) > (last ?? 0)
                else { break }
                last = marker.number
                items.append(index)
            }
            index += 1
        }
        return items
    }

    /// Whether a line without a mark goes on with the item on the line above.
    func continuesItem(_ index: Int, itemIndent: Int) -> Bool {
        guard index > 0, lines[index].indent > itemIndent, lines[index].marker == nil else { return false }
        return roles[index - 1] != .blank && lines[index - 1].hasWords
    }

    /// Gives roles to closing and signatories from the end of the body on.
    mutating func markEnd(from bodyEnd: Int) {
        markDateBefore(bodyEnd)
        var reader = SignatoryReader()
        let isBeforeList = isBeforeListTable()
        let nextOpen = nextOpenTable()
        for index in lines.indices.dropFirst(bodyEnd) {
            if roles[index] == .blank {
                reader.blanks += 1
                continue
            }
            guard roles[index] == .open else {
                if reader.last != nil { reader.sawClutter = true }
                continue
            }
            let next = nextOpen[index]
            guard let role = reader.role(of: index, isBeforeList: isBeforeList[index], next: next, in: self)
            else {
                return
            }
            if role == .date {
                if let found = dates.read(lines[index].content), date == nil {
                    date = found
                    roles[index] = .date
                } else {
                    roles[index] = .omitted(.otherDate)
                }
            } else {
                roles[index] = role
            }
            reader.blanks = 0
        }
    }

    /// Vietnamese letters often have place and date right above the signatures.
    private mutating func markDateBefore(_ bodyEnd: Int) {
        guard let index = (0..<bodyEnd).last(where: { roles[$0] == .open }), lines[index].marker == nil,
            !tableLines.contains(index),
            let found = dates.read(lines[index].content)
        else { return }
        if date == nil {
            date = found
            roles[index] = .date
        } else if bodyEnd < lines.count {
            roles[index] = .omitted(.otherDate)
        }
    }

    private func nextOpenTable() -> [Int?] {
        var result: [Int?] = Array(repeating: nil, count: lines.count)
        var next: Int?
        for index in lines.indices.reversed() where roles[index] == .open {
            result[index] = next
            next = index
        }
        return result
    }
}

/// Reads the lines after the body one by one until the letter ends.
private struct SignatoryReader {
    /// The signatory read last.
    var last: Int?
    /// Blank lines since the last line.
    var blanks = 0
    /// Whether the page's own matter came after a signatory.
    var sawClutter = false
    private var hasClosing = false
    private var afterHeading = true

    /// What a line is; nil where the letter has ended before it.
    mutating func role(
        of index: Int, isBeforeList: Bool, next: Int?, in anatomy: LetterAnatomy
    ) -> LetterAnatomy.Role? {
        let line = anatomy.lines[index], rules = anatomy.rules
        let nextIsItem = isBeforeList
        if !hasClosing, last == nil, rules.isClosing(line) {
            hasClosing = true
            return .closing
        }
        if rules.isNote(line) { return nil }
        if rules.isSigning(line, beforeList: nextIsItem)
            || rules.isGroup(line) && (nextIsItem || next.map { anatomy.lines[$0].isNameLike } ?? false)
                && (last == nil || nextIsItem)
        {
            afterHeading = true
            return .omitted(.signatoryHeading)
        }
        if line.marker == nil, anatomy.dates.read(line.content) != nil { return .date }
        if let marker = line.marker { return item(index, marker: marker, in: anatomy) }
        if let last, anatomy.lines[last].marker != nil, !afterHeading {
            let isWrappedName = anatomy.continuesItem(index, itemIndent: anatomy.lines[last].indent)
            return isWrappedName && blanks == 0 && !sawClutter ? .signatory : nil
        }
        return plain(index, next: next, in: anatomy)
    }

    private mutating func item(_ index: Int, marker: ListMarker, in anatomy: LetterAnatomy) -> LetterAnatomy
        .Role?
    {
        let line = anatomy.lines[index]
        guard line.width <= 200, !line.endsLikeSentence || line.isNameLike else { return nil }
        if !afterHeading, let last, let before = anatomy.lines[last].marker {
            guard (before.number == nil) == (marker.number == nil) else { return nil }
            if let number = marker.number, number <= before.number ?? 0 { return nil }
            if marker.number == nil, sawClutter || blanks > 2 { return nil }
        }
        last = index
        afterHeading = false
        return .signatory
    }

    private mutating func plain(_ index: Int, next: Int?, in anatomy: LetterAnatomy) -> LetterAnatomy.Role? {
        let line = anatomy.lines[index]
        guard line.isNameLike, line.heading == nil, !anatomy.isProse[index], !line.startsInLowercase,
            !line.isLink
        else { return nil }
        if last != nil, sawClutter || blanks > 1 { return nil }
        // A short line over running text is the title of another article.
        if last != nil, blanks > 0, let next, anatomy.isProse[next] { return nil }
        last = index
        afterHeading = false
        return .signatory
    }
}
