internal import Alignment
internal import Dispatch
internal import Letters
internal import Synchronization
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

    /// The documents of pairs of files, or what is wrong with each; on all cores, with progress.
    func documents(_ pairs: [Pair], isForced: Bool) -> [Result<DocumentPair, LathuError>] {
        let results = Mutex([Result<DocumentPair, LathuError>?](repeating: nil, count: pairs.count))
        DispatchQueue.concurrentPerform(iterations: pairs.count) { place in
            let result = Result { () throws(LathuError) in try documents(pairs[place], isForced: isForced) }
            results.withLock { results in
                results[place] = result
                if pairs.count > 1 {
                    let done = results.count { $0 != nil }
                    Console.progress("reading: \(done) of \(pairs.count) pairs of files")
                }
            }
        }
        if pairs.count > 1 { Console.progress("") }
        return results.withLock { $0.compactMap(\.self) }
    }

    /// The documents of a pair of files, where nothing is wrong with them.
    private func documents(_ pair: Pair, isForced: Bool) throws(LathuError) -> DocumentPair {
        let documents = DocumentPair(
            source: try document(pair.source, locales.source),
            target: try document(pair.target, locales.target))
        if let problem = DocumentProblem.find(documents, source: locales.source, target: locales.target),
            let error = AlignmentRefusal.error(problem, pair, locales, isForced: isForced)
        {
            throw error
        }
        return documents
    }

    /// The text of a file; of documents with their notes at the end.
    private func text(of path: String) throws(LathuError) -> TextSource {
        guard LetterDocument.isConverted(path), !everyLine else { return try encoding.text(of: path) }
        let document = try LetterDocument(path, charset: encoding.charset())
        if document.notes.isEmpty { return document.source }
        return TextSource(
            ([document.source.text] + document.notes).joined(separator: "\n\n"), file: document.source.file)
    }

    private func document(_ path: String, _ locale: LocaleID) throws(LathuError) -> AlignmentDocument {
        let raw = try text(of: path)
        if let zero = raw.text.unicodeScalars.firstIndex(of: "\0") {
            throw LathuError(
                .invalidData, "is not text", at: raw.location(of: zero),
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
