internal import TranslationMemory

/// Shows on the terminal how far an import has come: how many, how fast, and how long it still takes.
struct ImportProgress {
    private let path: String
    private let what: String
    private let start = Clock.milliseconds
    private var isShown = false

    /// - Parameter what: what is counted, as “rows”.
    init(path: String, what: String) {
        self.path = path
        self.what = what
    }

    /// Shows a step. Nothing for the first second: most imports take less.
    mutating func show(_ step: ImportStep) {
        let elapsed = Clock.milliseconds - start
        guard elapsed > 1000 else { return }
        isShown = true
        var text = "\(path): \(step.count) \(what), \(Int64(step.count) * 1000 / elapsed) a second"
        if let share = step.share, share > 0.01 {
            let left = Double(elapsed) / 1000 * (1 - share) / share
            text += ", \(Int(share * 100))%, \(Self.duration(left)) left"
        }
        Console.progress(text)
    }

    /// Clears the line.
    func end() { if isShown { Console.progress("") } }

    private static func duration(_ seconds: Double) -> String {
        let seconds = Int(seconds.rounded(.up))
        return seconds < 90 ? "\(seconds) s" : "\((seconds + 30) / 60) min"
    }
}
