#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Bytes that are read piece by piece, so that a file of any size takes little memory.
public final class ByteStream {
    private enum Origin {
        case memory([UInt8], position: Int)
        case descriptor(Int32)
        case source((Int) -> [UInt8])
    }

    /// The file's path; nil for bytes in memory that have none.
    public let file: String?
    /// How many bytes there are as far as the system can tell: 0 for a pipe.
    public let expectedSize: Int
    private var origin: Origin
    private var position = 0

    /// The share of the bytes that was read, 0 to 1; nil where their number is not known, as for a pipe.
    public var share: Double? {
        expectedSize > 0 ? min(1, Double(position) / Double(expectedSize)) : nil
    }

    /// A stream over bytes in memory.
    public init(_ bytes: [UInt8], file: String? = nil) {
        self.file = file
        expectedSize = bytes.count
        origin = .memory(bytes, position: 0)
    }

    /// A stream over bytes that are made as they are asked for.
    /// - Parameter next: gives as many bytes as it is asked for, fewer only at the end, none after it.
    public init(file: String? = nil, next: @escaping (Int) -> [UInt8]) {
        self.file = file
        expectedSize = 0
        origin = .source(next)
    }

    /// Opens a file, or standard input for `-`.
    /// - Throws: ``LathuError`` with code `noInput` where the file cannot be opened or is a folder.
    public init(path: String) throws(LathuError) {
        let location = SourceLocation(file: path)
        let isInput = path == FileReading.standardInput
        let descriptor = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let reason = errno
            throw LathuError(
                .noInput,
                reason == ENOENT
                    ? "there is no such file" : "cannot be opened: \(FileReading.message(reason))",
                at: location)
        }
        file = isInput ? nil : path
        origin = .descriptor(descriptor)
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        expectedSize = isKnown ? Int(status.st_size) : 0
        if isKnown, status.st_mode & S_IFMT == S_IFDIR {
            throw LathuError(.noInput, "is a folder, not a file", at: location)
        }
    }

    deinit {
        if case .descriptor(let descriptor) = origin, descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// The next bytes: as many as asked for, fewer only at the end, none after it.
    /// - Throws: ``LathuError`` with code `inputOutput` where reading fails.
    public func read(_ count: Int) throws(LathuError) -> [UInt8] {
        let bytes = try readOn(count)
        position += bytes.count
        return bytes
    }

    private func readOn(_ count: Int) throws(LathuError) -> [UInt8] {
        switch origin {
        case .memory(let bytes, let position):
            let end = min(bytes.count, position + count)
            origin = .memory(bytes, position: end)
            return Array(bytes[position..<end])
        case .source(let next): return next(count)
        case .descriptor(let descriptor):
            var failure: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                filled = 0
                while filled < count, let base = buffer.baseAddress {
                    let got = systemRead(descriptor, base + filled, count - filled)
                    if got < 0, errno == EINTR { continue }
                    if got < 0 { failure = errno }
                    if got <= 0 { return }
                    filled += got
                }
            }
            if failure != 0 {
                throw LathuError(
                    .inputOutput, "cannot be read: \(FileReading.message(failure))",
                    at: SourceLocation(file: file))
            }
            return bytes
        }
    }

    private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer, count)
        #else
            Darwin.read(descriptor, buffer, count)
        #endif
    }
}
