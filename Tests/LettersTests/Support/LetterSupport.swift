import Foundation
import Interchange
import Letters
import Segmentation
import Testing
import TextFiles
import UnicodeText

/// Reads a letter from a string.
func readLetter(
    _ text: String, file: String? = "letters/appeal.md", locale: LocaleID = .english, folders: [String] = []
) throws -> LetterReader.Result {
    let segmenter = try Segmenter.standard(for: locale)
    return try LetterReader(locale: locale, segmenter: segmenter, signatoryFolders: folders)
        .read(TextSource(text, file: file))
}

/// What reading a letter fails with; nil where it does not.
func readingError(_ text: String, file: String? = "letters/appeal.md") throws -> LathuError? {
    do {
        _ = try readLetter(text, file: file)
        return nil
    } catch let error as LathuError {
        return error
    }
}

/// A letter built from Markdown and translations of its segments by their coded forms; the words stay
/// those of the source where no translations are given.
func localize(
    _ text: String, _ translations: [String: String]? = nil, to locale: LocaleID = .vietnamese
) throws -> LocalizedLetter {
    let letter = try readLetter(text).letter
    guard let translations else {
        let conventions = try Conventions(locale: letter.locale)
        return try LetterAssembly(letter: letter, catalog: nil, conventions: conventions).localized()
    }
    return try LetterAssembly(
        letter: letter, catalog: catalog(letter, translations, locale: locale),
        conventions: try Conventions(locale: locale)
    ).localized()
}

/// A catalog with translations of segments, and with flags, by their coded forms.
func catalog(
    _ letter: Letter, _ translations: [String: String], flags: [String: [String]] = [:],
    locale: LocaleID = .vietnamese
) throws -> LetterCatalog {
    let entries = letter.distinctSegments.map {
        POEntry(
            source: $0.key.source, context: $0.key.context, translations: [translations[$0.key.source] ?? ""],
            flags: flags[$0.key.source] ?? [])
    }
    return LetterCatalog(POCatalog(entries: entries), path: "appeal.po", locale: locale)
}

extension LetterFormat {
    /// Builds a letter from Markdown in its own language.
    func build(_ text: String) throws -> String { try render(localize(text)) }

    /// Builds a letter in a format of text, with the program's own templates.
    func render(_ letter: LocalizedLetter, _ options: RenderingOptions? = nil) throws -> String {
        let bytes = try LetterRenderer(templates: LetterTemplates()).render(
            RenderingJob(letter, options), as: self)
        return String(decoding: bytes, as: UTF8.self)
    }
}
