internal import Segmentation
internal import TextFiles
internal import UnicodeText

/// Writes units as a PO catalog. A catalog has one entry for a source: further ones get a context of their own.
struct POUnitWriter: PairUnitWriter {
    private var bytes: [UInt8] = []
    private(set) var losses = PairLosses()
    private var keys: Set<POEntry.Key> = []
    private let formatter = POFormatter(lineEnd: "\n", pluralCount: 1)

    var pendingCount: Int { bytes.count }
    mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    mutating func start(_ header: PairHeader) throws(LathuError) {
        guard let target = header.target else {
            throw LathuError(
                .usage, "PO names the language of its translations, which is not known",
                hint: "add --to LOCALE")
        }
        let entry = POCatalog.newHeader(language: target, project: header.original ?? "")
        bytes += formatter.text(of: entry).utf8
    }

    mutating func write(_ unit: PairUnit) throws(LathuError) {
        var entry = POEntry(source: unit.source.coded, context: unit.context)
        if entry.source.isEmpty, entry.context == nil {
            losses.add(.untranslated)
            return
        }
        var number = 1
        while !keys.insert(entry.key).inserted {
            number += 1
            entry.context = unit.context.map { "\($0) \(number)" } ?? String(number)
        }
        if number > 1 { losses.add(.repeated) }
        if let target = unit.target, unit.isTranslated { entry.translations = [target.coded] }
        entry.flags = unit.flags
        if unit.isTranslated {
            if unit.state == .draft || unit.state == .missing { entry.isFuzzy = true }
            if unit.state == .reviewed { entry.flags.append("reviewed") }
        }
        entry.references = unit.references
        entry.previousSource = unit.previousSource?.coded
        // Each comment is one line.
        func lines(_ text: String) -> [String] { text.split(whereSeparator: \.isNewline).map { String($0) } }
        var explained: Set<Int> = []
        for note in unit.notes {
            switch note.kind {
            case .translator: entry.translatorComments += lines(note.text)
            default: entry.extractedComments += lines(note.text)
            }
            if note.kind == .codes, let code = PairCode.explained(note.text) { explained.insert(code.number) }
        }
        for (number, code) in unit.codes.sorted(by: { $0.key < $1.key }) where !explained.contains(number) {
            entry.extractedComments += lines(code.explanation(number)).prefix(1)
        }
        for proposal in unit.proposals {
            var comment = "memory: "
            if let percent = proposal.percent { comment += "\(percent)% " }
            comment += proposal.target.coded
            if let source = proposal.source { comment += " (\(source.coded))" }
            entry.extractedComments.append(lines(comment).joined(separator: " "))
        }
        if let fingerprint = unit.fingerprint {
            entry.extractedComments.append(POUnitReader.exported + fingerprint)
        }
        losses.add(.identifiers, unit.id == nil || unit.fingerprint != nil ? 0 : 1)
        losses.add(.origins, unit.origin == nil ? 0 : 1)
        losses.add(.authors, unit.author == nil ? 0 : 1)
        losses.add(.dates, unit.created == nil && unit.changed == nil ? 0 : 1)
        bytes.append(0x0A)
        bytes += formatter.text(of: entry).utf8
    }

    mutating func finish() throws(LathuError) {}
}
