internal import Foundation

/// How a memory is searched.
public struct SearchOptions {
    /// What is taken off scores.
    public var penalties = Penalties()
    /// Whether an index is kept in a file beside the memory, and one that is there used.
    public var keepsIndex = true
    /// Told what becomes of an index that cannot be used or kept, as a sentence without its full stop.
    public var notice: (String) -> Void = { _ in }
    /// Told how many units were indexed, of how many: on the way, and at the end.
    public var progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }

    /// How many threads make an index.
    public var threads = ProcessInfo.processInfo.activeProcessorCount
    /// So many changes since an index was made are searched one by one; more are where they are less than a
    /// twentieth of the whole, up to ``manyChanges``. Above that, a new index is made.
    var fewChanges = 500
    var manyChanges = 2000

    /// The defaults.
    public init() {}
}
