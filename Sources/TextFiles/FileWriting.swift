#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Writes files whole or not at all.
public enum FileWriting {
    /// Puts a file in place: writes beside it, syncs, renames. A reader sees the old file or the new one,
    /// never a part; so does a machine that lost power.
    ///
    /// - Parameter permissions: for a new file; a file that is replaced keeps its own.
    /// - Throws: ``LathuError`` with code `cannotCreate` or `inputOutput`.
    public static func write(_ text: String, to path: String, permissions: UInt32 = 0o644) throws(LathuError)
    {
        try write(Array(text.utf8), to: path, permissions: permissions)
    }

    /// Writes only where the file does not hold the text already, so that its date stays.
    /// - Returns: whether it wrote.
    @discardableResult
    public static func update(_ text: String, at path: String) throws(LathuError) -> Bool {
        try update(Array(text.utf8), at: path)
    }

    /// The same for bytes.
    @discardableResult
    public static func update(_ bytes: [UInt8], at path: String) throws(LathuError) -> Bool {
        if let old = try? FileReading.bytes(of: path), old == bytes { return false }
        try write(bytes, to: path)
        return true
    }

    /// ``write(_:to:permissions:)`` for bytes.
    public static func write(_ bytes: [UInt8], to path: String, permissions: UInt32 = 0o644)
        throws(LathuError)
    {
        let location = SourceLocation(file: path)
        let folder = FilePath.folder(of: path)
        try createFolder(folder)
        // Through a symbolic link, the file it points to is the one to replace.
        let target = FilePath.resolved(path) ?? path
        var status = stat()
        let isThere = stat(target, &status) == 0
        if isThere, status.st_mode & S_IFMT == S_IFDIR {
            throw LathuError(.cannotCreate, "is a folder, not a file", at: location)
        }
        if isThere, status.st_mode & S_IFMT != S_IFREG {
            return try writeThrough(bytes, to: target, location)
        }
        let mode = isThere ? UInt32(status.st_mode) & 0o7777 : permissions
        let temporary = FilePath.join(
            FilePath.folder(of: target),
            ".\(FilePath.name(of: target)).\(getpid()).\(UInt32.random(in: 0 ... .max)).tmp")
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(0o600))
        guard descriptor >= 0 else {
            throw LathuError(.cannotCreate, "cannot be written: \(FileReading.message(errno))", at: location)
        }
        var failure = writeAll(bytes, to: descriptor)
        if failure == 0, fchmod(descriptor, mode_t(mode)) != 0 { failure = errno }
        if failure == 0, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure == 0, rename(temporary, target) != 0 { failure = errno }
        guard failure == 0 else {
            unlink(temporary)
            throw LathuError(.inputOutput, "cannot be written: \(FileReading.message(failure))", at: location)
        }
        syncFolder(FilePath.folder(of: target))
    }

    /// A device or a pipe is written to: a file put in its place would take it away from everybody.
    private static func writeThrough(_ bytes: [UInt8], to target: String, _ location: SourceLocation)
        throws(LathuError)
    {
        let descriptor = open(target, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw LathuError(.cannotCreate, "cannot be written: \(FileReading.message(errno))", at: location)
        }
        var failure = writeAll(bytes, to: descriptor)
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure != 0 {
            throw LathuError(.inputOutput, "cannot be written: \(FileReading.message(failure))", at: location)
        }
    }

    /// Makes a folder with the folders above it.
    /// - Throws: ``LathuError`` with code `cannotCreate`.
    public static func createFolder(_ path: String) throws(LathuError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw LathuError(
                .cannotCreate, "the folder cannot be made", at: SourceLocation(file: path),
                hint: "check that you may write there and that no file stands in its place")
        }
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = systemWrite(
                    descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                written += count
            }
            return 0
        }
    }

    private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
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
