internal import Dispatch
internal import Synchronization
internal import TextFiles

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Asks all rules about letters.
///
/// ```swift
/// let run = CheckRun(configuration)
/// for finding in run.findings(of: letters) { print(finding.message) }
/// ```
/// Segments are checked on several threads; the findings come in the order of the letters and their segments, for a
/// segment in that of ``RuleRegistry/rules``, whatever the number of threads.
public struct CheckRun: Sendable {
    private let configuration: CheckConfiguration
    private let lengths: LengthModels
    private let terms: TermLibrary
    private let threads: Int

    /// A run.
    /// - Parameters:
    ///   - lengths: how long translations are, as learned from a memory.
    ///   - terms: the terms that are to be used; none unless given.
    ///   - threads: how many threads to use; nil for one a core.
    public init(
        _ configuration: CheckConfiguration = CheckConfiguration(), lengths: LengthModels = LengthModels(),
        terms: TermLibrary = TermLibrary(), threads: Int? = nil
    ) {
        self.configuration = configuration
        self.lengths = lengths
        self.terms = terms
        self.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    }

    /// What there is to say about letters.
    public func findings(of letters: [CheckedLetter]) -> [Finding] {
        let sets = letters.map { RuleSet(configuration, for: $0) }
        var collected: [[Int: [LetterEvidence]]] = Array(repeating: [:], count: letters.count)
        var found: [[[Found]]] = []
        for (number, letter) in letters.enumerated() {
            let (findings, evidence) = segments(of: letter, number, sets[number])
            found.append(findings)
            collected[number] = evidence
        }
        for (number, letter) in letters.enumerated() {
            ask(sets[number], letter, number, letters, collected[number], &found[number])
        }
        askAcross(sets, letters, collected, &found)
        var all: [Finding] = []
        for (number, letter) in letters.enumerated() {
            all += ordered(found[number], letter, sets[number])
        }
        return all
    }

    /// A finding with what orders it.
    fileprivate struct Found: Sendable {
        var finding: Finding
        var rule: Int
        var start: Int
    }

    // MARK: Segments

    private struct ChunkResult: Sendable {
        var found: [(segment: Int, found: Found)] = []
        var evidence: [Int: [LetterEvidence]] = [:]
    }

    private func segments(
        of letter: CheckedLetter, _ number: Int, _ set: RuleSet
    ) -> (found: [[Found]], evidence: [Int: [LetterEvidence]]) {
        let chunk = 128
        let count = (letter.pairs.count + chunk - 1) / chunk
        let setting = LetterSetting(length: lengths.model(for: letter))
        let results = Mutex([ChunkResult?](repeating: nil, count: count))
        let next = Atomic(0)
        let configuration = configuration
        let terms = terms.knowledge(for: letter)
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
            // Rules are made anew on every thread: they cost nothing, and nothing is shared.
            let set = RuleSet(configuration, for: letter)
            let scratch = CheckScratch(terms: terms)
            while true {
                let place = next.add(1, ordering: .relaxed).oldValue
                guard place < count else { return }
                let range = place * chunk..<min(letter.pairs.count, (place + 1) * chunk)
                let result = Self.check(range, of: letter, number, set, setting, scratch)
                results.withLock { $0[place] = result }
            }
        }
        // The last group is for findings about the letter as a whole.
        var found = [[Found]](repeating: [], count: letter.pairs.count + 1)
        var evidence: [Int: [LetterEvidence]] = [:]
        for result in results.withLock({ $0 }) {
            for item in result?.found ?? [] { found[item.segment].append(item.found) }
            // In place: joining two arrays into a third would make the whole quadratic.
            for (rule, items) in result?.evidence ?? [:] { evidence[rule, default: []] += items }
        }
        return (found, evidence)
    }

    private static func check(
        _ range: Range<Int>, of letter: CheckedLetter, _ number: Int, _ set: RuleSet,
        _ setting: LetterSetting,
        _ scratch: CheckScratch
    ) -> ChunkResult {
        var result = ChunkResult()
        var report = RuleReport()
        for index in range {
            let pair = letter.pairs[index]
            let context = PairContext(pair, index: index, letter: letter, setting: setting, scratch: scratch)
            let isMissing = pair.state == .missing
            for (rule, asked) in set.segmentRules where !isMissing || asked.info.takesMissing {
                report.clear()
                rule.check(context, &report)
                for item in report.items {
                    let finding = finding(
                        asked, item.severity, item.message, item.suggestion, letter, index, context.source,
                        context.target, item.source, item.target)
                    result.found.append(
                        (
                            index,
                            Found(
                                finding: finding, rule: asked.number,
                                start: (item.target ?? item.source)?.lowerBound ?? 0)
                        ))
                }
            }
            guard !isMissing else { continue }
            for (rule, asked) in set.collectingRules {
                for evidence in rule.evidence(context) {
                    result.evidence[asked.number, default: []].append(
                        LetterEvidence(
                            evidence: evidence, letter: number, segment: index, pairs: letter.pairs))
                }
            }
        }
        return result
    }

    private static func finding(
        _ asked: RuleSet.Asked, _ severity: Severity?, _ message: String, _ suggestion: String?,
        _ letter: CheckedLetter, _ segment: Int, _ source: CheckedText, _ target: CheckedText,
        _ sourceSpan: Range<Int>?, _ targetSpan: Range<Int>?
    ) -> Finding {
        let pair = letter.pairs[segment]
        return Finding(
            rule: asked.info.id, severity: asked.severity ?? severity ?? asked.info.severity,
            message: message,
            suggestion: suggestion, letter: letter.name, locale: letter.target, segment: segment,
            place: pair.place, location: pair.location, source: source.shown, target: target.shown,
            sourceSpan: sourceSpan.map(source.shown), targetSpan: targetSpan.map(target.shown))
    }

    // MARK: Letters

    private func ask(
        _ set: RuleSet, _ letter: CheckedLetter, _ number: Int, _ letters: [CheckedLetter],
        _ evidence: [Int: [LetterEvidence]], _ found: inout [[Found]]
    ) {
        for (rule, asked) in set.letterRules {
            var report = LetterReport()
            rule.check(letter, &report)
            take(report, asked, letters) { _ in
                asked
            } add: { _, segment, item in
                found[segment].append(item)
            }
        }
        for (rule, asked) in set.collectingRules where asked.info.scope == .letter {
            var report = LetterReport()
            rule.judge(evidence[asked.number] ?? [], &report)
            take(report, asked, letters) { _ in
                asked
            } add: { _, segment, item in
                found[segment].append(item)
            }
        }
    }

    /// Rules that look at all letters of a language together.
    private func askAcross(
        _ sets: [RuleSet], _ letters: [CheckedLetter], _ evidence: [[Int: [LetterEvidence]]],
        _ found: inout [[[Found]]]
    ) {
        var groups: [[Int]] = []
        for number in letters.indices {
            let place = groups.firstIndex { group in
                letters[group[0]].target == letters[number].target
                    && letters[group[0]].source == letters[number].source
            }
            if let place { groups[place].append(number) } else { groups.append([number]) }
        }
        for group in groups {
            var asked: Set<Int> = []
            for number in group {
                for (rule, item) in sets[number].collectingRules
                where item.info.scope == .project && asked.insert(item.number).inserted {
                    var report = LetterReport()
                    rule.judge(group.flatMap { evidence[$0][item.number] ?? [] }, &report)
                    take(report, item, letters) { letter in
                        sets[letter].collectingRules.first { $0.asked.number == item.number }?.asked
                    } add: { letter, segment, item in
                        found[letter][segment].append(item)
                    }
                }
            }
        }
    }

    private func take(
        _ report: LetterReport, _ asked: RuleSet.Asked, _ letters: [CheckedLetter],
        settings: (Int) -> RuleSet.Asked?, add: (_ letter: Int, _ segment: Int, Found) -> Void
    ) {
        for item in report.items {
            guard let asked = settings(item.letter) else { continue }
            let letter = letters[item.letter]
            guard let segment = item.segment else {
                let finding = Finding(
                    rule: asked.info.id, severity: asked.severity ?? asked.info.severity,
                    message: item.message,
                    suggestion: item.suggestion, letter: letter.name, locale: letter.target, segment: nil,
                    place: nil, location: item.location ?? SourceLocation(), source: "", target: "",
                    sourceSpan: nil, targetSpan: nil)
                add(item.letter, letter.pairs.count, Found(finding: finding, rule: asked.number, start: 0))
                continue
            }
            let pair = letter.pairs[segment]
            let finding = Self.finding(
                asked, nil, item.message, item.suggestion, letter, segment, CheckedText(pair.source),
                CheckedText(pair.target), item.source, item.target)
            add(
                item.letter, segment,
                Found(
                    finding: finding, rule: asked.number, start: (item.target ?? item.source)?.lowerBound ?? 0
                ))
        }
    }

    // MARK: Order

    private func ordered(_ found: [[Found]], _ letter: CheckedLetter, _ set: RuleSet) -> [Finding] {
        var all: [Finding] = []
        // A waiver of a rule that could not look has not lost its use.
        let asked = terms.knowledge(for: letter) == nil ? set.ids.subtracting(set.termIDs) : set.ids
        for (segment, items) in found.enumerated() {
            let sorted = items.enumerated().sorted { left, right in
                (left.element.rule, left.element.start, left.offset)
                    < (right.element.rule, right.element.start, right.offset)
            }.map(\.element.finding)
            guard segment < letter.pairs.count else {
                all += sorted
                continue
            }
            let pair = letter.pairs[segment]
            all += WaiverCheck.apply(sorted, pair: pair, asked: asked) { message in
                Finding(
                    rule: WaiverCheck.info.id, severity: set.waiverSeverity, message: message,
                    suggestion: nil,
                    letter: letter.name, locale: letter.target, segment: segment, place: pair.place,
                    location: pair.location, source: CheckedText(pair.source).shown,
                    target: CheckedText(pair.target).shown, sourceSpan: nil, targetSpan: nil)
            }
        }
        return all
    }
}
