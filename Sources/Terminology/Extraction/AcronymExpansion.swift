internal import UnicodeText

/// Finds what an acronym stands for where a text says so: *Universal Periodic Review (UPR)*, *UPR (Universal Periodic
/// Review)*; after A. Schwartz and M. Hearst, A simple algorithm for identifying abbreviation definitions in biomedical
/// text, PSB 2003.
enum AcronymExpansion {
    /// The acronyms of a text with their expansions.
    static func found(in text: String) -> [(acronym: String, expansion: String)] {
        guard text.utf8.contains(UInt8(ascii: "(")) else { return [] }
        var found: [(acronym: String, expansion: String)] = []
        var rest = text[...]
        var before = text[text.startIndex..<text.startIndex]
        while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
            before = text[text.startIndex..<open]
            let inside = String(text[text.index(after: open)..<close]).trimmed
            rest = text[text.index(after: close)...]
            let words = before.split { $0 == " " || $0 == "\u{A0}" }
            if isAcronym(inside) {
                let letters = inside.unicodeScalars.count
                // No further back than the sentence or what stands between commas.
                let near = words.suffix(min(letters + 5, letters * 2))
                let from =
                    near.lastIndex { ",.;:)".contains($0.last ?? " ") }.map { $0 + 1 } ?? near.startIndex
                if let expansion = expansion(of: inside, near[from...].joined(separator: " ")) {
                    found.append((inside, expansion))
                }
            } else if let last = words.last.map(String.init), isAcronym(last),
                inside.split(separator: " ").count >= 2, let expansion = expansion(of: last, inside)
            {
                found.append((last, expansion))
            }
        }
        return found
    }

    private static func isAcronym(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        return (2...8).contains(scalars.count) && scalars.count { $0.category == .uppercaseLetter } >= 2
            && scalars.allSatisfy { $0.category.isLetter || $0.category == .decimalNumber || $0 == "-" }
    }

    /// The end of a text that an acronym’s letters begin the words of, from its last letter to its first one.
    private static func expansion(of acronym: String, _ text: String) -> String? {
        let short = Array(acronym.unicodeScalars.filter { $0 != "-" })
        let long = Array(text.unicodeScalars)
        func folded(_ scalar: Unicode.Scalar) -> String {
            String(scalar).lowercased().nfd.first.map(String.init) ?? ""
        }
        func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { folded(scalar).nfd.unicodeScalars.first }
        var place = long.count - 1
        var index = short.count - 1
        while index >= 0 {
            let isFirst = index == 0
            while place >= 0 {
                let isStart = place == 0 || !long[place - 1].category.isLetter
                if base(long[place]) == base(short[index]), isStart || !isFirst { break }
                place -= 1
            }
            guard place >= 0 else { return nil }
            index -= 1
            if index >= 0 { place -= 1 }
        }
        let expansion = String(String.UnicodeScalarView(long[place...])).trimmed
        let words = expansion.split(separator: " ")
        // What holds the acronym itself explains nothing, and what holds signs is no name.
        guard !words.contains(where: { $0 == acronym || !$0.contains(where: \.isLetter) && $0 != "&" }) else {
            return nil
        }
        // As many words as letters, less the small ones that acronyms pass over; more would be a sentence.
        guard words.count >= 2, words.count <= short.count * 2,
            expansion.unicodeScalars.count > acronym.unicodeScalars.count * 2
        else { return nil }
        return expansion
    }
}
