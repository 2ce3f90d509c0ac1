public import Segmentation
public import TextFiles
public import UnicodeText

/// Reads letters: YAML front matter, then Markdown.
///
/// ```markdown
/// ---
/// title: An open letter
/// date: 2017-11-07
/// recipients: recipients.csv
/// values: {summit: 2017-11-11}
/// signatories: [First Organisation, Second Organisation]
/// ---
/// You will meet on {summit, date, long}.
///
/// ::: {only=chile}
/// A paragraph for one recipient.
/// :::
/// ```
public struct LetterReader {
    /// The keys of the front matter.
    public static let keys = [
        "id", "title", "subject", "subjects", "date", "place", "recipient", "recipients", "salutation",
        "closing", "values", "signatories",
    ]

    let locale: LocaleID
    private let segmenter: Segmenter
    let folders: [String]

    /// A reader for letters of one language.
    ///
    /// - Parameter signatoryFolders: where the files that a letter names may stand besides its own folder, such as the
    ///   project's.
    public init(locale: LocaleID, segmenter: Segmenter, signatoryFolders: [String] = []) {
        self.locale = locale
        self.segmenter = segmenter
        folders = signatoryFolders
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
        var letter = Letter(
            id: letterID(&yaml, path: path), locale: locale, path: path, body: [], signatories: [],
            segments: [])
        letter.title = field("title", .title, &yaml, builder)
        letter.subject = field("subject", .subject, &yaml, builder)
        letter.subjects = subjects(&yaml, builder)
        letter.date = date("date", &yaml)
        letter.place = field("place", .place, &yaml, builder)
        letter.recipient = recipient(&yaml, builder)
        letter.salutation = field("salutation", .salutation, &yaml, builder)
        letter.recipients = try recipients(&yaml, path: path, &letter.files)
        letter.values = values(&yaml)
        try readSignatories(&yaml, into: &letter)
        var overfullRows: [Diagnostic] = []
        let markdown = MarkdownReader(lineOffset: parts.bodyLineOffset) {
            builder.add($0, place: $1)
        } reportOverfullRow: { line, cells, columns in
            overfullRows.append(Self.overfullRow(cells, columns, at: source.location(line: line)))
        }
        do {
            let body = try markdown.body(of: parts.body.nfc)
            letter.body = body.blocks
            letter.audiences = body.audiences
            letter.notes = body.notes
            check(body, of: letter, at: parts.bodyLineOffset, &yaml)
        } catch {
            yaml.report(
                "is nested more than \(MarkdownReader.maximalDepth) levels deep",
                at: source.location(line: error.line), hint: "no letter needs that many quotations or lists")
        }
        letter.closing = field("closing", .closing, &yaml, builder)
        letter.segments = builder.segments
        for problem in try LetterMessages(letter, source: source).problems() { yaml.report(problem) }
        try yaml.throwErrors()
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
        let location = yaml.value(key)?.location
        return builder.add(field: text, place: place, line: location?.line ?? 1, column: location?.column)
    }

    /// A recipient may stand on several lines, as on an envelope: a list, which is one segment all the same.
    private func recipient(_ yaml: inout YAMLMapping, _ builder: SegmentBuilder) -> LetterSegment? {
        guard let value = yaml.value("recipient"), let texts = yaml.texts("recipient") else { return nil }
        let lines = texts.flatMap { $0.split(whereSeparator: \.isNewline) }.map(\.trimmed)
            .filter { !$0.isEmpty }
        guard let last = lines.last else { return nil }
        let text = lines.dropLast().map { $0.hasSuffix(",") ? $0 + " " : $0 + ", " }.joined() + last
        return builder.add(
            field: text, place: .recipient, line: value.location.line ?? 1, column: value.location.column)
    }

    private func subjects(_ yaml: inout YAMLMapping, _ builder: SegmentBuilder) -> [String: LetterSegment] {
        var subjects: [String: LetterSegment] = [:]
        for (id, value) in yaml.fields("subjects") {
            guard let text = YAMLMapping.text(of: value.node), !text.isEmpty else {
                yaml.report("the subject of “\(id)” must be text", at: value.location)
                continue
            }
            subjects[id] = builder.add(
                field: text, place: .subject, line: value.location.line ?? 1, column: value.location.column)
        }
        return subjects
    }

    /// The day under a key.
    func date(_ key: String, _ yaml: inout YAMLMapping) -> CalendarDate? {
        guard let text = yaml.text(key) else { return nil }
        if let date = CalendarDate(iso: text) { return date }
        if let location = yaml.value(key)?.location {
            yaml.report(
                "“\(text)” is not a date", at: location, hint: "write year-month-day, such as 2017-11-07")
        }
        return nil
    }

    /// Reports what is wrong with fences and notes, and who is named without being a recipient.
    private func check(
        _ body: MarkdownReader.Body, of letter: Letter, at lineOffset: Int, _ yaml: inout YAMLMapping
    ) {
        func location(_ line: Int, _ column: Int) -> SourceLocation {
            SourceLocation(
                file: letter.path.isEmpty ? nil : letter.path, line: line + lineOffset, column: column)
        }
        for problem in body.problems {
            yaml.report(problem.message, at: location(problem.line, problem.column), hint: problem.hint)
        }
        let known = Set(letter.recipients.map(\.id))
        for (line, condition) in body.conditions.sorted(by: { $0.key < $1.key }) {
            for id in condition.ids.sorted() where !known.contains(id) {
                reportUnknown(id, letter, at: location(line, 1), &yaml)
            }
        }
        for (id, subject) in letter.subjects.sorted(by: { $0.value.index < $1.value.index })
        where !known.contains(id) {
            let place = SourceLocation(
                file: letter.path.isEmpty ? nil : letter.path, line: subject.line, column: subject.column)
            reportUnknown(id, letter, at: place, &yaml)
        }
    }

    private func reportUnknown(
        _ id: String, _ letter: Letter, at location: SourceLocation, _ yaml: inout YAMLMapping
    ) {
        let ids = letter.recipients.prefix(30).map(\.id).joined(separator: ", ")
        yaml.report(
            "the letter has no recipient “\(id)”", at: location,
            hint: ids.isEmpty
                ? "name its recipients in the front matter: recipients: recipients.csv"
                : "it has \(ids)\(letter.recipients.count > 30 ? " and more" : "")")
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
