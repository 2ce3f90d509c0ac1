internal import CHash

/// A hash by which content is known again: SHA-256 (FIPS 180-4), as `sha256sum` prints it.
public struct ContentHash: Sendable {
    private var state: [UInt32] = [
        0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB,
        0x5BE0_CD19,
    ]
    private var pending: [UInt8] = []
    private var length: UInt64 = 0

    private static let block = 64

    /// The hash of nothing yet.
    public init() { pending.reserveCapacity(Self.block) }

    /// The hash of bytes, as 64 hexadecimal digits.
    public static func of(_ bytes: [UInt8]) -> String {
        var hash = ContentHash()
        hash.append(bytes)
        return hash.hexadecimal
    }

    /// Takes the next bytes.
    public mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { append($0) }
    }

    /// Takes a text as a value of its own: `ab`, `c` is not `a`, `bc`.
    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            withUnsafeBytes(of: UInt64(utf8.count).littleEndian) { append($0) }
            append(UnsafeRawBufferPointer(utf8))
        }
    }

    /// Takes a number.
    public mutating func append(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { append($0) }
    }

    private mutating func append(_ bytes: UnsafeRawBufferPointer) {
        length &+= UInt64(bytes.count)
        var rest = bytes[...]
        if !pending.isEmpty {
            let taken = min(Self.block - pending.count, rest.count)
            pending.append(contentsOf: rest.prefix(taken))
            rest = rest.dropFirst(taken)
            guard pending.count == Self.block else { return }
            chash_sha256(&state, pending, 1)
            pending.removeAll(keepingCapacity: true)
        }
        let whole = rest.prefix(rest.count / Self.block * Self.block)
        UnsafeRawBufferPointer(rebasing: whole).withMemoryRebound(to: UInt8.self) { bytes in
            if let base = bytes.baseAddress { chash_sha256(&state, base, bytes.count / Self.block) }
        }
        pending.append(contentsOf: rest.dropFirst(whole.count))
    }

    /// The hash of what was taken so far.
    public var hexadecimal: String {
        var copy = self
        let bits = length &* 8
        var padding: [UInt8] = [0x80]
        while (copy.pending.count + padding.count) % Self.block != 56 { padding.append(0) }
        for shift in stride(from: 56, through: 0, by: -8) {
            padding.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        copy.append(padding)
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for word in copy.state {
            for shift in stride(from: 28, through: 0, by: -4) {
                text.append(digits[Int(word >> UInt32(shift) & 15)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
