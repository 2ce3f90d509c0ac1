internal import Checks
internal import Letters
internal import TextFiles
internal import UnicodeText

/// `lathu check --fix`: mends files, all of them or none, and lists each change.
struct CheckFix {
    let configuration: CheckConfiguration
    let isJSON: Bool

    private struct Record: Encodable {
        let file: String
        let line: Int?
        let column: Int?
        let rule, before, after: String
    }

    /// - Parameter letters: ids of letters whose catalogs are mended, none for all; nil for no letters at all.
    func run(
        files: [String], letters: [String]?, _ languages: PairFile.Languages, _ locales: [String],
        _ project: Project?
    ) throws {
        var work: [(path: String, letter: String, languages: PairFile.Languages)] = files.map {
            ($0, $0, languages)
        }
        if let letters, let project {
            for locale in try targetLocales(locales, project) {
                for letter in try readLetters(letters, project) {
                    let path = project.catalogPath(letter: letter.id, locale: locale)
                    guard FilePath.exists(path) else { continue }
                    work.append((path, letter.id, PairFile.Languages(source: project.source, target: locale)))
                }
            }
        }
        let fix = FileFix(configuration)
        // Everything is worked out before anything is written.
        var results: [(path: String, result: FileFix.Result)] = []
        for item in work {
            results.append(
                (item.path, try fix.fixed(item.path, letter: item.letter, languages: item.languages)))
        }
        for (path, result) in results where !result.entries.isEmpty {
            try FileWriting.write(result.bytes, to: path)
        }
        for (path, result) in results { try tell(path, result) }
    }

    private func tell(_ path: String, _ result: FileFix.Result) throws {
        for entry in result.entries {
            for change in entry.changes {
                if isJSON {
                    try JSONOutput.print(
                        Record(
                            file: path, line: entry.location.line, column: entry.location.column,
                            rule: change.rule,
                            before: change.before, after: change.after))
                } else {
                    Console.print(
                        "\(entry.location): \(change.rule): “\(visible(change.before))” → “\(visible(change.after))”"
                    )
                }
            }
        }
        guard !isJSON else { return }
        let count = result.entries.reduce(0) { $0 + $1.changes.count }
        Console.print(
            count == 0 ? "\(path) is in order" : "\(path): \(count) change\(count == 1 ? "" : "s")")
    }

    /// What cannot be seen, by its number.
    private func visible(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar.value {
            case 0xA0, 0xAD, 0x2007, 0x200B...0x200F, 0x2028...0x202F, 0x2060, 0xFEFF, 0x300...0x36F:
                result += "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
