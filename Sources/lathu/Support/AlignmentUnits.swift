internal import Alignment
internal import TextFiles
internal import TranslationMemory
internal import UnicodeText

extension AlignmentReview {
    /// The pairs that are taken, as units: those that a person accepted as translated by people, the others as aligned,
    /// the uncertain of them as drafts.
    func units(now: Int64) throws -> [TranslationUnit] {
        let source = try LocaleID(from), target = try LocaleID(to)
        var units: [TranslationUnit] = []
        for document in documents {
            let sources = Neighbours(document.pairs.map(\.source))
            let targets = Neighbours(document.pairs.filter { !$0.isMoved }.map(\.target))
            var place = 0
            for (number, pair) in document.pairs.enumerated() {
                defer { if !pair.isMoved { place += 1 } }
                let fate = fate(of: pair)
                guard fate != .leftOut else { continue }
                let (previous, next) = sources.around(number)
                // What is moved has its neighbours elsewhere.
                let (previousTarget, nextTarget) = pair.isMoved ? (nil, nil) : targets.around(place)
                units.append(
                    TranslationUnit(
                        variants: [
                            source: .init(
                                Self.joined(pair.source, locale: source), previous: previous, next: next),
                            target: .init(
                                Self.joined(pair.target, locale: target), previous: previousTarget,
                                next: nextTarget),
                        ], origin: FilePath.name(of: document.source),
                        method: fate == .accepted ? .human : .aligned, created: now,
                        state: fate == .draft ? .draft : .translated))
            }
        }
        return units
    }
}

/// The segments around each pair of a document.
private struct Neighbours {
    private let pairs: [[String]]

    init(_ pairs: [[String]]) { self.pairs = pairs }

    func around(_ pair: Int) -> (previous: Int64?, next: Int64?) {
        let before = pairs[..<pair].last { !$0.isEmpty }?.last
        let after = pairs[(pair + 1)...].first { !$0.isEmpty }?.first
        return (
            before.map { TextHash.of($0) } ?? TextHash.documentEdge,
            after.map { TextHash.of($0) } ?? TextHash.documentEdge
        )
    }
}
