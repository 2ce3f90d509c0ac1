/// Finds the placeholders of ICU's MessageFormat that do more than stand for a value: `{n, plural, one {…} other {…}}`.
///
/// Their variants are text of either language and differ in number from language to language, so that such a placeholder
/// is looked at whole. Files come from anywhere: what only resembles one is none, and nothing is said of its syntax.
enum MessageScan {
    /// Where the placeholder that begins at a brace ends; nil where none does.
    static func end(in units: Units, at place: Int) -> Int? {
        var scan = Scan(units: units, place: place)
        guard scan.argument(depth: 0) == .withType else { return nil }
        return scan.place
    }

    /// The names of the values that a placeholder with variants writes, those inside of the variants included, as
    /// `{name}`. What is only selected by is not written: one language may need it where another does not.
    static func names(in text: String) -> [String] {
        Array(text.utf16).withUnsafeBufferPointer { units in
            var scan = Scan(units: units, place: 0)
            _ = scan.argument(depth: 0)
            return scan.names
        }
    }

    private enum Found { case plain, withType }

    private struct Scan {
        let units: Units
        var place: Int
        var names: [String] = []

        /// Nested variants beyond this are nobody's message.
        private static let deepest = 8

        /// Goes past an argument; nil where there is none, and the place is of no use then.
        mutating func argument(depth: Int) -> Found? {
            guard depth < Self.deepest, take(0x7B) else { return nil }
            passSpaces()
            guard let name = word() else { return nil }
            passSpaces()
            if take(0x7D) {
                names.append("{\(name)}")
                return .plain
            }
            guard take(0x2C) else { return nil }
            passSpaces()
            guard let type = word() else { return nil }
            switch type {
            case "plural", "selectordinal", "select":
                if type != "select" { names.append("{\(name)}") }
                passSpaces()
                return take(0x2C) && variants(depth: depth) ? .withType : nil
            case "number", "date", "time", "list", "spellout", "ordinal", "duration":
                names.append("{\(name)}")
                // A style has no braces.
                while place < units.count, units[place] != 0x7D, units[place] != 0x7B { place += 1 }
                return take(0x7D) ? .withType : nil
            default: return nil
            }
        }

        private mutating func variants(depth: Int) -> Bool {
            while true {
                passSpaces()
                if take(0x7D) { return true }
                // A selector, as “one”, “=2” or “offset:1”.
                let start = place
                while place < units.count, units[place] != 0x7B, units[place] != 0x7D { place += 1 }
                guard place > start, take(0x7B), text(depth: depth) else { return false }
            }
        }

        /// The text of a variant, with its closing brace.
        private mutating func text(depth: Int) -> Bool {
            while place < units.count {
                switch units[place] {
                case 0x7D:
                    place += 1
                    return true
                case 0x7B: if argument(depth: depth + 1) == nil { return false }
                case 0x27
                where place + 1 < units.count && (units[place + 1] == 0x7B || units[place + 1] == 0x7D):
                    // A quoted brace.
                    place += 2
                    while place < units.count, units[place] != 0x27 { place += 1 }
                    place += 1
                default: place += 1
                }
            }
            return false
        }

        private mutating func take(_ unit: UInt16) -> Bool {
            guard place < units.count, units[place] == unit else { return false }
            place += 1
            return true
        }

        private mutating func passSpaces() {
            while place < units.count, UnitKind.isSpace(units[place]) { place += 1 }
        }

        private mutating func word() -> String? {
            let start = place
            while units.isWordUnit(place) || place < units.count && units[place] == 0x2D { place += 1 }
            return place > start ? String(decoding: units[start..<place], as: UTF16.self) : nil
        }
    }
}
