internal import Matching

/// The tokens of a text as terms are looked for in them: without inline codes, and without hyphens that join words.
struct TermStream {
    /// A token with the tokens of the text that it stands for.
    struct Item {
        let token: Token
        let first: Int
        let last: Int
    }

    let items: [Item]
    /// The same with every hyphenated word as one: `co-operation` as `cooperation`; nil where there is none.
    let joined: [Item]?

    /// - Parameter tokenizer: of the text's language.
    init(_ segment: TokenizedSegment, _ tokenizer: Tokenizer) {
        let tokens = segment.tokens
        let joints = Self.joints(segment)
        var items: [Item] = []
        items.reserveCapacity(tokens.count)
        for (index, token) in tokens.enumerated() where token.kind != .code && !joints.contains(index) {
            items.append(Item(token: token, first: index, last: index))
        }
        self.items = items
        guard !joints.isEmpty else {
            joined = nil
            return
        }
        var whole: [Item] = []
        var index = 0
        while index < tokens.count {
            var end = index
            while joints.contains(end + 1) { end += 2 }
            if end > index {
                let text = stride(from: index, through: end, by: 2).map { tokens[$0].text }.joined()
                // Words that are one word together; numbers and the like stay apart.
                if let token = tokenizer.tokenize(text).tokens.first, token.text == text {
                    whole.append(Item(token: token, first: index, last: end))
                } else {
                    whole += items.filter { $0.first >= index && $0.last <= end }
                }
            } else if tokens[index].kind != .code {
                whole.append(Item(token: tokens[index], first: index, last: index))
            }
            index = end + 1
        }
        joined = whole
    }

    static func isHyphen(_ token: Token) -> Bool { token.kind == .mark && token.form.base == ["-"] }

    /// The tokens that are hyphens with a word or number right before and right after them.
    private static func joints(_ segment: TokenizedSegment) -> Set<Int> {
        let tokens = segment.tokens
        let hyphens = tokens.indices.filter { index in
            isHyphen(tokens[index]) && index > 0 && index + 1 < tokens.count && isPart(tokens[index - 1])
                && isPart(tokens[index + 1])
        }
        if hyphens.isEmpty { return [] }
        let ranges = segment.ranges(of: hyphens.flatMap { [$0 - 1..<$0, $0..<$0 + 1, $0 + 1..<$0 + 2] })
        var joints: Set<Int> = []
        for (number, hyphen) in hyphens.enumerated() {
            let before = ranges[number * 3], own = ranges[number * 3 + 1], after = ranges[number * 3 + 2]
            if before.upperBound == own.lowerBound, own.upperBound == after.lowerBound {
                joints.insert(hyphen)
            }
        }
        return joints
    }

    private static func isPart(_ token: Token) -> Bool { token.kind == .word || token.kind == .number }
}
