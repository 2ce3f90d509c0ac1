import CICU

/// Finds the boundaries of words, sentences or line-break opportunities (UAX #29, UAX #14), as tailored
/// for a locale.
///
/// Opening one costs about 0.1 ms the first time: keep it. It is not to be shared between threads;
/// ``copy()`` is cheap.
///
/// ```swift
/// let words = try TextBreaker(.word, locale: LocaleID("vi"))
/// words.boundaries(of: Array("Kính gửi".utf16))   // [4, 5, 8]
/// ```
public final class TextBreaker {
    /// What lies between two boundaries.
    public enum Unit: Int32, Sendable {
        case word = 1
        case line = 2
        case sentence = 3
    }

    private let handle: OpaquePointer
    private var boundaryBuffer: [Int32] = []

    /// Opens a breaker.
    /// - Throws: ``ICUError`` when ICU's data lacks the rules, which a whole installation never does.
    public init(_ unit: Unit, locale: LocaleID) throws(ICUError) {
        var status: Int32 = 0
        let opened = cicu_breaker_open(unit.rawValue, locale.icuName, &status)
        guard let opened, status <= 0 else {
            throw ICUError(code: status, operation: "open \(unit) breaker for \(locale)")
        }
        handle = opened
    }

    private init(handle: OpaquePointer) { self.handle = handle }

    deinit { cicu_breaker_close(handle) }

    /// Another breaker with the same rules, for another thread.
    public func copy() throws(ICUError) -> TextBreaker {
        var status: Int32 = 0
        guard let cloned = cicu_breaker_clone(handle, &status), status <= 0 else {
            throw ICUError(code: status, operation: "clone breaker")
        }
        return TextBreaker(handle: cloned)
    }

    /// The boundaries after the start of the text, in UTF-16 code units, ending with its length; empty
    /// for an empty text.
    public func boundaries(of text: [UInt16]) -> [Int] {
        text.withUnsafeBufferPointer { boundaries(of: $0) }
    }

    /// The same over a buffer.
    public func boundaries(of text: UnsafeBufferPointer<UInt16>) -> [Int] {
        withBoundaries(of: text) { $0.map(Int.init) }
    }

    /// The same in memory that is used again.
    public func boundaries(of text: [UInt16], into boundaries: inout [Int32]) {
        text.withUnsafeBufferPointer { text in
            withBoundaries(of: text) {
                boundaries.removeAll(keepingCapacity: true)
                boundaries.append(contentsOf: $0)
            }
        }
    }

    /// Hands the boundaries to `body` without making an array of them.
    public func withBoundaries<Result>(
        of text: UnsafeBufferPointer<UInt16>, _ body: (Slice<UnsafeMutableBufferPointer<Int32>>) -> Result
    ) -> Result {
        let needed = max(1, text.count)
        if boundaryBuffer.count < needed {
            boundaryBuffer = [Int32](repeating: 0, count: max(needed, 2 * boundaryBuffer.count))
        }
        return boundaryBuffer.withUnsafeMutableBufferPointer { buffer in
            var status: Int32 = 0
            var count: Int32 = 0
            if let base = text.baseAddress, !text.isEmpty {
                count = cicu_breaker_boundaries(
                    handle, base, Int32(text.count), buffer.baseAddress, &status)
            }
            return body(buffer.prefix(Int(count)))
        }
    }
}
