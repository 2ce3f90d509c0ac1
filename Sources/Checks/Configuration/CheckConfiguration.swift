public import UnicodeText

/// How a rule is set.
public struct RuleSetting: Sendable, Equatable {
    /// How much its findings matter.
    public enum Level: Sendable, Equatable {
        /// The rule is not asked.
        case off
        /// As much as this.
        case severity(Severity)

        /// What can be written: `off`, `info`, `warning`, `error`.
        public static let words = ["off"] + Severity.allCases.map(\.rawValue)

        /// The level of a word.
        public init?(_ word: String) {
            if word == "off" {
                self = .off
            } else if let severity = Severity(rawValue: word) {
                self = .severity(severity)
            } else {
                return nil
            }
        }
    }

    /// The level; nil to leave it as it is.
    public var level: Level?
    /// The parameters that are set.
    public var parameters: [String: RuleParameter.Value]

    /// A setting.
    public init(level: Level? = nil, parameters: [String: RuleParameter.Value] = [:]) {
        self.level = level
        self.parameters = parameters
    }

    mutating func merge(_ other: RuleSetting) {
        level = other.level ?? level
        parameters.merge(other.parameters) { _, new in new }
    }
}

/// What is set for checks: in general, for languages, for letters. The more special goes before the more general.
public struct CheckConfiguration: Sendable, Equatable {
    /// Settings by rule.
    public typealias Settings = [String: RuleSetting]

    /// Settings for all letters.
    public var rules: Settings
    /// Settings for translations into a language; `pt` holds for `pt-BR` too, unless that has its own.
    public var locales: [LocaleID: Settings]
    /// Settings for letters by their ids.
    public var letters: [String: Settings]
    /// The only rules to ask; nil for all.
    public var only: Set<String>?
    /// Rules not to ask.
    public var without: Set<String>

    /// Settings; none unless given.
    public init(
        rules: Settings = [:], locales: [LocaleID: Settings] = [:], letters: [String: Settings] = [:],
        only: Set<String>? = nil, without: Set<String> = []
    ) {
        self.rules = rules
        self.locales = locales
        self.letters = letters
        self.only = only
        self.without = without
    }

    /// What is set for a rule in a letter.
    public func setting(_ rule: String, letter: String, locale: LocaleID) -> RuleSetting {
        var setting = rules[rule] ?? RuleSetting()
        let general = locales.filter {
            $0.key != locale && locale.identifier.hasPrefix($0.key.identifier + "-")
        }
        for (_, settings) in general.sorted(by: { $0.key.identifier < $1.key.identifier }) {
            if let special = settings[rule] { setting.merge(special) }
        }
        if let special = locales[locale]?[rule] { setting.merge(special) }
        if let special = letters[letter]?[rule] { setting.merge(special) }
        return setting
    }

    /// Whether a rule is asked at all.
    func asks(_ rule: String) -> Bool { only.map { $0.contains(rule) } ?? true && !without.contains(rule) }
}
