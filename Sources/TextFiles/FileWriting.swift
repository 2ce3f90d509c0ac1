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
        let file = try FileWriter(path: path, permissions: permissions)
        try file.write(bytes)
        try file.commit()
    }

    /// Writes a file in a folder that is there, without waiting for the disk: for what can be made again.
    ///
    /// - Parameter isNew: whether it is an error that a file of this name is there; else its content is replaced.
    /// - Throws: ``LathuError`` with code `inputOutput`.
    public static func create(
        _ bytes: [UInt8], at path: String, permissions: UInt32 = 0o644, isNew: Bool = true
    ) throws(LathuError) {
        // Not emptied first: a file system that saw that would write to the disk at once when it is closed.
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | (isNew ? O_EXCL : 0)
        let descriptor = open(path, flags, mode_t(permissions))
        var failure = descriptor < 0 ? errno : FileWriter.writeAll(bytes, to: descriptor)
        if failure == 0, !isNew, ftruncate(descriptor, off_t(bytes.count)) != 0 { failure = errno }
        if descriptor >= 0, close(descriptor) != 0, failure == 0 { failure = errno }
        guard failure == 0 else {
            throw LathuError(
                .inputOutput, "cannot be written: \(FileReading.message(failure))",
                at: SourceLocation(file: path))
        }
    }

    /// Makes a folder with the folders above it.
    ///
    /// - Parameter permissions: those of new folders; nil for the usual ones.
    /// - Throws: ``LathuError`` with code `cannotCreate`.
    public static func createFolder(_ path: String, permissions: Int? = nil) throws(LathuError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true,
                attributes: permissions.map { [.posixPermissions: $0] })
        } catch {
            throw LathuError(
                .cannotCreate, "the folder cannot be made", at: SourceLocation(file: path),
                hint: "check that you may write there and that no file stands in its place")
        }
    }
}
