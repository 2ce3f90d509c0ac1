internal import Terminology

/// Which terms of a concept are variants of each other: full forms and names, of which one should be chosen. One that
/// holds another (*bản cáo trạng*, *cáo trạng*) counts as the same.
struct TermVariants: Sendable {
    private var groups: [TermReference: Int] = [:]
    private var counts: [Int: Int] = [:]

    /// - Parameter terms: the terms of a concept that are variants, with their texts.
    mutating func add(_ entry: Int, _ terms: [(term: TermReference, text: String)]) {
        guard terms.count > 1 else { return }
        let texts = terms.map { " \($0.text.lowercased()) " }
        var group = Array(terms.indices)
        for left in terms.indices {
            for right in terms.indices where right > left {
                guard texts[left].contains(texts[right]) || texts[right].contains(texts[left]) else {
                    continue
                }
                let (new, old) = (min(group[left], group[right]), max(group[left], group[right]))
                for place in group.indices where group[place] == old { group[place] = new }
            }
        }
        let count = Set(group).count
        guard count > 1 else { return }
        counts[entry] = count
        for (number, term) in terms.enumerated() { groups[term.term] = group[number] }
    }

    /// How many variants a concept has.
    func count(_ entry: Int) -> Int { counts[entry] ?? 1 }

    /// The variant that a term is; nil where its concept has only one, or it is none.
    func group(_ term: TermReference) -> Int? { groups[term] }
}
