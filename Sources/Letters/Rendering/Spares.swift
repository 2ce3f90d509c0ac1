internal import Synchronization

/// What takes long to make, kept for the next who needs it: each is used by one thread at a time.
final class Spares<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let free = Mutex<[Key: [Value]]>([:])

    /// Hands out one that is free, or a new one, for as long as something is done with it.
    func using<Result>(
        _ key: Key, orNew make: @autoclosure () throws -> Value, _ body: (inout Value) throws -> Result
    ) throws -> Result {
        var value = try free.withLock { $0[key]?.popLast() } ?? make()
        defer { free.withLock { [value] in $0[key, default: []].append(value) } }
        return try body(&value)
    }
}
