internal import Segmentation
internal import TextFiles

/// Writes a translation with the markup of its source's codes.
struct XLIFFTargetMarkup {
    let site: XLIFFSite
    let isFirstGeneration: Bool
    /// The prefix of the document's elements, with its colon.
    let prefix: Substring
    let location: SourceLocation

    /// The content of a target.
    /// - Throws: `LathuError` with code `invalidData` where the codes of the translation do not fit.
    func content(_ text: InlineText) throws(LathuError) -> String {
        let markup = try markup(of: text.codes)
        var result = ""
        var next = 0
        for piece in text.pieces {
            switch piece {
            case .code:
                result += markup[next]
                next += 1
            case .text(let text):
                var refused: Unicode.Scalar?
                result += XLIFFText.escaped(text) { scalar in
                    if isFirstGeneration { refused = scalar }
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
                    return "<\(prefix)cp hex=\"\(padded)\"/>"
                }
                if refused != nil {
                    throw problem("the translation holds a control character, which XLIFF 1.2 cannot write")
                }
            }
        }
        return result
    }

    private func markup(of codes: [InlineCode]) throws(LathuError) -> [String] {
        var used: Set<InlineCode> = []
        var open: [InlineCode] = []
        var result: [String] = []
        let table = table(for: codes)
        for code in codes {
            guard let known = table.first(where: { $0.code == code }) else {
                throw problem("the translation holds the code \(code), which the source has not")
            }
            guard used.insert(code).inserted else {
                throw problem("the translation holds the code \(code) twice")
            }
            if known.isTag {
                if code.kind == .opening { open.append(code) }
                if code.kind == .closing {
                    guard open.popLast()?.number == code.number else {
                        throw problem(
                            "the code \(code) of the translation crosses another, or closes nothing")
                    }
                }
            }
            result.append(known.markup)
        }
        if let code = open.last { throw problem("the code \(code) of the translation is never closed") }
        if let lost = table.first(where: { !$0.isDeletable && !used.contains($0.code) }) {
            throw problem("the code \(lost.code) must not be deleted, but the translation lacks it")
        }
        return result
    }

    /// The markup of the translation there is, where it has all codes, else of the source: those of one
    /// text fit together.
    private func table(for codes: [InlineCode]) -> [XLIFFCode] {
        let own = Array(site.codes.suffix(site.codes.count - site.sourceCodeCount))
        let source = Array(site.codes.prefix(site.sourceCodeCount))
        func hasAll(_ table: [XLIFFCode]) -> Bool {
            codes.allSatisfy { code in table.contains { $0.code == code } }
        }
        if hasAll(own), !own.isEmpty || source.isEmpty {
            return own + source.filter { code in !own.contains { $0.code == code.code } && !code.isDeletable }
        }
        return hasAll(source) ? source : site.codes
    }

    private func problem(_ message: String) -> LathuError {
        LathuError(
            .invalidData, message, at: location, hint: "every code of the source stands once, pairs nested")
    }
}
