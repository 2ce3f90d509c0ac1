/// The four escapes of a TSV cell.
public enum TSVEscape {
    /// A backslash that begins none of them.
    public struct Unknown: Error {
        /// Where it stands, in scalars from 0.
        public let scalarOffset: Int
        /// The backslash with what follows it.
        public let text: String
    }

    /// The text that a cell stands for.
    public static func resolve(_ cell: String) -> Result<String, Unknown> {
        var result = String.UnicodeScalarView()
        var backslash: Int?
        for (offset, scalar) in cell.unicodeScalars.enumerated() {
            guard let start = backslash else {
                if scalar == "\\" { backslash = offset } else { result.append(scalar) }
                continue
            }
            guard let pair = pairs.first(where: { $0.letter == scalar }) else {
                return .failure(Unknown(scalarOffset: start, text: "\\\(scalar)"))
            }
            result.append(pair.scalar)
            backslash = nil
        }
        if let backslash { return .failure(Unknown(scalarOffset: backslash, text: "\\")) }
        return .success(String(result))
    }

    /// The cell for a text.
    public static func escape(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let pair = pairs.first(where: { $0.scalar == scalar }) {
                result.append("\\")
                result.append(pair.letter)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static let pairs: [(letter: Unicode.Scalar, scalar: Unicode.Scalar)] = [
        ("t", "\t"), ("n", "\n"), ("r", "\r"), ("\\", "\\"),
    ]
}
