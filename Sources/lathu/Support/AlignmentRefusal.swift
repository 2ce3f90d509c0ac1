internal import Alignment
internal import TextFiles
internal import UnicodeText

/// Why two files are not aligned, in words.
enum AlignmentRefusal {
    /// The error for a problem; nil where it was overruled.
    static func error(
        _ problem: DocumentProblem, _ files: AlignmentFiles.Pair,
        _ locales: (source: LocaleID, target: LocaleID), isForced: Bool
    ) -> LathuError? {
        switch problem {
        case .empty(let isSource):
            return LathuError(
                .invalidData, "there is no segment in it; nothing was aligned",
                at: SourceLocation(file: isSource ? files.source : files.target))
        case .same:
            return LathuError(
                .invalidData, "says the same as \(files.source): it is no translation; nothing was aligned",
                at: SourceLocation(file: files.target), hint: "name the document and its translation")
        case .swapped:
            if isForced { return nil }
            return LathuError(
                .invalidData,
                "the source is in \(name(locales.target)) and the target in \(name(locales.source)); nothing was aligned",
                at: SourceLocation(file: files.source),
                hint: "change the order of the files, or say --from \(locales.target) --to \(locales.source)")
        case .language(let isSource, let finding):
            if isForced { return nil }
            let said = isSource ? locales.source : locales.target
            let option = isSource ? "--from" : "--to"
            let place = SourceLocation(file: isSource ? files.source : files.target)
            switch finding {
            case .language(let found):
                return LathuError(
                    .invalidData, "seems to be in \(name(found)), not in \(name(said)); nothing was aligned",
                    at: place, hint: "say \(option) \(found), or --force if it is in \(name(said))")
            case .script(let script):
                return LathuError(
                    .invalidData,
                    "is written in another script (\(script)) than \(name(said)); nothing was aligned",
                    at: place, hint: "name its language with \(option)")
            }
        }
    }

    private static func name(_ locale: LocaleID) -> String { locale.displayName(in: .english) }
}
