public import Checks
public import TextFiles
public import TranslationMemory
public import UnicodeText

/// A letter project on disk: a folder with a `lathu.yaml`.
public struct Project: Sendable {
    /// The name of the file that makes a folder a project.
    public static let fileName = "lathu.yaml"
    /// The keys of `lathu.yaml`.
    public static let keys = [
        "source", "targets", "memory", "penalties", "glossaries", "segmentation", "checks",
    ]

    /// The project's folder, as a path from where the program works.
    public let root: String
    /// The language letters are written in.
    public let source: LocaleID
    /// The languages they are translated into.
    public let targets: [LocaleID]
    /// The path of the translation memory.
    public let memoryPath: String
    /// What is taken off the scores of matches from it.
    public let penalties: Penalties
    /// The paths of the termbases, the most important first.
    public let glossaryPaths: [String]
    /// The path of a complete segmentation rules file (SRX) that is followed to the letter in all languages.
    public let segmentationPath: String?
    /// What is set for checks.
    public let checks: CheckConfiguration
    /// What is worth saying about the file.
    public let warnings: [Diagnostic]

    /// Reads a project's file.
    /// - Throws: `LathuError` with the line and column of what is wrong.
    public init(root: String) throws(LathuError) {
        let path = FilePath.join(root, Self.fileName)
        let text = try FileReading.text(of: path)
        var yaml = try YAMLMapping(text.text, file: path)
        yaml.reportUnknownKeys(besides: Self.keys)
        self.root = root
        let source = Self.locales("source", &yaml).first
        let targets = Self.locales("targets", &yaml)
        if source == nil, yaml.value("source") == nil {
            yaml.report(
                "“source” is missing", at: SourceLocation(file: path, line: 1),
                hint: "name the language that letters are written in, such as “source: en”")
        }
        memoryPath = FilePath.join(root, yaml.text("memory") ?? "memory.sqlite")
        penalties = ProjectPenalties.read(&yaml)
        glossaryPaths = (yaml.texts("glossaries") ?? []).map { FilePath.join(root, $0) }
        segmentationPath = yaml.text("segmentation").map { FilePath.join(root, $0) }
        checks = ProjectChecks.read(&yaml)
        try yaml.throwErrors()
        self.source = source ?? .english
        self.targets = targets
        warnings = yaml.warnings
    }

    private static func locales(_ key: String, _ yaml: inout YAMLMapping) -> [LocaleID] {
        var locales: [LocaleID] = []
        for tag in yaml.texts(key) ?? [] {
            do {
                locales.append(try LocaleID(tag))
            } catch {
                if let location = yaml.value(key)?.location { yaml.report("\(error)", at: location) }
            }
        }
        return locales
    }

    /// The project that a folder belongs to: its own, or that of the nearest folder above.
    public static func find(from folder: String = ".") throws(LathuError) -> Project? {
        var candidate = folder
        // Relative paths stay relative, as users see them in messages: `../..` and so on.
        for _ in 0..<64 {
            if FilePath.exists(FilePath.join(candidate, fileName)) { return try Project(root: candidate) }
            if candidate == "/" { return nil }
            if candidate == "." || candidate.isEmpty {
                candidate = ".."
            } else if candidate == ".." || candidate.hasSuffix("/..") {
                candidate += "/.."
            } else {
                candidate = FilePath.folder(of: candidate)
            }
        }
        return nil
    }

    /// The folder of a locale's files.
    public func folder(of locale: LocaleID) -> String {
        FilePath.join(root, "locales/\(locale.identifier)")
    }

    /// The folder of the letters in the source language.
    public var lettersFolder: String { FilePath.join(folder(of: source), "letters") }

    /// The paths of all letters, by name.
    public var letterPaths: [String] {
        FilePath.names(in: lettersFolder).filter { FilePath.fileExtension(of: $0) == "md" }
            .map { FilePath.join(lettersFolder, $0) }
    }

    /// The path of a letter given by its id or its path.
    /// - Throws: `LathuError` that names the letters there are.
    public func letterPath(_ name: String) throws(LathuError) -> String {
        let byID = FilePath.join(lettersFolder, name + ".md")
        if Letter.isValid(id: name), FilePath.exists(byID) { return byID }
        if FilePath.exists(name), !FilePath.isFolder(name) { return name }
        let known = letterPaths.map { FilePath.stem(of: $0) }
        throw LathuError(
            .noInput, "there is no letter “\(name)”", at: SourceLocation(file: lettersFolder),
            hint: known.isEmpty
                ? "the project has no letters yet" : "letters here: \(known.joined(separator: ", "))")
    }

    /// The path of a letter's catalog.
    public func catalogPath(letter id: String, locale: LocaleID) -> String {
        FilePath.join(folder(of: locale), "letters/\(id).po")
    }

    /// The paths of all catalogs of a locale, by name.
    public func catalogPaths(locale: LocaleID) -> [String] {
        let folder = FilePath.join(folder(of: locale), "letters")
        return FilePath.names(in: folder).filter { FilePath.fileExtension(of: $0) == "po" }
            .map { FilePath.join(folder, $0) }
    }

    /// The name under which the memory files the units of one of the project's catalogs: its path from the
    /// project's folder, which no other catalog has. Nil for any other file.
    public func catalogName(_ path: String) -> String? {
        guard let base = FilePath.resolved(root), let file = FilePath.resolved(path) else { return nil }
        let folder = FilePath.join(base, "locales") + "/"
        return file.hasPrefix(folder) ? "locales/" + file.dropFirst(folder.count) : nil
    }
}
