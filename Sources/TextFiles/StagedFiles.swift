internal import Synchronization

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

/// Many files that are put in place together: written out of sight first, then renamed, all of them or none.
///
/// Each file is whole at any moment. They are not synced one by one as ``FileWriter`` does: what is built can be built
/// again, and whoever builds knows by its hash a file that a power cut spoiled. May be used from several threads.
public final class StagedFiles: Sendable {
    private struct Staged {
        let temporary: String
        let target: String
    }

    private let root: String
    private let folder: String
    private let staged = Mutex<[Staged]>([])
    private let isFinished = Mutex(false)
    private let interruption = Mutex<Int?>(nil)
    private let counter = Atomic(0)
    /// The folders that were not there before, the innermost first.
    private let made = Mutex<[String]>([])
    private static let prefix = ".staging-"

    /// Files below a folder, which is made, as soon as there is one. What an earlier run that was killed has left
    /// there is removed.
    public init(root: String) {
        self.root = root
        folder = FilePath.join(root, "\(Self.prefix)\(getpid())-\(UInt32.random(in: 0 ... .max))")
        for name in FilePath.exists(root) ? FilePath.names(in: root) : [] where name.hasPrefix(Self.prefix) {
            let process = name.dropFirst(Self.prefix.count).prefix { $0 != "-" }
            guard let number = pid_t(process), kill(number, 0) != 0, errno == ESRCH else { continue }
            try? FileManager.default.removeItem(atPath: FilePath.join(root, name))
        }
    }

    deinit { discard() }

    /// How many files there are to be put in place.
    public var count: Int { staged.withLock { $0.count } }

    /// Writes a file for a path below the root.
    /// - Throws: ``LathuError`` with code `cannotCreate` or `inputOutput`.
    public func add(_ bytes: [UInt8], at path: String) throws(LathuError) {
        Interruption.stopIfInterrupted()
        let target = FilePath.join(root, path)
        if FilePath.isFolder(target) {
            throw LathuError(.cannotCreate, "is a folder, not a file", at: SourceLocation(file: target))
        }
        let number = counter.add(1, ordering: .relaxed).oldValue
        if number == 0 {
            let folder = folder
            let missing = Self.missing(root)
            made.withLock { $0 = missing }
            interruption.withLock {
                $0 = Interruption.onInterruption {
                    Self.remove(folder)
                    for folder in missing { rmdir(folder) }
                }
            }
        }
        if number == 0 || !FilePath.exists(folder) { try FileWriting.createFolder(folder) }
        let temporary = FilePath.join(folder, String(number))
        do {
            try FileWriting.create(bytes, at: temporary)
        } catch {
            // The file that was asked for is what people know.
            throw LathuError(error.code, error.diagnostics[0].message, at: SourceLocation(file: target))
        }
        staged.withLock { $0.append(Staged(temporary: temporary, target: target)) }
    }

    /// Puts all files in place.
    /// - Throws: ``LathuError`` with code `cannotCreate` or `inputOutput`, where the file system refuses a name: folders
    ///   are made before the first file is moved.
    public func commit() throws(LathuError) {
        let files = staged.withLock { $0 }
        var folders: Set<String> = []
        for file in files {
            let folder = FilePath.folder(of: file.target)
            if folders.insert(folder).inserted { try FileWriting.createFolder(folder) }
        }
        for file in files where rename(file.temporary, file.target) != 0 {
            throw LathuError(
                .inputOutput, "cannot be written: \(FileReading.message(errno))",
                at: SourceLocation(file: file.target))
        }
        discard()
    }

    /// Takes away what is not in place.
    public func discard() {
        let wasFinished = isFinished.withLock { finished in
            defer { finished = true }
            return finished
        }
        if !wasFinished, counter.load(ordering: .relaxed) > 0 {
            try? FileManager.default.removeItem(atPath: folder)
            // Those that files were put in stay.
            for folder in made.withLock({ $0 }) { rmdir(folder) }
        }
        interruption.withLock { action in
            if let number = action { Interruption.forget(number) }
            action = nil
        }
    }

    /// The folders of a path that are not there, the innermost first.
    private static func missing(_ path: String) -> [String] {
        var folders: [String] = []
        var next = path
        while !next.isEmpty, !FilePath.exists(next) {
            folders.append(next)
            let above = FilePath.folder(of: next)
            if above == next { break }
            next = above
        }
        return folders
    }

    /// Takes the folder away, and again where a thread was about to write into it.
    private static func remove(_ folder: String) {
        for _ in 0..<20 where FilePath.exists(folder) {
            try? FileManager.default.removeItem(atPath: folder)
            usleep(1000)
        }
    }
}
