internal import TextFiles

/// Collects what is wrong with a document.
struct XLIFFFindings {
    /// More findings help nobody.
    static let limit = 1000

    private(set) var diagnostics: [Diagnostic] = []
    private let file: String?
    private let standard: String

    init(file: String?, version: XLIFFVersion) {
        self.file = file
        standard = "XLIFF \(version.rawValue)"
    }

    /// Adds a finding.
    /// - Parameter rule: the element, attribute or section of the standard whose rule is broken.
    mutating func add(
        _ message: String, rule: String, at element: XLIFFElement, severity: Diagnostic.Severity = .error
    ) {
        guard diagnostics.count < Self.limit else { return }
        diagnostics.append(
            Diagnostic(
                "\(message) (\(standard), \(rule))",
                at: SourceLocation(file: file, line: element.line, column: element.column),
                severity: severity))
    }
}
