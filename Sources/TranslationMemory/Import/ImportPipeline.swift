internal import Dispatch
internal import GRDB
internal import TextFiles

/// Reads, stores and indexes at the same time, all of a file in one transaction: one thread reads units and puts
/// their texts into order, another stores what was read before, a third collects for the index what was stored
/// before that. Memory holds a few batches, however large the file is.
struct ImportPipeline {
    let intake: MemoryImport
    /// The file's path, for messages.
    let path: String

    /// Units on their way from the one thread to the other.
    struct Batch: Sendable {
        var units: [StoredUnit] = []
        /// What is wrong with what was left out between them.
        var problems: [Diagnostic] = []
        var step = ImportStep(count: 0, share: nil)
    }

    /// Stores the units of a file.
    ///
    /// - Parameters:
    ///   - pair: the languages to make an index of, where ``MemoryImport/indexing`` says so.
    ///   - progress: called on this thread after every batch.
    /// - Throws: `LathuError` where the file cannot be read on, holds what is malformed and must not be left out, or
    ///   the memory cannot be written: then it is as it was before.
    func run(
        _ source: some UnitSource, pair: MemoryImport.Pair?, progress: (ImportStep) -> Void
    ) throws(LathuError) -> ImportReport {
        let batches = Channel<Batch>()
        let reading = ImportReading(
            source, intake.normalization?(), batches, skipsBad: intake.skipsBad, path: path)
        DispatchQueue(label: "reading").async { reading.run() }
        // A file that is refused before its first batch is full has not so much as opened the memory.
        let first = batches.receive()
        if first == nil, let failure = reading.result().failure { throw failure }
        let stored = Result { () throws(LathuError) in try store(first, batches, reading, pair, progress) }
        // After a failure the rest is let through, unread, until the other thread ends.
        batches.close()
        if first != nil { while batches.receive() != nil {} }
        let (report, failure) = reading.result()
        if let failure { throw failure }
        var whole = report
        whole.counts = try stored.get()
        return whole
    }

    private func store(
        _ first: Batch?, _ batches: Channel<Batch>, _ reading: some ImportResult, _ pair: MemoryImport.Pair?,
        _ progress: (ImportStep) -> Void
    ) throws(LathuError) -> StorageCounts {
        let memory = try intake.open()
        guard let first else { return StorageCounts() }
        let index = try intake.follower(of: memory, pair)
        var counts = StorageCounts()
        do throws(LathuError) {
            let end = try memory.write { database in
                let writer = try UnitWriter(database)
                index?.begin(after: writer.lastUnit)
                var next: Batch? = first
                while let batch = next {
                    try Self.store(batch, writer, index, &counts)
                    batch.problems.forEach(intake.told)
                    progress(batch.step)
                    next = batches.receive()
                }
                // All of it or nothing.
                if let failure = reading.result().failure { throw failure }
                let edition = try Editions.record(writer.changes, database)
                return (edition: edition, changed: writer.changes.newUnits)
            }
            try memory.releaseMemory()
            try index?.finish(at: end.edition, changed: end.changed)
        } catch {
            index?.forget()
            throw error
        }
        return counts
    }

    private static func store(
        _ batch: Batch, _ writer: UnitWriter, _ index: IndexFollower?, _ counts: inout StorageCounts
    ) throws {
        var added: [IndexFollower.Addition] = []
        for unit in batch.units {
            let outcome = try writer.store(unit)
            counts.count(outcome)
            if case .added(let id) = outcome, index != nil { added.append(.init(id: id, unit: unit)) }
        }
        index?.take(added)
    }
}
