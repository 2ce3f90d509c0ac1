internal import Interchange
internal import TextFiles
internal import UnicodeText

/// Reads signatories from a CSV file: a column `name`, and a column for every language in which some
/// have another name. Other columns are the organisation's own affair.
enum SignatoryFile {
    static func read(_ path: String) throws(LathuError) -> [Signatory] {
        let table = try CSVTable(FileReading.text(of: path))
        guard let nameColumn = table.header.firstIndex(where: { $0.trimmed.lowercased() == "name" }) else {
            throw LathuError(
                .invalidData, "has no column “name”", at: SourceLocation(file: path, line: 1),
                hint: "the first row names the columns: name, and languages such as vi")
        }
        var locales: [(column: Int, locale: LocaleID)] = []
        var problems: [Diagnostic] = []
        for (column, title) in table.header.enumerated() where column != nameColumn {
            guard let locale = try? LocaleID(title.trimmed) else { continue }
            if locales.contains(where: { $0.locale == locale }) {
                problems.append(
                    Diagnostic("has two columns “\(locale)”", at: SourceLocation(file: path, line: 1)))
            }
            locales.append((column, locale))
        }
        var signatories: [Signatory] = []
        for row in table.rows {
            let name = row.cells[nameColumn].nfc.onOneLine
            if name.isEmpty {
                problems.append(
                    Diagnostic("a signatory has no name", at: SourceLocation(file: path, line: row.line)))
                continue
            }
            var names: [LocaleID: String] = [:]
            for (column, locale) in locales {
                let text = row.cells[column].nfc.onOneLine
                if !text.isEmpty { names[locale] = text }
            }
            signatories.append(Signatory(name: name, names: names))
        }
        if !problems.isEmpty { throw LathuError(.invalidData, problems) }
        return signatories
    }
}
