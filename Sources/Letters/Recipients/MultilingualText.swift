public import UnicodeText

/// A text with what it is in other languages, such as the name of an office.
public struct MultilingualText: Sendable, Hashable {
    /// The text in the language of the letters.
    public let text: String
    /// The text in other languages, where it has another one.
    public let translations: [LocaleID: String]

    /// A text.
    public init(_ text: String, translations: [LocaleID: String] = [:]) {
        self.text = text
        self.translations = translations
    }

    /// The text in a language: its own, else that of the same language elsewhere; nil where there is none.
    public func translation(in locale: LocaleID) -> String? {
        if let exact = translations[locale] { return exact }
        return translations.filter { $0.key.sharesLanguage(with: locale) }
            .min { $0.key.identifier < $1.key.identifier }?.value
    }

    /// The text in a language, or else as it stands in the language of the letters.
    public func text(in locale: LocaleID) -> String { translation(in: locale) ?? text }
}
