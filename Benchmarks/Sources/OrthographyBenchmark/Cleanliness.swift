import UnicodeText
import Vietnamese

/// Tells lines in order from others without asking the code that is measured.
struct Cleanliness {
    private let words: Set<String>

    /// Words count in the style of the list and in the old one.
    init(dictionary: [String]) {
        words = Set(dictionary + dictionary.compactMap { try? Syllable($0).written(.old) })
    }

    /// Whether a line is in NFC, has no format character, no-break space, combining mark, full-width form or word of
    /// two scripts, and where every word of it that has a letter beyond ASCII is in the list, case aside.
    func vouchesFor(_ line: String) -> Bool {
        guard line.utf8.elementsEqual(line.nfc.utf8) else { return false }
        var word: [Unicode.Scalar] = []
        for scalar in Array(line.unicodeScalars) + [" "] {
            if scalar.category == .format || scalar.category == .nonspacingMark { return false }
            switch scalar.value {
            case 0xA0, 0x202F, 0x2007, 0x3000, 0xFF00...0xFF5E: return false
            default: break
            }
            if scalar.category.isLetter {
                word.append(scalar)
                continue
            }
            defer { word = [] }
            if word.allSatisfy(\.isASCII) { continue }
            if Set(word.map(\.script)).count > 1 { return false }
            if !words.contains(String(String.UnicodeScalarView(word)).lowercased()) { return false }
        }
        return true
    }
}
