import CICU

/// A regular expression in ICU's syntax, which SRX 2.0 prescribes.
///
/// Matching runs over UTF-16 and is bounded in time and memory; where a bound is hit, the search counts
/// as not found. Not to be shared between threads: ``copy()`` is cheap, opening costs about 0.1 to 1 ms.
public final class RegularExpression {
    /// What is wrong with a pattern.
    public struct SyntaxError: Error, Equatable, CustomStringConvertible {
        /// The pattern.
        public let pattern: String
        /// Where in the pattern, in UTF-16 units, 0-based.
        public let offset: Int
        /// ICU's name of the error.
        public let reason: String

        /// A sentence for people.
        public var description: String {
            "regular expression “\(pattern)” is malformed at character \(offset + 1) (\(reason))"
        }
    }

    private let handle: OpaquePointer
    // ICU keeps a pointer to the text it searches, so the text lives here.
    private var text = UnsafeMutableBufferPointer<UInt16>(start: nil, count: 0)

    /// Compiles a pattern.
    /// - Throws: ``SyntaxError`` with the place of the error.
    public init(_ pattern: String) throws(SyntaxError) {
        let units = Array(pattern.utf16)
        var offset: Int32 = 0
        var status: Int32 = 0
        guard let opened = cicu_regex_open(units, Int32(units.count), &offset, &status), status <= 0 else {
            throw SyntaxError(
                pattern: pattern, offset: Int(max(0, offset)),
                reason: String(cString: cicu_error_name(status)))
        }
        handle = opened
    }

    private init(handle: OpaquePointer) { self.handle = handle }

    deinit {
        cicu_regex_close(handle)
        text.deallocate()
    }

    /// Another matcher for the same pattern, for another thread.
    public func copy() throws(ICUError) -> RegularExpression {
        var status: Int32 = 0
        guard let cloned = cicu_regex_clone(handle, &status), status <= 0 else {
            throw ICUError(code: status, operation: "clone regular expression")
        }
        return RegularExpression(handle: cloned)
    }

    /// Sets the text that the following calls search.
    public func setText(_ units: [UInt16]) {
        text.deallocate()
        text = .allocate(capacity: units.count)
        _ = text.initialize(fromContentsOf: units)
        var status: Int32 = 0
        cicu_regex_set_text(handle, text.baseAddress, Int32(units.count), &status)
    }

    /// The same without a copy: the buffer must live until the last search in it.
    public func setText(borrowed units: UnsafeBufferPointer<UInt16>) {
        var status: Int32 = 0
        cicu_regex_set_text(handle, units.baseAddress, Int32(units.count), &status)
    }

    /// Whether some match ends right at the offset and starts at `start` or later.
    public func hasMatch(endingAt offset: Int, from start: Int) -> Bool {
        var status: Int32 = 0
        return cicu_regex_ends_at(handle, Int32(start), Int32(offset), &status)
    }

    /// The first match that starts at the offset or later, in UTF-16 units.
    public func firstMatch(from offset: Int) -> Range<Int>? {
        var start: Int32 = 0, end: Int32 = 0, status: Int32 = 0
        guard cicu_regex_find(handle, Int32(offset), &start, &end, &status) else { return nil }
        return Int(start)..<Int(end)
    }

    /// The end of a match that starts right at the offset.
    public func matchEnd(at offset: Int) -> Int? {
        var end: Int32 = 0, status: Int32 = 0
        guard cicu_regex_looking_at(handle, Int32(offset), &end, &status) else { return nil }
        return Int(end)
    }
}
