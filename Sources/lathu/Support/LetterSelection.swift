internal import Letters
internal import TextFiles
internal import UnicodeText

/// Reads a letter and reports what is odd about its file.
func readLetter(_ path: String, _ project: Project) throws(LathuError) -> Letter {
    let reader = LetterReader(
        locale: project.source, segmenter: try segmenter(project.source, project),
        signatoryFolders: [project.root])
    let result = try reader.read(FileReading.text(of: path))
    for warning in result.warnings { Console.report(warning) }
    return result.letter
}

/// The paths of the letters named, or of all of the project's.
func letterPaths(_ names: [String], _ project: Project) throws(LathuError) -> [String] {
    var paths: [String] = []
    for name in names {
        let path = try project.letterPath(name)
        if !paths.contains(path) { paths.append(path) }
    }
    if names.isEmpty { paths = project.letterPaths }
    if paths.isEmpty {
        throw LathuError(
            .noInput, "the project has no letters", at: SourceLocation(file: project.lettersFolder),
            hint: "“lathu letter import FILE” adopts one")
    }
    return paths
}

/// The letters named, or all of the project's.
func readLetters(_ names: [String], _ project: Project) throws(LathuError) -> [Letter] {
    try readLetters(at: letterPaths(names, project), project)
}

/// The letters in files.
func readLetters(at paths: [String], _ project: Project) throws(LathuError) -> [Letter] {
    var letters: [Letter] = []
    var errors: [LathuError] = []
    for path in paths {
        do {
            letters.append(try readLetter(path, project))
        } catch {
            errors.append(error)
        }
    }
    var files: [String: String] = [:]
    for letter in letters {
        if let other = files.updateValue(letter.path, forKey: letter.id), other != letter.path {
            errors.append(
                LathuError(
                    .invalidData, "the id “\(letter.id)” is that of \(other) too",
                    at: SourceLocation(file: letter.path, line: 1), hint: "give every letter an id of its own"
                ))
        }
    }
    try throwAll(errors)
    return letters
}

/// Fails with everything that was found: one broken file does not hide what is wrong with the others.
func throwAll(_ errors: [LathuError]) throws(LathuError) {
    if let first = errors.first { throw LathuError(first.code, errors.flatMap(\.diagnostics)) }
}

/// Reads the catalogs of letters, so that a broken one is found before anything is written.
func checkCatalogs(_ paths: [String], _ locale: LocaleID) throws(LathuError) {
    var errors: [LathuError] = []
    for path in paths {
        do { _ = try LetterCatalog.read(path, locale: locale) } catch { errors.append(error) }
    }
    try throwAll(errors)
}

/// The locales named, each once, or all targets of the project.
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
    for tag in tags {
        let locale = try locale(tag)
        if !locales.contains(locale) { locales.append(locale) }
    }
    return locales
}
