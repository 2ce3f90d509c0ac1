import Checks
import Segmentation
import Terminology
import Testing
import TextFiles
import UnicodeText

/// A table of pairs that a rule must find something in, and of pairs that it must let pass.
struct RuleTable {
    let rule: String
    var from = "en"
    var to = "vi"
    var state = SegmentPair.State.translated
    var parameters: [String: RuleParameter.Value] = [:]
    /// The terms that are known; none unless given.
    var termbase: Termbase?

    /// What the rule says of a pair; both texts in their coded form.
    func findings(_ source: String, _ target: String) throws -> [Finding] {
        try findings([(source, target)])
    }

    /// What the rule says of the pairs of one letter.
    func findings(_ pairs: [(String, String)]) throws -> [Finding] {
        let letter = CheckedLetter(
            name: "thu", source: try LocaleID(from), target: try LocaleID(to),
            pairs: pairs.map { source, target in
                SegmentPair(
                    source: InlineText(coded: source), target: InlineText(coded: target),
                    state: target.isEmpty ? .missing : state,
                    location: SourceLocation(file: "thu.po", line: 1, column: 1))
            })
        let configuration = CheckConfiguration(
            rules: [rule: RuleSetting(parameters: parameters)], only: [rule])
        let terms = try termbase.map { try TermLibrary($0, for: [letter]) } ?? TermLibrary()
        return CheckRun(configuration, terms: terms, threads: 1).findings(of: [letter])
    }

    /// Holds the rule to a table: at least ten of each.
    func check(
        finds: [(String, String)], passes: [(String, String)],
        location: Testing.SourceLocation = #_sourceLocation
    ) throws {
        #expect(finds.count >= 10 && passes.count >= 10, "\(rule)", sourceLocation: location)
        for (source, target) in finds {
            let found = try findings(source, target)
            #expect(!found.isEmpty, "\(rule) misses “\(source)” “\(target)”", sourceLocation: location)
            for finding in found { checkSpans(finding, location) }
        }
        for (source, target) in passes {
            let found = try findings(source, target)
            #expect(
                found.isEmpty, "\(rule) on “\(source)” “\(target)”: \(found.map(\.message))",
                sourceLocation: location)
        }
    }

    private func checkSpans(_ finding: Finding, _ location: Testing.SourceLocation) {
        #expect(!finding.message.isEmpty && !finding.message.hasSuffix("."), sourceLocation: location)
        for (span, text) in [(finding.sourceSpan, finding.source), (finding.targetSpan, finding.target)] {
            guard let span else { continue }
            #expect(
                span.lowerBound >= 0 && span.upperBound <= text.utf16.count, "\(finding)",
                sourceLocation: location)
        }
    }
}
