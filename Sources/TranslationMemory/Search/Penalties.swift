/// What is taken off a match's score for the doubts about its unit, in hundredths.
public struct Penalties: Sendable, Equatable {
    /// The pair came out of aligning two documents.
    public var aligned = 5
    /// The translation was made by a machine.
    public var machine = 15
    /// The translation is a draft.
    public var draft = 10
    /// A variant is of another region of the language, each side.
    public var region = 2
    /// Every unit of the memory: for one that is trusted less than others.
    public var memory = 0

    /// The documented defaults.
    public init() {}

    /// What is taken off for a unit, by reason.
    ///
    /// - Parameter regions: how many of its two texts are of another region than was asked for.
    func reasons(
        method: TranslationUnit.Method, state: TranslationUnit.State, regions: Int
    ) -> [String: Int] {
        var reasons: [String: Int] = [:]
        switch method {
        case .aligned: reasons["aligned"] = aligned
        case .machine: reasons["machine"] = machine
        case .human: break
        }
        if state == .draft { reasons["draft"] = draft }
        reasons["region"] = regions * region
        reasons["memory"] = memory
        return reasons.filter { $0.value > 0 }
    }

    /// The sum of ``reasons(method:state:regions:)``.
    func sum(method: TranslationUnit.Method, state: TranslationUnit.State, regions: Int) -> Int {
        let ofMethod =
            switch method {
            case .aligned: aligned
            case .machine: machine
            case .human: 0
            }
        return ofMethod + (state == .draft ? draft : 0) + regions * region + memory
    }
}
