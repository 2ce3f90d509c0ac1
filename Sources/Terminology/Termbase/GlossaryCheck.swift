public import Interchange
public import TextFiles
internal import UnicodeText

/// Whether the concepts of a glossary fit together: what no reader of a format can see.
public enum GlossaryCheck {
    /// What is wrong, in the order of the concepts.
    ///
    /// - Terms without a language.
    /// - Two preferred terms of one kind for a concept in one language: nobody knows then which to use.
    /// - A term that stands twice in a concept.
    /// - A reference to a concept that is not there.
    /// - References that lead round in a circle: “see also” should lead somewhere.
    ///
    /// - Parameters:
    ///   - file: the path, for places that have none.
    ///   - isOurs: whether it is a table of Lathu's own, in which all of these are errors. In TBX, which allows some of
    ///     them, they are warnings.
    public static func findings(
        _ concepts: [GlossaryConcept], file: String?, isOurs: Bool
    ) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let severity: Diagnostic.Severity = isOurs ? .error : .warning
        func add(_ message: String, _ place: SourceLocation?, hint: String, _ severity: Diagnostic.Severity) {
            findings.append(
                Diagnostic(message, at: place ?? SourceLocation(file: file), hint: hint, severity: severity))
        }
        for concept in concepts {
            for language in concept.languages {
                if language.tag.isEmpty, let term = language.terms.first {
                    add(
                        "the term “\(term.text)” has no language", term.location ?? concept.location,
                        hint: "write a tag such as vi or en", .error)
                }
                var preferred: [TermKind: GlossaryTerm] = [:]
                var texts: [String: GlossaryTerm] = [:]
                for term in language.terms {
                    if let first = texts.updateValue(term, forKey: term.text), first.kind == term.kind {
                        add(
                            "the term “\(term.text)” stands twice in \(name(concept)) for \(language.tag)",
                            term.location, hint: "remove one of the two", .warning)
                    }
                    guard term.status == .preferred else { continue }
                    let kind = term.kind ?? .fullForm
                    if let first = preferred[kind] {
                        let line = first.location?.line.map { ", line \($0)" } ?? ""
                        add(
                            "“\(first.text)”\(line) and “\(term.text)” are both preferred in \(name(concept)) "
                                + "for \(language.tag)", term.location,
                            hint: "make one of them admitted, or name their kinds", severity)
                    } else {
                        preferred[kind] = term
                    }
                }
            }
        }
        findings += references(concepts, file: file, severity: severity)
        return findings
    }

    private static func name(_ concept: GlossaryConcept) -> String {
        concept.id.map { "the concept “\($0)”" } ?? "a concept"
    }

    /// References to nowhere, and circles: found by going along the references in depth, where one leads back to a
    /// concept that is on the way (Tarjan, “Depth-First Search and Linear Graph Algorithms”, SIAM J. Comput. 1, 1972).
    private static func references(
        _ concepts: [GlossaryConcept], file: String?, severity: Diagnostic.Severity
    ) -> [Diagnostic] {
        var places: [String: Int] = [:]
        var termIDs: Set<String> = []
        for (number, concept) in concepts.enumerated() {
            if let id = concept.id, places[id] == nil { places[id] = number }
            for language in concept.languages { termIDs.formUnion(language.terms.compactMap(\.id)) }
        }
        var findings: [Diagnostic] = []
        var next: [[Int]] = []
        for concept in concepts {
            var targets: [Int] = []
            for reference in concept.details.references where reference.kind == .concept {
                guard let target = reference.target else { continue }
                if let place = places[target] {
                    targets.append(place)
                } else if !termIDs.contains(target) {
                    findings.append(
                        Diagnostic(
                            "\(name(concept)) refers to “\(target)”, which is not there",
                            at: concept.location ?? SourceLocation(file: file),
                            hint: "name a concept of the same file", severity: severity))
                }
            }
            next.append(targets)
        }
        enum Mark { case fresh, open, done }
        var marks = [Mark](repeating: .fresh, count: concepts.count)
        for start in concepts.indices where marks[start] == .fresh {
            var path: [(concept: Int, tried: Int)] = [(start, 0)]
            marks[start] = .open
            while let last = path.last {
                guard last.tried < next[last.concept].count else {
                    marks[last.concept] = .done
                    path.removeLast()
                    continue
                }
                path[path.count - 1].tried += 1
                let target = next[last.concept][last.tried]
                if marks[target] == .fresh {
                    marks[target] = .open
                    path.append((target, 0))
                } else if marks[target] == .open {
                    let from = path.firstIndex { $0.concept == target } ?? 0
                    let round =
                        path[from...].map { concepts[$0.concept].id ?? "" } + [concepts[target].id ?? ""]
                    findings.append(
                        Diagnostic(
                            "“see also” leads round in a circle: " + round.joined(separator: " → "),
                            at: concepts[last.concept].location ?? SourceLocation(file: file),
                            hint: "let one of them refer to none of the others", severity: severity))
                }
            }
        }
        return findings
    }
}
