public import TextFiles
import UnicodeText

/// Makes the lines of a file of tab-separated values: nothing that ``TSVReader`` would not take.
///
/// A file of pairs whose first pair looks like a header row, as `so` and `to`, must be read with
/// ``TSVFormat/hasHeader`` false.
public struct TSVWriter: Sendable {
    /// The columns; nil for pairs of source and target without a header row.
    public let columns: [TSVColumn]?
    /// Whether tab, line ends and backslash are written as `\t`, `\n`, `\r` and `\\`; else text that
    /// holds a tab or a line end is refused.
    public let isEscaped: Bool

    /// A writer of pairs without a header row.
    public init(isEscaped: Bool) {
        columns = nil
        self.isEscaped = isEscaped
    }

    /// A writer of rows under a header row.
    /// - Throws: ``LathuError`` with code `usage` where the columns are no header: fewer than two locales,
    ///   or a column twice.
    public init(columns: [TSVColumn], isEscaped: Bool) throws(LathuError) {
        guard TSVColumn.header(columns.map(\.name)) == columns else {
            throw LathuError(
                .usage, "\(columns.map(\.name).joined(separator: ", ")) cannot be the columns of a TSV file",
                hint: "at least two locales, and nothing twice")
        }
        self.columns = columns
        self.isEscaped = isEscaped
    }

    /// The header row with its line end; empty for pairs.
    public var header: String { columns.map { $0.map(\.name).joined(separator: "\t") + "\n" } ?? "" }

    /// A row with its line end.
    /// - Parameter texts: one for each locale in the order of the columns, or source and target; empty ones
    ///   only where two others are not.
    /// - Parameter attributes: those that have no column are left out.
    /// - Throws: ``LathuError`` with code `invalidData` where the texts are not as said, or hold what cannot
    ///   be written without escapes.
    public func line(
        _ texts: [String], attributes: [TSVAttribute: String] = [:]
    ) throws(LathuError) -> String {
        let needed = columns.map { $0.count(where: \.isLocale) } ?? 2
        guard texts.count == needed else {
            throw LathuError(.invalidData, "a row of \(texts.count) texts where \(needed) are expected")
        }
        guard texts.count(where: { !$0.isEmpty }) >= 2 else {
            throw LathuError(.invalidData, "a row needs two texts that are not empty")
        }
        var cells: [String] = []
        var rest = texts[...]
        for column in columns ?? [] {
            switch column {
            case .locale: cells.append(try cell(rest.removeFirst()))
            case .attribute(let attribute): cells.append(try cell(attributes[attribute] ?? ""))
            }
        }
        for text in rest { cells.append(try cell(text)) }
        return cells.joined(separator: "\t") + "\n"
    }

    private func cell(_ text: String) throws(LathuError) -> String {
        if isEscaped { return TSVEscape.escape(text) }
        guard let bad = text.unicodeScalars.first(where: { $0 == "\t" || $0 == "\n" || $0 == "\r" }) else {
            return text
        }
        throw LathuError(
            .invalidData,
            "“\(String(text.prefix(40)))” holds a \(bad == "\t" ? "tab" : "line end"), which parts "
                + (bad == "\t" ? "columns" : "rows"),
            hint: "write the file with escapes")
    }
}
