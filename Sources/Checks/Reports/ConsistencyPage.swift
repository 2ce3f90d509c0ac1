internal import Mustache
internal import Resources
internal import TextFiles
internal import UnicodeText

/// How terms are translated, as one self-contained page without scripts.
public struct ConsistencyPage {
    private let terms: [ConsistencyReport.Term]
    private let letters: Int

    /// A page.
    /// - Parameter letters: what was looked at.
    public init(_ terms: [ConsistencyReport.Term], letters: [CheckedLetter]) {
        self.terms = terms
        self.letters = letters.count
    }

    /// The page.
    /// - Throws: `LathuError` where the program lacks its template.
    public func page() throws -> String {
        let template = try MustacheTemplate(string: Resources.template("consistency.html.mustache"))
        return template.render(
            [
                "style": try Resources.template("checks.css") + Resources.template("consistency.css"),
                "summary":
                    "\(count(terms.count { $0.isInconsistent }, "term")) with several translations in "
                    + count(letters, "letter"),
                "isClean": terms.isEmpty,
                "terms": terms.map(term),
            ] as [String: Any])
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private func term(_ term: ConsistencyReport.Term) -> [String: Any] {
        [
            "text": term.text, "concept": term.concept ?? "", "count": count(term.count, "segment"),
            "language": term.locale.displayName(in: .english),
            "variants": term.variants.map { variant -> [String: Any] in
                [
                    "text": variant.text ?? "none of its terms", "hasText": variant.text != nil,
                    "count": variant.places.count, "standing": variant.standing.rawValue,
                    "locale": term.locale.identifier, "direction": term.locale.isRightToLeft ? "rtl" : "ltr",
                    "places": variant.places.map { place -> [String: Any] in
                        [
                            "location": place.location.file == nil ? place.letter : "\(place.location)",
                            "source": HTMLReport.marked(place.source, []),
                            "target": HTMLReport.marked(place.target, [place.span].compactMap(\.self)),
                            "locale": term.locale.identifier,
                            "direction": term.locale.isRightToLeft ? "rtl" : "ltr",
                        ]
                    },
                ]
            },
        ]
    }
}
