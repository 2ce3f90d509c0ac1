internal import ArgumentParser
internal import Letters

/// Formats named on the command line: `html,pdf`, or `all` that recipients get.
struct FormatList: ExpressibleByArgument {
    /// The formats, each once.
    let formats: [LetterFormat]

    init(_ formats: [LetterFormat]) { self.formats = formats }

    init?(argument: String) {
        var formats: [LetterFormat] = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let named =
                name == "all" ? LetterFormat.letters : LetterFormat(rawValue: String(name)).map { [$0] }
            guard let named else { return nil }
            for format in named where !formats.contains(format) { formats.append(format) }
        }
        self.formats = formats
    }

    var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }
}
