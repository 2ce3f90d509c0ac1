internal import CProcess
internal import TextFiles

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Another program that does a part of the work: pandoc, WeasyPrint.
///
/// It gets files in a folder of its own, an environment that tells nothing of the user, no input and no way
/// to the network that an ordinary program would take, and a limited time.
struct OutsideProgram: Sendable {
    /// The path of its file.
    let path: String
    /// Its name.
    let name: String

    /// What a run left behind.
    struct Output {
        let status: Int32
        let output: [UInt8]
        let errors: String
    }

    /// Finds a program in the folders of `PATH`.
    ///
    /// - Parameters:
    ///   - package: the Debian package that has it.
    ///   - purpose: what it is needed for: “PDF”.
    /// - Throws: `LathuError` with code `noInput` that says what to install.
    static func find(_ name: String, package: String, purpose: String) throws(LathuError) -> OutsideProgram {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        for folder in folders.split(separator: ":") where folder.hasPrefix("/") {
            let path = FilePath.join(String(folder), name)
            if access(path, X_OK) == 0, !FilePath.isFolder(path) {
                return OutsideProgram(path: path, name: name)
            }
        }
        throw LathuError(
            .noInput, "\(purpose) needs \(name), and it is not installed",
            hint: "install it: apt-get install \(package), brew install \(package)")
    }

    /// Runs the program in a folder until it ends.
    ///
    /// - Parameters:
    ///   - folder: where it works; files are named relative to it.
    ///   - seconds: after how long it is ended.
    ///   - environment: variables besides the few that every run has.
    /// - Throws: `LathuError` where it cannot be started or takes too long.
    func run(
        _ arguments: [String], in folder: ScratchFolder, seconds: Int, environment: [String: String] = [:]
    ) throws(LathuError) -> Output {
        let output = folder.file("stdout"), errors = folder.file("stderr")
        let end = try ProcessEnd()
        let process = try start(arguments, folder, output, errors, end, seconds, environment)
        end.isLeftToChild()
        let interruption = Interruption.onInterruption { kill(process, SIGKILL) }
        defer { Interruption.forget(interruption) }
        let status = try wait(process, end, seconds)
        // It may have ended because this program is being ended.
        Interruption.stopIfInterrupted()
        let bytes = try FileReading.bytes(of: output)
        let message = String(decoding: try FileReading.bytes(of: errors), as: UTF8.self)
        return Output(
            status: status, output: bytes, errors: message.replacing(folder.path + "/", with: ""))
    }

    private static func environment(_ folder: ScratchFolder, _ more: [String: String]) -> [String] {
        let nowhere = "http://127.0.0.1:9"
        let common = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "TMPDIR": folder.path,
            "XDG_CACHE_HOME": folder.path, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC",
            // What is made is to be the same at any time: 1 January 1980, before which zip knows no dates.
            "SOURCE_DATE_EPOCH": "315532800",
            "http_proxy": nowhere, "https_proxy": nowhere, "ftp_proxy": nowhere, "all_proxy": nowhere,
        ]
        return common.merging(more) { $1 }.map { "\($0.key)=\($0.value)" }.sorted()
    }

    private func start(
        _ arguments: [String], _ folder: ScratchFolder, _ output: String, _ errors: String, _ end: ProcessEnd,
        _ seconds: Int, _ environment: [String: String]
    ) throws(LathuError) -> pid_t {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, end.descriptor, end.descriptorInChild)
        // The time is bounded even where nobody is left to wait, and no core is left behind.
        #if canImport(Glibc)
            cprocess_add_folder(&actions, folder.path)
            let file = path, command = [path] + arguments
        #else
            let script = "cd \"$0\" && ulimit -c 0 && ulimit -t \(seconds) && exec \"$@\""
            let file = "/bin/sh", command = ["sh", "-c", script, folder.path, path] + arguments
        #endif
        var words = command.map { strdup($0) }
        var variables = Self.environment(folder, environment).map { strdup($0) }
        defer { for pointer in words + variables { free(pointer) } }
        words.append(nil)
        variables.append(nil)
        var process: pid_t = 0
        let result = posix_spawn(&process, file, &actions, nil, words, variables)
        guard result == 0 else {
            throw LathuError(
                .inputOutput, "\(name) cannot be started: \(String(cString: strerror(result)))",
                at: SourceLocation(file: path))
        }
        #if canImport(Glibc)
            // One that has ended already needs no bound.
            cprocess_bound(process, Int32(seconds))
        #endif
        return process
    }

    private func wait(_ process: pid_t, _ end: ProcessEnd, _ seconds: Int) throws(LathuError) -> Int32 {
        var status: Int32 = 0
        let limit = ContinuousClock.now + .seconds(seconds)
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { break }
            if ended < 0, errno != EINTR {
                throw LathuError(.inputOutput, "\(name) was lost: \(String(cString: strerror(errno)))")
            }
            if ContinuousClock.now > limit {
                kill(process, SIGKILL)
                waitpid(process, &status, 0)
                throw LathuError(
                    .inputOutput, "\(name) was ended, since it took more than \(seconds) seconds",
                    hint:
                        "try again when the machine has less to do; a document that takes so long may be damaged"
                )
            }
            end.wait(milliseconds: 100)
        }
        // As shells count: a signal is 128 and its number.
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }
}

/// Tells at once when a process ends: a pipe that nobody writes to, and whose other side the process holds open.
private final class ProcessEnd {
    /// The side that the process gets.
    private(set) var descriptor: Int32
    private let ours: Int32
    private var isClosed = false
    private var pause: UInt32 = 100

    init() throws(LathuError) {
        var sides: [Int32] = [-1, -1]
        guard pipe(&sides) == 0 else {
            throw LathuError(.inputOutput, "no pipe can be made: \(String(cString: strerror(errno)))")
        }
        // Another process that starts meanwhile would keep it open: then the end is only seen later.
        for side in sides { _ = fcntl(side, F_SETFD, FD_CLOEXEC) }
        ours = sides[0]
        descriptor = sides[1]
    }

    deinit {
        close(ours)
        isLeftToChild()
    }

    /// Where the process has it: never the same number, which would stay closed there.
    var descriptorInChild: Int32 { descriptor == 3 ? 4 : 3 }

    /// Closes this side's copy, once the process has its own.
    func isLeftToChild() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }

    /// Waits until the process has ended, or closed what it was given, or for a while.
    func wait(milliseconds: Int32) {
        if isClosed {
            usleep(pause)
            pause = min(2 * pause, 8000)
            return
        }
        var watched = pollfd(fd: ours, events: Int16(POLLIN), revents: 0)
        if poll(&watched, 1, milliseconds) > 0 { isClosed = true }
    }
}
