internal import Segmentation

extension TMXMarkup {
    /// Markup for the codes of a text that has none: pairs become `bpt` and `ept`, codes without partner
    /// `it`, codes that stand for themselves `ph`. `x` is the code's number, so that reading gives the same
    /// text; what the elements hold is the code as people see it.
    static func made(for text: InlineText) -> [TMXMarkup] {
        let codes = text.codes
        var made: [TMXMarkup] = []
        var open: [(number: Int, at: Int)] = []
        var pairs = 0
        for code in codes {
            let x = String(code.number)
            let content = [Content.text(code.description)]
            switch code.kind {
            case .standalone: made.append(TMXMarkup(.ph, attributes: [.x: x], content: content))
            case .opening:
                open.append((code.number, made.count))
                // Until its end is found.
                made.append(TMXMarkup(.it, attributes: [.pos: "begin", .x: x], content: content))
            case .closing:
                guard let found = open.lastIndex(where: { $0.number == code.number }) else {
                    made.append(TMXMarkup(.it, attributes: [.pos: "end", .x: x], content: content))
                    continue
                }
                let at = open.remove(at: found).at
                pairs += 1
                made[at] = TMXMarkup(
                    .bpt, attributes: [.i: String(pairs), .x: x], content: made[at].content)
                made.append(TMXMarkup(.ept, attributes: [.i: String(pairs)], content: content))
            }
        }
        return made
    }
}
