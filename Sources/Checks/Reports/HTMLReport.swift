internal import Mustache
internal import Resources
internal import TextFiles
internal import UnicodeText
internal import XMLText

/// Findings as one self-contained page: it asks nothing of anywhere, shows all findings without scripts, and filters
/// them with the script it carries.
public struct HTMLReport {
    private let findings: [Finding]
    private let letters: [(name: String, locale: LocaleID, segments: Int)]

    /// A page.
    /// - Parameter letters: the letters that were checked, those without findings among them.
    public init(_ findings: [Finding], letters: [CheckedLetter]) {
        self.findings = findings
        self.letters = letters.map { ($0.name, $0.target, $0.pairs.count) }
    }

    /// The page.
    /// - Throws: `LathuError` where the program lacks its template.
    public func page() throws -> String {
        let template = try MustacheTemplate(string: Resources.template("checks.html.mustache"))
        return template.render(
            [
                "style": try Resources.template("checks.css"),
                "script": try Resources.template("checks.js"),
                "summary": summary,
                "severities": Severity.allCases.reversed().map { severity -> [String: Any] in
                    ["id": severity.rawValue, "count": findings.count { $0.severity == severity }]
                },
                "rules": RuleRegistry.infos.filter { info in findings.contains { $0.rule == info.id } }
                    .map { info -> [String: Any] in
                        ["id": info.id, "title": info.title, "count": findings.count { $0.rule == info.id }]
                    },
                "letters": letters.map(section),
            ] as [String: Any])
    }

    private var summary: String {
        let segments = letters.reduce(0) { $0 + $1.segments }
        func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
        return
            "\(count(findings.count, "finding")) in \(count(segments, "segment")) of \(count(letters.count, "letter"))"
    }

    private func section(_ letter: (name: String, locale: LocaleID, segments: Int)) -> [String: Any] {
        let own = findings.filter { $0.letter == letter.name && $0.locale == letter.locale }
        var groups: [[Finding]] = []
        for finding in own {
            if let last = groups.last?.last, last.segment == finding.segment {
                groups[groups.count - 1].append(finding)
            } else {
                groups.append([finding])
            }
        }
        return [
            "name": letter.name, "locale": letter.locale.identifier,
            "language": letter.locale.displayName(in: .english),
            "direction": letter.locale.isRightToLeft ? "rtl" : "ltr",
            "count": own.count, "isClean": own.isEmpty, "segments": groups.map { segment($0, letter.locale) },
        ]
    }

    private func segment(_ findings: [Finding], _ locale: LocaleID) -> [String: Any] {
        let first = findings[0]
        return [
            "location": first.location.file == nil ? "" : "\(first.location)",
            "place": first.place ?? "", "hasText": !first.source.isEmpty, "locale": locale.identifier,
            "direction": locale.isRightToLeft ? "rtl" : "ltr",
            "source": Self.marked(first.source, findings.compactMap(\.sourceSpan)),
            "target": Self.marked(first.target, findings.compactMap(\.targetSpan)),
            "findings": findings.map { finding -> [String: Any] in
                [
                    "rule": finding.rule, "severity": finding.severity.rawValue, "message": finding.message,
                    "hasSuggestion": finding.suggestion != nil, "suggestion": finding.suggestion ?? "",
                ]
            },
        ]
    }

    /// A text as HTML, the spans within `mark`; a span of the whole text marks nothing.
    static func marked(_ text: String, _ spans: [Range<Int>]) -> String {
        let units = Array(text.utf16)
        var isMarked = [Bool](repeating: false, count: units.count)
        for span in spans where span.count < units.count {
            for place in span.clamped(to: 0..<units.count) { isMarked[place] = true }
        }
        var html = ""
        var place = 0
        while place < units.count {
            var end = place + 1
            while end < units.count, isMarked[end] == isMarked[place] { end += 1 }
            let part = MarkupText.escaped(String(decoding: units[place..<end], as: UTF16.self))
            html += isMarked[place] ? "<mark>\(part)</mark>" : part
            place = end
        }
        return html
    }
}
