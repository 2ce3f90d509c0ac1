/// A word, number, mark or inline code of a segment, with the forms it is compared by (MATCHING.md,
/// sections 1 and 2).
public struct Token: Hashable, Sendable {
    /// What a token is.
    public enum Kind: Int, Sendable {
        /// Contains a letter (category L*).
        case word
        /// Else contains a number (Nd, Nl, No).
        case number
        /// Else: punctuation and symbols.
        case mark
        /// An inline code.
        case code

        /// What inserting or deleting such a token costs, in thousandths of a word.
        public var weight: Int {
            switch self {
            case .word, .number: 1000
            case .mark, .code: 300
            }
        }
    }

    private let forms: Forms

    /// The forms are shared: a memory holds few different tokens, many times over.
    private final class Forms: Sendable {
        let kind: Kind
        let text: String
        let raw: Decomposition
        let form: Decomposition
        let fold: String
        let isMarked: Bool

        init(kind: Kind, text: String, raw: Decomposition, form: Decomposition, fold: String) {
            self.kind = kind
            self.text = text
            self.raw = raw
            self.form = form
            self.fold = fold
            isMarked = form.isMarked
        }
    }

    init(kind: Kind, text: String, raw: Decomposition, form: Decomposition, fold: String) {
        forms = Forms(kind: kind, text: text, raw: raw, form: form, fold: fold)
    }

    /// What it is.
    public var kind: Kind { forms.kind }
    /// The token as it stands in the text, in NFC.
    public var text: String { forms.text }
    /// The decomposition of the token as it stands.
    public var raw: Decomposition { forms.raw }
    /// The decomposition of its case-folded, compatibility-composed form with plain quotes and dashes.
    public var form: Decomposition { forms.form }
    /// What must be equal for two tokens to be alike at all: a word's stem, `#` for a number, a mark's
    /// base. Only tokens of one kind share a fold.
    public var fold: String { forms.fold }
    /// The weight of its kind.
    public var weight: Int { kind.weight }
    /// Whether its form carries a mark or tone.
    var isMarked: Bool { forms.isMarked }
    /// The same for two tokens only where they are the same in every way, as those of one tokenizer are; the
    /// token must be kept for as long as this stands for it.
    public var identity: ObjectIdentifier { ObjectIdentifier(forms) }

    /// Whether two tokens have the same kind and fold.
    public func sharesFold(with other: Token) -> Bool {
        forms === other.forms || (kind == other.kind && fold == other.fold)
    }

    /// Equal where everything that matching looks at is equal.
    public static func == (left: Token, right: Token) -> Bool {
        left.forms === right.forms
            || (left.kind == right.kind && left.text == right.text && left.fold == right.fold)
    }

    /// Hashes kind and text.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(text)
    }
}

/// A segment cut into tokens.
public struct TokenizedSegment: Sendable {
    /// The text in NFC, without White_Space at its ends. Two segments are an exact match where these
    /// are equal.
    public let text: String
    /// Its tokens in order.
    public let tokens: [Token]
    /// The sum of the tokens' weights.
    public let weight: Int
    /// Whether any token carries a mark or tone; a text without any was probably typed without diacritics.
    public let isMarked: Bool

    init(text: String, tokens: [Token]) {
        self.text = text
        self.tokens = tokens
        weight = tokens.reduce(0) { $0 + $1.weight }
        isMarked = tokens.contains { $0.isMarked }
    }

    /// Where the sums are known already.
    init(text: String, tokens: [Token], weight: Int, isMarked: Bool) {
        self.text = text
        self.tokens = tokens
        self.weight = weight
        self.isMarked = isMarked
    }
}
