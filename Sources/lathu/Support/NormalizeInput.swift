internal import TextFiles
internal import UnicodeText
internal import Vietnamese

/// A file's text, in the encoding that was named or else in the one that it turns out to have.
struct NormalizeInput {
    let text: String
    let encoding: TextEncoding
    /// Where the encoding was guessed: how sure that is, from 0 to 1.
    let confidence: Double?

    /// Guesses below this are not acted on: less where a guess was asked for.
    private static func least(asked: Bool) -> Double { asked ? 0.5 : 0.8 }

    init(_ bytes: [UInt8], file: String, encoding option: EncodingOption) throws(LathuError) {
        if let mark = Charset.fromByteOrderMark(bytes) {
            self.init(
                try FileReading.decode(bytes, file: file).text, .charset(mark.charset), nil)
            return
        }
        let isGuess = option.encoding?.lowercased() == "auto"
        if let name = option.encoding, !isGuess {
            if let legacy = LegacyEncoding(name: name) {
                self.init(try Self.decode(bytes, legacy, file), .legacy(legacy), nil)
            } else {
                let charset = try option.charset() ?? .utf8
                self.init(
                    try FileReading.decode(bytes, file: file, charset: charset).text, .charset(charset), nil)
            }
            return
        }
        if !isGuess, let text = String(validating: bytes, as: UTF8.self) {
            self.init(text, .charset(.utf8), nil)
            return
        }
        if let found = EncodingDetector.detect(bytes), found.confidence >= Self.least(asked: isGuess),
            case .legacy(let legacy) = found.encoding
        {
            self.init(try Self.decode(bytes, legacy, file), found.encoding, found.confidence)
        } else {
            self.init(try FileReading.decode(bytes, file: file).text, .charset(.utf8), nil)
        }
    }

    /// Says on standard error what was guessed.
    func tellConfidence(_ file: String) {
        guard let confidence else { return }
        let percent = Int((confidence * 100).rounded(.down))
        Console.note("\(file): read as \(encoding) (confidence \(percent)%)")
    }

    private init(_ text: String, _ encoding: TextEncoding, _ confidence: Double?) {
        self.text = text
        self.encoding = encoding
        self.confidence = confidence
    }

    private static func decode(_ bytes: [UInt8], _ encoding: LegacyEncoding, _ file: String)
        throws(LathuError) -> String
    {
        do {
            return try encoding.decode(bytes)
        } catch {
            let before = TextSource(error.decoded)
            let place = before.location(utf8Offset: before.text.utf8.count)
            throw LathuError(
                .invalidData, "is not \(encoding): the byte at offset \(error.offset) does not belong",
                at: SourceLocation(
                    file: file == FileReading.standardInput ? nil : file, line: place.line,
                    column: place.column),
                hint: "name another one with --encoding")
        }
    }
}
