internal import TextFiles
internal import UnicodeText
internal import Yams

/// `values:` of the front matter: what placeholders stand for.
extension LetterReader {
    /// The values by name. A date, a number, a name as it is in every language; `{name: …, vi: …}`, or `{text: …, vi:
    /// …}` for words that every language needs; a list of names.
    func values(_ yaml: inout YAMLMapping) -> [String: MessageValue] {
        var values: [String: MessageValue] = [:]
        for (name, value) in yaml.fields("values") {
            guard !name.isEmpty, name.unicodeScalars.allSatisfy(Message.isNamePart) else {
                yaml.report(
                    "“\(name)” cannot name a value", at: value.location,
                    hint: "use letters, digits, hyphens and underscores")
                continue
            }
            if LetterMessages.reserved.contains(name) {
                yaml.report(
                    "the value “\(name)” is there already: it is the letter’s or the recipient’s own",
                    at: value.location, hint: "choose another name")
                continue
            }
            values[name] = self.value(value.node, name, &yaml)
        }
        return values
    }

    private func value(_ node: Node, _ name: String, _ yaml: inout YAMLMapping) -> MessageValue? {
        if let text = YAMLMapping.text(of: node) {
            guard !text.isEmpty else { return .missing }
            if let date = CalendarDate(iso: text) { return .date(date) }
            if node.scalar?.style == .plain, let decimal = MessageValue.decimal(text) {
                return .number(decimal)
            }
            return .name(MultilingualText(text.onOneLine))
        }
        if let sequence = node.sequence {
            var items: [MultilingualText] = []
            for item in sequence {
                if let text = YAMLMapping.text(of: item), !text.isEmpty {
                    items.append(MultilingualText(text.onOneLine))
                } else if let (text, _) = multilingual(item, &yaml) {
                    items.append(text)
                }
            }
            return .list(items, count: items.count)
        }
        return multilingual(node, &yaml).map { $0.isName ? .name($0.text) : .text($0.text) }
    }

    /// `{name: …, vi: …}` or `{text: …, vi: …}`.
    private func multilingual(
        _ node: Node, _ yaml: inout YAMLMapping
    ) -> (text: MultilingualText, isName: Bool)? {
        var translations: [LocaleID: String] = [:]
        var source: (text: String, isName: Bool)?
        for (key, value) in node.mapping ?? [:] {
            guard let key = key.scalar?.string, let text = YAMLMapping.text(of: value)?.onOneLine else {
                yaml.report("must be text", at: yaml.location(of: value))
                continue
            }
            if text.isEmpty { continue }
            if key == "name" || key == "text" {
                source = (text, key == "name")
            } else if let locale = try? LocaleID(key) {
                translations[locale] = text
            } else {
                yaml.report("“\(key)” is neither “name”, “text” nor a language", at: yaml.location(of: value))
            }
        }
        guard let source else {
            yaml.report(
                "has neither “name” nor “text”", at: yaml.location(of: node),
                hint: "as in {name: Nguyen Van Dai, vi: Nguyễn Văn Đài}")
            return nil
        }
        return (MultilingualText(source.text, translations: translations), source.isName)
    }
}
