internal import Resources
public import TextFiles
public import UnicodeText
internal import XMLText

extension Segmenter {
    /// The segmenter for a language: with a project's own rules where it has a file, else with the rules
    /// that the program carries, of the locale or of its language, else with ICU's alone.
    /// - Parameter override: a segmentation rules file (SRX), which takes the place of the program's.
    /// - Throws: ``TextFiles/LathuError`` where the file is malformed.
    public static func standard(
        for locale: LocaleID, override: TextSource? = nil
    ) throws(LathuError) -> Segmenter {
        if let override {
            return try Segmenter(locale: locale, checked: SRXDocument(override).rules(for: locale))
        }
        for name in [locale.identifier, locale.language] {
            let path = "locales/\(name)/segmentation.srx"
            guard let bytes = Resources.bytes(at: path) else { continue }
            // The tests check every expression of these files once and for all.
            let document = try SRXReader.read(XMLReader(bytes: bytes, file: path), checksPatterns: false)
            return try Segmenter(locale: locale, checked: document.rules(for: locale))
        }
        return try Segmenter(locale: locale, rules: [])
    }

    /// The segmenter that follows a complete rules file to the letter, so that segments are those of other
    /// tools with the same file: nothing else proposes places, and codes at a cut go where the header says.
    /// - Throws: ``TextFiles/LathuError`` where the file has no rules for the language.
    public static func following(
        _ document: SRXDocument, for locale: LocaleID, path: String
    ) throws(LathuError) -> Segmenter {
        guard document.languageMaps.contains(where: { $0.matches(locale) }) else {
            throw LathuError(
                .invalidData, "\(path): no <languagemap> is for “\(locale)”",
                hint: "add one whose languagepattern matches the language, such as “.*”")
        }
        return try Segmenter(
            locale: locale, checked: document.rules(for: locale), followsRulesAlone: true,
            codePlacement: CodePlacement(document.formatHandles))
    }
}
