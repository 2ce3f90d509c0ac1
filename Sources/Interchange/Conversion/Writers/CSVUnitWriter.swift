internal import Segmentation
internal import TextFiles

/// Writes units as comma-separated values (RFC 4180), every cell a text to a spreadsheet.
struct CSVUnitWriter: PairUnitWriter {
    /// With the line ends that RFC 4180 names.
    private static let lines = CSVWriter(lineEnd: "\r\n")

    private var bytes: [UInt8] = []
    private(set) var losses = PairLosses()
    private let isCatalog: Bool
    private let hasMark: Bool

    init(_ options: PairWritingOptions) {
        isCatalog = options.isCatalog
        hasMark = options.hasByteOrderMark
    }

    var pendingCount: Int { bytes.count }
    mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    mutating func start(_ header: PairHeader) throws(LathuError) {
        if hasMark { bytes += [0xEF, 0xBB, 0xBF] }
        if isCatalog {
            add(["id", "source", "target", "state", "note", "exported"])
        } else {
            let languages = try header.languages(for: "CSV")
            add(["id", "context", languages.source, languages.target, "state", "origin", "author", "note"])
        }
    }

    mutating func write(_ unit: PairUnit) throws(LathuError) {
        var notes = unit.notes.map(\.text)
        let explained = Set(unit.notes(.codes).compactMap { PairCode.explained($0)?.number })
        for (number, code) in unit.codes.sorted(by: { $0.key < $1.key }) where !explained.contains(number) {
            notes.append(code.explanation(number))
        }
        for proposal in unit.proposals where isCatalog {
            notes.append("memory\(proposal.percent.map { " \($0)%" } ?? ""): \(proposal.target.coded)")
        }
        let note = notes.joined(separator: "\n")
        let target = unit.isTranslated ? unit.target?.coded ?? "" : ""
        let state = unit.state?.rawValue ?? ""
        if isCatalog {
            add([unit.id ?? "", unit.source.coded, target, state, note, unit.fingerprint ?? ""])
            return
        }
        add([
            unit.id ?? "", unit.context ?? "", unit.source.coded, target, state, unit.origin ?? "",
            unit.author ?? "", note,
        ])
        losses.add(.proposals, unit.proposals.count)
        losses.add(.previousSources, unit.previousSource == nil ? 0 : 1)
        losses.add(.dates, unit.created == nil && unit.changed == nil ? 0 : 1)
        losses.add(.flags, unit.flags.count)
        losses.add(.references, unit.references.count)
    }

    mutating func finish() throws(LathuError) {}

    private mutating func add(_ cells: [String]) {
        bytes += Self.lines.line(cells).utf8
    }
}
