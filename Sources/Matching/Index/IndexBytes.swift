#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The bytes of an index, in memory or mapped from a file, and released with it.
///
/// Immutable once made.
final class IndexBytes: @unchecked Sendable {
    /// All bytes; the address is a multiple of 64.
    let bytes: UnsafeRawBufferPointer
    private let isMapped: Bool

    /// Takes over a mapping.
    init(mapped: UnsafeRawBufferPointer) {
        bytes = mapped
        isMapped = true
    }

    private init(allocated: UnsafeMutableRawBufferPointer) {
        bytes = UnsafeRawBufferPointer(allocated)
        isMapped = false
    }

    deinit {
        if isMapped {
            munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        } else {
            bytes.deallocate()
        }
    }

    /// Bytes that are filled in once; they are 0 before, and take memory only where they were written.
    static func make(count: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Void) -> IndexBytes {
        let flags = MAP_PRIVATE | MAP_ANON
        if let start = mmap(nil, count, PROT_READ | PROT_WRITE, flags, -1, 0), start != MAP_FAILED {
            let mapped = UnsafeMutableRawBufferPointer(start: start, count: count)
            fill(mapped)
            return IndexBytes(mapped: UnsafeRawBufferPointer(mapped))
        }
        let allocated = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 64)
        allocated.initializeMemory(as: UInt8.self, repeating: 0)
        fill(allocated)
        return IndexBytes(allocated: allocated)
    }
}
