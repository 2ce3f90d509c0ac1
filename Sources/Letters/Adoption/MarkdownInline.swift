/// What adoption needs to know of Markdown's syntax.
enum MarkdownInline {
    /// The level of an ATX heading (CommonMark 0.31, section 4.2).
    static func headingLevel(_ text: String) -> Int? {
        let level = text.utf8.prefix(7).prefix { $0 == UInt8(ascii: "#") }.count
        guard (1...6).contains(level) else { return nil }
        let next = text.utf8.dropFirst(level).first
        return next == nil || next == 0x20 || next == 0x09 ? level : nil
    }

    /// The text of an ATX heading without its marks.
    static func headingText(_ text: String) -> String {
        var body = text.drop { $0 == "#" }.drop { $0 == " " || $0 == "\t" }
        let withoutClosing = body.trimmingSuffix { $0 == "#" }
        if withoutClosing.isEmpty || withoutClosing.last == " " { body = withoutClosing }
        return String(body.trimmingSuffix { $0 == " " || $0 == "\t" })
    }

    /// The lines of tables: the first, the one of hyphens below it, and all up to a blank line
    /// (GitHub Flavored Markdown 0.29, section 4.10).
    static func tableLines(_ lines: [InputLine]) -> Set<Int> {
        var found: Set<Int> = []
        for index in lines.indices.dropFirst() where !found.contains(index) {
            let marks = lines[index].text.drop { $0 == ">" || $0 == " " }.unicodeScalars
            let isRule =
                marks.contains("-") && marks.contains("|")
                && marks.allSatisfy { "|:- \t".unicodeScalars.contains($0) }
            guard isRule, lines[index - 1].text.contains("|") else { continue }
            let end = lines[index...].firstIndex(where: \.isBlank) ?? lines.endIndex
            found.formUnion(index - 1..<end)
        }
        return found
    }

    /// Whether a text is Markdown by its signs: an ATX heading, a link, front matter.
    static func isLikely(_ lines: [Substring], fileExtension: String) -> Bool {
        if fileExtension == "md" || fileExtension == "markdown" { return true }
        return lines.contains { line in
            let start = line.drop { $0 == " " }
            guard line.utf8.count <= 100_000 else { return false }
            return start.hasPrefix("#") && headingLevel(String(start.prefix(100))) != nil
                && start.contains { $0 != "#" && $0 != " " } || holdsLink(start)
        }
    }

    private static func holdsLink(_ line: Substring) -> Bool {
        let bytes = Array(line.utf8)
        let pattern = Array("](http".utf8)
        guard bytes.count > pattern.count else { return false }
        return bytes.indices.dropLast(pattern.count).contains {
            bytes[$0] == pattern[0] && bytes[$0..<($0 + pattern.count)].elementsEqual(pattern)
        }
    }

    /// The text without emphasis, links and escapes, for front matter, whose values are plain.
    static func plain(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        guard scalars.contains(where: { "*_[`\\<".unicodeScalars.contains($0) }) else { return text }
        var result = String.UnicodeScalarView()
        var index = 0
        var linkEnd: Int?
        func isWord(_ position: Int) -> Bool {
            scalars.indices.contains(position) && isWordPart(scalars[position])
        }
        while index < scalars.count {
            let scalar = scalars[index]
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            if scalar == "\\", let next, next.isASCII, !isWordPart(next), next != " " {
                result.append(next)
                index += 2
                continue
            }
            if linkEnd == nil, scalar == "[", let close = closingBracket(scalars, from: index) {
                linkEnd = close
            } else if let close = linkEnd, index == close {
                linkEnd = nil
                while index < scalars.count, scalars[index] != ")" { index += 1 }
            } else if scalar == "*" && next != " " || scalar == "*" && index > 0 && scalars[index - 1] != " "
                || scalar == "_" && !(isWord(index - 1) && isWord(index + 1)) || scalar == "`"
            {
                // Emphasis and code marks go.
            } else {
                result.append(scalar)
            }
            index += 1
        }
        return String(result)
    }

    private static func closingBracket(_ scalars: [Unicode.Scalar], from open: Int) -> Int? {
        var index = open + 1
        while index + 1 < scalars.count, scalars[index] != "[" {
            if scalars[index] == "]" {
                return scalars[index + 1] == "(" && scalars[index...].contains(")") ? index : nil
            }
            index += 1
        }
        return nil
    }
}

extension Substring {
    /// The text without the characters at its end that satisfy a condition.
    func trimmingSuffix(while condition: (Character) -> Bool) -> Substring {
        var result = self
        while let last = result.last, condition(last) { result.removeLast() }
        return result
    }
}
