public import Interchange
public import TextFiles
public import UnicodeText

/// Concepts of one glossary or several, the most important glossary first.
///
/// ```swift
/// let termbase = try Termbase.load(project.glossaryPaths)
/// let recognizer = try TermRecognizer(termbase, locale: .english)
/// for match in recognizer.matches(in: "the right to a fair trial") { print(match.terms) }
/// ```
public struct Termbase: Sendable {
    /// A concept and the glossary that it comes from.
    public struct Entry: Sendable {
        /// The concept.
        public let concept: GlossaryConcept
        /// The number of its glossary among ``Termbase/files``, from 0: a smaller one goes first.
        public let file: Int
    }

    /// The paths of the glossaries.
    public let files: [String]
    /// The concepts of all glossaries, in their order.
    public let entries: [Entry]

    /// A termbase of concepts that come from no file.
    public init(_ concepts: [GlossaryConcept]) {
        files = []
        entries = concepts.map { Entry(concept: $0, file: 0) }
    }

    private init(files: [String], entries: [Entry]) {
        self.files = files
        self.entries = entries
    }

    /// Reads glossaries, TBX or tables, the most important first.
    /// - Throws: `LathuError` where one cannot be read; with code `invalidData` and everything that is wrong where
    ///   any has an error.
    public static func load(_ paths: [String]) throws(LathuError) -> Termbase {
        let (termbase, findings) = try read(paths)
        let errors = findings.filter { $0.severity == .error }
        if !errors.isEmpty { throw LathuError(.invalidData, errors) }
        return termbase
    }

    /// Reads glossaries with all that is wrong with them: what can be read is there in spite of it.
    /// - Parameter pair: the languages of files that do not say them.
    /// - Throws: `LathuError` where one cannot be read at all.
    public static func read(
        _ paths: [String], pair: (from: LocaleID, to: LocaleID)? = nil
    ) throws(LathuError) -> (termbase: Termbase, findings: [Diagnostic]) {
        var entries: [Entry] = []
        var findings: [Diagnostic] = []
        for (number, path) in paths.enumerated() {
            let contents = try GlossaryFile.read(path, pair: pair)
            findings += contents.findings
            findings += GlossaryCheck.findings(
                contents.concepts, file: path, isOurs: GlossaryFormat.named(inPath: path) != .tbx)
            entries += contents.concepts.map { Entry(concept: $0, file: number) }
        }
        return (Termbase(files: paths, entries: entries), findings)
    }

    /// The languages that the concepts have terms in, by tag.
    public var locales: [LocaleID] {
        var found: Set<LocaleID> = []
        for entry in entries {
            for language in entry.concept.languages where !language.terms.isEmpty {
                if let locale = language.locale { found.insert(locale) }
            }
        }
        return found.sorted { $0.identifier < $1.identifier }
    }

    /// The term that a reference names.
    public func term(_ reference: TermReference) -> GlossaryTerm {
        entries[reference.entry].concept.languages[reference.language].terms[reference.term]
    }

    /// The concept of the term that a reference names.
    public func concept(_ reference: TermReference) -> GlossaryConcept { entries[reference.entry].concept }

    /// All terms for text in a language, in order.
    public func references(in locale: LocaleID) -> [TermReference] {
        var found: [TermReference] = []
        var serves: [String: Bool] = [:]
        for (number, entry) in entries.enumerated() {
            for (place, language) in entry.concept.languages.enumerated() {
                guard let own = language.locale else { continue }
                let doesServe = serves[own.identifier] ?? own.serves(locale)
                serves[own.identifier] = doesServe
                guard doesServe else { continue }
                for term in language.terms.indices {
                    found.append(TermReference(entry: number, language: place, term: term))
                }
            }
        }
        return found
    }
}

/// Which term of a termbase.
public struct TermReference: Hashable, Sendable {
    /// The number of the concept among ``Termbase/entries``.
    public let entry: Int
    /// The number of the language in the concept.
    public let language: Int
    /// The number of the term in the language.
    public let term: Int
}
