#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Writes a file piece by piece and puts it in place at the end, whole: beside it first, synced, renamed.
///
/// A writer that is let go before ``commit()`` leaves the old file as it was and nothing beside it.
///
/// ```swift
/// let file = try FileWriter(path: "memory.tmx", permissions: 0o600)
/// for piece in pieces { try file.write(piece) }
/// try file.commit()
/// ```
public final class FileWriter {
    private let path: String
    private let target: String
    /// nil where the target is a device or a pipe: a file put in its place would take it away from everybody.
    private let temporary: String?
    private let mode: UInt32
    private var descriptor: Int32
    private var isCommitted = false

    /// Opens a file beside the one to write; folders above it are made.
    ///
    /// - Parameter permissions: for a new file; a file that is replaced keeps its own.
    /// - Throws: ``LathuError`` with code `cannotCreate`.
    public init(path: String, permissions: UInt32 = 0o644) throws(LathuError) {
        self.path = path
        try FileWriting.createFolder(FilePath.folder(of: path))
        // Through a symbolic link, the file it points to is the one to replace.
        target = FilePath.resolved(path) ?? path
        var status = stat()
        let isThere = stat(target, &status) == 0
        if isThere, status.st_mode & S_IFMT == S_IFDIR {
            throw LathuError(
                .cannotCreate, "is a folder, not a file", at: SourceLocation(file: path))
        }
        mode = isThere ? UInt32(status.st_mode) & 0o7777 : permissions
        if isThere, status.st_mode & S_IFMT != S_IFREG {
            temporary = nil
            descriptor = open(target, O_WRONLY | O_CLOEXEC)
        } else {
            let name = FilePath.join(
                FilePath.folder(of: target),
                ".\(FilePath.name(of: target)).\(getpid()).\(UInt32.random(in: 0 ... .max)).tmp")
            temporary = name
            descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(0o600))
        }
        guard descriptor >= 0 else {
            throw LathuError(
                .cannotCreate, "cannot be written: \(FileReading.message(errno))",
                at: SourceLocation(file: path))
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isCommitted, let temporary { unlink(temporary) }
    }

    /// Writes the next bytes. They go to the system at once, so pieces should not be small.
    /// - Throws: ``LathuError`` with code `inputOutput`.
    public func write(_ bytes: [UInt8]) throws(LathuError) {
        try check(Self.writeAll(bytes, to: descriptor))
    }

    /// Puts the file in place. Nothing can be written after it.
    /// - Throws: ``LathuError`` with code `inputOutput`; the old file is then as it was.
    public func commit() throws(LathuError) {
        var failure: Int32 = 0
        if temporary != nil {
            if fchmod(descriptor, mode_t(mode)) != 0 { failure = errno }
            if failure == 0, fsync(descriptor) != 0 { failure = errno }
        }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        descriptor = -1
        if failure == 0, let temporary, rename(temporary, target) != 0 { failure = errno }
        try check(failure)
        isCommitted = true
        if temporary != nil { Self.syncFolder(FilePath.folder(of: target)) }
    }

    private func check(_ failure: Int32) throws(LathuError) {
        guard failure != 0 else { return }
        throw LathuError(
            .inputOutput, "cannot be written: \(FileReading.message(failure))", at: SourceLocation(file: path)
        )
    }

    /// Writes bytes to a descriptor and returns the reason where that fails, else 0.
    static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count, let base = buffer.baseAddress {
                let count = systemWrite(descriptor, base + written, buffer.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                written += count
            }
            return 0
        }
    }

    private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, bytes, count)
        #else
            Darwin.write(descriptor, bytes, count)
        #endif
    }

    /// A rename is on the disk only when its folder is. Some file systems refuse to sync folders: then
    /// the rename is still atomic, and there is nothing more to do.
    private static func syncFolder(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }
}
