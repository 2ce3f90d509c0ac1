public import UnicodeText

/// Puts damaged text right and leaves text that is in order alone.
///
/// A line (up to LF) is looked at by itself. Marks, encodings and invisible characters are put right in any
/// line; what presupposes Vietnamese (tones on the wrong letter, windows-1258 read for windows-1252, no-break
/// spaces between words) only where most words of the line are Vietnamese syllables and one of them has a
/// letter that its neighbours in Europe lack.
public struct TextRepair: Sendable {
    /// Why something was changed.
    public enum Reason: String, Sendable, CaseIterable, Codable {
        /// Letters and marks in another form than NFC.
        case composition
        /// A mark split off its letter by a space.
        case splitMark = "split-mark"
        /// Windows-1252 read as windows-1258: *kư* for *ký*.
        case windows1258 = "windows-1258"
        /// UTF-8 read as Latin-1 or windows-1252, once or more often.
        case utf8 = "utf-8"
        /// A Greek or Cyrillic letter, or an eth, where a Latin one belongs.
        case lookAlike = "look-alike"
        /// A zero-width character or soft hyphen.
        case invisible
        /// A no-break space between words or beside another space.
        case noBreakSpace = "no-break-space"
        /// A full-width form of an ASCII character.
        case fullWidth = "full-width"
        /// A tone mark on the wrong letter.
        case tonePlace = "tone-place"
        /// A tone mark in the place of the other style; only where a style was asked for.
        case toneStyle = "tone-style"
    }

    /// One change: a word, or as many characters as belong together.
    public struct Change: Hashable, Sendable {
        /// Where it begins in the text as it was, in UTF-16 code units.
        public let offset: Int
        /// What stood there.
        public let before: String
        /// What stands there now.
        public let after: String
        /// All that was done, in the order of ``Reason``.
        public let reasons: [Reason]
    }

    /// A repaired text.
    public struct Result: Sendable {
        /// The text in NFC.
        public let text: String
        /// What was changed, in the order of the text; replacing every `before` by its `after` in the old text
        /// gives the new one.
        public let changes: [Change]
    }

    /// The style to write tones in; nil leaves them where either style has them.
    public let toneStyle: ToneStyle?

    /// What is looked for.
    private let allowed: Signs
    private let mayBeVietnamese: Bool

    /// A repair; without a style it leaves hòa and hoà as they are.
    ///
    /// - Parameter locale: the language of the text where it is known. In any other than Vietnamese, nothing is
    ///   done that presupposes Vietnamese; in Chinese, Japanese and Korean, full-width forms stay.
    public init(toneStyle: ToneStyle? = nil, locale: LocaleID? = nil) {
        let language = locale?.language ?? "vi"
        mayBeVietnamese = language == "vi"
        self.toneStyle = mayBeVietnamese ? toneStyle : nil
        var allowed = Signs.all
        if !mayBeVietnamese { allowed.subtract([.noBreakSpace, .windows1258, .tone]) }
        if ["zh", "yue", "ja", "ko"].contains(language) { allowed.remove(.fullWidth) }
        self.allowed = allowed
    }

    /// Words seen to be in order, so that they need not be looked at in the next text. It changes no result.
    public struct Memory: Sendable {
        fileprivate var known = KnownRuns(isKept: true)

        /// Nothing seen yet.
        public init() {}
    }

    /// Repairs a text of any length. Lines in order are passed over without being taken apart.
    public func repair(_ text: String) -> Result {
        var known = KnownRuns(isKept: false)
        return repair(text, &known)
    }

    /// The same for many short texts.
    public func repair(_ text: String, remembering memory: inout Memory) -> Result {
        repair(text, &memory.known)
    }

    private func repair(_ text: String, _ known: inout KnownRuns) -> Result {
        var text = text
        let findings = text.withUTF8 { LineScan.scan($0, style: toneStyle, known: &known) }
            .filter { !$0.signs.isDisjoint(with: allowed) }
        guard !findings.isEmpty else { return Result(text: text, changes: []) }
        var output: [UInt8] = []
        var changes: [Change] = []
        text.withUTF8 { bytes in
            output.reserveCapacity(bytes.count + 64)
            var lines = findings.map { finding in
                (
                    line: LineRepair(String(decoding: bytes[finding.range], as: UTF8.self)),
                    finding: finding
                )
            }
            for place in lines.indices {
                lines[place].line.restore(
                    lines[place].finding.signs.intersection(allowed), mayBeVietnamese: mayBeVietnamese)
            }
            let isDamaged = lines.reduce(0) { $0 + $1.line.misreadWords } >= 3
            var place = 0
            var offset = 0
            for (line, finding) in lines {
                var line = line
                let between = bytes[place..<finding.range.lowerBound]
                output += between
                offset += utf16Length(between)
                let found = line.finish(
                    finding.signs.intersection(allowed), style: toneStyle, isDamaged: isDamaged,
                    offset: offset)
                changes += found
                output += found.isEmpty ? Array(bytes[finding.range]) : Array(line.text.utf8)
                offset += utf16Length(bytes[finding.range])
                place = finding.range.upperBound
            }
            output += bytes[place...]
        }
        guard !changes.isEmpty else { return Result(text: text, changes: []) }
        return Result(text: String(decoding: output, as: UTF8.self), changes: changes)
    }

    private func utf16Length(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
    }
}
