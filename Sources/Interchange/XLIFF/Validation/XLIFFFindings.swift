internal import TextFiles

/// Collects what is wrong with a document.
struct XLIFFFindings {
    /// More findings help nobody.
    static let limit = 1000

    /// Whether there is no room for more: whoever collects them may stop.
    var isFull: Bool { diagnostics.count >= Self.limit }

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
        _ message: @autoclosure () -> String, rule: @autoclosure () -> String, at element: XLIFFElement,
        severity: Diagnostic.Severity = .error
    ) {
        guard diagnostics.count < Self.limit else { return }
        let place = element.place
        diagnostics.append(
            Diagnostic(
                "\(message()) (\(standard), \(rule()))",
                at: SourceLocation(file: file, line: place.line, column: place.column),
                severity: severity))
    }
}
