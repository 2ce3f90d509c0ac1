internal import TextFiles
internal import UnicodeText
internal import Yams

/// `signatories:` of the front matter.
extension LetterReader {
    private static let signingKeys = [
        "file", "list", "order", "columns", "count", "countries", "limit", "until",
    ]

    /// Who signs: a list, the name of a CSV file, or a mapping with either and with how it is set.
    func readSignatories(_ yaml: inout YAMLMapping, into letter: inout Letter) throws(LathuError) {
        guard let value = yaml.value("signatories") else { return }
        guard let mapping = value.node.mapping else {
            letter.signatories = try signatories(value, &yaml, &letter)
            return
        }
        var people: YAMLMapping.Value?
        for (name, field) in yaml.fields("signatories", known: Self.signingKeys) {
            if name == "file" || name == "list" {
                people = field
            } else {
                setting(name, field, &yaml, &letter.signing)
            }
        }
        guard let people else {
            yaml.report(
                "“signatories” must be a list or the name of a CSV file", at: value.location,
                hint: mapping.isEmpty ? nil : "name it under “file:”, or list them under “list:”")
            return
        }
        letter.signatories = try signatories(people, &yaml, &letter)
        guard let until = letter.signing.closingDate else { return }
        for signatory in letter.signatories {
            guard let date = signatory.date, date > until else { continue }
            yaml.report(
                Diagnostic(
                    "signed on \(date), after \(until): left out", at: signatory.location, severity: .warning)
            )
        }
        letter.signatories.removeAll { signatory in signatory.date.map { $0 > until } ?? false }
    }

    private func setting(
        _ name: String, _ field: YAMLMapping.Value, _ yaml: inout YAMLMapping, _ signing: inout Signing
    ) {
        let text = YAMLMapping.text(of: field.node) ?? ""
        func wrong(_ hint: String) {
            yaml.report("“\(name)” cannot be “\(text)”", at: field.location, hint: hint)
        }
        func flag() -> Bool? {
            switch text {
            case "true", "yes": return true
            case "false", "no": return false
            default:
                wrong("write true or false")
                return nil
            }
        }
        func number(_ range: ClosedRange<Int>) -> Int? {
            if let number = Int(text), range.contains(number) { return number }
            wrong("write a number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        switch name {
        case "order":
            signing.order = Signing.Order(rawValue: text)
            if signing.order == nil { wrong("write given or sorted") }
        case "columns": signing.columns = number(1...6)
        case "count": signing.showsCount = flag()
        case "countries": signing.showsCountries = flag() ?? false
        case "limit": signing.limit = number(1...100_000)
        case "until":
            signing.closingDate = CalendarDate(iso: text)
            if signing.closingDate == nil { wrong("write year-month-day, such as 2017-11-07") }
        default: break
        }
    }

    private func signatories(
        _ value: YAMLMapping.Value, _ yaml: inout YAMLMapping, _ letter: inout Letter
    ) throws(LathuError) -> [Signatory] {
        if let sequence = value.node.sequence {
            var signatories: [Signatory] = []
            for node in sequence {
                if let signatory = signatory(node, &yaml) { signatories.append(signatory) }
            }
            return signatories
        }
        guard let name = YAMLMapping.text(of: value.node) else {
            yaml.report(
                "“signatories” must be a list or the name of a CSV file", at: value.location,
                hint: "begin every name with a hyphen")
            return []
        }
        if name.isEmpty { return [] }
        let file = try file(name, of: "signatories", besides: letter.path, at: value.location)
        letter.files.append(file)
        return try SignatoryFile.read(file)
    }

    /// An entry of a signatories list: a name, or `{name: …, vi: …, country: VN, link: …}`.
    private func signatory(_ node: Node, _ yaml: inout YAMLMapping) -> Signatory? {
        let location = yaml.location(of: node)
        if let name = YAMLMapping.text(of: node)?.onOneLine {
            if !name.isEmpty { return Signatory(MultilingualText(name), location: location) }
            yaml.report("a signatory has no name", at: location)
            return nil
        }
        var fields = SignatoryFields(location: location)
        for (key, value) in node.mapping ?? [:] {
            guard let key = key.scalar?.string, let text = YAMLMapping.text(of: value)?.onOneLine else {
                yaml.report("the names of a signatory must be text", at: yaml.location(of: value))
                continue
            }
            if !fields.set(key, text, at: yaml.location(of: value)) {
                yaml.report("“\(key)” is neither “name” nor a language", at: yaml.location(of: value))
            }
        }
        let signatory = fields.signatory()
        for problem in fields.problems { yaml.report(problem) }
        return signatory
    }
}
