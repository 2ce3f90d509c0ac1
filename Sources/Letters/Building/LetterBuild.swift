internal import Resources
public import TextFiles
internal import UnicodeText

/// Builds the letters of a project: all that is asked for, or nothing.
///
/// What was built before and would be the same is left as it is. Whether nothing at all changed is seen from the files
/// alone, without reading a letter; else every file has a key, a hash of all that goes into it.
public struct LetterBuild {
    private let project: Project
    private let options: BuildOptions
    private let paths: [String]
    private let program: String
    private let read: ([String]) throws(LathuError) -> [Letter]

    /// A build.
    ///
    /// - Parameters:
    ///   - paths: the letters' files.
    ///   - read: reads them; called only where something changed.
    public init(
        _ paths: [String], of project: Project, options: BuildOptions,
        read: @escaping ([String]) throws(LathuError) -> [Letter]
    ) {
        self.paths = paths
        self.project = project
        self.options = options
        program = Self.program(options.version)
        self.read = read
    }

    /// Builds.
    ///
    /// - Parameter progress: called with how many of how many variants are done, by one thread at a time.
    /// - Throws: `LathuError` with everything that is wrong with letters, catalogs, conventions and recipients;
    ///   nothing was written then.
    public func run(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) throws(LathuError)
        -> BuildReport
    {
        var manifest = BuildManifest.read(in: options.output)
        let selection = selection
        if !options.isForced, let report = unchanged(manifest, selection) { return report }
        let letters = try read(paths)
        let plan = try BuildPlan(letters, project, options)
        let contents = try LetterContents(
            letters, plan, project, withReviews: options.formats.contains(where: \.isReview))
        let templates = try LetterTemplates(folder: FilePath.join(project.root, "templates"))
        let inputs = inputs(letters, contents)
        let staged = StagedFiles(root: options.output)
        defer { staged.discard() }
        let crew = BuildCrew(
            letters: letters, plan: plan, contents: contents, commons: commons(plan, contents, inputs),
            options: options, manifest: manifest, staged: staged,
            renderer: LetterRenderer(templates: templates))
        let results = try crew.run(progress: progress)
        var report = report(results, letters, plan)
        report.isRefused = options.requirement != nil && !report.findings.isEmpty
        if report.isRefused {
            report.variants = []
            return report
        }
        update(&manifest, results, plan, letters)
        try stageIndex(&manifest, templates, staged)
        report.orphans = orphans(manifest, letters, plan)
        // What could not be built for want of a program may be built the next time.
        if report.unavailable.isEmpty {
            manifest.remember(
                .init(selection: selection, inputs: inputs.hashes, report: report.moved(project.relative)))
        }
        let text = manifest.text
        try Interruption.wholly { () throws(LathuError) in
            try staged.commit()
            try FileWriting.update(text, at: FilePath.join(options.output, BuildManifest.fileName))
        }
        return report
    }

    /// The page that lists all variants that are there.
    private func stageIndex(
        _ manifest: inout BuildManifest, _ templates: LetterTemplates, _ staged: StagedFiles
    ) throws(LathuError) {
        let bytes = Array(manifest.index.page(manifest.outputs.keys, templates).utf8)
        let file = FilePath.join(options.output, BuildIndex.fileName)
        if !FilePath.exists(file) || (try? FileReading.bytes(of: file)) != bytes {
            try staged.add(bytes, at: BuildIndex.fileName)
        }
        let hash = ContentHash.of(bytes)
        manifest.outputs[BuildIndex.fileName] = .init(key: hash, hash: hash)
    }

    /// For each language a hash of what all letters in it depend on.
    private func commons(
        _ plan: BuildPlan, _ contents: LetterContents, _ inputs: BuildInputs
    ) -> [LocaleID: ContentHash] {
        var commons: [LocaleID: ContentHash] = [:]
        for locale in plan.locales {
            let files = contents.conventions[locale]?.files ?? []
            var hash = inputs.common(files + BuildInputs.templates(of: project))
            hash.append(program)
            commons[locale] = hash
        }
        return commons
    }

    /// The program: its version, and the files within it.
    private static func program(_ version: String) -> String {
        var hash = ContentHash()
        hash.append(version)
        for path in Resources.paths { hash.append(Resources.bytes(at: path) ?? []) }
        return hash.hexadecimal
    }

    /// A hash of what is asked for.
    private var selection: String {
        var hash = ContentHash()
        hash.append(program)
        for path in paths { hash.append(project.relative(path)) }
        hash.append(options.locales.count)
        for locale in options.locales { hash.append(locale.identifier) }
        hash.append(options.recipients.count)
        for recipient in options.recipients { hash.append(recipient) }
        for format in options.formats { hash.append(format.rawValue) }
        hash.append(options.requirement?.rawValue ?? "")
        hash.append("\(options.isDraft) \(options.attachesPDF) \(options.date ?? 0)")
        return hash.hexadecimal
    }

    /// What an earlier run for the same came to, where all that it was made from and all that it made is as it was.
    private func unchanged(_ manifest: BuildManifest, _ selection: String) -> BuildReport? {
        guard let run = manifest.runs.first(where: { $0.selection == selection }),
            run.inputs.allSatisfy({ BuildInputs.hash(of: $0.path, in: project) == $0.hash }),
            BuildCrew.areIntact(run.report.files.map(\.path) + [BuildIndex.fileName], manifest, options)
        else { return nil }
        var report = run.report.moved(project.absolute)
        report.orphans.removeAll { !FilePath.exists(FilePath.join(options.output, $0)) }
        return report
    }

    /// The files that the letters are made from.
    private func inputs(_ letters: [Letter], _ contents: LetterContents) -> BuildInputs {
        var inputs = BuildInputs(project)
        inputs.add(FilePath.join(project.root, Project.fileName))
        for letter in letters {
            inputs.add(letter.path)
            for file in letter.files { inputs.add(file) }
        }
        for path in contents.catalogPaths { inputs.add(path) }
        for conventions in contents.conventions.values.sorted(by: {
            $0.locale.identifier < $1.locale.identifier
        }) {
            for file in conventions.files { inputs.add(file) }
        }
        inputs.add(
            project.segmentationPath ?? FilePath.join(project.folder(of: project.source), "segmentation.srx"))
        for path in BuildInputs.templates(of: project) { inputs.add(path) }
        return inputs
    }

    private func report(
        _ results: BuildCrew.Results, _ letters: [Letter], _ plan: BuildPlan
    ) -> BuildReport {
        var report = BuildReport()
        report.unavailable = results.unavailable
        var numbers: [BuildReport.Finding: Int] = [:]
        for (variant, result) in zip(plan.variants, results.variants) {
            let findings = result.findings.map { finding in
                if let number = numbers[finding] { return number }
                numbers[finding] = report.findings.count
                report.findings.append(finding)
                return report.findings.count - 1
            }
            report.variants.append(
                .init(
                    letter: letters[variant.letter].id, recipient: variant.recipient?.id,
                    locale: variant.locale.identifier,
                    files: result.files.compactMap(\.self).map {
                        .init(path: $0.path, isWritten: $0.isWritten)
                    },
                    findings: findings))
        }
        return report
    }

    private func update(
        _ manifest: inout BuildManifest, _ results: BuildCrew.Results, _ plan: BuildPlan, _ letters: [Letter]
    ) {
        // What somebody removed is forgotten.
        for path in manifest.outputs.keys where !FilePath.exists(FilePath.join(options.output, path)) {
            manifest.outputs[path] = nil
        }
        for (variant, result) in zip(plan.variants, results.variants) {
            for file in result.files.compactMap(\.self) {
                manifest.outputs[file.path] = .init(key: file.key, hash: file.hash)
            }
            manifest.index.rows[variant.path(of: letters[variant.letter])] = result.row
        }
        let stems = Set(manifest.outputs.keys.map { BuildIndex.stem(of: $0) })
        for stem in manifest.index.rows.keys where !stems.contains(stem) { manifest.index.rows[stem] = nil }
    }

    /// Files of these letters in folders of recipients, or in languages, that the letters no longer have.
    private func orphans(_ manifest: BuildManifest, _ letters: [Letter], _ plan: BuildPlan) -> [String] {
        var everything = options
        everything.recipients = []
        everything.locales = []
        guard let all = try? BuildPlan(letters, project, everything) else { return [] }
        let known = Set((all.variants + plan.variants).map { $0.path(of: letters[$0.letter]) })
        let ids = Set(letters.map(\.id))
        return manifest.outputs.keys.filter { path in
            ids.contains(String(path.prefix { $0 != "/" })) && !known.contains(BuildIndex.stem(of: path))
        }.sorted()
    }
}
