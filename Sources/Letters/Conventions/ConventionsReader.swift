internal import Resources
internal import TextFiles
internal import UnicodeText
internal import Yams

/// Reads one `conventions.yaml` over conventions that more general files have left.
struct ConventionsReader {
    /// The keys of the file.
    static let keys = [
        "date", "dateline", "datelineAlone", "recipient", "salutation", "closing", "subject", "quotes",
        "list",
        "signatories", "direction", "page", "fonts", "labels",
    ]
    private static let recipientNames = LetterMessages.ofRecipients.union(["postal_address", "email"])

    private var yaml: YAMLMapping
    private let source: TextSource
    private let locale: LocaleID
    private let fileLocale: LocaleID
    private var check: MessageCheck?

    /// A reader of a file for a locale, which may be one of another region or none of this language.
    init(_ source: TextSource, locale: LocaleID) throws(LathuError) {
        self.source = source
        self.locale = locale
        fileLocale = LocaleID.named(inPath: source.file ?? "") ?? locale
        yaml = try YAMLMapping(source.text, file: source.file)
        yaml.unknownKeys = .error
        yaml.reportUnknownKeys(besides: Self.keys)
    }

    /// The bytes of one of the program's own files.
    static func resource(_ path: String) -> [UInt8]? { Resources.bytes(at: path) }

    /// Takes over what the file says.
    /// - Throws: `LathuError` with everything that is wrong, by line and column.
    mutating func read(into conventions: inout Conventions) throws(LathuError) {
        // Words of another language are better than none; how it writes dates is not.
        let isOwn = fileLocale.sharesLanguage(with: locale)
        let date = datePattern()
        if isOwn, let date { conventions.datePattern = date }
        if let text = template("dateline", ["{place}", "{date}"]) { conventions.dateline = text }
        if let text = template("datelineAlone", ["{date}"]) { conventions.datelineAlone = text }
        if let text = choice("direction", yaml.text("direction"), ["ltr", "rtl"]), isOwn {
            conventions.direction = text
        }
        readPeople(&conventions)
        readSetting(&conventions, isOwn: isOwn)
        let words = yaml.strings(
            "labels", known: ["signatories", "untranslated", "to", "draft", "notes", "noteBack", "colon"])
        if let text = words["signatories"] { conventions.labels.signatories = text.onOneLine }
        if let text = words["untranslated"] { conventions.labels.untranslated = text.onOneLine }
        if let text = words["to"] { conventions.labels.to = text.onOneLine }
        if let text = words["draft"] { conventions.labels.draft = text.onOneLine }
        if let text = words["colon"] { conventions.labels.colon = text }
        if let text = words["notes"] { conventions.labels.notes = text.onOneLine }
        if let text = words["noteBack"] { conventions.labels.noteBack = text.onOneLine }
        try yaml.throwErrors()
        conventions.warnings += yaml.warnings
    }

    private mutating func datePattern() -> String? {
        guard let text = yaml.text("date"), let location = yaml.value("date")?.location else { return nil }
        do {
            _ = try DatePattern(text, locale: locale)
        } catch {
            yaml.report("“\(text)” is not a date pattern: \(error)", at: location)
        }
        return text
    }

    private mutating func template(_ key: String, _ parts: [String]) -> String? {
        guard let text = yaml.text(key)?.onOneLine else { return nil }
        if let missing = parts.first(where: { !text.contains($0) }), let value = yaml.value(key) {
            yaml.report("“\(key)” lacks \(missing)", at: value.location)
        }
        return text
    }

    /// A text that can only be one of a few.
    private mutating func choice(_ key: String, _ text: String?, _ choices: [String]) -> String? {
        guard let text else { return nil }
        if choices.contains(text) { return text }
        if let location = yaml.value(key)?.location {
            yaml.report("“\(key)” must be \(choices.joined(separator: " or "))", at: location)
        }
        return nil
    }

    /// Address, salutation, closing, subject.
    private mutating func readPeople(_ conventions: inout Conventions) {
        for (name, value) in yaml.fields("recipient", known: ["honorific", "lines"]) {
            if name == "honorific" {
                conventions.honorific = message(value, Self.recipientNames.subtracting(["honorific"]))
            } else if name == "lines" {
                let nodes = value.node.sequence.map { Array($0) } ?? [value.node]
                conventions.address = nodes.compactMap { node in
                    message(.init(node: node, location: yaml.location(of: node)), Self.recipientNames)
                }
            }
        }
        forms("salutation", &conventions.salutation)
        forms("closing", &conventions.closing)
        if let value = yaml.value("subject") {
            conventions.subject = message(value, Self.recipientNames.union(["subject"]))
        }
    }

    private mutating func forms(_ key: String, _ forms: inout Conventions.Forms) {
        for (name, value) in yaml.fields(key, known: ["formOfAddress", "office", "name"]) {
            let message = message(value, Self.recipientNames)
            switch name {
            case "formOfAddress": forms.formOfAddress = message
            case "office": forms.office = message
            case "name": forms.name = message
            default: break
            }
        }
    }

    /// Lists, signatories, quotation marks, paper and faces.
    private mutating func readSetting(_ conventions: inout Conventions, isOwn: Bool) {
        let quotes = yaml.strings("quotes", known: ["open", "close", "innerOpen", "innerClose"])
        if isOwn {
            if let text = quotes["open"] { conventions.quotes.open = text }
            if let text = quotes["close"] { conventions.quotes.close = text }
            if let text = quotes["innerOpen"] { conventions.quotes.innerOpen = text }
            if let text = quotes["innerClose"] { conventions.quotes.innerClose = text }
        }
        for (name, value) in yaml.fields("list", known: ["marker", "number"]) {
            if name == "marker", let text = text(name, value) { conventions.listMarker = text }
            if name == "number" { conventions.listNumber = message(value, ["number"]) }
        }
        for (name, value) in yaml.fields(
            "signatories", known: ["order", "columns", "showCount", "count", "others", "anonymous", "until"])
        {
            switch name {
            case "order":
                if let order = Signing.Order(rawValue: text(name, value) ?? "") {
                    conventions.signatoryOrder = order
                } else {
                    yaml.report("“order” must be given or sorted", at: value.location)
                }
            case "columns":
                if let columns = number(name, value, 1...6) { conventions.signatoryColumns = columns }
            case "showCount":
                switch text(name, value) {
                case "true": conventions.showsSignatoryCount = true
                case "false": conventions.showsSignatoryCount = false
                default: yaml.report("“showCount” must be true or false", at: value.location)
                }
            case "count": conventions.signatories.count = message(value, ["count"])
            case "others": conventions.signatories.others = message(value, ["count"])
            case "anonymous": conventions.signatories.anonymous = message(value, ["count"])
            case "until": conventions.signatories.until = message(value, ["date"])
            default: break
            }
        }
        for (_, value) in yaml.fields("page", known: ["size"]) {
            if let size = PageSize(rawValue: YAMLMapping.text(of: value.node) ?? "") {
                conventions.pageSize = size
            } else {
                let sizes = PageSize.allCases.map(\.rawValue).joined(separator: " or ")
                yaml.report("“size” must be \(sizes)", at: value.location)
            }
        }
        if let value = yaml.value("fonts"), let faces = faces(value), isOwn { conventions.fonts = faces }
    }

    private mutating func text(_ name: String, _ value: YAMLMapping.Value) -> String? {
        guard let text = YAMLMapping.text(of: value.node) else {
            yaml.report("“\(name)” must be text", at: value.location)
            return nil
        }
        return text.isEmpty ? nil : text.onOneLine
    }

    private mutating func number(
        _ name: String, _ value: YAMLMapping.Value, _ range: ClosedRange<Int>
    ) -> Int? {
        if let number = Int(YAMLMapping.text(of: value.node) ?? ""), range.contains(number) { return number }
        yaml.report(
            "“\(name)” must be a number from \(range.lowerBound) to \(range.upperBound)", at: value.location)
        return nil
    }

    /// Names of faces go into style sheets: what could end a name there is refused.
    private mutating func faces(_ value: YAMLMapping.Value) -> [String]? {
        var faces: [String] = []
        for node in value.node.sequence.map({ Array($0) }) ?? [value.node] {
            guard let face = YAMLMapping.text(of: node), !face.isEmpty,
                face.unicodeScalars.allSatisfy({
                    $0.properties.isAlphabetic || " -_0123456789".unicodeScalars.contains($0)
                })
            else {
                yaml.report(
                    "“fonts” must be names of typefaces", at: yaml.location(of: node),
                    hint: "letters, digits, spaces and hyphens, as in Noto Serif")
                continue
            }
            faces.append(face)
        }
        return faces.isEmpty ? nil : faces
    }

    /// A message; nil, and a problem more, where it is wrong.
    private mutating func message(_ value: YAMLMapping.Value, _ names: Set<String>) -> Message? {
        guard let text = YAMLMapping.text(of: value.node)?.onOneLine else {
            yaml.report("must be text", at: value.location)
            return nil
        }
        var problems: [Message.SyntaxError] = []
        var message: Message?
        if Message.isMessage(text) {
            do {
                if check == nil { check = try MessageCheck(locale: fileLocale) }
            } catch {
                yaml.report("\(error)", at: value.location)
            }
            (message, problems) = check?.parse(text) ?? (nil, [])
        } else {
            message = Message(plain: text)
        }
        for argument in message?.arguments ?? [] where !names.contains(argument.name) {
            problems.append(
                .init(
                    message: "there is no value “\(argument.name)” here", offset: argument.offset,
                    hint: "there are \(names.sorted().joined(separator: ", "))"))
        }
        let place = MessagePlace(
            source: source, line: value.location.line ?? 1, column: value.location.column ?? 1,
            bracesBefore: 0)
        for problem in problems {
            yaml.report(problem.message, at: place.location(of: problem.offset, in: text), hint: problem.hint)
        }
        return problems.isEmpty ? message : nil
    }
}
