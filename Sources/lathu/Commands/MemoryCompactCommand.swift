internal import ArgumentParser
internal import Letters
internal import TextFiles
internal import TranslationMemory

struct MemoryCompactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compact", abstract: "Give back the space that the memory does not need.",
        discussion: """
            Writes the file anew without its free pages, forgets notes of changes that every
            index knows of, removes indexes that cannot be used and what stopped programs
            left, and makes indexes anew that miss many changes. For a while this needs up
            to twice the memory's size of free disk space. Searches go on beside it;
            imports wait.

            Example:
              lathu memory compact --dry-run
              lathu memory compact --memory memory.sqlite
            """)

    @Flag(help: "Say what would be done, and do nothing.") var dryRun = false
    @Flag(help: "Print a JSON object.") var json = false
    @OptionGroup var memory: MemoryOptions
    @OptionGroup var project: ProjectOptions
    @OptionGroup var common: CommonOptions

    private struct Record: Encodable {
        let memory: String
        let before, after: Int64
        let notes: Int
        let removed, merged: [String]
        let dryRun: Bool
    }

    func run() throws {
        let project = try project.find()
        // Opening for writing would make a memory where there is none.
        var memory = try self.memory.open(project, .reading, common.logger)
        if !dryRun { memory = try self.memory.open(project, .writing, common.logger) }
        var compaction = MemoryCompaction()
        if let project { compaction.penalties = project.penalties }
        compaction.isDryRun = dryRun
        compaction.progress = { Console.progress($0) }
        defer { Console.progress("") }
        let report = try compaction.run(on: memory)
        Console.progress("")
        if json {
            try JSONOutput.print(
                Record(
                    memory: memory.path, before: report.before, after: report.after, notes: report.notes,
                    removed: report.removed, merged: report.merged, dryRun: dryRun))
        } else {
            show(report, memory.path)
        }
        if report.isJournalKept {
            Console.note(
                "note: another program is reading: the journal \(memory.path)-wal goes when it is done")
        }
    }

    private func show(_ report: MemoryCompaction.Report, _ path: String) {
        let would = dryRun ? "would be " : ""
        Console.print(
            "\(Console.style.bold(path)): \(report.before) bytes before, \(report.after) \(dryRun ? "to be expected" : "after"), indexes included"
        )
        if report.notes > 0 { Console.print("\(report.notes) notes of changes \(would)forgotten") }
        for name in report.removed { Console.print("\(name) \(would)removed from the indexes") }
        for name in report.merged { Console.print("index \(name) \(would)made anew with what changed") }
    }
}
