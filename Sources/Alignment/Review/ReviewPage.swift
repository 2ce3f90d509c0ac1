internal import Resources
public import TextFiles
internal import UnicodeText
internal import XMLText

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A review as a page for the browser that needs nothing beside it. What is decided there is kept in a copy of the page
/// that it saves, as JSON, and is read back from that.
public enum ReviewPage {
    private static let opening = "<script type=\"application/json\" id=\"lathu-review\">"
    private static let closing = "</script>"

    /// The page of a review.
    /// - Throws: `LathuError` where the program lacks its style or script.
    public static func write(_ review: AlignmentReview) throws(LathuError) -> String {
        let style = try Resources.template("alignment.css"), script = try Resources.template("alignment.js")
        let sides = [review.from, review.to].map { try? LocaleID($0) }
        let names = sides.map { $0?.displayName(in: .english) ?? "" }
        let titles = review.documents.map { MarkupText.escaped("\($0.source) ↔ \($0.target)") }
        let title = titles.count == 1 ? titles[0] : "\(titles.count) documents"
        var parts = [
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>Alignment: \(title)</title>
            <style>
            \(style)</style>
            </head>
            <body>
            <header>
            <h1>Alignment: \(title)</h1>
            <p>\(MarkupText.escaped(names[0])), beside or below it \(MarkupText.escaped(names[1])): \(summary(review)).
            Decide what is uncertain, then save the page and run <code>lathu align --apply FILE</code>.</p>
            <noscript><p>Decisions need JavaScript in this page; it loads nothing from anywhere.</p></noscript>
            </header>
            <p class="tools" hidden><button type="button" id="next">Next undecided</button>
            <button type="button" id="save">Save the page</button> <span id="count" role="status"></span></p>
            <main>
            """
        ]
        for (number, document) in review.documents.enumerated() {
            parts.append("<section data-document=\"\(number)\">")
            if review.documents.count > 1 { parts.append("<h2>\(titles[number])</h2>") }
            for pair in document.pairs { parts.append(row(pair, review, sides)) }
            parts.append("</section>")
        }
        parts.append(
            """
            </main>
            \(opening)\(data(review))\(closing)
            <script>
            \(script)</script>
            </body>
            </html>

            """)
        return parts.joined(separator: "\n")
    }

    /// Reads a page back.
    /// - Throws: `LathuError` where it is no such page, or damaged.
    public static func read(_ source: TextSource) throws(LathuError) -> AlignmentReview {
        let text = source.text
        guard let start = text.firstRange(of: opening),
            let end = text[start.upperBound...].firstRange(of: closing)
        else {
            throw LathuError(
                .invalidData, "is no page of “lathu align”", at: SourceLocation(file: source.file),
                hint: "“lathu align … --output review.html” writes one; save it from the page itself")
        }
        let data = Data(text[start.upperBound..<end.lowerBound].utf8)
        do {
            let review = try JSONDecoder().decode(AlignmentReview.self, from: data)
            guard (try? LocaleID(review.from)) != nil, (try? LocaleID(review.to)) != nil else {
                throw LathuError(.invalidData, "its languages are unknown")
            }
            return review
        } catch {
            throw LathuError(
                .invalidData, "the decisions in the page are damaged",
                at: source.location(of: start.upperBound),
                hint: "save the page again, from the page itself")
        }
    }

    private static func summary(_ review: AlignmentReview) -> String {
        let pairs = review.documents.flatMap(\.pairs)
        let uncertain = pairs.count { $0.isTranslation && $0.confidence < AlignmentReview.certain }
        let alone = pairs.count { !$0.isTranslation }
        return "\(pairs.count - alone) pairs, \(uncertain) of them uncertain, \(alone) without a counterpart"
    }

    private static func row(
        _ pair: AlignmentReview.Pair, _ review: AlignmentReview, _ sides: [LocaleID?]
    ) -> String {
        let percent = Int((pair.confidence * 100).rounded(.down))
        let (kind, words) =
            !pair.isTranslation
            ? ("alone", "no counterpart")
            : pair.confidence >= AlignmentReview.certain
                ? ("certain", "certain, \(percent)%")
                : pair.confidence >= review.minimum
                    ? ("uncertain", "uncertain, \(percent)%") : ("doubtful", "doubtful, \(percent)%")
        let decision = pair.decision.map { " data-decision=\"\($0.rawValue)\"" } ?? ""
        return """
            <article class="pair \(kind)" data-confidence="\(pair.confidence.threeDecimals)"\
            \(pair.isMoved ? " data-moved" : "")\(decision)>
            <p class="verdict"><span>\(words)\(pair.isMoved ? ", moved" : "")</span></p>
            <div class="side source"\(language(sides[0]))>\(segments(pair.source))</div>
            <div class="side target"\(language(sides[1]))>\(segments(pair.target))</div>
            </article>
            """
    }

    private static func language(_ locale: LocaleID?) -> String {
        guard let locale else { return "" }
        return " lang=\"\(MarkupText.escaped(locale.identifier))\""
            + (locale.isRightToLeft ? " dir=\"rtl\"" : "")
    }

    private static func segments(_ segments: [String]) -> String {
        segments.map { "<p class=\"segment\">\(MarkupText.escaped($0))</p>" }.joined()
    }

    private static func data(_ review: AlignmentReview) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(review) else { return "null" }
        // Nothing in a text may end the element that it stands in.
        return String(decoding: data, as: UTF8.self).replacing("<", with: "\\u003c")
            .replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
    }
}
