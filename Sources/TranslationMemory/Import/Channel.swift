internal import Dispatch
internal import Synchronization

/// Hands values from one thread to another, one at a time: the sender waits until the last one was taken, so
/// that neither runs far ahead.
final class Channel<Value: Sendable>: Sendable {
    private struct State {
        var value: Value?
        var hasEnded = false
        var isClosed = false
    }

    private let state = Mutex(State())
    private let isFree = DispatchSemaphore(value: 1)
    private let isFilled = DispatchSemaphore(value: 0)

    /// Waits for the receiver to be ready and hands over a value.
    /// - Returns: false where the receiver wants no more.
    func send(_ value: Value) -> Bool {
        isFree.wait()
        let isClosed = state.withLock {
            $0.value = value
            return $0.isClosed
        }
        isFilled.signal()
        return !isClosed
    }

    /// Says that no value will come.
    func end() {
        isFree.wait()
        state.withLock { $0.hasEnded = true }
        isFilled.signal()
    }

    /// Waits for a value; nil at the end and ever after.
    func receive() -> Value? {
        isFilled.wait()
        let value = state.withLock { state in
            defer { state.value = nil }
            return state.hasEnded ? nil : state.value
        }
        if value == nil { isFilled.signal() }
        isFree.signal()
        return value
    }

    /// Says that no further value is wanted. Values must be received to the end all the same.
    func close() { state.withLock { $0.isClosed = true } }
}
