internal import Synchronization

/// A bar on the terminal that shows how far a build is. Nothing for the first moments: most builds take less.
final class BuildProgress: Sendable {
    private let start = Clock.milliseconds
    private let shown = Mutex<Int64?>(nil)
    private static let patience: Int64 = 400
    private static let interval: Int64 = 50
    private static let width = 30

    /// Shows how many of how many letters are done.
    func show(_ done: Int, _ total: Int) {
        let now = Clock.milliseconds
        let isDue = shown.withLock { last in
            guard now - start > Self.patience, now - (last ?? 0) >= Self.interval else { return false }
            last = now
            return true
        }
        guard isDue, total > 0 else { return }
        let filled = Self.width * done / total
        let bar =
            String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
        Console.progress("building \(bar) \(done) of \(total)")
    }

    /// Clears the line.
    func end() { if shown.withLock({ $0 != nil }) { Console.progress("") } }
}
