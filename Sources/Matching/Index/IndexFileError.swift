/// Why an index file cannot be used. Whatever the reason, the index can be built again from the memory.
public struct IndexFileError: Error, Equatable, CustomStringConvertible {
    /// The kind of failure.
    public enum Code: Sendable {
        /// There is no such file.
        case missing
        /// Bytes were changed, or are missing.
        case damaged
        /// It was written by another version of the program.
        case otherVersion
        /// The system refuses to read or write it.
        case inputOutput
    }

    /// The kind of failure.
    public let code: Code
    /// What was found, as a sentence without its full stop.
    public let message: String

    /// An error.
    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// What was found, and what to do.
    public var description: String { "the index cannot be used: \(message) (rebuild it)" }
}
