internal import TextFiles
internal import UnicodeText

/// How a term is translated, as JSON.
public struct ConsistencyRecord: Encodable, Sendable {
    struct Variant: Encodable {
        let text: String?
        let standing: ConsistencyReport.Variant.Standing
        let count: Int
        let places: [Place]
    }

    struct Place: Encodable {
        let letter: String
        let file: String?
        let line, column: Int?
        let source, target: String
        let span: FindingRecord.Span?
    }

    let term: String
    let concept: String?
    let locale: String
    let count: Int
    let isInconsistent: Bool
    let variants: [Variant]

    /// A term as JSON.
    public init(_ term: ConsistencyReport.Term) {
        self.term = term.text
        concept = term.concept
        locale = term.locale.identifier
        count = term.count
        isInconsistent = term.isInconsistent
        variants = term.variants.map { variant in
            Variant(
                text: variant.text, standing: variant.standing, count: variant.places.count,
                places: variant.places.map { place in
                    Place(
                        letter: place.letter, file: place.location.file, line: place.location.line,
                        column: place.location.column, source: place.source, target: place.target,
                        span: place.span.map(FindingRecord.Span.init))
                })
        }
    }
}
