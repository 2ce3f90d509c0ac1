internal import Dispatch
internal import Segmentation
internal import Synchronization
internal import TextFiles
internal import UnicodeText

/// Puts variants together and writes them, on several threads.
struct BuildCrew: Sendable {
    /// A file of a variant.
    struct File {
        let path: String
        let key: String
        let hash: String
        let isWritten: Bool
    }

    /// What came of a variant.
    struct Result {
        /// One for every format; nil where it could not be built for want of another program.
        var files: [File?] = []
        var findings: [BuildReport.Finding] = []
        /// Its row of the index.
        var row: BuildIndex.Row?
    }

    /// What came of all of them.
    struct Results {
        var variants: [Result] = []
        /// Which programs are missing, each told once.
        var unavailable: [Diagnostic] = []
    }

    let letters: [Letter]
    let plan: BuildPlan
    let contents: LetterContents
    /// For each language what all files in it depend on.
    let commons: [LocaleID: ContentHash]
    let options: BuildOptions
    let manifest: BuildManifest
    let staged: StagedFiles
    let renderer: LetterRenderer

    /// More problems than this help nobody.
    private static let maximalProblems = 200

    /// Two more than there are threads to be used, where office documents are made: starting, reading and writing, pandoc
    /// leaves its core to others now and then, which takes an eighth off the time on two cores.
    private var workers: Int {
        let makesDocuments = options.formats.contains(.docx) || options.formats.contains(.odt)
        return options.threads + (makesDocuments && options.threads > 1 ? 2 : 0)
    }

    private struct State {
        var results: [Result?]
        var unavailable: [Diagnostic] = []
        var errors: [(place: Int, error: LathuError)] = []
        var printing: [PrintQueue.Job] = []
        var done = 0

        mutating func miss(_ reasons: [Diagnostic]) {
            for reason in reasons where !unavailable.contains(reason) { unavailable.append(reason) }
        }

        /// Takes a printed file. That there is no program to print it is no reason to build nothing.
        mutating func take(_ file: Swift.Result<File, any Error>, of job: PrintQueue.Job) {
            done += 1
            switch file {
            case .success(let file): results[job.variant]?.files[job.place] = file
            case .failure(let error):
                let known = error as? LathuError ?? LathuError(.software, "\(error)")
                if known.code == .noInput {
                    miss(known.diagnostics)
                } else {
                    errors.append((job.variant, known))
                }
            }
        }
    }

    /// The results in the order of the plan.
    /// - Throws: `LathuError` with what is wrong with any of them.
    func run(progress: @escaping @Sendable (Int, Int) -> Void) throws(LathuError) -> Results {
        let total = plan.variants.count
        let state = Mutex(State(results: [Result?](repeating: nil, count: total)))
        let next = Atomic(0)
        Workers.run(min(workers, total)) {
            var current: (key: LetterContents.Key, assembly: LetterAssembly)?
            while true {
                let place = next.add(1, ordering: .relaxed).oldValue
                guard place < total, state.withLock({ $0.errors.count }) < Self.maximalProblems else {
                    return
                }
                let variant = plan.variants[place]
                let key = LetterContents.Key(letter: variant.letter, locale: variant.locale)
                do {
                    if current?.key != key { current = (key, try assembly(key)) }
                    guard let assembly = current?.assembly else { return }
                    let (result, printing, unavailable) = try build(variant, place, assembly)
                    state.withLock {
                        $0.results[place] = result
                        $0.printing += printing
                        $0.miss(unavailable)
                    }
                } catch {
                    let known = error as? LathuError ?? LathuError(.software, "\(error)")
                    state.withLock { $0.errors.append((place, known)) }
                }
                state.withLock {
                    $0.done += 1
                    progress($0.done, total + $0.printing.count)
                }
            }
        }
        let jobs = state.withLock { state in
            state.errors.isEmpty
                ? state.printing.sorted { ($0.variant, $0.place) < ($1.variant, $1.place) } : []
        }
        PrintQueue(renderer: renderer, threads: options.threads).run(jobs) { job, result in
            let written = result.flatMap { bytes in Swift.Result { try write(bytes, job.path, job.key) } }
            state.withLock {
                $0.take(written, of: job)
                progress($0.done, total + jobs.count)
            }
        }
        return try state.withLock { state throws(LathuError) in
            try Self.throwErrors(state.errors)
            return Results(variants: state.results.compactMap(\.self), unavailable: state.unavailable)
        }
    }

    /// A mistake in a letter is made for every recipient: it is told once.
    private static func throwErrors(_ errors: [(place: Int, error: LathuError)]) throws(LathuError) {
        let sorted = errors.sorted { $0.place < $1.place }.map(\.error)
        guard let first = sorted.first else { return }
        var seen: Set<Diagnostic> = []
        let diagnostics = sorted.flatMap(\.diagnostics).filter { seen.insert($0).inserted }
        throw LathuError(first.code, diagnostics)
    }

    private func assembly(_ key: LetterContents.Key) throws(LathuError) -> LetterAssembly {
        guard let content = contents.contents[key], let conventions = contents.conventions[key.locale] else {
            throw LathuError(.software, "a letter of the plan was not read")
        }
        return LetterAssembly(letter: letters[key.letter], content: content, conventions: conventions)
    }

    private func build(
        _ variant: BuildPlan.Variant, _ place: Int, _ assembly: LetterAssembly
    ) throws -> (Result, [PrintQueue.Job], [Diagnostic]) {
        let letter = letters[variant.letter]
        let localized = try assembly.localized(
            for: variant.recipient, alternates: variant.alternates, isDraft: options.isDraft)
        var result = Result()
        result.findings = findings(localized, variant, assembly.content)
        result.row = BuildIndex.Row(localized, of: letter)
        if options.requirement != nil, !result.findings.isEmpty { return (result, [], []) }
        let key = LetterContents.Key(letter: variant.letter, locale: variant.locale)
        let job = RenderingJob(localized, rendering(localized), review: contents.reviews[key])
        let digest = LetterDigest(localized, on: commons[variant.locale] ?? ContentHash())
        var printing: [PrintQueue.Job] = []
        var unavailable: [Diagnostic] = []
        for format in options.formats where !(format.isReview && variant.locale == letter.locale) {
            let path = "\(variant.path(of: letter)).\(format.fileExtension)"
            var hash = digest.hash
            hash.append(format.rawValue)
            if format.isReview { hash.append(contents.reviewHashes[key] ?? "") }
            if format == .mail { hash.append("\(options.date ?? 0) \(options.attachesPDF)") }
            let fileKey = hash.hexadecimal
            if let file = unchanged(path, fileKey) {
                result.files.append(file)
                continue
            }
            result.files.append(nil)
            if format == .pdf || format == .reviewPDF || format == .mail && options.attachesPDF {
                printing.append(
                    .init(
                        variant: place, place: result.files.count - 1, path: path, key: fileKey, job: job,
                        format: format))
                continue
            }
            do {
                result.files[result.files.count - 1] = try write(
                    renderer.render(job, as: format), path, fileKey)
            } catch let error as LathuError where error.code == .noInput {
                unavailable += error.diagnostics
            }
        }
        return (result, printing, unavailable)
    }

    /// Paper, typefaces, envelope.
    private func rendering(_ letter: LocalizedLetter) -> RenderingOptions {
        var rendering = RenderingOptions(locale: letter.locale)
        rendering.pageSize = letter.conventions.pageSize
        rendering.fonts = letter.conventions.fonts
        rendering.draft = options.isDraft ? letter.conventions.labels.draft : nil
        rendering.address = letter.postalAddress
        rendering.alternates = letter.alternates.map { .init(locale: $0, href: "\($0).html") }
        rendering.envelope.subject = letter.subject?.plainText
        rendering.envelope.date = options.date
        rendering.envelope.attachesPDF = options.attachesPDF
        if let addressee = letter.addressee, let email = addressee.email,
            let mailbox = MailAddress(name: addressee.name.text(in: letter.locale), address: email)
        {
            rendering.envelope.recipients = [mailbox]
        }
        return rendering
    }

    /// The file of an earlier run, where it is as it would be again.
    private func unchanged(_ path: String, _ key: String) -> File? {
        guard !options.isForced, let known = manifest.outputs[path], known.key == key,
            let bytes = existing(path), ContentHash.of(bytes) == known.hash
        else { return nil }
        return File(path: path, key: key, hash: known.hash, isWritten: false)
    }

    private func write(_ bytes: [UInt8], _ path: String, _ key: String) throws(LathuError) -> File {
        let isWritten = existing(path) != bytes
        if isWritten { try staged.add(bytes, at: path) }
        return File(path: path, key: key, hash: ContentHash.of(bytes), isWritten: isWritten)
    }

    private func existing(_ path: String) -> [UInt8]? {
        let file = FilePath.join(options.output, path)
        return FilePath.exists(file) ? try? FileReading.bytes(of: file) : nil
    }

    /// What is not as it should be: in the source language, or not as far as is required.
    private func findings(
        _ localized: LocalizedLetter, _ variant: BuildPlan.Variant, _ content: LetterContent
    ) -> [BuildReport.Finding] {
        let letter = letters[variant.letter]
        func finding(_ segment: LetterSegment, _ translation: SegmentTranslation) -> BuildReport.Finding {
            .init(
                letter: letter.id, locale: variant.locale.identifier, state: translation.state.rawValue,
                location: translation.location ?? SourceLocation(file: letter.path, line: segment.line),
                source: segment.source.coded, problems: translation.problems)
        }
        var findings: [BuildReport.Finding] = []
        if options.requirement == .reviewed {
            var seen: Set<SegmentKey> = []
            for segment in letter.segments(for: variant.recipient) {
                guard let translation = content.translations[segment.index], translation.state != .reviewed,
                    seen.insert(segment.key).inserted
                else { continue }
                findings.append(finding(segment, translation))
            }
        } else {
            findings = localized.fallbacks.map { finding($0.segment, $0.translation) }
        }
        return findings
            + localized.untranslatedValues.map { value in
                .init(
                    letter: letter.id, locale: variant.locale.identifier, state: "untranslated",
                    location: value.location ?? SourceLocation(file: letter.path), source: "{\(value.name)}",
                    problems: [])
            }
    }

    /// Whether files are there with the bytes that were written.
    static func areIntact(_ paths: [String], _ manifest: BuildManifest, _ options: BuildOptions) -> Bool {
        let isIntact = Atomic(true)
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(options.threads, paths.count))) { _ in
            while isIntact.load(ordering: .relaxed) {
                let place = next.add(1, ordering: .relaxed).oldValue
                guard place < paths.count else { return }
                let file = FilePath.join(options.output, paths[place])
                guard let known = manifest.outputs[paths[place]], FilePath.exists(file),
                    let bytes = try? FileReading.bytes(of: file), ContentHash.of(bytes) == known.hash
                else {
                    isIntact.store(false, ordering: .relaxed)
                    return
                }
            }
        }
        return isIntact.load(ordering: .relaxed)
    }
}
