internal import Segmentation
internal import TextFiles
internal import UnicodeText

/// Which letters are to be built, to whom, and in which languages.
struct BuildPlan {
    /// A letter to one recipient in one language.
    struct Variant {
        let letter: Int
        let locale: LocaleID
        /// Nil for a letter to all of them at once.
        let recipient: Recipient?
        /// The languages that the same recipient gets the letter in.
        let alternates: [LocaleID]
        /// The folder of its files below that of the letter.
        let folder: String

        /// Where it stands without the extension of a format.
        func path(of letter: Letter) -> String { "\(letter.id)/\(folder)/\(locale)" }
    }

    let variants: [Variant]
    /// The languages that occur.
    let locales: [LocaleID]

    /// The variants of letters by letter, recipient and language.
    /// - Throws: `LathuError` with code `usage` where a recipient is asked for whom no letter has.
    init(_ letters: [Letter], _ project: Project, _ options: BuildOptions) throws(LathuError) {
        var variants: [Variant] = []
        var locales: [LocaleID] = []
        var found: Set<String> = []
        let wanted = Set(options.recipients)
        for (index, letter) in letters.enumerated() {
            let all: [Recipient?] = letter.recipients.isEmpty ? [nil] : letter.recipients
            let general = LetterAssembly.folderName(letter.recipient?.source.plainText)
            for recipient in all {
                let folder = recipient?.id ?? general
                if !wanted.isEmpty, !wanted.contains(folder) { continue }
                found.insert(folder)
                let alternates = Self.locales(for: recipient, of: letter, project, options)
                for locale in alternates {
                    if !locales.contains(locale) { locales.append(locale) }
                    variants.append(
                        Variant(
                            letter: index, locale: locale, recipient: recipient, alternates: alternates,
                            folder: folder))
                }
            }
        }
        if let unknown = options.recipients.first(where: { !found.contains($0) }) {
            let ids = letters.flatMap { $0.recipients.map(\.id) }
            throw LathuError(
                .usage, "no letter has the recipient “\(unknown)”",
                hint: ids.isEmpty
                    ? "the letters name no recipients"
                    : "there are \(Set(ids).sorted().prefix(30).joined(separator: ", "))")
        }
        self.variants = variants
        self.locales = locales
    }

    /// The languages asked for, or those of the project that the recipient reads, or else that of the letter.
    private static func locales(
        for recipient: Recipient?, of letter: Letter, _ project: Project, _ options: BuildOptions
    ) -> [LocaleID] {
        if !options.locales.isEmpty { return options.locales }
        var all = [letter.locale]
        for target in project.targets where !all.contains(target) { all.append(target) }
        guard let languages = recipient?.languages, !languages.isEmpty else { return all }
        var read: [LocaleID] = []
        for language in languages {
            let locale = all.first { $0 == language } ?? all.first { $0.sharesLanguage(with: language) }
            if let locale, !read.contains(locale) { read.append(locale) }
        }
        return read.isEmpty ? [letter.locale] : read
    }
}
