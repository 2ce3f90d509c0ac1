import Synchronization
import Testing

@testable import Letters

@Suite struct WorkersTests {
    /// More than there are cores, and all at the same time: each waits for all others.
    @Test(.timeLimit(.minutes(1))) func allWorkAtOnce() {
        let arrived = Atomic(0)
        Workers.run(40) {
            arrived.add(1, ordering: .relaxed)
            while arrived.load(ordering: .relaxed) < 40 {}
        }
        #expect(arrived.load(ordering: .relaxed) == 40)
    }

    @Test func oneAndNone() {
        let done = Atomic(0)
        Workers.run(1) { done.add(1, ordering: .relaxed) }
        Workers.run(0) { done.add(1, ordering: .relaxed) }
        #expect(done.load(ordering: .relaxed) == 1)
    }
}
