public import Segmentation

/// How inline codes stand in a TMX file.
public enum TMXCodeForm: String, Sendable, CaseIterable {
    /// As elements: `bpt`, `ept`, `it`, `ph`. What TMX means, and what comes back as it was.
    case elements
    /// As text, the way they stand in PO: `<1>…</1>`, `<2/>`. For tools that work on the catalogs themselves, which
    /// hold these as text, too, and find no exact match for anything else.
    case text
    /// As text, the way OmegaT shows those of an XLIFF 1.2 file of ours: `<g0>…</g0>`, `<x1/>`.
    ///
    /// OmegaT drops the elements of another tool's TMX, or numbers them by itself in source and translation, so that
    /// they do not fit together.
    case omegat
}

extension TMXCodeForm {
    /// The text and its translation, with their codes in this form.
    /// - Parameter source: whose order OmegaT numbers codes by.
    public func applied(to text: InlineText, source: InlineText) -> InlineText {
        switch self {
        case .elements: text
        case .text: InlineText(plain: text.coded)
        case .omegat: InlineText(plain: OmegaTTags(source).text(text))
        }
    }
}
