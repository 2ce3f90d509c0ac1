internal import Segmentation
internal import UnicodeText
internal import Vietnamese

/// Text that looks right and is not, character by character.
struct UnicodeRule: SegmentRule {
    static let info = RuleInfo(
        id: "unicode", title: "Unicode", severity: .error,
        explanation: """
            Letters and marks that are not composed (NFC), invisible characters, letters of other alphabets that look \
            like Latin ones, text read in a wrong encoding, replacement characters (U+FFFD). “lathu check --fix” mends \
            what can be told.
            """)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        var offset = 0
        for piece in pair.pair.target.pieces {
            guard case .text(let text) = piece else { continue }
            if Self.isPlain(text) {
                // Nothing of it composes with anything.
                offset += text.utf16.count
            } else {
                check(text, at: offset, pair, &report)
                offset += text.nfc.utf16.count
            }
        }
    }

    /// Whether there can be nothing to say: ASCII, Latin-1 letters, Vietnamese ones, usual punctuation.
    private static func isPlain(_ text: String) -> Bool {
        text.utf16.allSatisfy { unit in
            switch unit {
            case 0x0A, 0x20...0x7E, 0xC0...0xCF, 0xD1...0xEF, 0xF1...0xFF, 0x100...0x17F, 0x1A0, 0x1A1, 0x1AF,
                0x1B0,
                0x1EA0...0x1EF9, 0x2010...0x2026:
                true
            default: false
            }
        }
    }

    private func check(_ text: String, at start: Int, _ pair: PairContext, _ report: inout RuleReport) {
        let result = TextRepair(locale: pair.targetLocale).repair(text)
        var seen: Set<TextRepair.Reason> = []
        // Offsets into the text as it is shown, where that is the text as it is.
        let isComposed = text.utf16.elementsEqual(text.nfc.utf16)
        for change in result.changes {
            // The other rules speak of spaces and tones.
            let reasons = change.reasons.filter { ![.noBreakSpace, .tonePlace, .toneStyle].contains($0) }
            guard let reason = reasons.first, seen.insert(reason).inserted else { continue }
            report.add(
                Self.message(reason, change),
                target: isComposed
                    ? start + change.offset..<start + change.offset + change.before.utf16.count
                    : Self.place(of: change.after, pair.target),
                suggestion: change.after.trimmed.isEmpty ? "remove it" : change.after,
                severity: reason == .composition || reason == .invisible || reason == .fullWidth
                    ? .warning : nil)
        }
        if result.text.unicodeScalars.contains("\u{FFFD}") {
            report.add(
                "there is a replacement character (U+FFFD): a letter was lost",
                target: Self.place(of: "\u{FFFD}", pair.target), suggestion: "write the letter again")
        }
        if let control = result.text.unicodeScalars.first(where: {
            $0.category == .control && !$0.isWhiteSpace
        }) {
            report.add(
                "there is a control character (U+\(Self.hex(control.value)))", suggestion: "remove it")
        }
    }

    private static func message(_ reason: TextRepair.Reason, _ change: TextRepair.Change) -> String {
        switch reason {
        case .composition: "letters and marks are not composed (NFC)"
        case .splitMark: "a mark stands apart from its letter"
        case .windows1258: "“\(change.before)” was read in a wrong encoding (windows-1258)"
        case .utf8: "“\(change.before)” was read in a wrong encoding (UTF-8 taken for Latin-1)"
        case .lookAlike: "a letter of another alphabet looks like a Latin one"
        case .invisible:
            "there is an invisible character (U+\(hex(invisible(change.before))))"
        case .fullWidth: "full-width forms stand among Latin letters"
        case .noBreakSpace, .tonePlace, .toneStyle: reason.rawValue
        }
    }

    private static func invisible(_ text: String) -> UInt32 {
        text.unicodeScalars.first { $0.category == .format }?.value ?? text.unicodeScalars.first?.value ?? 0
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Where a text stands in the composed one.
    private static func place(of text: String, _ target: CheckedText) -> Range<Int>? {
        let units = Array(text.nfc.utf16)
        guard !units.isEmpty, units.count <= target.units.count else { return target.content }
        for start in 0...(target.units.count - units.count)
        where target.units[start..<start + units.count].elementsEqual(units) {
            return start..<start + units.count
        }
        return target.content
    }
}
