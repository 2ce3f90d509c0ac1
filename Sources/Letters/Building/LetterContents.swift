internal import TextFiles
internal import UnicodeText

/// What letters consist of in each language, read once for all recipients.
struct LetterContents: Sendable {
    /// A letter in a language.
    struct Key: Hashable {
        let letter: Int
        let locale: LocaleID
    }

    /// By language.
    private(set) var conventions: [LocaleID: Conventions] = [:]
    /// By letter and language.
    private(set) var contents: [Key: LetterContent] = [:]
    /// Source and translation side by side, where somebody asked for that.
    private(set) var reviews: [Key: ReviewSheet] = [:]
    /// What the sheets depend on.
    private(set) var reviewHashes: [Key: String] = [:]
    /// The paths of the catalogs, whether they are there or not.
    private(set) var catalogPaths: [String] = []

    /// Reads the conventions and catalogs that a plan needs.
    /// - Throws: `LathuError` with everything that is wrong in any of them, messages included.
    init(
        _ letters: [Letter], _ plan: BuildPlan, _ project: Project, withReviews: Bool
    ) throws(LathuError) {
        var errors: [LathuError] = []
        for locale in plan.locales {
            do throws(LathuError) {
                conventions[locale] = try Conventions(locale: locale, project: project)
            } catch { errors.append(error) }
        }
        for variant in plan.variants {
            let key = Key(letter: variant.letter, locale: variant.locale)
            guard contents[key] == nil else { continue }
            let letter = letters[variant.letter]
            let isSource = variant.locale == letter.locale
            let path = project.catalogPath(letter: letter.id, locale: variant.locale)
            do throws(LathuError) {
                let catalog = isSource ? nil : try LetterCatalog.read(path, locale: variant.locale)
                let content = LetterContent(
                    letter, catalog, isSource: isSource, quotes: conventions[key.locale]?.quotes ?? .init())
                contents[key] = content
                if !isSource { catalogPaths.append(path) }
                let problems = content.messageProblems(of: letter, in: path)
                if !problems.isEmpty { throw LathuError(.invalidData, problems) }
                if withReviews, !isSource, let conventions = conventions[variant.locale] {
                    reviews[key] = ReviewSheet(letter: letter, catalog: catalog, conventions: conventions)
                    reviewHashes[key] = [letter.path, path].map {
                        BuildInputs.hash(of: project.relative($0), in: project)
                    }
                    .joined()
                }
            } catch {
                errors.append(error)
                // Told once, however many recipients there are.
                if contents[key] == nil { contents[key] = LetterContent(letter, nil, isSource: isSource) }
            }
        }
        if let first = errors.first {
            throw LathuError(first.code, errors.flatMap(\.diagnostics))
        }
    }
}
