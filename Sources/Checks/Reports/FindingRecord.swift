internal import TextFiles
internal import UnicodeText

/// A finding as JSON.
public struct FindingRecord: Encodable, Sendable {
    /// A part of a text in UTF-16 code units.
    public struct Span: Encodable, Sendable {
        let start: Int
        let end: Int

        init(_ range: Range<Int>) {
            start = range.lowerBound
            end = range.upperBound
        }
    }

    let rule: String
    let severity: Severity
    let message: String
    let suggestion: String?
    let letter: String
    let locale: String
    let segment: Int?
    let place: String?
    let file: String?
    let line: Int?
    let column: Int?
    let source: String
    let target: String
    let sourceSpan: Span?
    let targetSpan: Span?

    /// A finding as JSON.
    public init(_ finding: Finding) {
        rule = finding.rule
        severity = finding.severity
        message = finding.message
        suggestion = finding.suggestion
        letter = finding.letter
        locale = finding.locale.identifier
        segment = finding.segment.map { $0 + 1 }
        place = finding.place
        file = finding.location.file
        line = finding.location.line
        column = finding.location.column
        source = finding.source
        target = finding.target
        sourceSpan = finding.sourceSpan.map(Span.init)
        targetSpan = finding.targetSpan.map(Span.init)
    }
}
