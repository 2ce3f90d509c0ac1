/// What programs fill in, and markup in text, lost, added or changed.
struct PlaceholderRule: SegmentRule {
    static let info = RuleInfo(
        id: "placeholder", title: "Placeholders and markup", severity: .error,
        explanation: """
            Placeholders such as %s, %(name)s, {0}, ${name} and markup such as <b> or &amp; stand in the translation as \
            in the source; printf’s without numbers also in the same order, since they are filled in one after another. \
            Attributes of markup may be translated; other attributes than in the source are a warning. Of messages such as {n, plural, …} both sides write the same values, \
            however often; what is only selected by counts for nothing.
            """)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        var source = Self.named(pair.source, pair.sourceParts)
        var target = Self.named(pair.target, pair.targetParts)
        guard !source.isEmpty || !target.isEmpty else { return }
        if (pair.sourceParts.parts + pair.targetParts.parts).contains(where: { $0.kind == .message }) {
            // Each variant names a value again, and languages have different variants.
            source = Self.once(source)
            target = Self.once(target)
        }
        let wanted = source.map(\.name), given = target.map(\.name)
        let missing = Self.rest(wanted, without: given)
        let added = Self.rest(given, without: wanted)
        for place in missing {
            // What stands for a character may be that character: &amp; and &.
            if wanted[place].hasPrefix("&") { continue }
            report.add(
                "“\(pair.source.string(source[place].part.range))” of the source is missing",
                source: source[place].part.range, target: pair.target.content,
                suggestion: "the translation must have it as it is")
        }
        for place in added where !given[place].hasPrefix("&") {
            report.add(
                "“\(pair.target.string(target[place].part.range))” does not stand in the source",
                target: target[place].part.range, suggestion: "remove it")
        }
        guard missing.isEmpty, added.isEmpty else { return }
        checkOrder(pair, wanted, given, target.map(\.part), &report)
        checkAttributes(pair, source, target, &report)
    }

    /// Holds the tags of one name against each other, in their order.
    private func checkAttributes(
        _ pair: PairContext, _ source: [Named], _ target: [Named], _ report: inout RuleReport
    ) {
        var waiting: [String: [[String]]] = [:]
        for tag in source.reversed() where tag.name.hasPrefix("<") {
            waiting[tag.name, default: []].append(
                MarkupAttributes.names(of: pair.source.string(tag.part.range)))
        }
        for tag in target where tag.name.hasPrefix("<") {
            guard let wanted = waiting[tag.name]?.popLast() else { continue }
            let given = MarkupAttributes.names(of: pair.target.string(tag.part.range))
            if given == wanted { continue }
            let text = pair.target.string(tag.part.range)
            report.add(
                wanted.isEmpty
                    ? "“\(text)” has attributes, in the source it has none"
                    : "“\(text)” has not the attributes of the source: \(wanted.joined(separator: ", "))",
                target: tag.part.range, suggestion: "names of attributes are not translated",
                severity: .warning)
            return
        }
    }

    private func checkOrder(
        _ pair: PairContext, _ wanted: [String], _ given: [String], _ target: [OpaqueParts.Part],
        _ report: inout RuleReport
    ) {
        let order = wanted.filter(Self.isPositional)
        let places = given.indices.filter { Self.isPositional(given[$0]) }
        for (place, name) in zip(places, order) where given[place] != name {
            report.add(
                "“\(given[place])” comes where the source has “\(name)”", target: target[place].range,
                suggestion: "keep the order, or number them: %1$s, %2$d")
            return
        }
    }

    private typealias Named = (name: String, part: OpaqueParts.Part)

    private static func named(_ text: CheckedText, _ parts: OpaqueParts) -> [Named] {
        parts.parts.flatMap { part -> [Named] in
            switch part.kind {
            case .placeholder: [(name(text, part), part)]
            case .message: MessageScan.names(in: text.string(part.range)).map { ($0, part) }
            case .url, .mail, .tag: []
            }
        }
    }

    private static func once(_ parts: [Named]) -> [Named] {
        var seen: Set<String> = []
        return parts.filter { seen.insert($0.name).inserted }
    }

    /// What is compared: of markup, the name of the element.
    private static func name(_ text: CheckedText, _ part: OpaqueParts.Part) -> String {
        let string = text.string(part.range)
        guard string.hasPrefix("<") else { return string }
        let end = string.dropFirst().firstIndex {
            $0 == ">" || $0.isWhitespace || $0 == "/" && string.dropFirst().first != "/"
        }
        return end.map { String(string[..<$0]).lowercased() } ?? string
    }

    /// %s and its kin without a number or a name of their own.
    private static func isPositional(_ name: String) -> Bool {
        guard name.utf8.first == UInt8(ascii: "%"), let last = name.utf8.last,
            last | 0x20 >= UInt8(ascii: "a"),
            last | 0x20 <= UInt8(ascii: "z")
        else { return false }
        return !name.utf8.contains(UInt8(ascii: "$")) && !name.utf8.contains(UInt8(ascii: "("))
            && name.utf8.count <= 6
            && !(name.utf8.dropFirst().allSatisfy { (0x41...0x5A).contains($0) } && name.utf8.count > 3)
    }

    private static func rest(_ names: [String], without others: [String]) -> [Int] {
        var counts: [String: Int] = [:]
        for name in others { counts[name, default: 0] += 1 }
        return names.indices.filter { place in
            guard let count = counts[names[place]], count > 0 else { return true }
            counts[names[place]] = count - 1
            return false
        }
    }
}
