internal import Dispatch
internal import Synchronization
internal import TextFiles

/// Reads and stores at the same time: one thread reads units and puts their texts into order, while another
/// stores what was read before. Memory holds a few batches, however large the file is.
struct ImportPipeline {
    private let memory: TranslationMemory
    private let normalization: TextNormalization?

    init(_ memory: TranslationMemory, _ normalization: TextNormalization?) {
        self.memory = memory
        self.normalization = normalization
    }

    /// Units on their way from the one thread to the other.
    private struct Batch: Sendable {
        var units: [StoredUnit] = []
        var step = ImportStep(count: 0, share: nil)
    }

    /// Stores the units of a file, each batch in a transaction of its own.
    ///
    /// - Parameter progress: called on this thread after every batch.
    /// - Throws: `LathuError` where the file cannot be read on, or the memory not be written; batches before
    ///   that are stored.
    func run(_ source: some UnitSource, progress: (ImportStep) -> Void) throws(LathuError) -> ImportReport {
        let batches = Channel<Batch>()
        let reading = Reading(source, normalization, batches, path: memory.path)
        DispatchQueue(label: "import").async { reading.run() }
        var counts = StorageCounts()
        var failure: LathuError?
        while let batch = batches.receive() {
            // After a failure the rest is let through, unread, until the other thread ends.
            if failure != nil { continue }
            do throws(LathuError) {
                counts += try memory.store(batch.units)
                progress(batch.step)
            } catch {
                failure = error
                batches.close()
            }
        }
        if let failure = failure ?? reading.failure { throw failure }
        try memory.releaseMemory()
        var report = reading.report
        report.counts = counts
        return report
    }

    /// The thread that reads. Others look at it only when its channel has ended.
    private final class Reading<Source: UnitSource>: @unchecked Sendable {
        private var source: Source
        private let normalization: TextNormalization?
        private let batches: Channel<Batch>
        private let path: String
        private(set) var report = ImportReport()
        private(set) var failure: LathuError?

        init(
            _ source: Source, _ normalization: TextNormalization?, _ batches: Channel<Batch>, path: String
        ) {
            self.path = path
            self.source = source
            self.normalization = normalization
            self.batches = batches
        }

        func run() {
            var size = BatchSize()
            var units: [TranslationUnit] = []
            do throws(LathuError) {
                while try source.read(into: &units, &report) {
                    guard units.count >= size.units else { continue }
                    guard try send(&units) else { break }
                    size.grow()
                }
                source.finish(&report)
            } catch {
                failure = error
            }
            // What came before a failure is stored.
            do throws(LathuError) { _ = try send(&units) } catch { failure = failure ?? error }
            report.normalized = normalization?.counts ?? report.normalized
            batches.end()
        }

        private func send(_ units: inout [TranslationUnit]) throws(LathuError) -> Bool {
            normalization?.normalize(&units)
            let path = path
            let stored = try units.map { unit throws(LathuError) in try StoredUnit(unit, path: path) }
            let step = ImportStep(count: source.count, share: source.share)
            defer { units = [] }
            return batches.send(Batch(units: stored, step: step))
        }
    }
}
