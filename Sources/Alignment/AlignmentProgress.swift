internal import Synchronization

/// Counts the steps of an alignment that are done, on whatever thread.
final class AlignmentProgress: Sendable {
    private let done = Mutex(0)
    private let total: Int
    private let report: (@Sendable (_ done: Int, _ total: Int) -> Void)?

    init(total: Int, _ report: (@Sendable (_ done: Int, _ total: Int) -> Void)?) {
        self.total = total
        self.report = report
    }

    /// One more step is done.
    func step() {
        guard let report else { return }
        done.withLock {
            $0 += 1
            report($0, total)
        }
    }
}
