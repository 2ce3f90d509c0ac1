internal import Interchange
internal import Segmentation
public import TextFiles
public import UnicodeText

extension MemoryImport {
    /// Takes the translated segments of an XLIFF file.
    ///
    /// A translation in the state *initial* is a draft, one that is *final* is reviewed. What is not to be
    /// translated is left out. With ``skipsBad``, so are a file's parts in unknown languages, and the unit where it
    /// breaks off with all after it.
    /// - Parameters:
    ///   - target: the language of the translations, where the file does not name it.
    ///   - origin: the name to file units under; nil for the file's name.
    ///   - pair: the languages to bring the index up to date for.
    ///   - progress: called after every batch.
    /// - Throws: `LathuError` where the file cannot be read, is malformed, or names no known languages.
    public func document(
        _ path: String, to target: LocaleID? = nil, origin: String? = nil, pair: Pair? = nil,
        progress: (ImportStep) -> Void = { _ in }
    ) throws(LathuError) -> ImportReport {
        let source = try DocumentUnits(
            path, target: target, origin: origin, now: now, skipsBad: skipsBad)
        return try ImportPipeline(intake: self, path: path).run(source, pair: pair, progress: progress)
    }
}

/// The translated segments of an XLIFF file.
private struct DocumentUnits: UnitSource {
    private let units: [TranslationUnit]
    private let untranslated: Int
    private let total: Int
    private var problems: ArraySlice<Diagnostic>
    private(set) var count = 0

    var share: Double? { total == 0 ? nil : Double(count) / Double(total) }

    init(
        _ path: String, target: LocaleID?, origin: String?, now: Int64, skipsBad: Bool
    ) throws(LathuError) {
        let (document, failure) =
            try skipsBad ? XLIFFDocument.salvage(path: path) : (XLIFFDocument(path: path), nil)
        var problems = failure?.diagnostics ?? []
        let isInput = path == FileReading.standardInput
        let origin = origin ?? (isInput ? "standard input" : FilePath.name(of: path))
        var units: [TranslationUnit] = []
        var untranslated = 0
        for file in document.files {
            let source: LocaleID
            var language = target
            do throws(LathuError) {
                source = try Self.locale(file.sourceLanguage, "source", path)
                if language == nil, file.units.contains(where: { $0.segments.contains { $0.target != nil } })
                {
                    language = try Self.locale(file.targetLanguage, "target", path)
                }
            } catch {
                guard skipsBad else { throw error }
                problems += error.diagnostics
                continue
            }
            for unit in file.units where unit.isTranslatable {
                for segment in unit.segments where !segment.isIgnorable {
                    let text = segment.target?.text.coded.trimmed ?? ""
                    guard let language, !text.isEmpty else {
                        untranslated += 1
                        continue
                    }
                    let original = segment.source.text.coded.trimmed
                    if original.isEmpty { continue }
                    units.append(
                        TranslationUnit(
                            variants: [source: .init(original), language: .init(text)], origin: origin,
                            created: now, state: Self.state(segment.state),
                            notes: unit.notes.map(\.text).filter { !$0.trimmed.isEmpty }))
                }
            }
        }
        self.units = units
        self.untranslated = untranslated
        self.problems = problems[...]
        total = units.count
    }

    mutating func read(
        into units: inout [TranslationUnit], _ report: inout ImportReport
    ) throws(LathuError) -> Bool {
        if let problem = problems.popFirst() {
            report.refuse(problem)
            return true
        }
        guard count < self.units.count else { return false }
        units.append(self.units[count])
        count += 1
        return true
    }

    func finish(_ report: inout ImportReport) { report.untranslated += untranslated }

    private static func state(_ state: XLIFFState) -> TranslationUnit.State {
        switch state {
        case .initial: .draft
        case .translated: .translated
        case .reviewed, .final: .reviewed
        }
    }

    private static func locale(
        _ tag: String?, _ side: String, _ path: String
    ) throws(LathuError) -> LocaleID {
        let location = SourceLocation(file: path)
        guard let tag else {
            throw LathuError(
                .invalidData, "names no \(side) language", at: location,
                hint: side == "target" ? "add --to LOCALE" : "a <file> or <xliff> has to")
        }
        do {
            return try LocaleID(tag)
        } catch {
            throw LathuError(.invalidData, "the \(side) language: \(error)", at: location)
        }
    }
}
