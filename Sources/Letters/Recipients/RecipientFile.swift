internal import Interchange
public import TextFiles
internal import UnicodeText
internal import Yams

/// Reads recipients: a CSV file whose first row names the fields, or a YAML file that is a list of mappings.
///
/// The fields are those of ``Recipient``: `id`, `name`, `office`, `gender`, `honorific`, `form_of_address`,
/// `salutation`, `language` (one or more), `postal_address` (lines, or parts between semicolons), `email` and `country`; `name.vi`
/// and the like hold what a field is in another language. Any other field is kept as a value for placeholders.
public enum RecipientFile {
    /// The recipients of a file, in its order.
    /// - Throws: `LathuError` with everything that is wrong: no name, two of one id, a malformed address, language,
    ///   country or gender, each by line.
    public static func read(_ path: String) throws(LathuError) -> [Recipient] {
        try read(FileReading.text(of: path, limit: CSVTable.lengthLimit))
    }

    /// The same from text; what its name ends in decides how it is read.
    public static func read(_ source: TextSource) throws(LathuError) -> [Recipient] {
        switch FilePath.fileExtension(of: source.file ?? "") {
        case "yaml", "yml":
            return try YAMLMapping.list(source.text, file: source.file) { node, yaml in
                var fields = RecipientFields()
                return recipients(node.sequence.map { Array($0) } ?? [], &yaml, &fields)
            }
        default: return try table(source)
        }
    }

    private static func table(_ source: TextSource) throws(LathuError) -> [Recipient] {
        let table = try CSVTable(source)
        var fields = RecipientFields()
        let head = SourceLocation(file: source.file, line: 1)
        guard table.header.contains(where: { RecipientFields.split($0) == ("name", nil) }) else {
            throw LathuError(
                .invalidData, "has no column “name”", at: head,
                hint: "the first row names the columns: \(RecipientFields.known.joined(separator: ", "))")
        }
        var recipients: [Recipient] = []
        for row in table.rows {
            let location = SourceLocation(file: source.file, line: row.line)
            let cells = zip(table.header, row.cells).enumerated().map { index, field in
                let place = index < row.places.count ? row.places[index] : nil
                return RecipientFields.Field(
                    name: field.0, text: field.1.nfc.trimmed,
                    location: place.map {
                        SourceLocation(file: source.file, line: $0.line, column: $0.column)
                    } ?? location)
            }
            if let recipient = fields.recipient(cells.filter { !$0.name.trimmed.isEmpty }, at: location) {
                recipients.append(recipient)
            }
        }
        if !fields.problems.isEmpty { throw LathuError(.invalidData, fields.problems) }
        return recipients
    }

    /// The recipients of a YAML list.
    static func recipients(
        _ nodes: [Node], _ yaml: inout YAMLMapping, _ fields: inout RecipientFields
    ) -> [Recipient] {
        var recipients: [Recipient] = []
        for node in nodes {
            guard let mapping = node.mapping else {
                yaml.report(
                    "a recipient must be “key: value” lines", at: yaml.location(of: node),
                    hint: "begin with a hyphen and “name:”")
                continue
            }
            if let recipient = recipient(mapping, at: yaml.location(of: node), &yaml, &fields) {
                recipients.append(recipient)
            }
        }
        for problem in fields.takeProblems() { yaml.report(problem) }
        return recipients
    }

    /// A recipient from a mapping; a list in it is lines.
    static func recipient(
        _ mapping: Node.Mapping, at location: SourceLocation, _ yaml: inout YAMLMapping,
        _ fields: inout RecipientFields
    ) -> Recipient? {
        var given: [RecipientFields.Field] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else {
                yaml.report("a key must be plain text", at: yaml.location(of: key))
                continue
            }
            let lines =
                value.sequence.map { $0.map { YAMLMapping.text(of: $0) } } ?? [YAMLMapping.text(of: value)]
            let texts = lines.compactMap(\.self)
            if texts.count < lines.count {
                yaml.report("“\(name)” must be text", at: yaml.location(of: value))
                continue
            }
            given.append(
                .init(name: name, text: texts.joined(separator: "\n"), location: yaml.location(of: value)))
        }
        return fields.recipient(given, at: location)
    }
}
