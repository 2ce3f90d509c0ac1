public import Interchange
internal import Segmentation
public import TextFiles
internal import UnicodeText

/// Brings the units of a file back into the catalog of a letter.
///
/// Every unit carries what its translation was when the file was written (``Interchange/PairFingerprint``), so that it
/// can be told which side was changed since. What was changed in the file alone is taken; what was changed in the
/// catalog alone stays; where both were, or where the file has lost its fingerprints and the texts differ, nothing is
/// overwritten unless the file's side is asked for. No state sinks without being told.
public struct CatalogMerge {
    private let letter: Letter
    private let path: String
    private let takesTheirs: Bool
    private let segments: [LetterSegment]
    private var catalog: LetterCatalog
    private var matching: SegmentMatching
    private var positions: [SegmentKey: Int] = [:]
    private var obsolete: [SegmentKey: Int] = [:]
    /// What the file said of a segment already.
    private var seen: [Int: String] = [:]
    /// What was done so far.
    public private(set) var report = MergeReport()

    /// A merge into a catalog that is up to date with its letter.
    ///
    /// - Parameter takesTheirs: whether the file's side is taken where both were changed.
    public init(_ letter: Letter, _ catalog: LetterCatalog, takesTheirs: Bool) {
        self.letter = letter
        self.catalog = catalog
        self.takesTheirs = takesTheirs
        path = catalog.path
        segments = letter.distinctSegments
        matching = SegmentMatching(segments) { catalog.entry($0.key)?.previousSource }
        for (index, entry) in catalog.file.entries.enumerated() where !entry.isHeader {
            if entry.isObsolete {
                obsolete[SegmentKey(entry)] = index
            } else {
                positions[SegmentKey(entry)] = index
            }
        }
    }

    /// The catalog with what was taken.
    public var merged: LetterCatalog { LetterCatalog(catalog.file, path: path, locale: catalog.locale) }

    /// Takes a unit, or tells why not.
    public mutating func merge(_ unit: PairUnit) {
        report.units += 1
        var unit = unit
        if !matching.has(unit), let other = SegmentMatching.readingCodes(in: unit), matching.has(other) {
            unit = other
        }
        switch matching.segment(of: unit) {
        case .segment(let index): merge(unit, into: index)
        case .changed(let index): mergeChanged(unit, into: index)
        case .none: mergeGone(unit)
        }
    }

    /// Tells of a piece of the file that is none.
    public mutating func refuse(_ problem: Diagnostic) {
        report.units += 1
        report.findings.append(
            MergeFinding(
                kind: .malformed, message: problem.message + (problem.hint.map { " (\($0))" } ?? ""),
                isLeft: true, location: problem.location ?? SourceLocation()))
    }

    // MARK: A unit whose source the letter has

    private mutating func merge(_ unit: PairUnit, into index: Int) {
        let segment = segments[index]
        guard let position = positions[segment.key] else { return mergeGone(unit) }
        let ours = CatalogStanding(catalog.file.entries[position])
        let base = unit.fingerprint.flatMap { PairFingerprint($0) }
        addRemarks(of: unit, at: position)
        guard let text = SegmentMatching.target(of: unit, for: segment.source), unit.isTranslated else {
            return mergeEmpty(unit, position, ours, base)
        }
        if let other = seen.updateValue(text.coded, forKey: index) {
            if !Self.isSame(other, text.coded) {
                seen[index] = other
                find(
                    .repeated, "the file translates this sentence twice, and not alike", unit, position, ours)
            }
            return
        }
        let state = state(of: unit, base: base)
        if let own = ours.text, Self.isSame(own.coded, text.coded) {
            return mergeState(state, unit, position, ours, base)
        }
        // A tool that leaves codes out has not changed the text.
        if unit.source.codes.isEmpty, !segment.source.codes.isEmpty, let own = ours.text,
            Self.isSame(own.plainText, text.plainText)
        {
            report.same += 1
            return
        }
        if state == nil, ours.state == .missing, Self.isSame(text.coded, segment.source.coded) {
            report.untranslated += 1
            // Where the file calls it untranslated, it is no surprise.
            if unit.state == .draft { return }
            find(
                .copy, "the translation is its source over again: taken for untranslated", unit, position,
                ours, isLeft: false)
            return
        }
        if let base, PairFingerprint(text, base.state) == base {
            report.newer += 1
            return
        }
        if !takesTheirs, ours.text != nil, base != ours.fingerprint {
            find(
                .conflict,
                base == nil
                    ? "the translations differ, and the file does not say which side was changed"
                    : "both sides were changed since the file was written", unit, position, ours)
            return
        }
        take(text, state, unit, position, segment, ours, base)
    }

    /// How far the file says the translation is; nil where it does not say, or its tool left the state of a segment
    /// that was yet to be translated.
    private func state(of unit: PairUnit, base: PairFingerprint?) -> PairState? {
        switch unit.stateName {
        case "initial", "new", "needs-translation", "missing": nil
        default: unit.state == .missing ? nil : unit.state
        }
    }

    private mutating func mergeEmpty(
        _ unit: PairUnit, _ position: Int, _ ours: CatalogStanding, _ base: PairFingerprint?
    ) {
        guard let base, ours.text != nil, base.state != .missing, ours.fingerprint == base else {
            report.untranslated += 1
            return
        }
        guard takesTheirs else {
            find(.removed, "the translation was taken out in the file", unit, position, ours)
            return
        }
        catalog.file.entries[position].setTranslation("", .missing)
        report.taken += 1
    }

    /// The texts are the same: only the state may differ.
    private mutating func mergeState(
        _ state: PairState?, _ unit: PairUnit, _ position: Int, _ ours: CatalogStanding,
        _ base: PairFingerprint?
    ) {
        guard let state, let text = ours.text, state != ours.state, state != base?.state else {
            report.same += 1
            return
        }
        if state < ours.state, !takesTheirs {
            report.same += 1
            find(
                .state,
                "stays \(ours.state.rawValue), though the file says \(unit.stateName ?? state.rawValue)",
                unit,
                position, ours, isLeft: false)
            return
        }
        let problems = text.codeProblems(
            comparedTo: InlineText(coded: catalog.file.entries[position].source.nfc))
        if state > .draft, !problems.isEmpty {
            find(.codes, problems.joined(separator: "; "), unit, position, ours)
            return
        }
        catalog.file.entries[position].setState(state)
        if state > ours.state { report.raised += 1 } else { report.lowered += 1 }
    }

    private mutating func take(
        _ text: InlineText, _ given: PairState?, _ unit: PairUnit, _ position: Int, _ segment: LetterSegment,
        _ ours: CatalogStanding, _ base: PairFingerprint?
    ) {
        var state = given ?? .translated
        // What is approved is a text, not its place: a tool that leaves the state has not approved the new one.
        if state == .reviewed, base?.state == .reviewed { state = .translated }
        let problems = text.codeProblems(comparedTo: segment.source)
        if !problems.isEmpty {
            let isKept = ours.state > .draft && !takesTheirs
            find(
                .codes, problems.joined(separator: "; ") + (isKept ? "" : ": taken as a draft"), unit,
                position, ours)
            if isKept { return }
            state = .draft
        }
        if unit.stateName == "partial" {
            find(
                .partial, "only a part of the sentence is translated: taken as a draft", unit, position, ours)
        }
        if ours.state == .reviewed, state < .reviewed {
            find(
                .approval, "was reviewed; the new text is not", unit, position, ours, isLeft: false)
        }
        catalog.file.entries[position].setTranslation(text.coded, state)
        report.taken += 1
    }

    private mutating func addRemarks(of unit: PairUnit, at position: Int) {
        for note in unit.notes(.translator) {
            let known = catalog.file.entries[position].translatorComments
            for line in note.split(whereSeparator: \.isNewline).map({ String($0) })
            where !known.contains(line) {
                catalog.file.entries[position].translatorComments.append(line)
                report.remarks += 1
            }
        }
    }

    // MARK: A unit whose source the letter no longer has

    private mutating func mergeChanged(_ unit: PairUnit, into index: Int) {
        let segment = segments[index]
        guard let position = positions[segment.key], let text = news(of: unit, for: unit.source) else {
            return
        }
        let ours = CatalogStanding(catalog.file.entries[position])
        if let own = ours.text, Self.isSame(own.coded, text) {
            report.same += 1
            return
        }
        if takesTheirs, ours.state < .translated {
            catalog.file.entries[position].setTranslation(text, .draft)
            let isSame = Self.isSame(unit.source.coded, segment.source.coded)
            catalog.file.entries[position].previousSource = isSame ? nil : unit.source.coded
            report.taken += 1
            return
        }
        var finding = finding(
            .sourceChanged, "the letter says something else here by now", unit, position, ours)
        finding.newSource = segment.source.coded
        report.findings.append(finding)
    }

    private mutating func mergeGone(_ unit: PairUnit) {
        guard let text = news(of: unit, for: unit.source) else { return }
        let key = SegmentKey(context: unit.context, source: unit.source.coded.nfc)
        let position = obsolete[key]
        if let position, Self.isSame(catalog.file.entries[position].translations.first ?? "", text) {
            report.same += 1
            return
        }
        guard takesTheirs else {
            find(
                .gone, "the letter has no such sentence", unit, position,
                position.map { CatalogStanding(catalog.file.entries[$0]) })
            return
        }
        // Kept as what the letter may need again.
        if let position {
            catalog.file.entries[position].setTranslation(text, unit.state ?? .translated)
        } else {
            var entry = POEntry(source: key.source, context: key.context, isObsolete: true)
            entry.setTranslation(text, unit.state ?? .translated)
            obsolete[key] = catalog.file.entries.count
            catalog.file.entries.append(entry)
        }
        report.taken += 1
    }

    /// The translation of a unit that says anything new.
    private mutating func news(of unit: PairUnit, for source: InlineText) -> String? {
        guard let text = SegmentMatching.target(of: unit, for: source), unit.isTranslated else {
            report.untranslated += 1
            return nil
        }
        if let base = unit.fingerprint.flatMap({ PairFingerprint($0) }),
            PairFingerprint(text, base.state) == base
        {
            report.newer += 1
            return nil
        }
        return text.coded
    }

    // MARK: Telling

    private mutating func find(
        _ kind: MergeFinding.Kind, _ message: String, _ unit: PairUnit, _ position: Int?,
        _ ours: CatalogStanding?,
        isLeft: Bool = true
    ) {
        var finding = finding(kind, message, unit, position, ours)
        finding.isLeft = isLeft
        report.findings.append(finding)
    }

    private func finding(
        _ kind: MergeFinding.Kind, _ message: String, _ unit: PairUnit, _ position: Int?,
        _ ours: CatalogStanding?
    ) -> MergeFinding {
        let place = position.map { catalog.file.entries[$0].location }
        return MergeFinding(
            kind: kind, message: message, isLeft: true, location: unit.location,
            catalog: place?.line == nil ? nil : place, source: unit.source.coded, newSource: nil,
            here: ours?.text?.coded, there: unit.isTranslated ? unit.target?.coded : nil)
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        left.trimmed.utf8.elementsEqual(right.trimmed.utf8)
    }
}

extension POEntry {
    /// Gives the entry another translation in a state.
    mutating func setTranslation(_ text: String, _ state: PairState) {
        translations = [text]
        setState(text.isEmpty ? .missing : state)
    }

    /// Says how far the translation is. A translation that is no draft has no previous source, and whether it once
    /// was a proposal says nothing any more.
    mutating func setState(_ state: PairState) {
        isFuzzy = state == .draft
        if state == .reviewed {
            if !flags.contains(LetterCatalog.reviewedFlag) { flags.append(LetterCatalog.reviewedFlag) }
        } else {
            flags.removeAll { $0 == LetterCatalog.reviewedFlag }
        }
        if state != .draft {
            previousSource = nil
            previousContext = nil
            extractedComments.removeAll { $0.hasPrefix(Self.memoryComment) }
        }
    }
}
