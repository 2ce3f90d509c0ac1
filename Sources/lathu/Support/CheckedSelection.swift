internal import ArgumentParser
internal import Checks
internal import Interchange
internal import Letters
internal import Terminology
internal import TextFiles
internal import UnicodeText

/// Which letters of a project, or which files from elsewhere, are looked at.
struct CheckedSelection: ParsableArguments {
    @Argument(help: "Ids of letters, or files (default: all letters).") var letters: [String] = []
    @Option(
        help: ArgumentHelp(
            "A language; may be repeated (default: the project's targets, the file's).", valueName: "locale"))
    var to: [String] = []
    @Option(
        help: ArgumentHelp("The language of a file's sources, where it does not say.", valueName: "locale"))
    var from: String?

    /// What is named that is a file by its name; the other names are letters'.
    var files: [String] { letters.filter(Self.isFile) }
    var names: [String] { letters.filter { !Self.isFile($0) } }

    private static func isFile(_ name: String) -> Bool {
        PairFile.extensions.contains(FilePath.fileExtension(of: name))
    }

    func languages() throws(LathuError) -> PairFile.Languages {
        var languages = PairFile.Languages()
        if let from { languages.source = try locale(from) }
        if to.count == 1 { languages.target = try locale(to[0]) }
        return languages
    }

    /// Refuses files that the checks do not read: they are no ids of letters.
    func requireKnownFiles() throws(LathuError) {
        for name in names where FilePath.exists(name) && !FilePath.fileExtension(of: name).isEmpty {
            throw LathuError(
                .usage, "such files are not checked", at: SourceLocation(file: name),
                hint: "known are \(PairFile.extensions.sorted().map { "." + $0 }.joined(separator: ", "))")
        }
    }

    /// Letters with their catalogs, and files.
    func read(_ options: ProjectOptions) throws -> [CheckedLetter] {
        try requireKnownFiles()
        var checked: [CheckedLetter] = []
        if files.isEmpty || !names.isEmpty { checked += try read(names, try options.require()) }
        for file in files {
            let content = try PairFile.read(file, languages())
            for warning in content.warnings { Console.report(warning) }
            checked += content.letters
        }
        return checked
    }

    private func read(_ names: [String], _ project: Project) throws -> [CheckedLetter] {
        let letters = try readLetters(names, project)
        var checked: [CheckedLetter] = []
        for locale in try targetLocales(to, project) {
            let paths = letters.map { project.catalogPath(letter: $0.id, locale: locale) }
            try checkCatalogs(paths, locale)
            for (letter, path) in zip(letters, paths) {
                checked.append(
                    CheckedLetter(letter, try LetterCatalog.read(path, locale: locale), to: locale))
            }
        }
        return checked
    }
}

extension GlossaryOptions {
    /// The terms for letters; none where no glossary is named and the project has none.
    func library(_ project: Project?, for letters: [CheckedLetter]) throws -> TermLibrary {
        if glossary.isEmpty, project?.glossaryPaths.isEmpty ?? true { return TermLibrary() }
        return try TermLibrary(try termbase(project), for: letters)
    }
}
