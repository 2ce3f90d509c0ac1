/// Finds what programs fill in (`%s`, `{name}`, `${x}`) and markup in text (`<b>`, `&amp;`).
enum PlaceholderScan {
    static func part(in units: Units, at place: Int) -> OpaqueParts.Part? {
        if units[place] == 0x7B, let end = MessageScan.end(in: units, at: place) {
            return OpaqueParts.Part(kind: .message, range: place..<end)
        }
        let end: Int? =
            switch units[place] {
            case 0x25: percent(units, place)
            case 0x7B: brace(units, place)
            case 0x24: dollar(units, place)
            case 0x3C: tag(units, place)
            case 0x26: entity(units, place)
            default: nil
            }
        return end.map { OpaqueParts.Part(kind: .placeholder, range: place..<$0) }
    }

    private static func name(_ units: Units, _ start: Int) -> Int {
        var end = start
        while units.isASCIIAlphanumeric(end)
            || end < units.count && (units[end] == 0x5F || units[end] == 0x2E)
        {
            end += 1
        }
        return end
    }

    /// printf's conversions without the flag of a space, which is as a rule that of a sentence (C17, 7.21.6.1);
    /// Python's `%(name)s`; `%name%` in capitals, as `%PRODUCTNAME`.
    private static func percent(_ units: Units, _ place: Int) -> Int? {
        // “50 %d” is one, “50%d” none that anybody writes.
        if place > 0, UnitKind.digit(units[place - 1]) != nil { return nil }
        var at = place + 1
        if at < units.count, units[at] == 0x25 { return nil }
        if at < units.count, units[at] == 0x28 {
            let end = name(units, at + 1)
            guard end > at + 1, end + 1 < units.count, units[end] == 0x29, isLowerLetter(units[end + 1])
            else {
                return nil
            }
            return end + 2
        }
        var capitals = at
        while capitals < units.count, (0x41...0x5A).contains(units[capitals]) || units[capitals] == 0x5F {
            capitals += 1
        }
        if capitals - at >= 3 {
            return capitals < units.count && units[capitals] == 0x25 ? capitals + 1 : capitals
        }
        while at < units.count,
            UnitKind.digit(units[at]) != nil || [0x24, 0x2D, 0x2B, 0x23, 0x2A, 0x2E].contains(units[at])
        {
            at += 1
        }
        while at < units.count, [0x68, 0x6C, 0x71, 0x6A, 0x7A, 0x74, 0x4C].contains(units[at]) { at += 1 }
        guard at < units.count else { return nil }
        switch units[at] {
        // d i o u x X e E f F g G a A c s p n S @
        case 0x64, 0x69, 0x6F, 0x75, 0x78, 0x58, 0x65, 0x45, 0x66, 0x46, 0x67, 0x47, 0x61, 0x41, 0x63, 0x73,
            0x70,
            0x6E, 0x53, 0x40, 0x43:
            return units.isWordUnit(at + 1) && UnitKind.isLetter(units[at + 1]) ? nil : at + 1
        default:
            // %1 alone, as Qt has it.
            let digits = place + 1
            return at > digits && at <= digits + 2
                && units[digits..<at].allSatisfy { UnitKind.digit($0) != nil }
                ? at : nil
        }
    }

    private static func isLowerLetter(_ unit: UInt16) -> Bool { (0x61...0x7A).contains(unit) }

    /// `{0}`, `{name}`, `{{name}}`, `{$name}`, without white space in it.
    private static func brace(_ units: Units, _ place: Int) -> Int? {
        var at = place + 1
        let isDouble = at < units.count && units[at] == 0x7B
        if isDouble { at += 1 }
        let start = at
        while at < units.count, at - start <= 64, units[at] != 0x7D {
            let unit = units[at]
            guard unit > 0x20, unit < 0x7F || isDouble, unit != 0x7B else {
                guard isDouble, unit == 0x20 else { return nil }
                at += 1
                continue
            }
            at += 1
        }
        guard at > start, at < units.count, units[at] == 0x7D else { return nil }
        if !isDouble { return at + 1 }
        return at + 1 < units.count && units[at + 1] == 0x7D ? at + 2 : nil
    }

    /// `${name}`, `$[name]`, `$NAME$`.
    private static func dollar(_ units: Units, _ place: Int) -> Int? {
        guard place + 2 < units.count else { return nil }
        let closing: UInt16? =
            switch units[place + 1] {
            case 0x7B: 0x7D
            case 0x5B: 0x5D
            default: nil
            }
        let start = closing == nil ? place + 1 : place + 2
        let end = name(units, start)
        guard end > start, end < units.count else { return nil }
        if let closing { return units[end] == closing ? end + 1 : nil }
        return units[end] == 0x24 && UnitKind.isLetter(units[start]) ? end + 1 : nil
    }

    /// An HTML or XML tag: a name follows the sign at once.
    private static func tag(_ units: Units, _ place: Int) -> Int? {
        var at = place + 1
        if at < units.count, units[at] == 0x2F { at += 1 }
        guard at < units.count, units[at] < 0x80, UnitKind.isLetter(units[at]) else { return nil }
        while units.isASCIIAlphanumeric(at) || at < units.count && (units[at] == 0x2D || units[at] == 0x3A) {
            at += 1
        }
        guard at < units.count else { return nil }
        let isEmpty = units[at] == 0x3E || units[at] == 0x2F
        guard isEmpty || UnitKind.isSpace(units[at]) else { return nil }
        let limit = min(units.count, at + 400)
        var hasValue = isEmpty
        while at < limit, units[at] != 0x3E {
            if units[at] == 0x3C { return nil }
            if units[at] == 0x3D { hasValue = true }
            at += 1
        }
        // “a <b c>” may be a sentence; a tag has values or nothing.
        return at < limit && hasValue ? at + 1 : nil
    }

    /// `&amp;`, `&#160;`
    private static func entity(_ units: Units, _ place: Int) -> Int? {
        var at = place + 1
        if at < units.count, units[at] == 0x23 { at += 1 }
        let start = at
        while units.isASCIIAlphanumeric(at), at - start < 32 { at += 1 }
        return at > start && at < units.count && units[at] == 0x3B ? at + 1 : nil
    }
}
