internal import ArgumentParser
internal import Interchange
internal import Letters
internal import TextFiles
internal import TranslationMemory
internal import UnicodeText

struct MemoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "memory", abstract: "The translation memory: import, export, info, check, compact.",
        discussion: """
            Example:
              lathu memory import letters.tsv --from en --to vi
            """,
        subcommands: [
            MemoryImportCommand.self, MemoryExportCommand.self, MemoryInfoCommand.self,
            MemoryCheckCommand.self, MemoryCompactCommand.self,
        ])
}

/// A format of translation files.
enum MemoryFormat: String, ExpressibleByArgument, CaseIterable {
    case tsv, csv, po, tmx, xliff, xliff12

    /// What a file consists of, for people.
    var parts: String {
        switch self {
        case .tsv, .csv: "rows"
        case .po: "entries"
        case .tmx: "units"
        case .xliff, .xliff12: "segments"
        }
    }

    /// The format that a file's name says.
    static func named(inPath path: String) -> MemoryFormat? {
        switch FilePath.fileExtension(of: path) {
        case "tsv", "tab", "txt": .tsv
        case "csv": .csv
        case "po", "pot": .po
        case "tmx": .tmx
        case "xlf", "xliff", "sdlxliff", "mqxliff", "mxliff": .xliff
        default: nil
        }
    }

    /// The format given, or else the one that the file's name says.
    static func resolve(_ format: MemoryFormat?, path: String) throws(LathuError) -> MemoryFormat {
        if let format = format ?? named(inPath: path) { return format }
        throw LathuError(
            .usage, "the name does not say which format it is", at: SourceLocation(file: path),
            hint: "add --format: \(allCases.map(\.rawValue).joined(separator: ", "))")
    }
}

struct MemoryExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the memory into a file.",
        discussion: """
            TSV has a header row of all languages with origin, author, state and note,
            and the escapes \\t \\n \\r \\\\ (import it with --escaped). PO needs a
            language pair; of several translations of one source the most trusted is the
            entry's, and comments name the others. TMX has everything: all languages,
            states, dates, authors, origins, notes; it is what other tools read. CSV and
            XLIFF (2.1, or 1.2 by --format xliff12) need a language pair; what they
            cannot hold is counted on standard error.

            OmegaT drops the inline codes of other tools’ TMX. For a project of PO files
            give it TMX with --codes text, for one of our XLIFF 1.2 files --codes omegat;
            then it finds exact matches with codes, too. For anything else, and for coming
            back, leave them elements.

            Example:
              lathu memory export memory.tsv
              lathu memory export memory.tmx
              lathu memory export memory.csv --from en --to vi
              lathu memory export omegat/tm/memory.tmx --codes text
            """)

    @Argument(help: "The file; a dash writes to standard output.") var file: String
    @OptionGroup var pair: PairOptions
    @Option(help: "tsv, csv, po, tmx, xliff or xliff12 (default: by the file's name).")
    var format: MemoryFormat?
    @OptionGroup var writing: PairOutputOptions
    @Flag(help: "Print a JSON object.") var json = false
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        let file: String
        let units: Int
    }

    func run() throws {
        let project = try project.find()
        let isStandardOutput = file == FileReading.standardInput
        let format =
            try isStandardOutput ? self.format ?? .tsv : MemoryFormat.resolve(self.format, path: file)
        let memory = try memory.open(project, .reading, common.logger)
        var text = ""
        let units: Int
        switch format {
        case .tsv:
            var locales: [LocaleID] = []
            if pair.from != nil || pair.to != nil {
                let (source, target) = try pair.resolve(project)
                locales = [source, target]
            }
            units = try MemoryExport(memory).table(locales: locales) { text += $0 }
        case .po:
            let (source, target) = try pair.resolve(project)
            let catalog = try MemoryExport(memory).catalog(from: source, to: target)
            units = catalog.entries.count - 1
            text = catalog.serialized()
        case .tmx: return try exportExchange(memory, project, isStandardOutput: isStandardOutput)
        case .csv: return try exportPairs(memory, .csv, project)
        case .xliff: return try exportPairs(memory, .xliff2, project)
        case .xliff12: return try exportPairs(memory, .xliff12, project)
        }
        if isStandardOutput {
            Console.write(text)
            return
        }
        try FileWriting.write(text, to: file, permissions: 0o600)
        try show(units)
    }

    /// Writes TMX piece by piece, however large the memory is.
    private func exportExchange(
        _ memory: TranslationMemory, _ project: Project?, isStandardOutput: Bool
    ) throws {
        var locales: [LocaleID] = []
        // OmegaT numbers codes by the source.
        if pair.from != nil || pair.to != nil || writing.codes == .omegat {
            let (source, target) = try pair.resolve(project)
            locales = [source, target]
        }
        let output = isStandardOutput ? nil : try FileWriter(path: file, permissions: 0o600)
        let report = try MemoryExport(memory).exchange(
            locales: locales, codes: writing.codes, toolVersion: Lathu.version
        ) { bytes in
            if let output {
                try output.write(bytes)
            } else {
                Console.write(String(decoding: bytes, as: UTF8.self))
            }
        }
        try output?.commit()
        if report.droppedCharacters > 0 {
            Console.note(
                "left out \(report.droppedCharacters) control characters, which XML has no way to write")
        }
        if !isStandardOutput { try show(report.units) }
    }

    /// Writes a language pair piece by piece.
    private func exportPairs(_ memory: TranslationMemory, _ format: PairFormat, _ project: Project?) throws {
        let (source, target) = try pair.resolve(project)
        let writer = format.writer(try writing.options())
        let output = try PairOutput(path: file)
        let (units, losses) = try MemoryExport(memory).pairs(from: source, to: target, writer) {
            try output.write($0)
        }
        try output.commit()
        tell(losses, of: file, in: format)
        if file != FileReading.standardInput { try show(units) }
    }

    private func show(_ units: Int) throws {
        if json {
            try JSONOutput.print(Record(file: file, units: units))
        } else {
            Console.print("wrote \(units) units to \(file)")
        }
    }
}

struct MemoryInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "What the memory holds.",
        discussion: """
            Counts units, segments by language, states and origins. With --check, the
            whole file is examined, and the exit status is 1 where anything is wrong
            with it.

            Example:
              lathu memory info --memory memory.sqlite
            """)

    @Flag(help: "Examine the file for damage.") var check = false
    @Flag(help: "Print a JSON object.") var json = false
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        let memory: String
        let units: Int
        let segments: [String: Int]
        let states: [String: Int]
        let origins: [String: Int]
        let changed: String?
        let format: Int
        let bytes: Int64
        let problems: [String]?
    }

    func run() throws {
        let memory = try memory.open(try project.find(), .reading, common.logger)
        let info = try memory.info()
        let problems = check ? try memory.integrityProblems() : nil
        let segments = info.segments.map { ($0.key.identifier, $0.value) }.sorted { $0.0 < $1.0 }
        let states = info.states.sorted { $0.key < $1.key }.map { ($0.key.name, $0.value) }
        let origins = info.origins.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            ($0.key, $0.value)
        }
        if json {
            try JSONOutput.print(
                Record(
                    memory: memory.path, units: info.units,
                    segments: Dictionary(uniqueKeysWithValues: segments),
                    states: Dictionary(uniqueKeysWithValues: states),
                    origins: Dictionary(uniqueKeysWithValues: origins), changed: info.changed.map(Clock.text),
                    format: info.version, bytes: info.size,
                    problems: problems))
        } else {
            show(memory.path, info, segments, states, origins)
            if problems?.isEmpty ?? false { Console.print("no damage was found") }
        }
        for problem in problems ?? [] {
            Console.report(Diagnostic(problem, at: SourceLocation(file: memory.path)))
        }
        if !(problems ?? []).isEmpty { throw ExitCode(1) }
    }

    private typealias Counts = [(String, Int)]

    private func show(
        _ path: String, _ info: MemoryInfo, _ segments: Counts, _ states: Counts, _ origins: Counts
    ) {
        Console.print(
            "\(Console.style.bold(path)): \(info.units) units, \(info.size / 1024) KiB, format \(info.version)"
        )
        if let changed = info.changed { Console.print("last changed \(Clock.text(changed))") }
        show("segments", segments)
        show("states", states)
        show("origins", Array(origins.prefix(20)))
        if origins.count > 20 { Console.print("  … and \(origins.count - 20) more (--json lists all)") }
    }

    private func show(_ title: String, _ rows: [(String, Int)]) {
        if rows.isEmpty { return }
        Console.print("\(title):")
        let width = rows.map { $0.0.displayWidth }.max() ?? 0
        for (name, count) in rows {
            Console.print("  \(name)\(String(repeating: " ", count: width - name.displayWidth))  \(count)")
        }
    }
}
