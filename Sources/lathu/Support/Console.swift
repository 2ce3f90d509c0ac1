internal import TextFiles
internal import UnicodeText

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Standard output and standard error.
enum Console {
    /// Ends the program after writing what is pending.
    static func exit(_ code: Int32) -> Never {
        flush()
        #if canImport(Glibc)
            Glibc.exit(code)
        #else
            Darwin.exit(code)
        #endif
    }

    /// Whoever reads the output may stop early, as `head` does: that is no defect.
    static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

    /// Writes a line to standard output. Output is collected and written in large pieces.
    static func print(_ line: String = "") {
        Output.shared.append(line)
    }

    /// Writes text as it is to standard output.
    static func write(_ text: String) {
        flush()
        write(text, to: STDOUT_FILENO)
    }

    /// Writes what is collected.
    static func flush() { Output.shared.flush() }

    /// Writes a finding to standard error.
    static func report(_ diagnostic: Diagnostic) {
        flush()
        let style = errorStyle
        let severity = diagnostic.severity.rawValue
        let word = diagnostic.severity == .error ? style.red(severity) : style.yellow(severity)
        let place = diagnostic.location.map { "\($0): " } ?? ""
        var text = "\(place)\(word): \(diagnostic.message)"
        if let hint = diagnostic.hint { text += "\n  \(hint)" }
        write(text + "\n", to: STDERR_FILENO)
    }

    /// Writes a remark to standard error.
    static func note(_ text: String) {
        flush()
        write(text + "\n", to: STDERR_FILENO)
    }

    /// Overwrites the current line of the terminal on standard error; does nothing elsewhere.
    static func progress(_ text: String) {
        guard isTerminal(STDERR_FILENO) else { return }
        write("\r\u{1B}[K" + text, to: STDERR_FILENO)
    }

    /// Colours for standard output.
    static var style: Style { Style(isEnabled: isTerminal(STDOUT_FILENO)) }

    /// Colours for standard error.
    static var errorStyle: Style { Style(isEnabled: isTerminal(STDERR_FILENO)) }

    /// The width to break lines at: none where the output is not read by eye but by another program.
    static var wrappingWidth: Int? { isatty(STDOUT_FILENO) != 0 ? width : nil }

    /// The width of the terminal, 80 columns where there is none.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 80 }
        return Int(size.ws_col)
    }

    private static func isTerminal(_ descriptor: Int32) -> Bool {
        guard isatty(descriptor) != 0, getenv("NO_COLOR") == nil else { return false }
        return getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
    }

    fileprivate static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { buffer in
            var written = 0
            while written < buffer.count, let base = buffer.baseAddress {
                #if canImport(Glibc)
                    let count = Glibc.write(descriptor, base + written, buffer.count - written)
                #else
                    let count = Darwin.write(descriptor, base + written, buffer.count - written)
                #endif
                if count < 0 {
                    let reason = errno
                    if reason == EINTR { continue }
                    // Where messages cannot be written, there is nowhere to say so.
                    if descriptor != STDOUT_FILENO { return }
                    Output.shared.discard()
                    // A reader that went away wants no more; a full disk is a failure.
                    if reason == EPIPE { quickExit(0) }
                    report(
                        Diagnostic("standard output cannot be written: \(String(cString: strerror(reason)))"))
                    quickExit(LathuError.Code.inputOutput.rawValue)
                }
                written += count
            }
        }
    }

    private static func quickExit(_ code: Int32) -> Never { _exit(code) }
}

/// Collects standard output. The program prints from one thread only.
private final class Output: @unchecked Sendable {
    static let shared = Output()
    private var pending = ""

    func append(_ line: String) {
        pending += line
        pending += "\n"
        if pending.utf8.count > 1 << 16 { flush() }
    }

    func flush() {
        let text = pending
        pending = ""
        if !text.isEmpty { Console.write(text, to: STDOUT_FILENO) }
    }

    func discard() { pending = "" }
}

/// Colours and weights of a terminal, where there is one (https://no-color.org).
struct Style {
    let isEnabled: Bool

    private func wrap(_ text: String, _ code: String) -> String {
        isEnabled ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    func bold(_ text: String) -> String { wrap(text, "1") }
    func dim(_ text: String) -> String { wrap(text, "2") }
    func red(_ text: String) -> String { wrap(text, "31") }
    func green(_ text: String) -> String { wrap(text, "32") }
    func yellow(_ text: String) -> String { wrap(text, "33") }
}
