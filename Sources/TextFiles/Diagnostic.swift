/// A place in a file: where to look for what a message speaks of.
public struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
    /// The file's path as the user would write it; nil for standard input and text in memory.
    public var file: String?
    /// 1-based line; nil where the whole file is meant.
    public var line: Int?
    /// 1-based column, in Unicode scalars.
    public var column: Int?

    /// A place in a file.
    public init(file: String? = nil, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`, as editors and compilers write it.
    public var description: String {
        var text = file ?? "<input>"
        if let line { text += ":\(line)" }
        if line != nil, let column { text += ":\(column)" }
        return text
    }
}

/// One thing to tell people: what, where, and what to do.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    /// How serious it is.
    public enum Severity: String, Sendable, Comparable {
        case note, warning, error

        /// Notes before warnings before errors.
        public static func < (left: Severity, right: Severity) -> Bool {
            func rank(_ severity: Severity) -> Int {
                switch severity {
                case .note: 0
                case .warning: 1
                case .error: 2
                }
            }
            return rank(left) < rank(right)
        }
    }

    /// How serious it is.
    public var severity: Severity
    /// Where it is.
    public var location: SourceLocation?
    /// What it is, as a sentence without its full stop.
    public var message: String
    /// What to do about it.
    public var hint: String?

    /// A finding; an error unless said otherwise.
    public init(
        _ message: String, at location: SourceLocation? = nil, hint: String? = nil,
        severity: Severity = .error
    ) {
        self.severity = severity
        self.location = location
        self.message = message
        self.hint = hint
    }

    /// `file:line:column: error: message (hint)`.
    public var description: String {
        let place = location.map { "\($0): " } ?? ""
        let advice = hint.map { " (\($0))" } ?? ""
        return "\(place)\(severity.rawValue): \(message)\(advice)"
    }
}

/// What stopped an operation, with everything that was found wrong.
///
/// The code decides the exit status of the program; its numbers are those of `sysexits.h`.
public struct LathuError: Error, Equatable, CustomStringConvertible {
    /// The kind of failure.
    public enum Code: Int32, Sendable {
        /// The command line is wrong.
        case usage = 64
        /// The input is not what it should be.
        case invalidData = 65
        /// There is no such input.
        case noInput = 66
        /// A defect of the program.
        case software = 70
        /// The output cannot be created.
        case cannotCreate = 73
        /// Reading or writing failed.
        case inputOutput = 74
    }

    /// The kind of failure.
    public var code: Code
    /// What was found, in the order of the input; never empty.
    public var diagnostics: [Diagnostic]

    /// An error with one finding.
    public init(_ code: Code, _ message: String, at location: SourceLocation? = nil, hint: String? = nil) {
        self.code = code
        diagnostics = [Diagnostic(message, at: location, hint: hint)]
    }

    /// An error with everything that was found.
    public init(_ code: Code, _ diagnostics: [Diagnostic]) {
        self.code = code
        self.diagnostics = diagnostics
    }

    /// One finding a line.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
