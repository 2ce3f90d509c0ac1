internal import ArgumentParser
internal import Interchange
internal import Letters
internal import Terminology
internal import TextFiles
internal import UnicodeText

/// A format as an argument.
@Sendable func glossaryFormat(_ name: String) throws -> GlossaryFormat {
    guard let format = GlossaryFormat(rawValue: name) else {
        throw ValidationError(
            "unknown format “\(name)”: write "
                + GlossaryFormat.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return format
}

/// Which glossaries.
struct GlossaryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A glossary, the most important first (default: the project's).", valueName: "path"))
    var glossary: [String] = []

    /// The paths named, or the project's.
    func paths(_ project: Project?) throws(LathuError) -> [String] {
        let paths = glossary.isEmpty ? project?.glossaryPaths ?? [] : glossary
        if paths.isEmpty {
            throw LathuError(
                .usage, "no glossary is named, and no project here has any",
                hint: "name one with --glossary PATH, or under “glossaries” in lathu.yaml")
        }
        return paths
    }

    /// The termbase of all glossaries; warnings are told.
    /// - Parameter pair: the languages of files that do not say them.
    func termbase(
        _ project: Project?, _ pair: (from: LocaleID, to: LocaleID)? = nil
    ) throws(LathuError) -> Termbase {
        let (termbase, findings) = try Termbase.read(try paths(project), pair: pair)
        let errors = findings.filter { $0.severity == .error }
        if !errors.isEmpty { throw LathuError(.invalidData, errors) }
        for finding in findings { Console.report(finding) }
        return termbase
    }
}

/// The glossary that terms are added to.
struct TargetGlossaryOption: ParsableArguments {
    @Option(help: ArgumentHelp("The glossary to add to (default: the project's first).", valueName: "path"))
    var into: String?

    /// The path named, or that of the project's first.
    func path(_ project: Project?) throws(LathuError) -> String {
        if let path = into ?? project?.glossaryPaths.first { return path }
        throw LathuError(
            .usage, "no glossary is named to add to, and no project here has any",
            hint: "name one with --into PATH")
    }
}

/// The languages of a file that does not say them; nil where neither is given.
func glossaryPair(
    _ from: String?, _ to: String?, _ project: Project?
) throws(LathuError) -> (from: LocaleID, to: LocaleID)? {
    let source = try from.map(locale) ?? project?.source
    let target = try to.map(locale) ?? (project?.targets.count == 1 ? project?.targets[0] : nil)
    guard let source, let target else { return nil }
    return (source, target)
}
