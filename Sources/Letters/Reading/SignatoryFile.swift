internal import Interchange
internal import TextFiles
internal import UnicodeText

/// Reads signatories from a CSV file: a column `name`, a column for every language in which some have another name,
/// and `country`, `link`, `anonymous` and `date` where they are known. Other columns are the organisation's own affair.
enum SignatoryFile {
    static func read(_ path: String) throws(LathuError) -> [Signatory] {
        let table = try CSVTable(FileReading.text(of: path, limit: CSVTable.lengthLimit))
        guard table.header.contains(where: { $0.trimmed.lowercased() == "name" }) else {
            throw LathuError(
                .invalidData, "has no column “name”", at: SourceLocation(file: path, line: 1),
                hint:
                    "the first row names the columns: \(SignatoryFields.known.joined(separator: ", ")), and "
                    + "languages such as vi")
        }
        var problems: [Diagnostic] = []
        var seen: Set<String> = []
        for title in table.header {
            let title = title.trimmed.lowercased()
            guard
                let name = SignatoryFields.known.first(where: { $0 == title })
                    ?? (try? LocaleID(title))?.identifier
            else { continue }
            if !seen.insert(name).inserted {
                problems.append(
                    Diagnostic("has two columns “\(name)”", at: SourceLocation(file: path, line: 1)))
            }
        }
        var signatories: [Signatory] = []
        for row in table.rows {
            let location = SourceLocation(file: path, line: row.line)
            var fields = SignatoryFields(location: location)
            for (title, cell) in zip(table.header, row.cells) { _ = fields.set(title, cell, at: location) }
            if let signatory = fields.signatory() { signatories.append(signatory) }
            problems += fields.problems
        }
        if !problems.isEmpty { throw LathuError(.invalidData, problems) }
        return signatories
    }
}
