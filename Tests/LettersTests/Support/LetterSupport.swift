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
    let entries = letter.distinctSegments.map {
        POEntry(
            source: $0.key.source, context: $0.key.context, translations: [translations[$0.key.source] ?? ""])
    }
    let catalog = LetterCatalog(POCatalog(entries: entries), path: "appeal.po", locale: locale)
    return try LetterAssembly(
        letter: letter, catalog: catalog, conventions: try Conventions(locale: locale)
    ).localized()
}

extension LetterFormat {
    /// Builds a letter from Markdown in its own language.
    func build(_ text: String) throws -> String { try render(localize(text)) }
}
