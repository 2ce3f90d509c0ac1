/// What pages put around a letter, judged a line at a time.
extension AdoptionRules {
    /// Why a line is clutter; nil where it may belong to the letter.
    func clutter(_ line: InputLine) -> OmissionReason? {
        if !line.hasWords { return .ornament }
        // What has a list number is a signatory or a demand: menus and share links carry none.
        if line.marker?.number != nil || line.words.isEmpty { return nil }
        return phrase(line) ?? fileNotice(line) ?? navigation(line) ?? count(line)
    }

    private func phrase(_ line: InputLine) -> OmissionReason? {
        if line.text.hasPrefix("©") || line.text.lowercased().hasPrefix("(c) 1")
            || line.text.lowercased().hasPrefix("(c) 2")
        {
            return .copyright
        }
        guard let match = clutter.match(line.words) else { return nil }
        if match.isWhole { return match.meaning }
        switch match.meaning {
        case .cookieNotice, .copyright: return line.words.count <= 60 ? match.meaning : nil
        case .readMore, .navigation, .shareLink, .printLink:
            // “Close …” and “Read …” also open sentences.
            return line.words.count <= 12 && !line.endsLikeSentence ? match.meaning : nil
        default: return line.words.count <= 14 && !line.endsLikeSentence ? match.meaning : nil
        }
    }

    private static let fileTypes: Set<String> = [
        "pdf", "doc", "docx", "odt", "rtf", "epub", "zip", "jpg", "png", "mp3", "mp4", "word",
    ]
    private static let sizes: Set<String> = ["kb", "mb", "gb", "kib", "mib", "ko", "mo", "bytes"]

    /// `PDF - 120 kb`, `Letter (pdf)`, `letter.pdf (1.2 MB)`.
    private func fileNotice(_ line: InputLine) -> OmissionReason? {
        guard line.words.count <= 14, !line.endsLikeSentence,
            line.words.contains(where: Self.fileTypes.contains)
        else { return nil }
        let text = line.content.lowercased()
        let isBracketed = Self.fileTypes.contains { text.hasSuffix("(\($0))") || text.hasSuffix("[\($0)]") }
        let hasSize = line.words.contains { word in
            Self.sizes.contains(word)
                || Self.sizes.contains(String(word.drop(while: \.isNumber))) && word.first?.isNumber == true
        }
        let isName =
            line.words.count <= 8 && !text.contains(" ") && Self.fileTypes.contains(line.words.last ?? "")
        return isBracketed || hasSize || isName ? .fileNotice : nil
    }

    /// `Home > News > Letters`, `Home | About | Contact`, `English | Tiếng Việt`.
    private func navigation(_ line: InputLine) -> OmissionReason? {
        guard line.width <= 160, !line.endsLikeSentence else { return nil }
        for separator in [" > ", " » ", " › ", " | ", " / ", " • ", " · ", " → "] {
            let parts = line.content.components(separatedBy: separator)
            guard parts.count > 1 else { continue }
            let isMenu = parts.contains { navigation.contains(words(of: $0).joined(separator: " ")) }
            let isTrail = [" > ", " » ", " › "].contains(separator) && parts.count > 2
            let isBar = parts.count > 3 && parts.allSatisfy { words(of: $0).count <= 3 }
            if isMenu || isTrail || isBar { return .navigation }
        }
        return nil
    }

    /// `12 comments`, `Page 2 of 3`, `- 4 -`.
    private func count(_ line: InputLine) -> OmissionReason? {
        let words = line.words
        guard words.count <= 4 else { return nil }
        let numbers = words.filter { $0.allSatisfy(\.isNumber) }
        let others = words.filter { !$0.allSatisfy(\.isNumber) }
        guard !numbers.isEmpty else { return nil }
        if !others.isEmpty, others.allSatisfy(counted.contains) { return .comments }
        let isPage = others.first.map { ["page", "trang", "p"].contains($0) } ?? false
        if isPage, others.dropFirst().allSatisfy({ $0 == "of" }) { return .pageNumber }
        let marks = line.text.unicodeScalars.filter { asciiDigit($0) == nil }
        let isBare = others.isEmpty && marks.allSatisfy { " -–—/".unicodeScalars.contains($0) }
        return isBare && numbers.count <= 2 && numbers.allSatisfy { $0.count <= 3 } ? .pageNumber : nil
    }
}

extension InputLine {
    /// Whether it has the length and the end of a sentence.
    var endsLikeSentence: Bool { words.count >= 6 && InputLine.endsWith(text, [".", "?", "!", ";"]) }
}

extension String {
    /// The parts between occurrences of a separator, in one pass.
    func components(separatedBy separator: String) -> [String] {
        let text = Array(unicodeScalars), mark = Array(separator.unicodeScalars)
        var parts = [String.UnicodeScalarView()]
        var index = 0
        while index < text.count {
            if text[index] == mark[0], index + mark.count <= text.count,
                text[index..<(index + mark.count)].elementsEqual(mark)
            {
                parts.append(String.UnicodeScalarView())
                index += mark.count
            } else {
                parts[parts.count - 1].append(text[index])
                index += 1
            }
        }
        return parts.map { String($0) }
    }
}
