#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension SegmentIndex {
    /// How much of a file is checked when it is opened.
    public enum Checking: Sendable {
        /// All of it, which takes some hundredths of a second for some hundred megabytes.
        case everything
        /// What is read, when it is first read.
        case asRead
    }

    /// Maps an index file into memory. Afterwards the file may be replaced or removed, since the mapping keeps
    /// what was opened; it must not be written over.
    ///
    /// - Throws: ``IndexFileError`` where there is none, or none that can be trusted: build it again.
    public convenience init(
        contentsOf path: String, checking: Checking = .everything
    ) throws(IndexFileError) {
        let storage = try Self.map(path)
        let header = try IndexHeader(checking: storage.bytes)
        let unchecked = SegmentIndex(storage, header, isSound: false)
        try unchecked.checkShape(header)
        if checking == .everything { try unchecked.checkEverything() }
        self.init(storage, header, isSound: checking == .everything)
    }

    private static func map(_ path: String) throws(IndexFileError) -> IndexBytes {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT
                ? IndexFileError(.missing, "there is no file \(path)")
                : systemError("cannot be opened", path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw systemError("cannot be read", path) }
        guard status.st_size >= IndexHeader.size else {
            throw IndexFileError(.damaged, "\(path) is cut short")
        }
        let length = Int(status.st_size)
        guard let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw systemError("cannot be mapped", path)
        }
        return IndexBytes(mapped: UnsafeRawBufferPointer(start: start, count: length))
    }

    /// Writes the index to a file: beside it, synced, and renamed, so that a reader sees the old one or the new
    /// one, and so does a machine that lost power. A new file can be read by its owner alone.
    ///
    /// - Throws: ``IndexFileError`` with code `inputOutput`.
    public func write(to path: String) throws(IndexFileError) {
        let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0 ... .max)).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.systemError("cannot be written", path) }
        var failure = Self.writeAll(storage.bytes, to: descriptor)
        if failure == 0, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure == 0, rename(temporary, path) != 0 { failure = errno }
        guard failure == 0 else {
            unlink(temporary)
            throw Self.systemError("cannot be written", path, failure)
        }
        // Some file systems refuse to sync folders; the rename is atomic there too.
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let opened = open(folder, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { return }
        _ = fsync(opened)
        close(opened)
    }

    private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var written = 0
        while written < bytes.count {
            // Linux writes at most 2,147,479,552 bytes at once.
            let part = min(bytes.count - written, 1 << 30)
            #if canImport(Glibc)
                let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), part)
            #else
                let count = Darwin.write(descriptor, bytes.baseAddress?.advanced(by: written), part)
            #endif
            if count < 0 {
                if errno == EINTR { continue }
                return errno
            }
            written += count
        }
        return 0
    }

    private static func systemError(_ what: String, _ path: String, _ code: Int32 = errno) -> IndexFileError {
        IndexFileError(.inputOutput, "\(path) \(what): \(String(cString: strerror(code)))")
    }
}
