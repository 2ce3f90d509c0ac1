internal import UnicodeText

/// Web addresses, e-mail addresses, hashtags and handles that are not those of the source.
struct LinkRule: SegmentRule {
    static let info = RuleInfo(
        id: "link", title: "Links, e-mail addresses, hashtags, handles", severity: .error,
        explanation: """
            Each web address, e-mail address, hashtag and handle of the source stands in the translation as it is. A \
            web address may lead to the page in the other language (…/en/… to …/vi/…). A hashtag may have another one \
            in its place.
            """)

    init(_ parameters: RuleParameters) {}

    func check(_ pair: PairContext, _ report: inout RuleReport) {
        let source = pair.sourceParts.parts.filter(\.kind.isLink)
        let target = pair.targetParts.parts.filter(\.kind.isLink)
        guard !source.isEmpty || !target.isEmpty else { return }
        var open = target
        var lost: [OpaqueParts.Part] = []
        for part in source {
            let place = open.firstIndex { Self.agree(pair, part, $0) }
            if let place { open.remove(at: place) } else { lost.append(part) }
        }
        for part in lost {
            // Said twice in the source and once in the translation is enough.
            if target.contains(where: { Self.agree(pair, part, $0) }) { continue }
            let other = open.firstIndex { $0.kind == part.kind }
            let name = Self.name(part.kind)
            let text = pair.source.string(part.range)
            if let other {
                let part = open.remove(at: other)
                report.add(
                    "the \(name) “\(pair.target.string(part.range))” is “\(text)” in the source",
                    source: nil, target: part.range, suggestion: text,
                    severity: part.kind == .tag ? .warning : nil)
            } else {
                report.add(
                    "the \(name) “\(text)” of the source is missing", source: part.range, suggestion: text,
                    severity: part.kind == .tag ? .warning : nil)
            }
        }
        for part in open where !source.contains(where: { Self.agree(pair, $0, part) }) {
            report.add(
                "the \(Self.name(part.kind)) “\(pair.target.string(part.range))” does not stand in the source",
                target: part.range, suggestion: "remove it", severity: .warning)
        }
    }

    private static func name(_ kind: OpaqueParts.Part.Kind) -> String {
        switch kind {
        case .url: "web address"
        case .mail: "e-mail address"
        case .tag: "hashtag or handle"
        case .placeholder, .message: "placeholder"
        }
    }

    private static func agree(_ pair: PairContext, _ source: OpaqueParts.Part, _ target: OpaqueParts.Part)
        -> Bool
    {
        guard source.kind == target.kind else { return false }
        let left = pair.source.units[source.range]
        let right = pair.target.units[target.range]
        if left.elementsEqual(right) { return true }
        switch source.kind {
        case .mail, .tag:
            return left.count == right.count
                && zip(left, right).allSatisfy { WordKey.folded($0) == WordKey.folded($1) }
        case .url:
            return localized(pair, pair.source.string(source.range))
                == localized(pair, pair.target.string(target.range))
        case .placeholder, .message: return false
        }
    }

    /// The address without the parts that name a language, and without a slash at its end.
    private static func localized(_ pair: PairContext, _ address: String) -> [Substring] {
        let languages: Set<String> = [
            pair.sourceLocale.language, pair.targetLocale.language, pair.sourceLocale.identifier.lowercased(),
            pair.targetLocale.identifier.lowercased(),
        ]
        return address.split(whereSeparator: { "/.?=&#".contains($0) }).filter { part in
            !languages.contains(part.lowercased())
        }
    }
}
