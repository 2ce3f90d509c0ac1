internal import TextFiles
internal import UnicodeText

/// Makes recipients from named fields, as rows of a table and mappings of YAML have them.
///
/// Names are read without regard to case, and spaces, hyphens and underscores in them are the same. A field in
/// another language has its tag behind a full stop: `office.vi`.
struct RecipientFields {
    /// A field with the place where it stands.
    struct Field {
        let name: String
        let text: String
        let location: SourceLocation
    }

    /// The names of fields that mean something to the program.
    static let known = [
        "id", "name", "office", "gender", "honorific", "form_of_address", "salutation", "language",
        "postal_address", "email", "country",
    ]
    private(set) var problems: [Diagnostic] = []
    private var ids: [String: SourceLocation] = [:]

    /// The name of a field in the form that ``known`` has; its language beside it.
    static func split(_ title: String) -> (name: String, locale: String?) {
        let parts = title.trimmed.split(separator: ".", maxSplits: 1)
        let name = (parts.first ?? "").lowercased()
            .split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: "_")
        let isMail = name == "e_mail"
        return (isMail ? "email" : name, parts.count > 1 ? String(parts[1]) : nil)
    }

    /// A recipient from its fields; nil, and a problem more, where something is wrong with them.
    mutating func recipient(_ fields: [Field], at location: SourceLocation) -> Recipient? {
        let before = problems.count
        var texts: [String: (text: String, location: SourceLocation)] = [:]
        var translations: [String: [LocaleID: String]] = [:]
        for field in fields where !field.text.isEmpty {
            let (name, tag) = Self.split(field.name)
            guard let tag else {
                if texts.updateValue((field.text, field.location), forKey: name) != nil {
                    report("“\(name)” stands twice", at: field.location, hint: "keep one of the two")
                }
                continue
            }
            do {
                let locale = try LocaleID(tag)
                translations[name, default: [:]][locale] = field.text.onOneLine
            } catch {
                report("\(error)", at: field.location)
            }
        }
        func multilingual(_ name: String) -> MultilingualText? {
            texts[name].map { MultilingualText($0.text.onOneLine, translations: translations[name] ?? [:]) }
        }
        for name in translations.keys.sorted() where texts[name] == nil && name != "name" {
            report(
                "the recipient has “\(name)” in another language only", at: location,
                hint: "fill in “\(name)” as well: it is what other languages fall back to")
        }
        guard let name = multilingual("name") else {
            let cell = fields.first { Self.split($0.name) == ("name", nil) }
            report("a recipient has no name", at: cell?.location ?? location, hint: "fill in “name”")
            return nil
        }
        let id = texts["id"]?.text ?? LetterAssembly.folderName(name.text)
        check(id: id, at: texts["id"]?.location ?? location)
        var values: [String: MultilingualText] = [:]
        for key in texts.keys where !Self.known.contains(key) { values[key] = multilingual(key) }
        let recipient = Recipient(
            id: id, name: name, office: multilingual("office"), honorific: multilingual("honorific"),
            formOfAddress: multilingual("form_of_address"), salutation: multilingual("salutation"),
            gender: gender(texts["gender"]),
            languages: languages(texts["language"]), postalAddress: Self.lines(texts["postal_address"]?.text),
            email: email(texts["email"]), country: country(texts["country"]), values: values,
            location: location)
        return problems.count == before ? recipient : nil
    }

    /// The problems so far, which are then forgotten.
    mutating func takeProblems() -> [Diagnostic] {
        defer { problems = [] }
        return problems
    }

    private mutating func report(_ message: String, at location: SourceLocation, hint: String? = nil) {
        problems.append(Diagnostic(message, at: location, hint: hint))
    }

    /// Some file systems take two names that differ by case for one.
    private mutating func check(id: String, at location: SourceLocation) {
        if !Letter.isValid(id: id) {
            report(
                "the id “\(id)” cannot be a folder name", at: location,
                hint: "use letters a to z, digits, hyphens and dots, such as viet-nam")
        } else if let other = ids.updateValue(location, forKey: id.lowercased()) {
            report(
                "the id “\(id)” is that of the recipient at \(other) too", at: location,
                hint: "give every recipient an id of its own")
        }
    }

    private mutating func gender(_ field: (text: String, location: SourceLocation)?) -> Recipient.Gender? {
        guard let field else { return nil }
        if let gender = Recipient.Gender(rawValue: field.text.lowercased()) { return gender }
        report(
            "“\(field.text)” is no gender that forms of address know", at: field.location,
            hint: "write female, male or other, or leave it empty")
        return nil
    }

    private mutating func languages(_ field: (text: String, location: SourceLocation)?) -> [LocaleID] {
        var locales: [LocaleID] = []
        for tag in (field?.text ?? "").split(whereSeparator: { $0.isWhitespace || ",;".contains($0) }) {
            do {
                let locale = try LocaleID(String(tag))
                if !locales.contains(locale) { locales.append(locale) }
            } catch {
                if let field { report("\(error)", at: field.location) }
            }
        }
        return locales
    }

    private static func lines(_ text: String?) -> [String] {
        (text ?? "").split { $0.isNewline || $0 == ";" }.map { String($0).onOneLine }.filter { !$0.isEmpty }
    }

    private mutating func email(_ field: (text: String, location: SourceLocation)?) -> String? {
        guard let field else { return nil }
        if MailAddress(name: nil, address: field.text) != nil { return field.text }
        report(
            "“\(field.text)” is no e-mail address", at: field.location,
            hint: "write the address alone, such as office@example.org; the name has a field of its own")
        return nil
    }

    private mutating func country(_ field: (text: String, location: SourceLocation)?) -> String? {
        guard let field else { return nil }
        if let region = Region(field.text) { return region.code }
        report(
            "“\(field.text)” is no country code", at: field.location,
            hint: "write two letters of ISO 3166, such as VN")
        return nil
    }
}
