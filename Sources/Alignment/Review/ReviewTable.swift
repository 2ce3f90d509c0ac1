internal import Interchange
public import TextFiles
internal import UnicodeText

/// A review as tab-separated values, a pair a row, for spreadsheets and editors.
///
/// Columns: the decision, the confidence, source and target under the tags of their languages, the files. Segments of one
/// cell are parted by `\n`; tabs, line ends and backslashes are `\t`, `\n`, `\r`, `\\`. Decisions: `accept`, `reject`,
/// `merge` (one pair with the row above), `split` (as many pairs as there are segments on either side), or nothing, and
/// then the confidence decides. Rows may be added, removed, and their texts corrected.
public enum ReviewTable {
    private static let decisionColumn = "decision"
    private static let confidenceColumn = "confidence"
    private static let filesColumns = ["source file", "target file"]

    /// The table of a review, with its header row.
    public static func write(_ review: AlignmentReview) -> String {
        var lines = [
            ([decisionColumn, confidenceColumn, review.from, review.to] + filesColumns).joined(
                separator: "\t")
        ]
        for document in review.documents {
            for pair in document.pairs {
                let cells = [
                    pair.decision?.rawValue ?? "", pair.confidence.threeDecimals, cell(pair.source),
                    cell(pair.target), TSVEscape.escape(document.source), TSVEscape.escape(document.target),
                ]
                lines.append(cells.joined(separator: "\t"))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func cell(_ segments: [String]) -> String {
        TSVEscape.escape(segments.joined(separator: "\n"))
    }

    /// Reads a table back.
    /// - Throws: `LathuError` with everything that is wrong with it, by line.
    public static func read(_ source: TextSource, minimum: Double) throws(LathuError) -> AlignmentReview {
        var rows = source.lines.enumerated().filter { !$0.element.isEmpty }
            .map {
                (
                    line: $0.offset + 1,
                    cells: $0.element.split(separator: "\t", omittingEmptySubsequences: false)
                        .map(String.init)
                )
            }
        guard let header = rows.first?.cells, header.count >= 4, header[0] == decisionColumn,
            header[1] == confidenceColumn, (try? LocaleID(header[2])) != nil,
            (try? LocaleID(header[3])) != nil
        else {
            throw LathuError(
                .invalidData,
                "is no reviewed alignment: the first row must be “decision”, “confidence”, two locales",
                at: SourceLocation(file: source.file, line: 1),
                hint: "“lathu align SOURCE TARGET --output review.tsv” writes one")
        }
        rows.removeFirst()
        var reader = Reader(
            review: AlignmentReview(from: header[2], to: header[3], minimum: minimum, documents: []),
            file: source.file)
        for row in rows { reader.add(row.cells, line: row.line) }
        if !reader.problems.isEmpty { throw LathuError(.invalidData, reader.problems) }
        return reader.review
    }

    private struct Reader {
        var review: AlignmentReview
        let file: String?
        var problems: [Diagnostic] = []

        mutating func add(_ cells: [String], line: Int) {
            func report(_ message: String, _ hint: String? = nil) {
                problems.append(
                    Diagnostic(message, at: SourceLocation(file: file, line: line), hint: hint))
            }
            guard cells.count >= 4 else {
                return report("\(cells.count) columns where at least 4 are expected")
            }
            var texts: [String] = []
            for cell in cells[2...] {
                switch TSVEscape.resolve(cell) {
                case .success(let text): texts.append(text)
                case .failure(let unknown):
                    return report("“\(unknown.text)” is no escape", "write a backslash as \\\\")
                }
            }
            let confidenceText = cells[1].trimmed
            guard let confidence = confidenceText.isEmpty ? 0 : Double(confidenceText),
                (0...1).contains(confidence)
            else { return report("“\(cells[1])” is no confidence", "write a number from 0 to 1") }
            var pair = AlignmentReview.Pair(
                source: ReviewTable.segments(texts[0]), target: ReviewTable.segments(texts[1]),
                confidence: confidence)
            let files = (texts.count > 2 ? texts[2] : "", texts.count > 3 ? texts[3] : "")
            switch cells[0].trimmed.lowercased() {
            case "": break
            case "accept", "yes": pair.decision = .accept
            case "reject", "no": pair.decision = .reject
            case "merge":
                guard let last = review.documents.indices.last, isCurrent(files),
                    let before = review.documents[last].pairs.indices.last
                else { return report("there is no row above to merge with") }
                review.documents[last].pairs[before].source += pair.source
                review.documents[last].pairs[before].target += pair.target
                if review.documents[last].pairs[before].decision == nil {
                    review.documents[last].pairs[before].decision = .accept
                }
                return
            case "split":
                guard pair.source.count == pair.target.count, pair.source.count > 1 else {
                    return report(
                        "cannot be split: \(pair.source.count) segments on one side, \(pair.target.count) on the other",
                        "part the segments of both cells by \\n, as many on either side, or write rows of their own"
                    )
                }
                for (source, target) in zip(pair.source, pair.target) {
                    append(
                        .init(
                            source: [source], target: [target], confidence: confidence, decision: .accept),
                        files)
                }
                return
            default:
                return report(
                    "“\(cells[0])” is no decision", "write accept, reject, merge, split or nothing")
            }
            append(pair, files)
        }

        private func isCurrent(_ files: (String, String)) -> Bool {
            review.documents.last.map { $0.source == files.0 && $0.target == files.1 } ?? false
        }

        private mutating func append(_ pair: AlignmentReview.Pair, _ files: (String, String)) {
            if !isCurrent(files) {
                review.documents.append(.init(source: files.0, target: files.1, pairs: []))
            }
            review.documents[review.documents.count - 1].pairs.append(pair)
        }
    }

    private static func segments(_ text: String) -> [String] {
        text.split(separator: "\n").map { String($0).trimmed.nfc }.filter { !$0.isEmpty }
    }
}
