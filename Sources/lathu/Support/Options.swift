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
    @Option(
        help: ArgumentHelp(
            "The encoding of the input (default: UTF-8): TCVN3 (ABC), VNI, VPS, VISCII, windows-1258, VIQR, or any of ICU's; “auto” guesses.",
            valueName: "name"))
    var encoding: String?

    /// The text of a file in the encoding named; how sure a guess is, is told.
    func text(of path: String) throws(LathuError) -> TextSource {
        guard encoding != nil else { return try FileReading.text(of: path) }
        let input = try NormalizeInput(FileReading.bytes(of: path), file: path, encoding: self)
        input.tellConfidence(path)
        return TextSource(input.text, file: path == FileReading.standardInput ? nil : path)
    }

    /// The charset, where one is named.
    func charset() throws(LathuError) -> Charset? {
        guard let encoding else { return nil }
        guard let charset = Charset(encoding) else {
            throw LathuError(
                .usage, "unknown encoding “\(encoding)”",
                hint: "write a name such as TCVN3, VNI, VPS, VISCII, windows-1258, VIQR, UTF-16 or ISO-8859-1"
            )
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

/// The segmenter of a locale: by a complete rules file where one is named here or in the project's settings,
/// else by the project's rules where it has some, else by the program's.
func segmenter(
    _ locale: LocaleID, _ project: Project?, srx: String? = nil
) throws(LathuError) -> Segmenter {
    if let path = srx ?? project?.segmentationPath {
        return try Segmenter.following(SRXDocument(path: path), for: locale, path: path)
    }
    if let project {
        let path = FilePath.join(project.folder(of: locale), "segmentation.srx")
        if FilePath.exists(path) {
            return try Segmenter.standard(for: locale, override: FileReading.text(of: path))
        }
    }
    return try Segmenter.standard(for: locale)
}
