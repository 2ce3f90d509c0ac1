import CICU

/// A failure that ICU reported.
///
/// ICU fails on arguments that are wrong in themselves (a charset or rule it does not know) or when
/// memory runs out; text never makes a break iterator, normalizer or collator fail.
public struct ICUError: Error, Equatable, CustomStringConvertible {
    /// ICU's `UErrorCode`.
    public let code: Int32
    /// What was asked of ICU, for the message.
    public let operation: String

    /// ICU's own name of the error, as `U_ILLEGAL_ARGUMENT_ERROR`.
    public var name: String { String(cString: cicu_error_name(code)) }

    /// The operation and ICU's name of the error.
    public var description: String { "\(operation): \(name)" }

    static let bufferOverflow: Int32 = 15

    static func check(_ status: Int32, _ operation: @autoclosure () -> String) throws(ICUError) {
        if status > 0 { throw ICUError(code: status, operation: operation()) }
    }
}

/// Runs an ICU call that fills a UTF-16 buffer, growing the buffer when ICU asks for more.
///
/// `body` gets the buffer and its capacity and returns the length that the result needs.
func withUTF16Buffer(
    capacity: Int, operation: String,
    _ body: (UnsafeMutablePointer<UInt16>, Int32, inout Int32) -> Int32
) throws(ICUError) -> String {
    var capacity = capacity
    while true {
        var status: Int32 = 0
        var needed: Int32 = 0
        let text = withUnsafeTemporaryAllocation(of: UInt16.self, capacity: capacity) { buffer -> String? in
            // An allocation of at least one element always has a base address.
            guard let base = buffer.baseAddress else { return nil }
            needed = body(base, Int32(capacity), &status)
            guard status <= 0 else { return nil }
            return String(decoding: buffer.prefix(Int(needed)), as: UTF16.self)
        }
        if let text { return text }
        guard status == ICUError.bufferOverflow, Int(needed) > capacity else {
            throw ICUError(code: status, operation: operation)
        }
        capacity = Int(needed)
    }
}

/// The same for the short ASCII strings of locale identifiers.
func withASCIIBuffer(
    operation: String, _ body: (UnsafeMutablePointer<CChar>, Int32, inout Int32) -> Int32
) throws(ICUError) -> String {
    var status: Int32 = 0
    let capacity = 256
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer -> String in
        guard let base = buffer.baseAddress else { return "" }
        let length = body(base, Int32(capacity), &status)
        guard status <= 0, length >= 0, length < capacity else { return "" }
        return String(decoding: buffer.prefix(Int(length)).lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    try ICUError.check(status, operation)
    return text
}
