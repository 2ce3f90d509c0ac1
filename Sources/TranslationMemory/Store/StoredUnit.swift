internal import TextFiles
internal import UnicodeText

/// A unit as the tables hold it: texts in NFC, none of them empty, with their hashes; notes a line each.
///
/// Made apart from storing, so that it can be done on another thread.
struct StoredUnit: Sendable {
    /// The unit without its texts.
    let unit: TranslationUnit
    /// Its texts in the order of their languages' tags; two at least.
    let texts: [Text]

    /// A text of the unit.
    struct Text: Sendable {
        let locale: LocaleID
        let variant: TranslationUnit.Variant
        /// ``TextHash`` of it.
        let hash: Int64
    }

    /// - Parameter path: the memory's, for the message.
    /// - Throws: `LathuError` with code `invalidData` where the unit has text in fewer than two languages.
    init(_ unit: TranslationUnit, path: String) throws(LathuError) {
        var unit = unit
        var texts: [Text] = []
        texts.reserveCapacity(unit.variants.count)
        for (locale, variant) in unit.variants {
            var variant = variant
            variant.text = variant.text.nfc
            if variant.text.trimmed.isEmpty { continue }
            texts.append(Text(locale: locale, variant: variant, hash: TextHash.of(normalized: variant.text)))
        }
        guard texts.count >= 2 else {
            throw LathuError(
                .invalidData, "a unit from “\(unit.origin)” has text in fewer than two languages",
                at: SourceLocation(file: path))
        }
        texts.sort { $0.locale.identifier < $1.locale.identifier }
        if !unit.notes.isEmpty {
            unit.notes = unit.notes.flatMap { $0.split(separator: "\n").map(String.init) }
        }
        unit.variants = [:]
        self.unit = unit
        self.texts = texts
    }

    /// The unit with its texts.
    var whole: TranslationUnit {
        var whole = unit
        for text in texts { whole.variants[text.locale] = text.variant }
        return whole
    }
}
