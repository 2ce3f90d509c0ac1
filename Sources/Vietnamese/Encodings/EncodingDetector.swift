public import UnicodeText

/// How the bytes of a text are to be read.
public enum TextEncoding: Hashable, Sendable, CustomStringConvertible {
    /// A charset of Unicode's or ICU's.
    case charset(Charset)
    /// A Vietnamese encoding from before Unicode.
    case legacy(LegacyEncoding)

    /// The encoding's name.
    public var description: String {
        switch self {
        case .charset(let charset): charset.name
        case .legacy(let encoding): encoding.rawValue
        }
    }
}

/// Tells how Vietnamese text is encoded, by reading it in every way and counting syllables.
public enum EncodingDetector {
    /// What was found.
    public struct Detection: Hashable, Sendable {
        /// The likeliest encoding.
        public let encoding: TextEncoding
        /// From 0 to 1: the share of the words with marks that are syllables in this reading, less where another
        /// reading comes near. 1 for a byte order mark and for ASCII.
        public let confidence: Double
    }

    /// How much of a text is read, in bytes.
    static let sampleSize = 1 << 15

    /// Looks at the beginning of a text; nil where no reading makes sense.
    public static func detect(_ bytes: [UInt8]) -> Detection? {
        if let mark = Charset.fromByteOrderMark(bytes) {
            return Detection(encoding: .charset(mark.charset), confidence: 1)
        }
        let sample = Array(bytes.prefix(sampleSize))
        if isUTF8(sample, isCut: sample.count < bytes.count) {
            if sample.allSatisfy({ $0 < 0x80 && ($0 >= 0x20 || (9...13).contains($0)) }) {
                return ascii(sample)
            }
            return Detection(encoding: .charset(.utf8), confidence: 0.99)
        }
        var best: (encoding: LegacyEncoding, text: String, reading: Reading)?
        var second = -Double.infinity
        for encoding in LegacyEncoding.allCases where encoding != .viqr {
            guard let text = try? encoding.decode(sample) else { continue }
            let reading = Reading(text)
            if let current = best {
                // Two encodings that read the same text are not rivals; the first named stands for both.
                if text == current.text { continue }
                second = max(second, min(reading.score, current.reading.score))
                if reading.score <= current.reading.score { continue }
            }
            best = (encoding, text, reading)
        }
        guard let best, best.reading.share >= 0.6 else { return nil }
        let margin = second.isFinite ? 1 - 1 / (1 + max(0, best.reading.score - second)) : 1
        return Detection(
            encoding: .legacy(best.encoding), confidence: min(0.99, best.reading.share * margin))
    }

    /// A character that the end of the sample cuts through is no fault.
    private static func isUTF8(_ sample: [UInt8], isCut: Bool) -> Bool {
        for dropped in 0...(isCut ? 3 : 0)
        where String(validating: sample.dropLast(dropped), as: UTF8.self) != nil {
            return true
        }
        return false
    }

    /// ASCII is VIQR where its marks make syllables.
    private static func ascii(_ sample: [UInt8]) -> Detection {
        let plain = Detection(encoding: .charset(.utf8), confidence: 1)
        guard let text = try? LegacyEncoding.viqr.decode(sample) else { return plain }
        let reading = Reading(text)
        guard reading.marked >= 3, reading.share >= 0.6, reading.marked * 4 >= reading.words else {
            return plain
        }
        return Detection(encoding: .legacy(.viqr), confidence: min(0.99, reading.share))
    }
}

/// How well a reading of bytes makes Vietnamese.
struct Reading {
    private(set) var score = 0.0
    /// Words; those with letters beyond ASCII; those of them that are syllables.
    private(set) var words = 0
    private(set) var marked = 0
    private var valid = 0

    var share: Double { marked == 0 ? 0 : Double(valid) / Double(marked) }

    /// How frequent the letters are in Vietnamese, in the order of ``Letter/lowercase``: 9 for the most frequent,
    /// one less for half as frequent.
    private static let frequencies: [UInt8] = Array(
        "9876875522566644779335517673779653679553767555776663779674668556669222409".utf8)
    private static let weights: [UInt32: Double] = [UInt32: Double](
        uniqueKeysWithValues: zip(Letter.lowercase, frequencies).map { ($0.value, Double($1 - 0x30) - 9) })

    init(_ text: String) {
        var word: [Letter] = []
        var isForeign = false
        for scalar in text.unicodeScalars {
            if let letter = Letter(scalar) {
                word.append(letter)
                continue
            }
            if scalar.value >= 0x80 {
                if scalar.category.isLetter || scalar.category == .nonspacingMark {
                    isForeign = true
                    score -= 1
                    continue
                }
                let isUsual =
                    (0x2013...0x2026).contains(scalar.value) || [0xA0, 0xAB, 0xBB].contains(scalar.value)
                if !isUsual { score -= 0.5 }
            } else if scalar.value < 0x20, !(9...13).contains(scalar.value) {
                score -= 2
            }
            close(word, isForeign)
            word = []
            isForeign = false
        }
        close(word, isForeign)
    }

    private mutating func close(_ word: [Letter], _ isForeign: Bool) {
        guard !word.isEmpty || isForeign else { return }
        words += 1
        var rarity = 0.0
        var spelling = Spelling()
        for letter in word {
            spelling.append(letter)
            let lower = Letter(code: letter.code, tone: letter.tone, isUpper: false)
            rarity += lower.scalar.flatMap { Self.weights[$0.value] } ?? 0
        }
        let isMarked =
            isForeign
            || word.contains { $0.tone != .level || $0.code > 26 }
        guard isMarked else { return }
        marked += 1
        // A capital vowel by itself is as often a misread quotation mark: it speaks for nothing.
        if word.count == 1, word[0].isUpper, word[0].tone != .level, !isForeign {
            valid += 1
            return
        }
        // nƯớc is no spelling of nước: capitals stand first or throughout.
        let isMixed = zip(word, word.dropFirst()).contains { !$0.isUpper && $1.isUpper }
        if !isForeign, !isMixed, let analysis = spelling.analysed, spelling.toneProblem(analysis) == nil {
            valid += 1
            score += 1 + rarity * 0.1
        } else {
            score -= 1.5
        }
    }
}
