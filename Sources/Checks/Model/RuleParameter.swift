/// Something that can be set for a rule.
public struct RuleParameter: Sendable {
    /// What its value can be.
    public enum Kind: Sendable {
        /// A number in a range.
        case number(ClosedRange<Double>, default: Double)
        /// One of several words; the first one unless set.
        case choice([String])
        /// Any words; none unless set.
        case words
    }

    /// Its name in `lathu.yaml`.
    public let name: String
    /// What its value can be.
    public let kind: Kind
    /// What it does, for people.
    public let explanation: String

    /// A parameter.
    public init(_ name: String, _ kind: Kind, _ explanation: String) {
        self.name = name
        self.kind = kind
        self.explanation = explanation
    }

    /// The value that texts say, or why they say none.
    public func value(_ texts: [String]) -> Result<Value, Refusal> {
        switch kind {
        case .number(let range, _):
            guard texts.count == 1, let number = Double(texts[0]), range.contains(number) else {
                return .failure(
                    Refusal(
                        expected:
                            "a number from \(Self.text(range.lowerBound)) to \(Self.text(range.upperBound))")
                )
            }
            return .success(.number(number))
        case .choice(let choices):
            guard texts.count == 1, choices.contains(texts[0]) else {
                return .failure(Refusal(expected: choices.joined(separator: ", ")))
            }
            return .success(.choice(texts[0]))
        case .words: return .success(.words(texts))
        }
    }

    /// A value of a parameter.
    public enum Value: Sendable, Equatable {
        case number(Double)
        case choice(String)
        case words([String])
    }

    /// Why a text is no value.
    public struct Refusal: Error, Equatable {
        /// What was expected.
        public let expected: String
    }

    /// The default in words; empty for none.
    public var defaultText: String {
        switch kind {
        case .number(_, let number): Self.text(number)
        case .choice(let choices): choices.first ?? ""
        case .words: ""
        }
    }

    private static func text(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}

/// The parameters of a rule as they are set.
public struct RuleParameters: Sendable {
    private let info: RuleInfo
    private let values: [String: RuleParameter.Value]

    /// The defaults of a rule with what is set besides.
    public init(_ info: RuleInfo, _ values: [String: RuleParameter.Value] = [:]) {
        self.info = info
        self.values = values
    }

    /// A number; the default where it is not set.
    public func number(_ name: String) -> Double {
        if case .number(let number) = values[name] { return number }
        guard case .number(_, let number) = kind(name) else { return 0 }
        return number
    }

    /// A choice; the first one where it is not set.
    public func choice(_ name: String) -> String {
        if case .choice(let choice) = values[name] { return choice }
        guard case .choice(let choices) = kind(name) else { return "" }
        return choices.first ?? ""
    }

    /// Words; none where they are not set.
    public func words(_ name: String) -> [String] {
        if case .words(let words) = values[name] { return words }
        return []
    }

    private func kind(_ name: String) -> RuleParameter.Kind? {
        info.parameters.first { $0.name == name }?.kind
    }
}
