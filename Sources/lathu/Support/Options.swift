internal import ArgumentParser
internal import Letters
internal import Logging
internal import Segmentation
internal import TextFiles
internal import TranslationMemory
internal import UnicodeText

/// Options that every command has.
struct CommonOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say on standard error what is being done.")
    var verbose = false

    /// A log for those who ask for one.
    var logger: Logger? {
        guard verbose else { return nil }
        var logger = Logger(label: "lathu") { _ in ConsoleLogHandler() }
        logger.logLevel = .debug
        return logger
    }
}

/// Where the project is.
struct ProjectOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The project's folder (default: this one or the nearest above).", valueName: "dir")
    )
    var project: String?

    /// The project, or nil where there is none.
    func find() throws(LathuError) -> Project? {
        let project: Project?
        if let folder = self.project {
            guard FilePath.exists(FilePath.join(folder, Project.fileName)) else {
                throw LathuError(
                    .noInput, "there is no \(Project.fileName) here", at: SourceLocation(file: folder),
                    hint: "“lathu init \(folder)” makes a project")
            }
            project = try Project(root: folder)
        } else {
            project = try Project.find()
        }
        for warning in project?.warnings ?? [] { Console.report(warning) }
        return project
    }

    /// The project.
    func require() throws(LathuError) -> Project {
        guard let project = try find() else {
            throw LathuError(
                .noInput, "this folder belongs to no letter project",
                hint: "“lathu init” makes one here; --project DIR names another one")
        }
        return project
    }
}

/// The encoding of files that are not UTF-8.
struct EncodingOption: ParsableArguments {
    @Option(help: ArgumentHelp("The encoding of the input (default: UTF-8).", valueName: "name"))
    var encoding: String?

    /// The charset, where one is named.
    func charset() throws(LathuError) -> Charset? {
        guard let encoding else { return nil }
        guard let charset = Charset(encoding) else {
            throw LathuError(
                .usage, "unknown encoding “\(encoding)”",
                hint: "write a name such as UTF-8, UTF-16, windows-1258 or ISO-8859-1")
        }
        return charset
    }
}

/// A locale as an argument: a wrong one is a usage error with a suggestion.
func locale(_ tag: String) throws(LathuError) -> LocaleID {
    do {
        return try LocaleID(tag)
    } catch {
        throw LathuError(.usage, error.description)
    }
}

/// The segmenter of a locale: by the project's rules where it has some.
func segmenter(_ locale: LocaleID, _ project: Project?) throws(LathuError) -> Segmenter {
    if let project {
        let path = FilePath.join(project.folder(of: locale), "segmentation.srx")
        if FilePath.exists(path) {
            return try Segmenter.standard(for: locale, override: FileReading.text(of: path))
        }
    }
    return try Segmenter.standard(for: locale)
}

/// Reads a letter and reports what is odd about its file.
func readLetter(_ path: String, _ project: Project) throws(LathuError) -> Letter {
    let reader = LetterReader(
        locale: project.source, segmenter: try segmenter(project.source, project),
        signatoryFolders: [project.root])
    let result = try reader.read(FileReading.text(of: path))
    for warning in result.warnings { Console.report(warning) }
    return result.letter
}

/// The letters named, or all of the project's.
func readLetters(_ names: [String], _ project: Project) throws(LathuError) -> [Letter] {
    var letters: [Letter] = []
    var errors: [LathuError] = []
    var paths: [String] = []
    for name in names { paths.append(try project.letterPath(name)) }
    for path in names.isEmpty ? project.letterPaths : paths {
        do {
            letters.append(try readLetter(path, project))
        } catch {
            errors.append(error)
        }
    }
    // One broken letter does not hide what is wrong with the others.
    if let first = errors.first { throw LathuError(first.code, errors.flatMap(\.diagnostics)) }
    if letters.isEmpty {
        throw LathuError(
            .noInput, "the project has no letters", at: SourceLocation(file: project.lettersFolder),
            hint: "“lathu letter import FILE” adopts one")
    }
    return letters
}

/// The locales named, or all targets of the project.
func targetLocales(_ tags: [String], _ project: Project) throws(LathuError) -> [LocaleID] {
    if tags.isEmpty {
        if project.targets.isEmpty {
            throw LathuError(
                .usage, "no language to translate into",
                at: SourceLocation(file: FilePath.join(project.root, Project.fileName)),
                hint: "name one with --to, or list them under “targets”")
        }
        return project.targets
    }
    var locales: [LocaleID] = []
    for tag in tags { locales.append(try locale(tag)) }
    return locales
}
