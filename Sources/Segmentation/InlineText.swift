/// The content of a segment: text with inline codes in it.
///
/// In catalogs and in the memory it stands as *coded text*, where `<1>`, `</1>` and `<1/>` are codes.
/// Text that looks like a code has a backslash before it; see ``init(coded:)``.
///
/// ```swift
/// let text = InlineText(coded: "Free <1>Nguyễn Văn Đài</1> now.")
/// text.plainText   // "Free Nguyễn Văn Đài now."
/// ```
public struct InlineText: Hashable, Sendable {
    /// A part of the content.
    public enum Piece: Hashable, Sendable {
        /// Text as readers see it, with nothing escaped; never empty.
        case text(String)
        /// A code.
        case code(InlineCode)
    }

    /// The content in order. No two texts stand side by side.
    public let pieces: [Piece]

    /// Content from its parts; texts side by side become one.
    public init(_ pieces: some Sequence<Piece>) {
        var merged: [Piece] = []
        for piece in pieces {
            switch (merged.last, piece) {
            case (_, .text("")): continue
            case (.text(let before), .text(let text)): merged[merged.count - 1] = .text(before + text)
            default: merged.append(piece)
            }
        }
        self.pieces = merged
    }

    /// Text without codes, whatever it looks like.
    public init(plain: String) { pieces = plain.isEmpty ? [] : [.text(plain)] }

    /// The text without its codes.
    public var plainText: String {
        pieces.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
    }

    /// The codes in order.
    public var codes: [InlineCode] {
        pieces.compactMap { if case .code(let code) = $0 { code } else { nil } }
    }
}
