/// Makes the lines of a file of comma-separated values (RFC 4180) that no spreadsheet takes for formulas.
///
/// A cell that a spreadsheet would compute gets an apostrophe before it, which spreadsheets do not show;
/// ``CSVFormula/restore(_:)`` takes it away again. Cells are quoted where they have to be.
public struct CSVWriter: Sendable {
    /// What parts cells.
    public let separator: Character
    /// What ends lines.
    public let lineEnd: String

    /// A writer.
    public init(separator: Character = ",", lineEnd: String = "\n") {
        self.separator = separator
        self.lineEnd = lineEnd
    }

    /// A row with its line end.
    public func line(_ cells: [String]) -> String {
        // A line of one empty cell would be a blank line.
        if cells == [""] { return "\"\"" + lineEnd }
        return cells.map { cell(CSVFormula.protect($0)) }.joined(separator: String(separator)) + lineEnd
    }

    private func cell(_ text: String) -> String {
        var needsQuotes = text.utf8.first == 0x20 || text.utf8.last == 0x20
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), 0x0A, 0x0D, separator.asciiValue ?? 0: needsQuotes = true
            default: break
            }
        }
        guard needsQuotes else { return text }
        var quoted = "\"".unicodeScalars
        for scalar in text.unicodeScalars {
            quoted.append(scalar)
            if scalar == "\"" { quoted.append(scalar) }
        }
        quoted.append("\"")
        return String(quoted)
    }
}

/// Text that a spreadsheet would compute instead of showing it (“CSV injection”, OWASP; CWE-1236).
public enum CSVFormula {
    /// What a formula or command begins with, full-width forms included.
    private static let starts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
    ]

    /// The text with an apostrophe before it where a spreadsheet would compute it; also where it has apostrophes
    /// before such a character already, so that ``restore(_:)`` gives back exactly what was there.
    public static func protect(_ text: String) -> String { isFormula(text) ? "'" + text : text }

    /// The text that ``protect(_:)`` was given.
    public static func restore(_ text: String) -> String {
        text.unicodeScalars.first == "'" && isFormula(text) ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// Whether the first character after any apostrophes begins a formula.
    private static func isFormula(_ text: String) -> Bool {
        text.unicodeScalars.first { $0 != "'" }.map(starts.contains) ?? false
    }
}
