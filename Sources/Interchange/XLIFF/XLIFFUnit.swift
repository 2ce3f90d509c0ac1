public import Segmentation
public import TextFiles

/// A `file` of a document: what was extracted from one original.
public struct XLIFFFile: Hashable, Sendable {
    /// Its `id`, in XLIFF 1.2 its `original`.
    public let id: String
    /// What it was extracted from.
    public let original: String?
    /// The language of its sources, as it is written.
    public let sourceLanguage: String?
    /// The language of its targets, as it is written.
    public let targetLanguage: String?
    /// Its notes, not those of its groups and units.
    public let notes: [XLIFFNote]
    /// Its units in order, those of its groups included.
    public let units: [XLIFFUnit]
}

/// A `unit`, or a `trans-unit` of XLIFF 1.2.
public struct XLIFFUnit: Hashable, Sendable {
    /// Its `id`, which is unique in its file.
    public let id: String
    /// Its `name`, in XLIFF 1.2 its `resname`.
    public let name: String?
    /// The `id` of the groups around it, the outermost first; empty for a group without.
    public let groups: [String]
    /// Whether it is to be translated.
    public let isTranslatable: Bool
    /// Whether white space counts.
    public let preservesSpace: Bool
    /// Its segments and what stands between them, in order.
    public let segments: [XLIFFSegment]
    /// Its notes.
    public let notes: [XLIFFNote]
    /// Translations that others propose.
    public let matches: [XLIFFMatch]
    /// The terms of its glossary.
    public let terms: [XLIFFTerm]
    /// Where it starts.
    public let location: SourceLocation
}

/// A stretch of a unit.
public struct XLIFFSegment: Hashable, Sendable {
    /// Its `id`; in XLIFF 1.2 the `mid` of its marker.
    public let id: String?
    /// Whether it stands between segments and is not translated.
    public let isIgnorable: Bool
    /// The text to translate.
    public let source: XLIFFContent
    /// Its translation.
    public let target: XLIFFContent?
    /// How far the translation is.
    public let state: XLIFFState
    /// The state in the file's own words: `subState`, or the state of XLIFF 1.2.
    public let ownState: String?
    /// Where it starts.
    public let location: SourceLocation
    /// Which one of the document it is.
    let index: Int
}

/// The content of a source or target.
public struct XLIFFContent: Hashable, Sendable {
    /// Text and codes. The same code has the same number in source and target.
    public let text: InlineText
    /// What stands behind the codes, in order.
    public let codes: [XLIFFCode]
}

/// The markup behind an inline code.
public struct XLIFFCode: Hashable, Sendable {
    /// The code.
    public let code: InlineCode
    /// The element's name: `pc`, `ph`, `bpt`…
    public let element: String
    /// Its `id`, or that of the code which it ends.
    public let id: String?
    /// What stands in the original document, as far as the file says.
    public let originalData: String?
    /// What it does in the file's own words: `subType`, else `type`; in XLIFF 1.2 the `ctype`.
    public let type: String?
    /// What the file says people should see of it.
    public let label: String?
    /// The tag or element as it stands in the file.
    let markup: String
    /// Whether the element's two tags are two codes, which therefore cannot cross others.
    let isTag: Bool
    /// Whether a translation may be without it.
    let isDeletable: Bool
}

/// A remark for people.
public struct XLIFFNote: Hashable, Sendable {
    /// Its `id`.
    public let id: String?
    /// Its text.
    public let text: String
    /// Its `category`; in XLIFF 1.2 its `from`.
    public let category: String?
}

/// A translation that is proposed: of the matches module, or an `alt-trans` of XLIFF 1.2.
public struct XLIFFMatch: Hashable, Sendable {
    /// The text that was translated; nil where only the translation is given.
    public let source: InlineText?
    /// The translation.
    public let target: InlineText
    /// The similarity in percent; nil where the file does not say or gives no number.
    public let similarity: Double?
    /// Where it comes from.
    public let origin: String?
    /// What it is for: `ref`, or `mid`.
    public let reference: String?
}

/// An entry of the glossary module.
public struct XLIFFTerm: Hashable, Sendable {
    /// The term.
    public let term: String
    /// Its translations.
    public let translations: [String]
    /// What it means.
    public let definition: String?
}
