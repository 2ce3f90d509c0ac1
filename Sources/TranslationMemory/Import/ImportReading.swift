internal import Dispatch
internal import TextFiles

/// What the thread that reads has to say in the end.
protocol ImportResult: AnyObject {
    /// What it found, and why the file is not to be imported; waits until it is done.
    func result() -> (report: ImportReport, failure: LathuError?)
}

/// The thread of an import that reads units and puts them into their stored form.
///
/// Others look at it only by ``result()``.
final class ImportReading<Source: UnitSource>: ImportResult, @unchecked Sendable {
    private var source: Source
    private let normalization: TextNormalization?
    private let batches: Channel<ImportPipeline.Batch>
    private let skipsBad: Bool
    private let path: String
    private var report = ImportReport()
    private var failure: LathuError?
    private var batch = ImportPipeline.Batch()
    private let isDone = DispatchSemaphore(value: 0)

    /// Large enough that handing over costs nothing, small enough that a few of them are little.
    private static var batchSize: Int { 4096 }

    init(
        _ source: Source, _ normalization: TextNormalization?, _ batches: Channel<ImportPipeline.Batch>,
        skipsBad: Bool, path: String
    ) {
        self.source = source
        self.normalization = normalization
        self.batches = batches
        self.skipsBad = skipsBad
        self.path = path
    }

    func result() -> (report: ImportReport, failure: LathuError?) {
        isDone.wait()
        isDone.signal()
        return (report, failure)
    }

    func run() {
        var units: [TranslationUnit] = []
        var isWanted = true
        var isRefused: Bool { report.refused > 0 && !skipsBad }
        do throws(LathuError) {
            while isWanted, try read(into: &units) {
                // What is wrong with the rest is told, too.
                if isRefused {
                    units = []
                } else if units.count >= Self.batchSize || batch.problems.count >= Self.batchSize {
                    isWanted = try send(&units)
                }
            }
            source.finish(&report)
            if !isRefused, isWanted { _ = try send(&units) }
        } catch {
            failure = error
        }
        if failure == nil, isRefused { failure = report.refusal(of: path) }
        report.normalized = normalization?.counts ?? report.normalized
        isDone.signal()
        batches.end()
    }

    private func read(into units: inout [TranslationUnit]) throws(LathuError) -> Bool {
        // Then all of them are told, and none is kept.
        defer { if skipsBad { batch.problems += report.takeProblems() } }
        do {
            return try source.read(into: &units, &report)
        } catch {
            guard skipsBad, error.code == .invalidData, source.count > 0 else { throw error }
            // What stands before the place where the file breaks off is good.
            for problem in error.diagnostics { report.refuse(problem) }
            return false
        }
    }

    private func send(_ units: inout [TranslationUnit]) throws(LathuError) -> Bool {
        if units.isEmpty, batch.problems.isEmpty { return true }
        normalization?.normalize(&units)
        let path = path
        batch.units = try units.map { unit throws(LathuError) in try StoredUnit(unit, path: path) }
        batch.step = ImportStep(count: source.count, share: source.share)
        units = []
        defer { batch = ImportPipeline.Batch() }
        return batches.send(batch)
    }
}
