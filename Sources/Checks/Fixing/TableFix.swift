internal import Interchange
internal import Segmentation
internal import TextFiles
internal import UnicodeText

/// Mends the translations of a TSV table cell by cell; every other byte stays, line ends and a byte order mark included.
struct TableFix {
    /// The fixes of the table's languages.
    let fixes: [LocaleID: TextFix]
    /// The language of the sources.
    let source: LocaleID?

    /// - Throws: `LathuError` where the file cannot be read.
    func fixed(_ path: String) throws(LathuError) -> FileFix.Result {
        let columns = try TSVReader(path: path).header
        let bytes = try FileReading.bytes(of: path)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var entries: [FileFix.Entry] = []
        var start = bytes.startIndex
        var line = 0
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
            line += 1
            // A carriage return belongs to the line's end.
            var last = end
            if last > start, bytes[last - 1] == 0x0D { last -= 1 }
            let row = bytes[start..<last]
            if line == 1, columns != nil {
                result += row
            } else {
                var changes: [TextFix.Change] = []
                result += mended(row, columns, &changes)
                if !changes.isEmpty {
                    entries.append(
                        FileFix.Entry(
                            location: SourceLocation(file: path, line: line, column: 1), changes: changes))
                }
            }
            result += bytes[last..<min(bytes.endIndex, end + 1)]
            start = min(bytes.endIndex, end + 1)
        }
        return FileFix.Result(entries: entries, bytes: result)
    }

    private func mended(
        _ row: ArraySlice<UInt8>, _ columns: [TSVColumn]?, _ changes: inout [TextFix.Change]
    ) -> [UInt8] {
        var cells = row.split(separator: 0x09, omittingEmptySubsequences: false).map { Array($0) }
        // What is no row is not mended: checking tells of it.
        guard cells.count == columns?.count ?? 2 else { return Array(row) }
        let texts = cells.map { String(validating: $0, as: UTF8.self) }
        guard let original = texts[number(of: source, columns) ?? 0] else { return Array(row) }
        for (locale, fix) in fixes {
            guard let place = number(of: locale, columns) ?? (columns == nil ? 1 : nil),
                let text = texts[place],
                !text.isEmpty
            else { continue }
            let result = fix.fixed(text, source: original)
            // A tab or a line end in a cell would make two cells of it.
            guard !result.changes.isEmpty, !result.text.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A })
            else {
                continue
            }
            changes += result.changes
            cells[place] = Array(result.text.utf8)
        }
        return Array(cells.joined(separator: [0x09]))
    }

    private func number(of locale: LocaleID?, _ columns: [TSVColumn]?) -> Int? {
        guard let locale else { return nil }
        return columns?.firstIndex { $0 == .locale(locale) }
    }
}
