internal import Checks
internal import TextFiles
internal import UnicodeText
internal import Yams

/// Reads `checks:` of `lathu.yaml`.
///
/// ```yaml
/// checks:
///   rules:
///     number-format: warning
///     length: {severity: warning, deviations: 5}
///   locales:
///     vi:
///       tone-style: {severity: error, style: old}
///   letters:
///     apec-2017:
///       repeated-word: off
/// ```
struct ProjectChecks {
    private static let key = "checks"
    private static let sections = ["rules", "locales", "letters"]
    private static let severity = "severity"

    static func read(_ yaml: inout YAMLMapping) -> CheckConfiguration {
        var configuration = CheckConfiguration()
        guard let value = yaml.value(key), YAMLMapping.text(of: value.node) != "" else {
            return configuration
        }
        guard let mapping = value.node.mapping else {
            yaml.report(
                "“checks” must hold “rules”, “locales” or “letters”", at: value.location,
                hint: "see “lathu check --help”")
            return configuration
        }
        for (key, value) in mapping {
            guard let name = name(key, &yaml) else { continue }
            switch name {
            case "rules": configuration.rules = settings(value, &yaml)
            case "locales":
                for (tag, value) in entries(value, name, &yaml) {
                    do {
                        configuration.locales[try LocaleID(tag.text)] = settings(value, &yaml)
                    } catch {
                        yaml.report("\(error)", at: tag.location)
                    }
                }
            case "letters":
                for (id, value) in entries(value, name, &yaml) {
                    configuration.letters[id.text] = settings(value, &yaml)
                }
            default: reportUnknown("key", name, sections, at: yaml.location(of: key), &yaml)
            }
        }
        return configuration
    }

    private typealias Name = (text: String, location: SourceLocation)

    private static func name(_ node: Node, _ yaml: inout YAMLMapping) -> String? {
        if let text = YAMLMapping.text(of: node), !text.isEmpty { return text }
        yaml.report("a key must be plain text", at: yaml.location(of: node))
        return nil
    }

    private static func entries(_ node: Node, _ key: String, _ yaml: inout YAMLMapping) -> [(Name, Node)] {
        if YAMLMapping.text(of: node) == "" { return [] }
        guard let mapping = node.mapping else {
            yaml.report("“\(key)” must hold “name: …” lines", at: yaml.location(of: node))
            return []
        }
        var entries: [(Name, Node)] = []
        for (key, value) in mapping {
            if let text = name(key, &yaml) { entries.append(((text, yaml.location(of: key)), value)) }
        }
        return entries
    }

    private static func settings(_ node: Node, _ yaml: inout YAMLMapping) -> CheckConfiguration.Settings {
        var settings: CheckConfiguration.Settings = [:]
        for (rule, value) in entries(node, "rules", &yaml) {
            guard let info = RuleRegistry.info(rule.text) else {
                let known = RuleRegistry.infos.map(\.id)
                reportUnknown("rule", rule.text, known, at: rule.location, &yaml)
                continue
            }
            settings[rule.text] = setting(value, info, &yaml)
        }
        return settings
    }

    /// A level alone, or a mapping of `severity` and parameters.
    private static func setting(_ node: Node, _ info: RuleInfo, _ yaml: inout YAMLMapping) -> RuleSetting {
        var setting = RuleSetting()
        if let text = YAMLMapping.text(of: node) {
            setting.level = level(node, text, info, &yaml)
            return setting
        }
        for (name, value) in entries(node, info.id, &yaml) {
            if name.text == severity {
                setting.level = level(value, YAMLMapping.text(of: value) ?? "", info, &yaml)
                continue
            }
            guard let parameter = info.parameters.first(where: { $0.name == name.text }) else {
                let known = [severity] + info.parameters.map(\.name)
                reportUnknown("parameter of “\(info.id)”", name.text, known, at: name.location, &yaml)
                continue
            }
            let texts =
                value.sequence.map { $0.map { YAMLMapping.text(of: $0) ?? "" } } ?? [
                    YAMLMapping.text(of: value) ?? ""
                ]
            switch parameter.value(texts) {
            case .success(let value): setting.parameters[parameter.name] = value
            case .failure(let refusal):
                yaml.report(
                    "“\(parameter.name)” of “\(info.id)” is “\(texts.joined(separator: ", "))”",
                    at: yaml.location(of: value), hint: "expected \(refusal.expected)")
            }
        }
        return setting
    }

    private static func level(
        _ node: Node, _ text: String, _ info: RuleInfo, _ yaml: inout YAMLMapping
    ) -> RuleSetting.Level? {
        // YAML 1.1 takes a bare off for a boolean; its text is what was written.
        if let level = RuleSetting.Level(text) { return level }
        let near = NearMiss.nearest(to: text, in: RuleSetting.Level.words)
        yaml.report(
            "the severity of “\(info.id)” is “\(text)”", at: yaml.location(of: node),
            hint: near.map { "did you mean “\($0)”?" }
                ?? "write \(RuleSetting.Level.words.joined(separator: ", "))")
        return nil
    }

    private static func reportUnknown(
        _ what: String, _ name: String, _ known: [String], at location: SourceLocation,
        _ yaml: inout YAMLMapping
    ) {
        let near = NearMiss.nearest(to: name, in: known)
        yaml.report(
            "unknown \(what) “\(name)”", at: location,
            hint: near.map { "did you mean “\($0)”?" } ?? "known: \(known.joined(separator: ", "))")
    }
}
