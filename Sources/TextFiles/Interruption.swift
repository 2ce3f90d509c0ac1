internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What happens when somebody interrupts the program (SIGINT, SIGTERM, SIGHUP): what it has lying about is taken away,
/// and then it ends by the signal, as its caller expects.
///
/// Nothing is changed before something is registered, and a signal that the caller ignores stays ignored. A handler may
/// do next to nothing, so it only writes into a pipe; programs that are started know nothing of it.
public enum Interruption {
    private struct State {
        var next = 0
        var actions: [Int: @Sendable () -> Void] = [:]
        var source: (any DispatchSourceRead)?
    }

    private static let state = Mutex(State())
    private static let whole = Mutex(())
    private static let isInterrupted = Atomic(false)

    /// Has something done when the program is interrupted.
    ///
    /// - Returns: what to ``forget(_:)`` it by.
    public static func onInterruption(_ action: @escaping @Sendable () -> Void) -> Int {
        state.withLock { state in
            if state.source == nil { state.source = listen() }
            state.next += 1
            state.actions[state.next] = action
            return state.next
        }
    }

    /// What is not to be done any more.
    public static func forget(_ action: Int) { _ = state.withLock { $0.actions.removeValue(forKey: action) } }

    /// Does something that is not interrupted half-way; keep it short.
    public static func wholly<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try whole.withLock { _ throws(Failure) in try body() }
    }

    /// Stops here for good where the program was interrupted, so that nothing new is laid about.
    public static func stopIfInterrupted() {
        while isInterrupted.load(ordering: .acquiring) { sleep(1) }
    }

    private static func listen() -> (any DispatchSourceRead)? {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let reading = ends[0]
        writingEnd = ends[1]
        let source = DispatchSource.makeReadSource(
            fileDescriptor: reading, queue: DispatchQueue(label: "lathu.interruption"))
        source.setEventHandler {
            var signal: UInt8 = 0
            if read(reading, &signal, 1) == 1 { end(by: Int32(signal)) }
        }
        source.resume()
        for number in [SIGINT, SIGTERM, SIGHUP] {
            let former = signal(number) { number in
                var byte = UInt8(truncatingIfNeeded: number)
                let error = errno
                _ = write(writingEnd, &byte, 1)
                errno = error
            }
            if unsafeBitCast(former, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
                signal(number, SIG_IGN)
            }
        }
        return source
    }

    private static func end(by number: Int32) {
        whole.withLock { _ in
            isInterrupted.store(true, ordering: .releasing)
            // The latest first: programs before the folders that they work in.
            let actions = state.withLock { $0.actions.sorted { $0.key > $1.key } }
            for action in actions { action.value() }
            signal(number, SIG_DFL)
            kill(getpid(), number)
            // Where the signal comes to a thread that is about to be made.
            while true { sleep(1) }
        }
    }
}

/// Where the handler of signals writes. It is set once, before there is a handler.
private nonisolated(unsafe) var writingEnd: Int32 = -1
