internal import UnicodeText

/// Finds spaces in the middle of a text that are too many or missing, and says what belongs there.
enum SpaceScan {
    struct Finding {
        let message: String
        /// What is to be replaced; empty where something is to be put in.
        let range: Range<Int>
        /// What belongs there.
        let replacement: [UInt16]
        var isDouble = false
        var isBeforeMark = false
        var isNoBreak = false
    }

    static func findings(_ units: [UInt16], _ locale: LocaleID) -> [Finding] {
        var found: [Finding] = []
        let language = locale.language
        let first = units.firstIndex { !UnitKind.isSpace($0) } ?? units.count
        let last = units.lastIndex { !UnitKind.isSpace($0) } ?? 0
        var place = first
        while place < last {
            let unit = units[place]
            guard unit == 0x20 || UnitKind.isNoBreakSpace(unit) else {
                place += 1
                continue
            }
            var end = place
            while end < last, units[end] == 0x20 || UnitKind.isNoBreakSpace(units[end]) { end += 1 }
            if let finding = finding(units, place..<end, language) { found.append(finding) }
            place = end
        }
        return found
    }

    private static func finding(_ units: [UInt16], _ range: Range<Int>, _ language: String) -> Finding? {
        let after = units[range.upperBound]
        let isNoBreak = units[range].contains(where: UnitKind.isNoBreakSpace)
        if isMark(after), !isSpaceAllowed(before: after, language, isNoBreak: isNoBreak),
            !isStartOfWord(units, range.upperBound)
        {
            return Finding(
                message: "there is a space before “\(String(decoding: [after], as: UTF16.self))”",
                range: range,
                replacement: [], isBeforeMark: true)
        }
        if range.count > 1 {
            return Finding(
                message: "there are \(range.count) spaces in a row", range: range, replacement: [0x20],
                isDouble: true)
        }
        // A no-break space is of use beside a number, a sign or a single letter.
        if isNoBreak, language != "fr", isInLongWord(units, range.lowerBound - 1, step: -1),
            isInLongWord(units, range.upperBound, step: 1)
        {
            return Finding(
                message: "there is a no-break space between two words", range: range, replacement: [0x20],
                isNoBreak: true)
        }
        return nil
    }

    private static func isInLongWord(_ units: [UInt16], _ place: Int, step: Int) -> Bool {
        let next = place + step
        return units.indices.contains(place) && units.indices.contains(next)
            && UnitKind.isLetter(units[place])
            && UnitKind.isLetter(units[next])
    }

    private static func isMark(_ unit: UInt16) -> Bool {
        switch unit {
        // , . ; : ! ? ) ] … ”
        case 0x2C, 0x2E, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x5D, 0x2026, 0x201D: true
        default: false
        }
    }

    private static func isSpaceAllowed(before mark: UInt16, _ language: String, isNoBreak: Bool) -> Bool {
        guard language == "fr" else { return false }
        return [0x3B, 0x3A, 0x21, 0x3F].contains(mark) && isNoBreak
    }

    /// `.txt`, `...`, `:-)`, `!important`: the mark belongs to what follows.
    private static func isStartOfWord(_ units: [UInt16], _ place: Int) -> Bool {
        guard place + 1 < units.count else { return false }
        let next = units[place + 1]
        if units[place] == 0x29 || units[place] == 0x5D || units[place] == 0x2C { return false }
        return !UnitKind.isSpace(next) && next != 0x22 && next != 0x201D && next != 0x29
    }
}
