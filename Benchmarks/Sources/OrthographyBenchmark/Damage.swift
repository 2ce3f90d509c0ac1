import UnicodeText
import Vietnamese

/// What happens to Vietnamese text on its way, done on purpose.
struct Damage {
    let name: String
    /// What the repair has to call it.
    let reason: TextRepair.Reason
    let apply: (String) -> String

    static var all: [Damage] {
        [
            Damage(name: "NFD", reason: .composition, apply: \.nfd),
            Damage(name: "base and tone (as windows-1258)", reason: .composition, apply: baseAndTone),
            Damage(name: "tones split off by spaces", reason: .splitMark, apply: splitMarks),
            Damage(name: "UTF-8 read as windows-1252", reason: .utf8, apply: misreadUTF8),
            Damage(name: "the same twice", reason: .utf8) { misreadUTF8(misreadUTF8($0)) },
            Damage(
                name: "windows-1252 read as windows-1258", reason: .windows1258, apply: misreadWindows1252),
            Damage(name: "the same, then NFC", reason: .windows1258) { misreadWindows1252($0).nfc },
            Damage(name: "Cyrillic look-alikes", reason: .lookAlike, apply: lookAlikes),
            Damage(name: "zero-width spaces", reason: .invisible) { $0.replacing(" ", with: "\u{200B} ") },
            Damage(name: "soft hyphens", reason: .invisible) { insertingInWords("\u{AD}", $0) },
            Damage(name: "no-break spaces", reason: .noBreakSpace) { betweenWords("\u{A0}", $0) },
            Damage(name: "full-width forms", reason: .fullWidth, apply: fullWidth),
            Damage(name: "tones on the wrong letter", reason: .tonePlace, apply: misplacedTones),
        ]
    }

    private static func mapping(_ text: String, _ change: (Unicode.Scalar) -> [Unicode.Scalar]) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.flatMap(change)))
    }

    /// The letter with its other mark, and its tone.
    static func parts(_ scalar: Unicode.Scalar) -> (base: Unicode.Scalar, tone: Unicode.Scalar?) {
        guard scalar.value >= 0xC0 else { return (scalar, nil) }
        let all = Array(String(Character(scalar)).nfd.unicodeScalars)
        guard let tone = all.first(where: { Tone(mark: $0) != nil }) else { return (scalar, nil) }
        let base = String(String.UnicodeScalarView(all.filter { $0 != tone })).nfc.unicodeScalars
        return (base.first ?? scalar, tone)
    }

    private static func baseAndTone(_ text: String) -> String {
        mapping(text) { scalar in
            let (base, tone) = parts(scalar)
            return tone.map { [base, $0] } ?? [base]
        }
    }

    /// `vơ ́ i`, as text taken from PDF files has it.
    private static func splitMarks(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            let (base, tone) = parts(scalar)
            result.append(base)
            guard let tone else { continue }
            result += [" ", tone]
            if place + 1 < scalars.count, scalars[place + 1].category.isLetter { result.append(" ") }
        }
        return String(result)
    }

    private static let windows1252: [String] = (UInt8.min ... .max).map { byte in
        let text = Charset("windows-1252").flatMap { try? $0.decode([byte]) } ?? ""
        return text.isEmpty ? String(Unicode.Scalar(byte)) : text
    }

    private static func misreadUTF8(_ text: String) -> String {
        text.utf8.reduce(into: "") { $0 += windows1252[Int($1)] }
    }

    private static func misreadWindows1252(_ text: String) -> String {
        let table: [Unicode.Scalar: Unicode.Scalar] = [
            "ý": "ư", "ã": "ă", "ì": "\u{301}", "ò": "\u{323}", "õ": "ơ", "Ò": "\u{309}", "Ì": "\u{300}",
            "Ã": "Ă", "Õ": "Ơ", "Ý": "Ư",
        ]
        return mapping(text) { [table[$0] ?? $0] }
    }

    /// One letter of every word of three or more ASCII letters or more.
    private static func lookAlikes(_ text: String) -> String {
        let table: [Unicode.Scalar: Unicode.Scalar] = ["a": "а", "e": "е", "o": "о", "c": "с", "p": "р"]
        return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            var scalars = Array(word.unicodeScalars)
            let isWord = scalars.count >= 3 && scalars.allSatisfy { $0.category.isLetter }
            guard isWord, let place = scalars.firstIndex(where: { table[$0] != nil }) else {
                return String(word)
            }
            scalars[place] = table[scalars[place]] ?? scalars[place]
            return String(String.UnicodeScalarView(scalars))
        }.joined(separator: " ")
    }

    private static func insertingInWords(_ mark: Unicode.Scalar, _ text: String) -> String {
        var previous: Unicode.Scalar = " "
        return mapping(text) { scalar in
            defer { previous = scalar }
            return previous.category.isLetter && scalar.category.isLetter ? [mark, scalar] : [scalar]
        }
    }

    /// In place of the spaces between words of at least two letters.
    private static func betweenWords(_ space: Unicode.Scalar, _ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        func isLetter(_ place: Int) -> Bool {
            scalars.indices.contains(place) && scalars[place].category.isLetter
        }
        return String(
            String.UnicodeScalarView(
                scalars.indices.map { place in
                    let isBetween = [-2, -1, 1, 2].allSatisfy { isLetter(place + $0) }
                    return scalars[place] == " " && isBetween ? space : scalars[place]
                }))
    }

    private static func fullWidth(_ text: String) -> String {
        mapping(text) { scalar in
            guard scalar.value > 0x20, scalar.value < 0x7F else { return [scalar] }
            return [Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar]
        }
    }

    /// Tones one letter to the left, where two vowels stand side by side and the place is wrong.
    private static func misplacedTones(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            guard let syllable = try? Syllable(String(word)), syllable.tone != .level else {
                return String(word)
            }
            let parts = word.unicodeScalars.map(parts)
            guard let place = parts.firstIndex(where: { $0.tone != nil }), place > 0,
                let tone = parts[place].tone
            else { return String(word) }
            var scalars = parts.map(\.base)
            scalars.insert(tone, at: place)
            let moved = String(String.UnicodeScalarView(scalars)).nfc
            let isWrong = (try? Syllable(moved)) == nil && (try? Syllable(toneAnywhere: moved)) != nil
            return isWrong ? moved : String(word)
        }.joined(separator: " ")
    }
}
