internal import Alignment
internal import Interchange
internal import TextFiles
internal import TranslationMemory
internal import UnicodeText

/// Where the pairs of an alignment go: a file, or the memory.
struct AlignmentOutput {
    /// What a file is written as.
    enum Format {
        case tmx, tsv, html

        /// The format that a file's name says.
        static func of(_ path: String) throws(LathuError) -> Format {
            switch FilePath.fileExtension(of: path) {
            case "tmx": return .tmx
            case "tsv", "tab": return .tsv
            case "html", "htm": return .html
            default:
                throw LathuError(
                    .usage, "the name does not say which format to write", at: SourceLocation(file: path),
                    hint: "end it in .tmx, .tsv or .html")
            }
        }
    }

    let review: AlignmentReview
    let now: Int64

    /// Writes a file, readable by its owner only.
    func write(to path: String) throws {
        let text: [UInt8]
        let format = try Format.of(path)
        switch format {
        case .html: text = Array(try ReviewPage.write(review).utf8)
        case .tsv: text = Array(ReviewTable.write(review).utf8)
        case .tmx:
            var writer = TMXWriter()
            try writer.start(
                TMXHeader(tool: "lathu", version: Lathu.version, sourceLanguage: review.from))
            let locales = [try LocaleID(review.from), try LocaleID(review.to)]
            for unit in try units() { try writer.write(unit.exchanged(locales: locales)) }
            writer.finish()
            text = writer.takeBytes()
        }
        try FileWriting.write(text, to: path, permissions: 0o600)
        Console.print(summary)
        Console.print("wrote \(path)")
        switch format {
        case .tmx: Console.print("Next: “lathu memory import \(path)”.")
        case .tsv, .html: Console.print("Next: look it over; “lathu align --apply \(path)” then stores it.")
        }
    }

    /// Puts the pairs into a memory.
    func store(in memory: TranslationMemory) throws {
        let counts = try memory.store(try units())
        Console.print(summary)
        Console.print(
            "\(memory.path): \(counts.added) added, \(counts.updated) updated, \(counts.unchanged) unchanged")
    }

    private func units() throws -> [TranslationUnit] {
        var units = try review.units(now: now)
        TextNormalization().normalize(&units)
        return units
    }

    /// What became of the pairs, on a line.
    private var summary: String {
        var taken = 0, drafts = 0, doubtful = 0, alone = 0, moved = 0
        for pair in review.documents.flatMap(\.pairs) {
            switch review.fate(of: pair) {
            case .accepted, .certain: taken += 1
            case .draft: drafts += 1
            case .leftOut: if pair.isTranslation { doubtful += 1 } else { alone += 1 }
            }
            if pair.isMoved { moved += 1 }
        }
        var parts = [
            "\(taken) pairs", "\(drafts) drafts", "\(doubtful) left out", "\(alone) without a counterpart",
        ]
        if moved > 0 { parts.append("\(moved) of them moved") }
        return parts.joined(separator: ", ")
    }
}
