internal import Interchange
internal import TextFiles

/// What earlier runs built, and from what: a file in the folder that they built in.
///
/// It knows no time and no path outside of the project, so it is the same on every machine. A file that cannot be read
/// counts as none: then everything is built anew.
struct BuildManifest {
    /// The name of the file.
    static let fileName = "manifest.tsv"
    private static let version = "1"
    /// How many selections are remembered: what people ask for again is among the last few.
    private static let remembered = 12

    /// A run: what was asked for, what it was made from, what came of it.
    struct Run: Equatable {
        /// A hash of what was asked for.
        let selection: String
        /// The files by their paths from the project, each with its hash; `-` for one that is not there.
        let inputs: [(path: String, hash: String)]
        /// What came of it. The places in it are paths from the project.
        let report: BuildReport

        static func == (left: Run, right: Run) -> Bool {
            left.selection == right.selection && left.report == right.report
                && left.inputs.elementsEqual(right.inputs) { $0 == $1 }
        }
    }

    /// A file that was built.
    struct Output: Equatable {
        /// A hash of all that went into it.
        let key: String
        /// A hash of its bytes.
        let hash: String
    }

    /// The last runs, the latest first.
    var runs: [Run] = []
    /// The files by their paths below the folder.
    var outputs: [String: Output] = [:]
    /// The variants, for the index page.
    var index = BuildIndex()

    /// What a folder's manifest says; nothing where there is none or where it is damaged.
    static func read(in folder: String) -> BuildManifest {
        let path = FilePath.join(folder, fileName)
        guard FilePath.exists(path), let bytes = try? FileReading.bytes(of: path) else { return .init() }
        var reader = ManifestReader()
        return reader.read(String(decoding: bytes, as: UTF8.self), version: version) ?? .init()
    }

    /// Remembers a run as the latest.
    mutating func remember(_ run: Run) {
        runs.removeAll { $0.selection == run.selection }
        runs.insert(run, at: 0)
        runs.removeLast(max(0, runs.count - Self.remembered))
    }

    /// The file.
    var text: String {
        var lines = ["lathu build\t\(Self.version)"]
        func add(_ cells: [String]) {
            lines.append(cells.map { TSVEscape.escape($0) }.joined(separator: "\t"))
        }
        for run in runs {
            add(["run", run.selection])
            for input in run.inputs { add(["input", input.path, input.hash]) }
            for finding in run.report.findings {
                add(
                    [
                        "finding", finding.letter, finding.locale, finding.state, finding.location.file ?? "",
                        finding.location.line.map(String.init) ?? "",
                        finding.location.column.map(String.init) ?? "", finding.source,
                    ] + finding.problems)
            }
            for variant in run.report.variants {
                add(
                    [
                        "variant", variant.letter, variant.recipient ?? "", variant.locale,
                        variant.findings.map(String.init).joined(separator: " "),
                    ] + variant.files.map(\.path))
            }
            for path in run.report.orphans { add(["orphan", path]) }
        }
        for (stem, row) in index.rows.sorted(by: { $0.key < $1.key }) { add(["row", stem] + row.cells) }
        for (path, output) in outputs.sorted(by: { $0.key < $1.key }) {
            add(["output", path, output.key, output.hash])
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Reads a manifest line by line.
private struct ManifestReader {
    private var manifest = BuildManifest()
    private var selection: String?
    private var inputs: [(path: String, hash: String)] = []
    private var report = BuildReport()

    /// Nil where a line is not as it is written.
    mutating func read(_ text: String, version: String) -> BuildManifest? {
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"))[...]
        guard lines.popFirst().map({ String($0) }) == "lathu build\t\(version)" else { return nil }
        for line in lines {
            var cells: [String] = []
            for cell in line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false) {
                // Nearly no cell has a backslash.
                guard cell.contains(UInt8(ascii: "\\")) else {
                    cells.append(String(Substring(cell)))
                    continue
                }
                guard case .success(let text) = TSVEscape.resolve(String(Substring(cell))) else { return nil }
                cells.append(text)
            }
            guard take(cells) else { return nil }
        }
        finishRun()
        return manifest
    }

    private mutating func take(_ cells: [String]) -> Bool {
        switch (cells[0], cells.count) {
        case ("run", 2):
            finishRun()
            selection = cells[1]
        case ("input", 3): inputs.append((cells[1], cells[2]))
        case ("finding", 8...):
            report.findings.append(
                .init(
                    letter: cells[1], locale: cells[2], state: cells[3],
                    location: SourceLocation(
                        file: cells[4].isEmpty ? nil : cells[4], line: Int(cells[5]), column: Int(cells[6])),
                    source: cells[7], problems: Array(cells[8...])))
        case ("variant", 5...):
            let findings = cells[4].split(separator: " ").compactMap { Int($0) }
            guard findings.allSatisfy(report.findings.indices.contains) else { return false }
            report.variants.append(
                .init(
                    letter: cells[1], recipient: cells[2].isEmpty ? nil : cells[2], locale: cells[3],
                    files: cells[5...].map { .init(path: $0, isWritten: false) }, findings: findings))
        case ("orphan", 2): report.orphans.append(cells[1])
        case ("row", 8):
            finishRun()
            guard let row = BuildIndex.Row(cells: Array(cells[2...])) else { return false }
            manifest.index.rows[cells[1]] = row
        case ("output", 4):
            finishRun()
            manifest.outputs[cells[1]] = .init(key: cells[2], hash: cells[3])
        default: return false
        }
        return true
    }

    private mutating func finishRun() {
        guard let selection else { return }
        manifest.runs.append(.init(selection: selection, inputs: inputs, report: report))
        self.selection = nil
        inputs = []
        report = BuildReport()
    }
}
