internal import Mustache
internal import Resources
public import TextFiles
internal import UnicodeText

/// The templates and style sheets that pages are made with: the program's own, each replaced by a file of the
/// same name in a project's `templates/` folder.
///
/// - `letter.html.mustache`, `letter.css`: a letter as a page and on paper
/// - `mail.css`: the same page in an e-mail
/// - `review.html.mustache`, `review.css`: source and translation side by side
/// - `index.html.mustache`, `index.css`: the list of all that was built
/// - `letterhead.txt`, `letterhead.<locale>.txt`: the lines at the head of the sheet
/// - `reference.docx`, `reference.odt`: the styles, letterhead and paper of office documents
public struct LetterTemplates: Sendable {
    /// A page.
    enum Page: String, CaseIterable {
        case letter, review, index

        var fileName: String { "\(rawValue).html.mustache" }
    }

    /// A style sheet.
    enum Style: String, CaseIterable {
        case letter, mail, review, index

        var fileName: String { "\(rawValue).css" }
    }

    private let pages: [Page: MustacheTemplate]
    private let styles: [Style: String]
    private let letterheads: [String: [String]]
    private let references: [OfficeFormat: [UInt8]]

    /// Reads the templates of a folder; those that it lacks are the program's.
    ///
    /// - Parameter folder: nil for the program's own. A folder that is not there is like an empty one.
    /// - Throws: `LathuError` with everything that is wrong, by line and column: a value that there is none
    ///   of, a script, an address that a page would load something from.
    public init(folder: String? = nil) throws(LathuError) {
        var problems: [Diagnostic] = []
        var pages: [Page: MustacheTemplate] = [:]
        for page in Page.allCases {
            let source = try Self.source(page.fileName, folder)
            let found = TemplateCheck(source, values: page.values).problems
            problems += found
            guard found.isEmpty else { continue }
            do {
                pages[page] = try MustacheTemplate(string: source.text)
            } catch {
                problems.append(
                    Diagnostic("is no Mustache template: \(error)", at: SourceLocation(file: source.file)))
            }
        }
        var styles: [Style: String] = [:]
        for style in Style.allCases {
            let source = try Self.source(style.fileName, folder)
            problems += StyleCheck(source).problems
            styles[style] = source.text
        }
        if !problems.isEmpty { throw LathuError(.invalidData, problems) }
        self.pages = pages
        self.styles = styles
        letterheads = try Self.letterheads(folder)
        references = try Self.references(folder)
    }

    private static func source(_ name: String, _ folder: String?) throws(LathuError) -> TextSource {
        if let folder {
            let path = FilePath.join(folder, name)
            if FilePath.exists(path) { return try FileReading.text(of: path) }
        }
        return TextSource(try Resources.template(name), file: "templates/\(name)")
    }

    private static func letterheads(_ folder: String?) throws(LathuError) -> [String: [String]] {
        guard let folder else { return [:] }
        var letterheads: [String: [String]] = [:]
        for name in FilePath.names(in: folder) where name.hasPrefix("letterhead") && name.hasSuffix(".txt") {
            let tag = name.dropFirst("letterhead".count).dropLast(".txt".count)
            guard tag.isEmpty || tag.hasPrefix(".") else { continue }
            let text = try FileReading.text(of: FilePath.join(folder, name))
            letterheads[String(tag.dropFirst()).lowercased()] = text.lines.map { Substring($0).trimmed.nfc }
                .filter { !$0.isEmpty }
        }
        return letterheads
    }

    private static func references(_ folder: String?) throws(LathuError) -> [OfficeFormat: [UInt8]] {
        guard let folder else { return [:] }
        var references: [OfficeFormat: [UInt8]] = [:]
        for format in OfficeFormat.allCases {
            let path = FilePath.join(folder, "reference.\(format.rawValue)")
            if FilePath.exists(path) { references[format] = try FileReading.bytes(of: path) }
        }
        return references
    }

    /// A style sheet.
    func style(_ style: Style) -> String { styles[style] ?? "" }

    /// A page with values; those that are nil count as absent, since an empty text would count as there.
    func render(_ page: Page, _ values: [String: Any?]) -> String {
        pages[page]?.render(values.compactMapValues { $0 }) ?? ""
    }

    /// The lines at the head of the sheet in a language: its own, those of its language, or those of all.
    func letterhead(for locale: LocaleID) -> [String] {
        letterheads[locale.identifier.lowercased()] ?? letterheads[locale.language] ?? letterheads[""] ?? []
    }

    /// The project's own document of styles.
    func reference(_ format: OfficeFormat) -> [UInt8]? { references[format] }
}
