public import TextFiles
internal import UnicodeText

/// Adds terms to a table of the long layout and leaves every other byte of it as it is.
public enum GlossaryTableEditing {
    /// The table with the terms of some concepts added: after the last row of the concept, or at the end where it has
    /// none yet.
    ///
    /// - Parameter additions: concepts with nothing but what is new, each with its id.
    /// - Returns: nil where the table lacks a column that is needed, or is not of the long layout: it must be written
    ///   anew then.
    /// - Throws: `LathuError` where the table is malformed.
    public static func inserting(
        _ additions: [GlossaryConcept], into source: TextSource
    ) throws(LathuError) -> String? {
        let reader = try CSVReader(source)
        var records: [CSVReader.Record] = []
        while let item = try reader.next() {
            guard case .record(let record) = item else { return nil }
            records.append(record)
        }
        guard let header = records.first else { return nil }
        let columns = GlossaryColumn.columns(header.cells.map(\.text)).columns
        guard let idColumn = columns.firstIndex(of: .name(.concept)), columns.contains(.name(.locale)),
            columns.contains(.name(.term))
        else { return nil }
        var lastRecords: [String: Int] = [:]
        for (number, record) in records.enumerated().dropFirst() where idColumn < record.cells.count {
            lastRecords[CSVFormula.restore(record.cells[idColumn].text).trimmed] = number
        }
        let lineEnd = source.text.utf8.contains(0x0D) ? "\r\n" : "\n"
        let csv = CSVWriter(
            separator: Character(Unicode.Scalar(reader.separator)), lineEnd: lineEnd)
        var inserted: [Int: String] = [:]
        for concept in additions {
            guard let id = concept.id else { return nil }
            var rows: [[GlossaryColumn.Name: String]] = []
            let leftOut = GlossaryTableWriter.rows(of: concept, id, &rows)
            var lines = ""
            for row in rows {
                guard leftOut == 0, row.keys.allSatisfy({ columns.contains(.name($0)) }) else { return nil }
                lines += csv.line(
                    columns.map { if case .name(let name) = $0 { row[name] ?? "" } else { "" } })
            }
            inserted[lastRecords[id] ?? records.count - 1, default: ""] += lines
        }
        return place(inserted, among: records, of: source, lineEnd)
    }

    /// Puts lines after records.
    private static func place(
        _ inserted: [Int: String], among records: [CSVReader.Record], of source: TextSource, _ lineEnd: String
    ) -> String {
        let lines = source.lines
        var text = ""
        var start = source.text.startIndex
        for (number, added) in inserted.sorted(by: { $0.key < $1.key }) {
            let isLast = number + 1 == records.count
            let end = isLast ? source.text.endIndex : lines[records[number + 1].line - 1].startIndex
            text += source.text[start..<end]
            if let last = text.utf8.last, last != 0x0A, last != 0x0D { text += lineEnd }
            text += added
            start = end
        }
        return text + source.text[start...]
    }
}
