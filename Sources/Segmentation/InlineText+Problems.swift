extension InlineText {
    /// What is wrong with the codes of a translation, each as a sentence without its full stop: codes
    /// lost, added or doubled, then codes without a partner or crossing one another.
    ///
    /// What is unpaired in the source already may be so in the translation.
    public func codeProblems(comparedTo source: InlineText) -> [String] {
        let expected = source.codes, found = codes
        let wanted = Self.counts(expected), given = Self.counts(found)
        var problems: [String] = []
        var wrong: Set<Int> = []
        var seen: Set<InlineCode> = []
        for code in expected where seen.insert(code).inserted {
            let times = given[code] ?? 0, due = wanted[code] ?? 0
            if times < due {
                problems.append(
                    times == 0
                        ? "code \(code) of the source is missing"
                        : "code \(code) stands \(Self.times(times)), but \(Self.times(due)) in the source")
                wrong.insert(code.number)
            } else if times > due {
                problems.append(
                    "code \(code) stands \(Self.times(times)), but \(Self.times(due)) in the source")
                wrong.insert(code.number)
            }
        }
        for code in found where seen.insert(code).inserted {
            problems.append("code \(code) does not stand in the source")
            wrong.insert(code.number)
        }
        // What follows from a lost or doubled code need not be said again.
        let known = Set(Self.structureProblems(expected).map(\.message))
        for problem in Self.structureProblems(found)
        where !known.contains(problem.message) && wrong.isDisjoint(with: problem.numbers) {
            problems.append(problem.message)
        }
        return problems
    }

    private static func counts(_ codes: [InlineCode]) -> [InlineCode: Int] {
        codes.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private static func times(_ count: Int) -> String {
        switch count {
        case 1: "once"
        case 2: "twice"
        default: "\(count) times"
        }
    }

    private static func structureProblems(_ codes: [InlineCode]) -> [(message: String, numbers: Set<Int>)] {
        var problems: [(message: String, numbers: Set<Int>)] = []
        var open: [InlineCode] = []
        for code in codes {
            switch code.kind {
            case .standalone: break
            case .opening: open.append(code)
            case .closing:
                guard let start = open.lastIndex(where: { $0.number == code.number }) else {
                    problems.append(("code \(code) closes what was not opened", [code.number]))
                    continue
                }
                for crossed in open[(start + 1)...] {
                    problems.append(
                        (
                            "code \(code) closes before \(crossed) inside it is closed",
                            [code.number, crossed.number]
                        ))
                }
                open.remove(at: start)
            }
        }
        for code in open { problems.append(("code \(code) is never closed", [code.number])) }
        return problems
    }
}
