internal import UnicodeText

/// Expressions of files that were written for Java, where ICU has another opinion (SRX 2.0 asks for ICU's
/// syntax, but most tools that use it run on Java).
///
/// Only what means exactly the same is rewritten; anything else stays an error.
enum JavaExpression {
    /// Compiles an expression as it is or, where ICU refuses it, as Java would read it.
    static func compile(_ pattern: String) throws(RegularExpression.SyntaxError) -> RegularExpression {
        do {
            // ICU refuses an expression of no characters; it matches everywhere.
            return try RegularExpression(pattern.isEmpty ? "(?:)" : pattern)
        } catch {
            let rewritten = rewrite(pattern)
            guard rewritten != pattern, let expression = try? RegularExpression(rewritten) else {
                throw error
            }
            return expression
        }
    }

    /// The same expression in ICU's syntax, as far as that is known:
    ///
    /// - a closing brace that closes nothing stands for itself;
    /// - a lookbehind that begins with a single character or class repeated without bound holds just where
    ///   it holds with the least number, since it may begin anywhere: `(?<=[XVI]+)` as `(?<=[XVI])`.
    static func rewrite(_ pattern: String) -> String {
        let scalars = Array(pattern.unicodeScalars)
        var result = String.UnicodeScalarView()
        var at = 0
        var braces = 0
        while at < scalars.count {
            let end = atomEnd(scalars, at)
            let atom = scalars[at..<end]
            if atom.elementsEqual("{".unicodeScalars) { braces += 1 }
            if atom.elementsEqual("}".unicodeScalars) {
                if braces == 0 { result.append("\\") }
                braces = max(0, braces - 1)
            }
            result += atom
            at = end
            guard atom.elementsEqual("(".unicodeScalars), let start = lookbehindStart(scalars, at) else {
                continue
            }
            result += scalars[at..<start]
            at = start
            let first = atomEnd(scalars, start)
            guard first > start, first < scalars.count, !"()|^$".unicodeScalars.contains(scalars[start])
            else {
                continue
            }
            if scalars[first] == "+" || scalars[first] == "*" {
                // Reluctant and possessive forms find an end as well as any.
                if scalars[first] == "+" { result += scalars[start..<first] }
                at = first + 1
                if at < scalars.count, scalars[at] == "?" || scalars[at] == "+" { at += 1 }
            }
        }
        return String(result)
    }

    /// Where the expression of a lookbehind begins, whose bracket has been read.
    private static func lookbehindStart(_ scalars: [Unicode.Scalar], _ at: Int) -> Int? {
        let rest = scalars[at...].prefix(3)
        return rest.elementsEqual("?<=".unicodeScalars) || rest.elementsEqual("?<!".unicodeScalars)
            ? at + 3 : nil
    }

    /// Where the character, escape or class that starts here ends.
    private static func atomEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
        guard start < scalars.count else { return start }
        switch scalars[start] {
        case "\\":
            guard start + 1 < scalars.count else { return scalars.count }
            if scalars[start + 1] == "Q" {
                var end = start + 2
                while end < scalars.count, !scalars[end...].starts(with: "\\E".unicodeScalars) { end += 1 }
                return min(scalars.count, end + 2)
            }
            if "pPxN".unicodeScalars.contains(scalars[start + 1]), start + 2 < scalars.count,
                scalars[start + 2] == "{"
            {
                let close = scalars[start...].firstIndex(of: "}") ?? scalars.count - 1
                return close + 1
            }
            return start + (scalars[start + 1] == "u" ? min(6, scalars.count - start) : 2)
        case "[":
            var end = start + 1
            while end < scalars.count, scalars[end] != "]" { end = atomEnd(scalars, end) }
            return min(scalars.count, end + 1)
        default: return start + 1
        }
    }
}
