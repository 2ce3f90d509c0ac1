internal import TextFiles

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A folder for the files of another program: readable by nobody else (mode 0700), gone with this value.
final class ScratchFolder: Sendable {
    /// Its path.
    let path: String
    private let interruption: Int

    /// Makes the folder where the system keeps such files.
    init() throws(LathuError) {
        let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        let base = named.isEmpty ? "/tmp" : named
        Interruption.stopIfInterrupted()
        // mkdtemp makes a name that nobody could guess, and the folder with mode 0700.
        var template = FilePath.join(base, "lathu-XXXXXX").utf8CString.map { $0 }
        guard mkdtemp(&template) != nil else {
            throw LathuError(
                .cannotCreate,
                "no folder for temporary files can be made: \(String(cString: strerror(errno)))",
                at: SourceLocation(file: base), hint: "set TMPDIR to a folder that you may write in")
        }
        let path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        self.path = path
        interruption = Interruption.onInterruption {
            // Again where a thread was about to write into it.
            for _ in 0..<20 where FilePath.exists(path) {
                Self.remove(path)
                usleep(1000)
            }
        }
    }

    deinit {
        // Other programs make flat files here, and at most a folder of caches.
        Self.remove(path)
        Interruption.forget(interruption)
    }

    /// The path of a file in it.
    func file(_ name: String) -> String { FilePath.join(path, name) }

    /// Writes a file in it, readable by nobody else, in the place of one that is there.
    /// - Throws: `LathuError` with code `inputOutput`.
    func write(_ bytes: [UInt8], to name: String) throws(LathuError) {
        try FileWriting.create(bytes, at: file(name), permissions: 0o600, isNew: false)
    }

    /// Takes a file away that may be in it.
    func remove(_ name: String) { unlink(file(name)) }

    private static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in FilePath.names(in: path) { remove(FilePath.join(path, name)) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}
