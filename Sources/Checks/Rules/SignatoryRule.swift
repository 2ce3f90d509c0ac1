internal import UnicodeText

/// Signatories that the translated letter lost, doubled or put into another order.
struct SignatoryRule: LetterRule {
    static let info = RuleInfo(
        id: "signatories", title: "Signatories", severity: .error, scope: .letter,
        explanation: """
            The translated letter is signed by as many as the source letter, in the same order, each once, and none has \
            the name of another.
            """)

    init(_ parameters: RuleParameters) {}

    func check(_ letter: CheckedLetter, _ report: inout LetterReport) {
        var sources: [String: Int] = [:]
        var targets: [String: Int] = [:]
        for (place, signatory) in letter.signatories.enumerated() {
            let source = signatory.source.nfkcCasefold
            if let other = sources.updateValue(place, forKey: source) {
                report.add(
                    "“\(signatory.source)” signs twice, as number \(other + 1) and \(place + 1)",
                    at: letter.signatoryLocation, suggestion: "keep one of the two")
                continue
            }
            guard let target = signatory.target, !target.trimmed.isEmpty else {
                report.add(
                    "signatory \(place + 1), “\(signatory.source)”, is missing in the translation",
                    at: letter.signatoryLocation, suggestion: "add it at the same place")
                continue
            }
            if let other = targets.updateValue(place, forKey: target.nfkcCasefold) {
                report.add(
                    "signatories \(other + 1) and \(place + 1) have the same name in the translation: “\(target)”",
                    at: letter.signatoryLocation, suggestion: "give each its own name")
            }
        }
        checkOrder(letter, &report)
    }

    /// Where a name of the source stands in the translation, it stands at its own place.
    private func checkOrder(_ letter: CheckedLetter, _ report: inout LetterReport) {
        let places = Dictionary(
            letter.signatories.enumerated().map { ($0.element.source.nfkcCasefold, $0.offset) }
        ) { first, _ in first }
        for (place, signatory) in letter.signatories.enumerated() {
            guard let target = signatory.target, let due = places[target.nfkcCasefold], due != place else {
                continue
            }
            report.add(
                "“\(target)” stands as number \(place + 1) in the translation and as \(due + 1) in the source",
                at: letter.signatoryLocation, suggestion: "keep the order of the source")
        }
    }
}
