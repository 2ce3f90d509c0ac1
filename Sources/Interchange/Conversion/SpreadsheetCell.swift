/// Cells that a spreadsheet takes for text.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a line end can be a formula (CWE-1236). It is written with
/// an apostrophe before it, and so is one that begins with apostrophes before such a character: reading takes one
/// away again, and every text comes back.
public enum SpreadsheetCell {
    /// A text as it is written.
    public static func written(_ text: String) -> String { isDangerous(text) ? "'" + text : text }

    /// What was written.
    public static func read(_ cell: String) -> String {
        guard cell.unicodeScalars.first == "'", isDangerous(cell) else { return cell }
        return String(cell.unicodeScalars.dropFirst())
    }

    /// The cell as it stands in a file of comma-separated values (RFC 4180).
    static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: needsQuotes) || text.first == " " || text.last == " " else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func needsQuotes(_ scalar: Unicode.Scalar) -> Bool {
        [",", ";", "\"", "\n", "\r", "\t"].contains(scalar)
    }

    private static func isDangerous(_ text: String) -> Bool {
        switch text.unicodeScalars.first(where: { $0 != "'" }) {
        case "=", "+", "-", "@", "\t", "\r", "\n": true
        // Their full-width forms.
        case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }
}
