internal import Foundation
internal import GRDB
internal import Matching
public import TextFiles

/// Holds a memory against what it should be: the store by itself, every index beside it against the store, and on
/// a sample the answers of every index against comparing each unit. Changes nothing.
public struct MemoryCheck {
    /// What is taken off scores, as the searches do whose indexes are checked.
    public var penalties = Penalties()
    /// How many segments are searched for in each index; nil for as many as a few seconds allow, at most
    /// ``defaultSample``.
    public var sample: Int?
    /// Told what is being done, and how many of how many.
    public var progress: (_ what: String, _ done: Int, _ of: Int) -> Void = { _, _, _ in }
    var threads = ProcessInfo.processInfo.activeProcessorCount

    /// So many segments are searched for in an index of a small memory.
    public static let defaultSample = 200

    /// The defaults.
    public init() {}

    /// Checks everything.
    /// - Throws: `LathuError` where the memory cannot be read at all.
    public func report(on memory: TranslationMemory) throws(LathuError) -> MemoryReport {
        var report = MemoryReport()
        try memory.read { database in
            var check = StoreCheck(database, path: memory.path, progress: progress)
            try check.run()
            report.units = check.units
            report.texts = check.texts
            report.editions = check.editions
            report.changes = check.changes
            report.problems = check.problems.diagnostics
            report.isReadable = check.isReadable
        }
        // What SQLite itself finds damaged would only be found again, in worse words.
        guard report.isReadable else { return report }
        let files = IndexFiles(memory: memory.path)
        for file in files.indexes {
            var check = IndexCheck(file, self)
            try check.run(memory)
            report.indexes.append(check.report)
            report.problems += check.problems.diagnostics
        }
        for path in files.unfinished {
            report.remarks.append(
                "\(path) is being written, or was left by a program that was stopped: “lathu memory compact” removes old ones"
            )
        }
        for name in files.strange {
            report.remarks.append("“\(name)” in \(IndexFolder.path(memory: memory.path)) is no index")
        }
        return report
    }
}

/// What a ``MemoryCheck`` found.
public struct MemoryReport: Sendable {
    /// What is wrong, each with where it is and what to do.
    public var problems: [Diagnostic] = []
    /// What is right and yet worth knowing, as sentences without full stop.
    public var remarks: [String] = []
    /// How much was looked at.
    public var units = 0, texts = 0, editions = 0, changes = 0
    /// The indexes, in the order of their names.
    public var indexes: [Index] = []
    var isReadable = true

    /// An index and what was found of it.
    public struct Index: Sendable {
        /// Whether it can be used.
        public enum State: String, Sendable {
            /// It holds what it should.
            case fine
            /// Of another state of the memory, of other settings, or of another version of the program: the next
            /// search makes it anew.
            case stale
            /// It must not be used, or answers wrongly.
            case damaged
        }

        /// The pair of languages, as `en_vi`.
        public let name: String
        /// Whether it can be used.
        public var state = State.fine
        /// How many segments it holds.
        public var segments = 0
        /// How many units changed since, which a search reads along with it.
        public var pending = 0
        /// How many segments were drawn, and how many searches were made for them in all: as they are, changed and
        /// without marks, at each of ``thresholds``.
        public var sampled = 0, searches = 0
    }

    /// At these, the sample is searched.
    public static let thresholds = [0.5, 0.6, 0.7, 0.8, 0.95]
}

/// Problems of many units by kind: the first few of each, and how many there are.
struct ProblemList {
    private struct Entry {
        var examples: [String] = []
        var count = 0
        let hint: String
    }

    private let file: String
    private var kinds: [String] = []
    private var entries: [String: Entry] = [:]

    init(file: String) { self.file = file }

    /// So many examples of one kind are told.
    private static let examples = 5

    /// Notes a problem. `kind` says what is wrong, `place` where, as “unit 7”.
    mutating func add(_ kind: String, _ place: String? = nil, hint: String) {
        if entries[kind] == nil { kinds.append(kind) }
        var entry = entries[kind] ?? Entry(hint: hint)
        entry.count += 1
        if let place, entry.examples.count < Self.examples { entry.examples.append(place) }
        entries[kind] = entry
    }

    var isEmpty: Bool { kinds.isEmpty }

    /// A finding a kind, in the order in which they were met.
    var diagnostics: [Diagnostic] {
        kinds.compactMap { kind in
            guard let entry = entries[kind] else { return nil }
            var message = kind
            if !entry.examples.isEmpty {
                message += ": \(entry.examples.joined(separator: ", "))"
                let more = entry.count - entry.examples.count
                if more > 0 { message += " and \(more) more" }
            }
            return Diagnostic(message, at: SourceLocation(file: file), hint: entry.hint)
        }
    }
}
