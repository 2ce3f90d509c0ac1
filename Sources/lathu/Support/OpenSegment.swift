internal import Letters
internal import Segmentation
internal import TextFiles

/// A segment that is not ready, for reports: where its translation stands, or else the segment itself.
struct OpenSegment: Encodable {
    let state: String
    let location: String
    let source: String
    let problems: [String]

    init(_ segment: LetterSegment, _ translation: SegmentTranslation?, of letter: Letter) {
        state = (translation?.state ?? .missing).rawValue
        location = "\(translation?.location ?? SourceLocation(file: letter.path, line: segment.line))"
        source = segment.source.coded
        problems = translation?.problems ?? []
    }

    init(_ finding: BuildReport.Finding) {
        state = finding.state
        location = "\(finding.location)"
        source = finding.source
        problems = finding.problems
    }

    /// Place, state and problems on one line.
    var summary: String {
        let details = problems.isEmpty ? "" : " (\(problems.joined(separator: "; ")))"
        return "\(location): \(state)\(details)"
    }
}
