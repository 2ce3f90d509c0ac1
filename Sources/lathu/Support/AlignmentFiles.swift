internal import Alignment
internal import Letters
internal import TextFiles
internal import UnicodeText

/// The files that are aligned.
struct AlignmentFiles {
    /// A file and its translation.
    struct Pair: Hashable {
        let source: String
        let target: String
    }

    let locales: (source: LocaleID, target: LocaleID)
    let project: Project?
    let encoding: EncodingOption
    let everyLine: Bool

    /// The documents of a pair of files.
    func documents(_ pair: Pair) throws -> DocumentPair {
        DocumentPair(
            source: try document(pair.source, locales.source),
            target: try document(pair.target, locales.target))
    }

    private func document(_ path: String, _ locale: LocaleID) throws -> AlignmentDocument {
        let isConverted = LetterDocument.isConverted(path)
        let raw =
            isConverted && !everyLine
            ? try LetterDocument(path, charset: encoding.charset()).source : try encoding.text(of: path)
        if raw.text.unicodeScalars.contains("\0") {
            throw LathuError(
                .invalidData, "is not text", at: SourceLocation(file: path),
                hint: "text, Markdown, HTML, DOCX and ODT can be aligned")
        }
        // What is wrong with the bytes of one side must not keep it from resembling the other.
        let source = SourceRepair.apply(to: raw, locale: locale).source
        let read = try DocumentParagraphs(
            source, segmenter: try segmenter(locale, project), everyLine: everyLine)
        return everyLine
            ? AlignmentDocument(segments: read.paragraphs[0]) : AlignmentDocument(paragraphs: read.paragraphs)
    }

    /// The pairs of files that `PATTERN=PATTERN` names: each pattern has one `*`, which stands for the same on both
    /// sides.
    /// - Throws: `LathuError` where a pattern is malformed or names nothing; files without a counterpart are told.
    static func pairs(matching pattern: String) throws(LathuError) -> [Pair] {
        let sides = pattern.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard sides.count == 2, sides.allSatisfy({ $0.count(where: { $0 == "*" }) == 1 }) else {
            throw LathuError(
                .usage, "“\(pattern)” is no pair of patterns",
                hint: "write one * on either side of =, such as --pairs 'letters/*.en.md=letters/*.vi.md'")
        }
        let sources = files(matching: sides[0]), targets = files(matching: sides[1])
        let targetByName = Dictionary(targets.map { ($0.name, $0.path) }) { first, _ in first }
        let sourceNames = Set(sources.map(\.name))
        for (name, path) in sources where targetByName[name] == nil {
            Console.note("note: \(path) has no counterpart")
        }
        for (name, path) in targets where !sourceNames.contains(name) {
            Console.note("note: \(path) has no counterpart")
        }
        let pairs = sources.compactMap { source in
            targetByName[source.name].map { Pair(source: source.path, target: $0) }
        }
        if pairs.isEmpty {
            throw LathuError(
                .noInput, "no pair of files matches “\(pattern)”",
                hint: "the * must stand for the same on both sides of =")
        }
        return pairs
    }

    private static func files(matching pattern: String) -> [(name: String, path: String)] {
        let folder = FilePath.folder(of: pattern), name = FilePath.name(of: pattern)
        let parts = name.split(separator: "*", omittingEmptySubsequences: false)
        // The star stands in the name, not in a folder.
        guard parts.count == 2 else { return [] }
        return FilePath.names(in: folder).compactMap { file in
            guard file.hasPrefix(parts[0]), file.hasSuffix(parts[1]),
                file.utf8.count > parts[0].utf8.count + parts[1].utf8.count
            else { return nil }
            return (
                String(file.dropFirst(parts[0].count).dropLast(parts[1].count)), FilePath.join(folder, file)
            )
        }
    }
}
