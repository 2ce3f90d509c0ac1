/// Finds web addresses, e-mail addresses, hashtags and handles.
enum LinkScan {
    static func part(in units: Units, at place: Int) -> OpaqueParts.Part? {
        switch units[place] {
        case 0x68, 0x48, 0x66, 0x46: address(units, place)  // http, ftp
        case 0x77, 0x57: units.starts(with: "www.", at: place) ? address(units, place) : nil
        case 0x40: mail(units, place) ?? tag(units, place)
        case 0x23: tag(units, place)
        default: nil
        }
    }

    private static func address(_ units: Units, _ place: Int) -> OpaqueParts.Part? {
        guard !units.isWordUnit(place - 1) else { return nil }
        let head: Int
        if units.starts(with: "http://", at: place) {
            head = 7
        } else if units.starts(with: "https://", at: place) {
            head = 8
        } else if units.starts(with: "ftp://", at: place) {
            head = 6
        } else if units.starts(with: "www.", at: place) {
            head = 4
        } else {
            return nil
        }
        var end = place + head
        var depth = 0
        while end < units.count, isAddressUnit(units[end]) {
            if units[end] == 0x28 { depth += 1 }
            if units[end] == 0x29 {
                if depth == 0 { break }
                depth -= 1
            }
            end += 1
        }
        // What ends the sentence is no part of it.
        while end > place + head, isTrailing(units[end - 1]) { end -= 1 }
        guard end > place + head, units.isWordUnit(place + head) || units[place + head] >= 0x80 else {
            return nil
        }
        return OpaqueParts.Part(kind: .url, range: place..<end)
    }

    private static func isAddressUnit(_ unit: UInt16) -> Bool {
        if UnitKind.isSpace(unit) { return false }
        switch unit {
        case 0x22, 0x3C, 0x3E, 0x60, 0x7B, 0x7D, 0x7C, 0x5C, 0x5E, 0x5B, 0x5D: return false
        case 0x2018...0x201F, 0xAB, 0xBB, 0x2026, 0x3000...0x303F: return false
        default: return unit > 0x20
        }
    }

    private static func isTrailing(_ unit: UInt16) -> Bool {
        // . , ; : ! ? ' *
        switch unit {
        case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x2A: true
        default: false
        }
    }

    /// An address as people write it (a dot-atom before the sign, a host name after it; RFC 5321, 4.1.2).
    private static func mail(_ units: Units, _ place: Int) -> OpaqueParts.Part? {
        func isLocal(_ place: Int) -> Bool {
            units.isASCIIAlphanumeric(place)
                || place >= 0 && place < units.count && [0x2E, 0x2D, 0x2B, 0x5F, 0x25].contains(units[place])
        }
        func isHost(_ place: Int) -> Bool {
            units.isASCIIAlphanumeric(place)
                || place < units.count && (units[place] == 0x2E || units[place] == 0x2D)
        }
        var start = place
        while start > 0, isLocal(start - 1) { start -= 1 }
        while start < place, units[start] == 0x2E { start += 1 }
        var end = place + 1
        while isHost(end) { end += 1 }
        while end > place + 1, !units.isASCIIAlphanumeric(end - 1) { end -= 1 }
        guard start < place, units[(place + 1)..<end].contains(0x2E) else { return nil }
        return OpaqueParts.Part(kind: .mail, range: start..<end)
    }

    /// `#FreeNguyenVanDai`, `@amnesty`: a letter follows, and no word stands before.
    private static func tag(_ units: Units, _ place: Int) -> OpaqueParts.Part? {
        guard place + 2 < units.count, !units.isWordUnit(place - 1), UnitKind.isLetter(units[place + 1])
        else {
            return nil
        }
        if place > 0, units[place - 1] == 0x26 || units[place - 1] == 0x2F || units[place - 1] == units[place]
        {
            return nil
        }
        var end = place + 1
        while units.isWordUnit(end) { end += 1 }
        return OpaqueParts.Part(kind: .tag, range: place..<end)
    }
}
