#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
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
