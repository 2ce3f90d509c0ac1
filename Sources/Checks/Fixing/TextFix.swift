public import UnicodeText
public import Vietnamese

/// Mends in a translation what can be mended without knowing what it means: composed letters, characters that cannot be
/// seen, spaces, tone marks.
public struct TextFix: Sendable {
    /// One change of a text.
    public struct Change: Sendable, Equatable {
        /// The rule that speaks of it.
        public let rule: String
        /// What was there; with its neighbours where it cannot be seen by itself.
        public let before: String
        /// What is there now.
        public let after: String
    }

    private let locale: LocaleID
    private let toneStyle: ToneStyle?
    private let rules: Set<String>

    /// The ids of the rules whose findings can be mended.
    public static let rules: Set<String> = ["unicode", "space", "tone-style", "syllable"]

    /// A fix for translations into a language.
    /// - Parameters:
    ///   - toneStyle: the style of tones to write; nil leaves them where either style has them.
    ///   - rules: the rules whose findings are to be mended.
    public init(locale: LocaleID, toneStyle: ToneStyle? = nil, rules: Set<String> = Self.rules) {
        self.locale = locale
        self.toneStyle = rules.contains("tone-style") ? toneStyle : nil
        self.rules = rules
    }

    /// A translation in order, with what was changed in it. Spaces at its ends become those of the source.
    public func fixed(_ text: String, source: String) -> (text: String, changes: [Change]) {
        var changes: [Change] = []
        var result = text
        let repair = TextRepair(toneStyle: toneStyle, locale: locale).repair(text)
        let kept = repair.changes.filter { change in
            change.reasons.allSatisfy { rules.contains(Self.rule($0)) }
        }
        if kept.count == repair.changes.count {
            result = repair.text
        } else {
            result = Self.apply(kept, to: text)
        }
        changes += kept.map { Change(rule: Self.rule($0.reasons[0]), before: $0.before, after: $0.after) }
        if rules.contains("space") { result = spaced(result, source, &changes) }
        return (result, changes)
    }

    private static func rule(_ reason: TextRepair.Reason) -> String {
        switch reason {
        case .composition, .splitMark, .windows1258, .utf8, .lookAlike, .invisible, .fullWidth: "unicode"
        case .noBreakSpace: "space"
        case .tonePlace: "syllable"
        case .toneStyle: "tone-style"
        }
    }

    private static func apply(_ changes: [TextRepair.Change], to text: String) -> String {
        var units = Array(text.utf16)
        for change in changes.reversed() {
            let range = change.offset..<change.offset + change.before.utf16.count
            guard range.upperBound <= units.count else { continue }
            units.replaceSubrange(range, with: Array(change.after.utf16))
        }
        return String(decoding: units, as: UTF16.self)
    }

    private func spaced(_ text: String, _ source: String, _ changes: inout [Change]) -> String {
        var units = Array(text.utf16)
        let original = Array(source.utf16)
        let sourceFindings = SpaceScan.findings(original, locale)
        let parts = OpaqueParts(units)
        for finding in SpaceScan.findings(units, locale).reversed() {
            if finding.isDouble, sourceFindings.contains(where: \.isDouble) { continue }
            if finding.isBeforeMark, sourceFindings.contains(where: \.isBeforeMark) { continue }
            if parts.cover(finding.range.lowerBound) { continue }
            changes.append(Self.change(units, finding.range, finding.replacement))
            units.replaceSubrange(finding.range, with: finding.replacement)
        }
        func isBlank(_ unit: UInt16) -> Bool { unit == 0x20 || UnitKind.isNoBreakSpace(unit) }
        guard units.contains(where: { !UnitKind.isSpace($0) }) else { return text }
        if let first = units.firstIndex(where: { !isBlank($0) }), first > 0,
            original.first.map(UnitKind.isSpace) != true
        {
            changes.append(Self.change(units, 0..<first, []))
            units.removeFirst(first)
        }
        if let last = units.lastIndex(where: { !isBlank($0) }), last + 1 < units.count,
            original.last.map(UnitKind.isSpace) != true
        {
            changes.append(Self.change(units, last + 1..<units.count, []))
            units.removeSubrange((last + 1)...)
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// A change of spaces with the word before and after it, since spaces alone cannot be seen.
    private static func change(_ units: [UInt16], _ range: Range<Int>, _ replacement: [UInt16]) -> Change {
        var start = range.lowerBound
        while start > 0, !UnitKind.isSpace(units[start - 1]) { start -= 1 }
        var end = range.upperBound
        while end < units.count, !UnitKind.isSpace(units[end]) { end += 1 }
        func text(_ middle: some Sequence<UInt16>) -> String {
            String(
                decoding: units[start..<range.lowerBound] + Array(middle) + units[range.upperBound..<end],
                as: UTF16.self)
        }
        return Change(rule: "space", before: text(units[range]), after: text(replacement))
    }
}
