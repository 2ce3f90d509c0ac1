internal import TextFiles
internal import UnicodeText
internal import Yams

/// `recipients:` of the front matter.
extension LetterReader {
    /// The files in which a recipient is looked for that is named by id alone.
    private static let usualFiles = ["recipients.csv", "recipients.yaml", "recipients.yml"]

    /// The recipients: a file, or a list of files, ids of recipients in the usual file, and mappings.
    func recipients(
        _ yaml: inout YAMLMapping, path: String, _ files: inout [String]
    ) throws(LathuError) -> [Recipient] {
        guard let value = yaml.value("recipients") else { return [] }
        var recipients: [Recipient] = []
        var fields = RecipientFields()
        var usual: [Recipient]?
        for node in value.node.sequence.map({ Array($0) }) ?? [value.node] {
            let location = yaml.location(of: node)
            if node.mapping != nil {
                recipients += RecipientFile.recipients([node], &yaml, &fields)
                continue
            }
            guard let name = YAMLMapping.text(of: node) else {
                yaml.report("a recipient must be a file, an id or “name: …” lines", at: location)
                continue
            }
            if name.isEmpty { continue }
            if ["csv", "yaml", "yml"].contains(FilePath.fileExtension(of: name)) {
                let file = try file(name, of: "recipients", besides: path, at: location)
                files.append(file)
                recipients += try RecipientFile.read(file)
                continue
            }
            if usual == nil { usual = try readUsual(path: path, at: location, &files) }
            if let recipient = usual?.first(where: { $0.id == name }) {
                recipients.append(recipient)
            } else {
                yaml.report(
                    "there is no recipient “\(name)”", at: location,
                    hint: "write the name of a CSV or YAML file, or an id from \(Self.usualFiles[0])")
            }
        }
        var places: [String: SourceLocation] = [:]
        for recipient in recipients {
            let place = recipient.location ?? value.location
            if let other = places.updateValue(place, forKey: recipient.id.lowercased()) {
                yaml.report(
                    "the id “\(recipient.id)” is that of the recipient at \(other) too", at: place,
                    hint: "name every recipient once")
            }
        }
        return recipients
    }

    private func readUsual(
        path: String, at location: SourceLocation, _ files: inout [String]
    ) throws(LathuError) -> [Recipient] {
        for name in Self.usualFiles {
            guard let file = try? file(name, of: "recipients", besides: path, at: location) else { continue }
            files.append(file)
            return try RecipientFile.read(file)
        }
        return []
    }
}
