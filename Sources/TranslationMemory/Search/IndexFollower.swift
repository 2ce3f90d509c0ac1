internal import Dispatch
internal import Matching
internal import Synchronization
public import TextFiles
public import UnicodeText

/// Brings the index of a language pair up to date with an import, beside it: on a thread of its own it reads
/// what was committed and collects the tokens, while the import reads and stores on.
///
/// Whatever goes wrong here, the memory is not touched, and the next search makes the index.
public final class IndexFollower: @unchecked Sendable {
    // All but the queue and the flag is used on the queue only.
    private let queue = DispatchQueue(label: "index")
    private let isWaiting = Atomic(false)
    private let memory: TranslationMemory
    private let pair: PairUnits
    private let index: MemoryIndex
    private var hasFailed = false
    private let told: (String) -> Void
    private let notices: Notices

    /// What is to be told when the import is done, since two threads would talk across one another.
    private final class Notices { var texts: [String] = [] }

    /// Opens a memory that exists.
    /// - Throws: `LathuError` where it cannot be read, or ICU lacks what the source needs.
    public init(
        memory path: String, from source: LocaleID, to target: LocaleID, options: SearchOptions
    ) throws(LathuError) {
        memory = try TranslationMemory(path: path, access: .reading)
        let notices = Notices()
        self.notices = notices
        told = options.notice
        var options = options
        options.notice = { notices.texts.append($0) }
        pair = PairUnits(source: source, target: target, penalties: options.penalties)
        do {
            index = MemoryIndex(
                pair, try Tokenizer(locale: source), memory: path, options: options)
        } catch {
            throw LathuError(.software, "\(error)")
        }
    }

    /// Says that something was committed. Returns at once.
    public func committed() {
        // One task that waits reads all there is when its turn comes.
        guard !isWaiting.exchange(true, ordering: .acquiringAndReleasing) else { return }
        queue.async { [self] in
            isWaiting.store(false, ordering: .releasing)
            do {
                guard !hasFailed else { return }
                while let rows = try memory.read({ try index.nextRows($0) }) {
                    index.collect(rows)
                    if rows.count < IndexAdditions.pieceSize { break }
                }
            } catch {
                hasFailed = true
                index.forgetAdditions()
            }
        }
    }

    /// Waits until the index is up to date. Where few units changed, nothing is written: the next search reads
    /// them along with the index.
    /// - Throws: `LathuError` where the memory cannot be read.
    public func finish() throws(LathuError) {
        var failure: LathuError?
        queue.sync {
            do throws(LathuError) {
                try memory.read { try index.refresh($0) }
            } catch {
                failure = error
            }
        }
        notices.texts.forEach(told)
        notices.texts = []
        if let failure { throw failure }
    }
}
