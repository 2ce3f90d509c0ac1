internal import UnicodeText

/// Quotation marks that are missing, do not pair, or are not those of the language.
struct QuotationRule: SegmentRule {
    static let info = RuleInfo(
        id: "quotation", title: "Quotation marks", severity: .warning,
        explanation: """
            What is quoted in the source is quoted in the translation, and every mark that opens is closed. “marks” \
            names the pair that a language uses, such as «»; marks of another kind are then told as an info. Without it \
            only a mix of straight and curly marks in one segment is. Marks around what stands in the source without \
            them, such as the name of a command, are let pass.
            """,
        parameters: [
            RuleParameter(
                "marks", .words, "the opening and the closing mark of the language, as one word: “”, «», „“")
        ])

    private let marks: [UInt16]?

    init(_ parameters: RuleParameters) {
        let units = parameters.words("marks").joined().utf16.map { $0 }
        marks = units.count == 2 ? units : nil
    }

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        let source = Self.marks(pair.source, pair.sourceParts)
        let target = Self.marks(pair.target, pair.targetParts)
        guard !source.isEmpty || !target.isEmpty else { return }
        if source.count >= 2, source.count % 2 == 0, target.isEmpty {
            report.add(
                "the source quotes something, the translation has no quotation marks",
                source: source[0]..<source[0] + 1,
                target: pair.target.content)
        } else if target.count % 2 == 1, source.count % 2 == 0 {
            report.add(
                "a quotation mark has no partner",
                target: target[target.count - 1]..<target[target.count - 1] + 1,
                suggestion: "open and close every quotation")
        } else if source.isEmpty, target.count >= 2, !pair.source.units.contains(0x60),
            !Self.stands(target[0] + 1..<target[1], in: pair)
        {
            report.add(
                "the translation quotes something, the source does not", target: target[0]..<target[1] + 1,
                severity: .info)
        }
        checkKind(pair, target, &report)
    }

    private func checkKind(_ pair: PairContext, _ places: [Int], _ report: inout RuleReport) {
        guard let first = places.first else { return }
        if let marks {
            let others = places.filter {
                Self.isDouble(pair.target.units[$0]) && !marks.contains(pair.target.units[$0])
            }
            guard let place = others.first else { return }
            report.add(
                "the quotation mark is not one of the language", target: place..<place + 1,
                suggestion: String(decoding: marks, as: UTF16.self), severity: .info)
            return
        }
        let isStraight = pair.target.units[first] == 0x22
        guard Self.isDouble(pair.target.units[first]), !Self.isAngular(pair.target.units[first]) else {
            return
        }
        if let other = places.first(where: { place in
            let unit = pair.target.units[place]
            return Self.isDouble(unit) && !Self.isAngular(unit) && (unit == 0x22) != isStraight
        }) {
            report.add(
                "straight and curly quotation marks are mixed", target: other..<other + 1,
                suggestion: "write “…” throughout",
                severity: .info)
        }
    }

    /// «, », 「 and 」, which no keyboard’s straight mark stands for.
    private static func isAngular(_ unit: UInt16) -> Bool {
        unit == 0xAB || unit == 0xBB || unit == 0x300C || unit == 0x300D
    }

    /// Whether a part of the translation stands in the source as it is.
    private static func stands(_ range: Range<Int>, in pair: PairContext) -> Bool {
        var part = pair.target.units[range].drop(while: UnitKind.isSpace)
        while let last = part.last, UnitKind.isSpace(last) { part.removeLast() }
        return !part.isEmpty && pair.source.plain.contains(String(decoding: part, as: UTF16.self))
    }

    private static func isDouble(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x300C, 0x300D: true
        default: false
        }
    }

    /// The quotation marks of a text: double ones, and single ones that are no apostrophes.
    private static func marks(_ text: CheckedText, _ parts: OpaqueParts) -> [Int] {
        var found: [Int] = []
        var depth = 0
        for place in text.units.indices {
            let unit = text.units[place]
            guard isDouble(unit) || unit == 0x27 || unit == 0x2018 || unit == 0x2019 || unit == 0x60 else {
                continue
            }
            if parts.cover(place) { continue }
            // ' ' is such a mark in texts whose words were parted for machines.
            if unit == 0x27, place + 2 < text.units.count, text.units[place + 1] == 0x20,
                text.units[place + 2] == 0x27
            {
                found.append(place)
                continue
            }
            if unit == 0x27, place > 1, text.units[place - 1] == 0x20, text.units[place - 2] == 0x27 {
                continue
            }
            // ``…'' as TeX writes them: each two are one mark.
            if unit == 0x60 || unit == 0x27, place + 1 < text.units.count, text.units[place + 1] == unit {
                found.append(place)
                continue
            }
            if place > 0, text.units[place - 1] == unit, unit == 0x60 || unit == 0x27 { continue }
            if isDouble(unit) {
                // 5" and 6'2" are measures.
                if unit == 0x22, place > 0, UnitKind.digit(text.units[place - 1]) != nil, found.count % 2 == 0
                {
                    continue
                }
                found.append(place)
                continue
            }
            let before = place > 0 ? text.units[place - 1] : 0x20
            let after = place + 1 < text.units.count ? text.units[place + 1] : 0x20
            let opens =
                !UnitKind.isLetter(before) && UnitKind.digit(before) == nil && !UnitKind.isSpace(after)
                && UnitKind.digit(after) == nil
            if opens, unit != 0x2019 || depth == 0, UnitKind.isLetter(after) || unit == 0x2018 {
                // ’tis and ’em are rarer than quotations, but a right mark does not open.
                if unit == 0x2019 { continue }
                depth += 1
                found.append(place)
            } else if depth > 0, !UnitKind.isLetter(after), !UnitKind.isSpace(before) {
                depth -= 1
                found.append(place)
            }
        }
        // A single mark that opens and never closes was an apostrophe.
        if depth > 0 {
            let singles = found.filter { !isDouble(text.units[$0]) }
            if singles.count % 2 == 1, let last = singles.last { found.removeAll { $0 == last } }
        }
        return found
    }
}
