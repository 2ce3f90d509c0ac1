public import Segmentation
public import TextFiles
public import UnicodeText
internal import Yams

/// Reads letters: YAML front matter, then Markdown.
///
/// ```markdown
/// ---
/// title: An open letter
/// date: 2017-11-07
/// salutation: Dear leaders,
/// signatories: [First Organisation, Second Organisation]
/// ---
/// The first paragraph.
/// ```
public struct LetterReader {
    /// The keys of the front matter.
    public static let keys = [
        "id", "title", "date", "place", "recipient", "salutation", "closing", "signatories",
    ]

    private let locale: LocaleID
    private let segmenter: Segmenter
    private let signatoryFolders: [String]

    /// A reader for letters of one language.
    ///
    /// - Parameter signatoryFolders: where a signatories file may stand besides the letter's own folder.
    public init(locale: LocaleID, segmenter: Segmenter, signatoryFolders: [String] = []) {
        self.locale = locale
        self.segmenter = segmenter
        self.signatoryFolders = signatoryFolders
    }

    /// A letter, with what is worth saying about its file.
    public struct Result {
        /// The letter.
        public let letter: Letter
        /// Warnings: unknown keys and the like.
        public let warnings: [Diagnostic]
    }

    /// Reads a letter.
    /// - Throws: `LathuError` with everything that is wrong in the file, by line and column.
    public func read(_ source: TextSource) throws(LathuError) -> Result {
        let parts = try FrontMatter.split(source)
        var yaml = try YAMLMapping(parts.yaml, file: source.file, lineOffset: parts.yamlLineOffset)
        yaml.reportUnknownKeys(besides: Self.keys)
        let builder = SegmentBuilder(segmenter: segmenter)

        let path = source.file ?? ""
        let id = letterID(&yaml, path: path)
        let title = field("title", .title, &yaml, builder)
        let date = date(&yaml)
        let place = field("place", .place, &yaml, builder)
        let recipient = recipient(&yaml, builder)
        let salutation = field("salutation", .salutation, &yaml, builder)
        let signatories = try signatories(&yaml, path: path)
        var overfullRows: [Diagnostic] = []
        let markdown = MarkdownReader(lineOffset: parts.bodyLineOffset) {
            builder.add($0, place: $1)
        } reportOverfullRow: { line, cells, columns in
            overfullRows.append(Self.overfullRow(cells, columns, at: source.location(line: line)))
        }
        var body: [Block<SegmentedText>] = []
        do {
            body = try markdown.blocks(of: parts.body.nfc)
        } catch {
            yaml.report(
                "is nested more than \(MarkdownReader.maximalDepth) levels deep",
                at: source.location(line: error.line), hint: "no letter needs that many quotations or lists")
        }
        let closing = field("closing", .closing, &yaml, builder)
        try yaml.throwErrors()
        let letter = Letter(
            id: id, locale: locale, path: path, title: title, date: date, place: place, recipient: recipient,
            salutation: salutation, body: body, closing: closing, signatories: signatories,
            segments: builder.segments)
        return Result(letter: letter, warnings: yaml.warnings + overfullRows)
    }

    private static func overfullRow(_ cells: Int, _ columns: Int, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "the row has \(cells) cells, and its table \(columns) columns: what is beyond them is left out",
            at: location, hint: "write a backslash before a bar that is text: \\|", severity: .warning)
    }

    private func letterID(_ yaml: inout YAMLMapping, path: String) -> String {
        guard let id = yaml.text("id") else {
            let stem = FilePath.stem(of: path)
            // A name that the file has can name others too, unless it is one of a folder.
            if stem.hasPrefix(".") {
                yaml.report(
                    "the letter needs an id: its files cannot be named “\(stem)”",
                    at: SourceLocation(file: path, line: 1), hint: "add a line such as “id: apec-2017”")
            }
            return stem.isEmpty || path == FileReading.standardInput ? "letter" : stem
        }
        if !Letter.isValid(id: id), let location = yaml.value("id")?.location {
            yaml.report(
                "the id “\(id)” cannot be a file name", at: location,
                hint: "use letters a to z, digits, hyphens and dots, such as apec-2017")
        }
        return id
    }

    private func field(
        _ key: String, _ place: LetterSegment.Place, _ yaml: inout YAMLMapping, _ builder: SegmentBuilder
    ) -> LetterSegment? {
        guard let text = yaml.text(key) else { return nil }
        return builder.add(field: text, place: place, line: yaml.value(key)?.location.line ?? 1)
    }

    /// A recipient may stand on several lines, as on an envelope: a list, which is one segment all the same.
    private func recipient(_ yaml: inout YAMLMapping, _ builder: SegmentBuilder) -> LetterSegment? {
        guard let value = yaml.value("recipient"), let texts = yaml.texts("recipient") else { return nil }
        let lines = texts.flatMap { $0.split(whereSeparator: \.isNewline) }.map(\.trimmed)
            .filter { !$0.isEmpty }
        guard let last = lines.last else { return nil }
        let text = lines.dropLast().map { $0.hasSuffix(",") ? $0 + " " : $0 + ", " }.joined() + last
        return builder.add(field: text, place: .recipient, line: value.location.line ?? 1)
    }

    private func date(_ yaml: inout YAMLMapping) -> CalendarDate? {
        guard let text = yaml.text("date") else { return nil }
        if let date = CalendarDate(iso: text) { return date }
        if let location = yaml.value("date")?.location {
            yaml.report(
                "“\(text)” is not a date", at: location, hint: "write year-month-day, such as 2017-11-07")
        }
        return nil
    }

    private func signatories(_ yaml: inout YAMLMapping, path: String) throws(LathuError) -> [Signatory] {
        guard let value = yaml.value("signatories") else { return [] }
        if let sequence = value.node.sequence {
            var signatories: [Signatory] = []
            for node in sequence {
                if let signatory = signatory(node, &yaml) { signatories.append(signatory) }
            }
            return signatories
        }
        if value.node.mapping != nil {
            yaml.report(
                "“signatories” must be a list or the name of a CSV file", at: value.location,
                hint: "begin every name with a hyphen")
            return []
        }
        guard let name = yaml.text("signatories") else { return [] }
        let own = FilePath.folder(of: path)
        let folders = [own] + signatoryFolders.filter { $0 != own }
        for folder in folders {
            let file = FilePath.join(folder, name)
            if FilePath.exists(file) { return try SignatoryFile.read(file) }
        }
        throw LathuError(
            .noInput, "there is no signatories file “\(name)”", at: value.location,
            hint: "looked in \(folders.map { $0 == "." ? "this folder" : $0 }.joined(separator: " and "))")
    }

    /// An entry of a signatories list: a name, or `{name: …, vi: …}`.
    private func signatory(_ node: Node, _ yaml: inout YAMLMapping) -> Signatory? {
        if let name = YAMLMapping.text(of: node)?.onOneLine {
            if !name.isEmpty { return Signatory(name: name) }
            yaml.report("a signatory has no name", at: yaml.location(of: node))
            return nil
        }
        var names: [LocaleID: String] = [:]
        var name: String?
        for (key, value) in node.mapping ?? [:] {
            guard let key = key.scalar?.string, let text = YAMLMapping.text(of: value)?.onOneLine else {
                yaml.report("the names of a signatory must be text", at: yaml.location(of: value))
                continue
            }
            if text.isEmpty { continue }
            if key == "name" {
                name = text
            } else if let locale = try? LocaleID(key) {
                names[locale] = text
            } else {
                yaml.report("“\(key)” is neither “name” nor a language", at: yaml.location(of: value))
            }
        }
        if name == nil { yaml.report("a signatory has no name", at: yaml.location(of: node)) }
        return name.map { Signatory(name: $0, names: names) }
    }
}

extension Letter {
    /// Whether an id can name files: it never leads out of a folder.
    public static func isValid(id: String) -> Bool {
        guard let first = id.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-"),
            id.utf8.count <= 100
        else { return false }
        return id.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."):
                true
            default: false
            }
        }
    }
}
