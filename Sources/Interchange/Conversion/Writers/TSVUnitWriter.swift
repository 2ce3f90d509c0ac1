internal import Segmentation
internal import TextFiles
internal import UnicodeText

/// Writes units as tab-separated values with a header row and escapes.
struct TSVUnitWriter: PairUnitWriter {
    private var bytes: [UInt8] = []
    private(set) var losses = PairLosses()
    private var writer = TSVWriter(isEscaped: true)

    var pendingCount: Int { bytes.count }
    mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    mutating func start(_ header: PairHeader) throws(LathuError) {
        _ = try header.languages(for: "TSV")
        guard let source = header.source, let target = header.target else { return }
        writer = try TSVWriter(
            columns: [
                .attribute(.id), .locale(source), .locale(target), .attribute(.origin), .attribute(.author),
                .attribute(.state), .attribute(.note),
            ], isEscaped: true)
        bytes += writer.header.utf8
    }

    mutating func write(_ unit: PairUnit) throws(LathuError) {
        guard let target = unit.target, unit.isTranslated, !unit.source.coded.isEmpty else {
            losses.add(.untranslated)
            return
        }
        var attributes: [TSVAttribute: String] = [:]
        attributes[.id] = unit.id
        attributes[.origin] = unit.origin
        attributes[.author] = unit.author
        attributes[.state] = unit.state.map { $0 == .missing ? PairState.draft.rawValue : $0.rawValue }
        let notes = unit.notes.filter { $0.kind != .codes }.map(\.text)
        attributes[.note] = notes.isEmpty ? nil : notes.joined(separator: "\n")
        bytes += try writer.line([unit.source.coded, target.coded], attributes: attributes).utf8
        losses.add(.contexts, unit.context == nil ? 0 : 1)
        losses.add(.codes, Set(unit.source.codes.map(\.number)).count { unit.codes[$0] != nil })
        losses.add(.previousSources, unit.previousSource == nil ? 0 : 1)
        losses.add(.proposals, unit.proposals.count)
        losses.add(.dates, unit.created == nil && unit.changed == nil ? 0 : 1)
        losses.add(.flags, unit.flags.count)
        losses.add(.references, unit.references.count)
    }

    mutating func finish() throws(LathuError) {}
}
