internal import Dispatch

/// Does the same work on several threads at once.
enum Workers {
    /// Does the work so many times and waits until all are done. Each has a thread, on a machine of fewer cores too: who
    /// waits for another program keeps no core busy.
    static func run(_ count: Int, _ work: @Sendable () -> Void) {
        guard count > 0 else { return }
        let group = DispatchGroup()
        withoutActuallyEscaping(work) { work in
            for _ in 1..<count {
                DispatchQueue(label: "worker").async(group: group) { work() }
            }
            work()
            group.wait()
        }
    }
}
