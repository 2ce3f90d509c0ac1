internal import ArgumentParser
internal import Letters
internal import Logging
internal import TextFiles
internal import TranslationMemory
internal import UnicodeText

/// Which memory.
struct MemoryOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The translation memory (default: the project's).", valueName: "path"))
    var memory: String?

    /// The path named, or the project's.
    func path(_ project: Project?) -> String? { memory ?? project?.memoryPath }

    /// The memory named, or the project's.
    func open(
        _ project: Project?, _ access: TranslationMemory.Access, _ logger: Logger?
    ) throws(LathuError) -> TranslationMemory {
        guard let path = self.path(project) else {
            throw LathuError(
                .usage, "no translation memory is named, and this folder belongs to no project",
                hint: "name one with --memory PATH")
        }
        return try TranslationMemory(path: path, access: access, logger: logger)
    }
}

/// A language pair.
struct PairOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The language of the source (default: the project's).", valueName: "locale"))
    var from: String?
    @Option(
        help: ArgumentHelp(
            "The language of the translation (default: the project's only target).", valueName: "locale"))
    var to: String?

    /// The pair, what is missing taken from the project: its source language, and its target where it has
    /// one only.
    func resolve(_ project: Project?) throws(LathuError) -> (source: LocaleID, target: LocaleID) {
        var source = project?.source
        if let from { source = try locale(from) }
        var target: LocaleID?
        if let to {
            target = try locale(to)
        } else if let project, source == project.source, project.targets.count == 1 {
            target = project.targets[0]
        } else if let project, project.targets == [source] {
            target = project.source
        }
        guard let source else {
            throw LathuError(.usage, "the source language is missing", hint: "add --from LOCALE")
        }
        guard let target else {
            throw LathuError(.usage, "the target language is missing", hint: "add --to LOCALE")
        }
        if source == target {
            throw LathuError(
                .usage, "source and target are both \(source)",
                hint: "name two languages with --from and --to")
        }
        return (source, target)
    }
}
