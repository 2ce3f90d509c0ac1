internal import Checks
internal import TextFiles
internal import UnicodeText

/// Findings as text: grouped by letter and segment, the segment shown, the span underlined, the suggestion after it.
struct FindingText {
    let width: Int
    let style: Style

    func print(_ findings: [Finding], _ letters: [CheckedLetter]) {
        for letter in letters {
            let own = findings.filter { $0.letter == letter.name && $0.locale == letter.target }
            guard !own.isEmpty else { continue }
            Console.print(style.bold("\(letter.name) (\(letter.target))"))
            var segment: Int?
            var isFirst = true
            for finding in own {
                if isFirst || finding.segment != segment || finding.segment == nil { show(finding) }
                isFirst = false
                segment = finding.segment
                tell(finding)
            }
            Console.print()
        }
        Console.print(summary(findings, letters))
    }

    private func show(_ finding: Finding) {
        let place = finding.place.map { " (\($0))" } ?? ""
        Console.print()
        if finding.location.file != nil || finding.location.line != nil {
            Console.print(style.dim("\(finding.location)\(place)"))
        }
        if !finding.source.isEmpty {
            for line in lines(finding.source, nil).map(\.text) { Console.print(style.dim("  " + line)) }
        }
    }

    private func tell(_ finding: Finding) {
        // A span of the whole text need not be underlined.
        let isWhole = finding.targetSpan.map { $0.count >= finding.target.utf16.count } ?? true
        let usesSource = finding.targetSpan == nil && finding.sourceSpan != nil && !finding.target.isEmpty
        let text = usesSource ? finding.source : finding.target
        let span = usesSource ? finding.sourceSpan : isWhole ? nil : finding.targetSpan
        for line in lines(text, span) {
            Console.print("  " + line.text)
            if let underline = line.underline { Console.print("  " + coloured(underline, finding.severity)) }
        }
        let head = coloured(finding.severity.rawValue, finding.severity)
        let message = "\(finding.message) [\(finding.rule)]".wrapped(
            to: width - 4 - finding.severity.rawValue.count, indent: 0)
        let parts = message.split(separator: "\n")
        Console.print("  \(head): \(parts.first ?? "")")
        for part in parts.dropFirst() { Console.print("    \(part)") }
        if let suggestion = finding.suggestion {
            for (number, line) in "→ \(suggestion)".wrapped(to: width - 4, indent: 0).split(separator: "\n")
                .enumerated()
            {
                Console.print((number == 0 ? "    " : "      ") + line)
            }
        }
    }

    private func coloured(_ text: String, _ severity: Severity) -> String {
        switch severity {
        case .error: style.red(text)
        case .warning: style.yellow(text)
        case .info: style.green(text)
        }
    }

    /// A text on lines that fit, each with what underlines its part of the span.
    private func lines(_ text: String, _ span: Range<Int>?) -> [(text: String, underline: String?)] {
        let limit = max(20, width - 2)
        var lines: [(text: String, underline: String?)] = []
        var line = ""
        var marks = ""
        var used = 0
        var offset = 0
        /// Where the line could be broken: after a space.
        var lastSpace: (text: String, marks: String)?
        func finish() {
            let trimmed = String(marks.reversed().drop { $0 == " " }.reversed())
            lines.append((line, trimmed.isEmpty ? nil : trimmed))
        }
        for character in text {
            let size = character.utf16.count
            let isLineEnd = character.isNewline
            let shown = isLineEnd ? "⏎" : character == "\t" ? " " : String(character)
            let columns = max(0, shown.displayWidth)
            if used + columns > limit {
                if let space = lastSpace {
                    let rest = (line.dropFirst(space.text.count), marks.dropFirst(space.marks.count))
                    (line, marks) = space
                    finish()
                    (line, marks) = (String(rest.0), String(rest.1))
                } else {
                    finish()
                    (line, marks) = ("", "")
                }
                used = line.displayWidth
                lastSpace = nil
            }
            let isMarked =
                span.map { $0.overlaps(offset..<offset + size) || $0.isEmpty && $0.lowerBound == offset }
                ?? false
            line += shown
            marks += String(repeating: isMarked ? "^" : " ", count: columns)
            used += columns
            offset += size
            if character == " " { lastSpace = (line, marks) }
        }
        finish()
        return lines
    }

    private func summary(_ findings: [Finding], _ letters: [CheckedLetter]) -> String {
        let segments = letters.reduce(0) { $0 + $1.pairs.count }
        func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
        let counts = Severity.allCases.reversed().map { severity in
            count(
                findings.count { $0.severity == severity }, severity == .info ? "remark" : severity.rawValue)
        }
        let place = "in \(count(segments, "segment")) of \(count(letters.count, "letter"))"
        return findings.isEmpty
            ? "Nothing to report \(place)." : "\(counts.joined(separator: ", ")) \(place)."
    }
}
