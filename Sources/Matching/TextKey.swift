/// What two tokens are compared by, as a value that can be a key of a table (MATCHING.md, section 2): whoever looks
/// terms up finds by it what the memory finds.
///
/// ```swift
/// let tokens = try Tokenizer(locale: LocaleID("vi")).tokenize("Hoà hòa").tokens
/// TextKey(tokens[0], .form) == TextKey(tokens[1], .form)   // true: neither case nor the place of the tone counts
/// ```
public struct TextKey: Hashable, Sendable {
    /// How much of a token counts, from little to much: tokens that agree in one agree in those before it.
    public enum Level: Int, Sendable, CaseIterable {
        /// The kind, and a word's stem without marks, nothing of a number, a mark's base letters: where two tokens
        /// differ in this, they are not alike at all.
        case fold
        /// The letters with their marks and tone, but neither case, width, kind of quotes nor the place of the tone.
        case form
        /// All but the place of the tone.
        case raw
    }

    private let bytes: [UInt8]

    /// The key of a token.
    public init(_ token: Token, _ level: Level) {
        let fold = TokenKeys.fold(token)
        let part =
            switch level {
            case .fold: [UInt8]()
            case .form: TokenKeys.base(token) + [TokenKeys.separator] + TokenKeys.marks(token)
            case .raw: TokenKeys.raw(token)
            }
        bytes = fold + [TokenKeys.separator] + part
    }
}
