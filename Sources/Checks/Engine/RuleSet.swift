/// The rules that are asked in a letter, as they are set there.
struct RuleSet {
    struct Asked {
        let rule: any Rule
        let info: RuleInfo
        /// The number of the rule in the registry.
        let number: Int
        /// What its findings matter where the settings say so.
        let severity: Severity?
    }

    let segmentRules: [(rule: any SegmentRule, asked: Asked)]
    let collectingRules: [(rule: any CollectingRule, asked: Asked)]
    let letterRules: [(rule: any LetterRule, asked: Asked)]
    /// The ids of all of them.
    let ids: Set<String>
    /// Those that have nothing to say without a termbase.
    let termIDs: Set<String>
    /// What findings about waivers matter.
    let waiverSeverity: Severity

    init(_ configuration: CheckConfiguration, for letter: CheckedLetter) {
        var segment: [(rule: any SegmentRule, asked: Asked)] = []
        var collecting: [(rule: any CollectingRule, asked: Asked)] = []
        var letters: [(rule: any LetterRule, asked: Asked)] = []
        var ids: Set<String> = []
        func severity(_ id: String) -> (isOn: Bool, severity: Severity?) {
            guard configuration.asks(id) else { return (false, nil) }
            switch configuration.setting(id, letter: letter.name, locale: letter.target).level {
            case .off: return (false, nil)
            case .severity(let severity): return (true, severity)
            case nil: return (true, nil)
            }
        }
        for (number, type) in RuleRegistry.rules.enumerated() {
            let info = type.info
            let level = severity(info.id)
            guard level.isOn else { continue }
            ids.insert(info.id)
            let setting = configuration.setting(info.id, letter: letter.name, locale: letter.target)
            let rule = type.init(RuleParameters(info, setting.parameters))
            let asked = Asked(rule: rule, info: info, number: number, severity: level.severity)
            if let rule = rule as? any SegmentRule { segment.append((rule, asked)) }
            if let rule = rule as? any CollectingRule { collecting.append((rule, asked)) }
            if let rule = rule as? any LetterRule { letters.append((rule, asked)) }
        }
        let waiver = severity(WaiverCheck.info.id)
        if waiver.isOn { ids.insert(WaiverCheck.info.id) }
        segmentRules = segment
        collectingRules = collecting
        letterRules = letters
        self.ids = ids
        termIDs = Set(RuleRegistry.rules.lazy.map { $0.info }.filter(\.needsTerms).map(\.id))
        waiverSeverity = waiver.severity ?? WaiverCheck.info.severity
    }
}
