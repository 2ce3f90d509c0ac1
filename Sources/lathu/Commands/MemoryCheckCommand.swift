internal import ArgumentParser
internal import Letters
internal import TextFiles
internal import TranslationMemory

struct MemoryCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the memory and its indexes.",
        discussion: """
            Examines the whole file (damage, units without texts, texts that are not in
            NFC, hashes, notes of changes), holds every index beside it against what the
            memory holds, and searches each index for a sample of its segments: as they are,
            changed, and without diacritics. The answers must be those of comparing every
            unit. Nothing is changed.

            What is wrong is told on standard error, with what to do, and the exit status
            is 1. An index of other settings or of an earlier version is stale, which is
            no error: the next search makes it anew.

            Example:
              lathu memory check
              lathu memory check --memory memory.sqlite --sample 1000
            """)

    @Option(
        help: ArgumentHelp(
            "Segments to search for in each index (default: up to 200, as seconds allow).", valueName: "n"))
    var sample: Int?
    @Flag(help: "Print a JSON object.") var json = false
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        struct Index: Encodable {
            let name, state: String
            let segments, pending, sampled, searches: Int
        }

        struct Problem: Encodable {
            let file: String?
            let message: String
            let hint: String?
        }

        let memory: String
        let units, texts, states, changes: Int
        let indexes: [Index]
        let problems: [Problem]
        let remarks: [String]
    }

    func validate() throws {
        if let sample, sample < 0 { throw ValidationError("--sample must be at least 0") }
    }

    func run() throws {
        let project = try project.find()
        let memory = try memory.open(project, .reading, common.logger)
        var check = MemoryCheck()
        if let project { check.penalties = project.penalties }
        check.sample = sample
        check.progress = { what, done, total in
            Console.progress("checking \(what)" + (total > 1 ? ": \(done * 100 / total)%" : ""))
        }
        defer { Console.progress("") }
        let report = try check.report(on: memory)
        Console.progress("")
        if json {
            try JSONOutput.print(record(report, memory.path))
        } else {
            show(report, memory.path)
        }
        for problem in report.problems { Console.report(problem) }
        if !report.problems.isEmpty { throw ExitCode(1) }
    }

    private func record(_ report: MemoryReport, _ path: String) -> Record {
        Record(
            memory: path, units: report.units, texts: report.texts, states: report.editions,
            changes: report.changes,
            indexes: report.indexes.map {
                Record.Index(
                    name: $0.name, state: $0.state.rawValue, segments: $0.segments, pending: $0.pending,
                    sampled: $0.sampled, searches: $0.searches)
            },
            problems: report.problems.map {
                Record.Problem(file: $0.location?.file, message: $0.message, hint: $0.hint)
            },
            remarks: report.remarks)
    }

    private func show(_ report: MemoryReport, _ path: String) {
        let style = Console.style
        func word(_ isRight: Bool) -> String { isRight ? style.green("in order") : style.red("not in order") }
        let isStoreRight = !report.problems.contains { $0.location?.file == path }
        Console.print(
            "\(style.bold(path)): \(report.units) units, \(report.texts) texts, \(report.changes) noted changes: \(word(isStoreRight))"
        )
        for index in report.indexes {
            let name = "index \(style.bold(index.name))"
            switch index.state {
            case .fine, .damaged:
                Console.print(
                    "\(name): \(index.segments) segments, \(index.pending) changes since: \(word(index.state == .fine))"
                )
                if index.searches > 0, index.state == .fine {
                    Console.print(
                        "  \(index.searches) searches for \(index.sampled) segments (as they are, changed, without marks; from 50% to 95%) have the answers of comparing every unit"
                    )
                }
            case .stale:
                Console.print(
                    "\(name): \(style.yellow("stale")): of another state of the memory, of other penalties or of another version; the next search makes it anew"
                )
            }
        }
        if report.indexes.isEmpty { Console.print("no index yet; the next search makes one") }
        for remark in report.remarks { Console.note("note: \(remark)") }
    }
}
