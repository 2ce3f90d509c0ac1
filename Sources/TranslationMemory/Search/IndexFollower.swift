internal import Dispatch
internal import Matching
internal import TextFiles
internal import UnicodeText

/// Brings the index of a language pair up to date with an import, beside it: on a thread of its own it collects the
/// tokens of the units that were stored, while the import reads and stores on.
///
/// Whatever goes wrong here, the memory is not touched, and the next search makes the index.
final class IndexFollower: @unchecked Sendable {
    /// A unit that was stored, with the number it was given.
    struct Addition: Sendable {
        let id: Int64
        let unit: StoredUnit
    }

    // What it collects is used on the queue only, the rest by the import alone.
    private let queue = DispatchQueue(label: "index")
    /// So many pieces at most wait to be collected.
    private let room = DispatchSemaphore(value: 2)
    private let memory: TranslationMemory
    private let pair: PairUnits
    private let index: MemoryIndex
    private var additions: IndexAdditions?
    private var rows: UnitRows

    /// Opens a memory that exists.
    /// - Throws: `LathuError` where it cannot be read, or ICU lacks what the source needs.
    init(
        memory path: String, from source: LocaleID, to target: LocaleID, options: SearchOptions
    ) throws(LathuError) {
        memory = try TranslationMemory(path: path, access: .reading)
        pair = PairUnits(source: source, target: target, penalties: options.penalties)
        rows = UnitRows(pair)
        do {
            index = MemoryIndex(pair, try Tokenizer(locale: source), memory: path, options: options)
        } catch {
            throw LathuError(.software, "\(error)")
        }
    }

    /// Begins with a transaction that adds units above a number.
    func begin(after lastUnit: Int64) {
        queue.sync { additions = try? IndexAdditions(pair, above: lastUnit, threads: 1) }
    }

    /// Takes units that the transaction added, in the order of their numbers. Waits only where many wait already.
    func take(_ units: [Addition]) {
        if units.isEmpty { return }
        room.wait()
        queue.async { [self] in
            let found = units.flatMap { rows.rows(of: $0.unit, id: $0.id) }
            additions?.add(found)
            room.signal()
        }
    }

    /// The transaction came to nothing.
    func forget() { queue.sync { additions = nil } }

    /// Brings the index up to date after the transaction. Where few units changed, nothing is written: the next search
    /// reads them along with the index.
    ///
    /// - Parameters:
    ///   - edition: the edition that the transaction made, or found where it changed nothing.
    ///   - changed: units that it added and then changed.
    /// - Throws: `LathuError` where the memory cannot be read.
    func finish(at edition: Edition, changed: Set<Int64>) throws(LathuError) {
        queue.sync {
            // Where much was changed again, reading all of it is no slower.
            if let additions, changed.count <= max(1000, additions.count / 10) {
                additions.close(at: edition, changed: changed)
                index.take(additions)
            }
            additions = nil
        }
        try memory.read { try index.refresh($0) }
    }
}
