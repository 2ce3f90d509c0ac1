internal import Segmentation
internal import TextFiles
internal import UnicodeText

/// The entries of a PO file.
struct POUnitReader: PairUnitReader {
    /// Begins the comment that carries a fingerprint.
    static let exported = "lathu: "

    let header: PairHeader
    private(set) var losses = PairLosses()
    private var entries: ArraySlice<POEntry>

    init(_ path: String, _ options: PairReadingOptions) throws(LathuError) {
        let catalog = try POCatalog.read(path)
        let head = catalog.header
        header = PairHeader(
            source: options.source, target: options.target ?? head?.language,
            original: head?["Project-Id-Version"].flatMap { $0.isEmpty ? nil : $0 })
        entries = catalog.entries[...]
    }

    mutating func next() throws(LathuError) -> PairItem? {
        while let entry = entries.popFirst() {
            if entry.isHeader { continue }
            if entry.isObsolete {
                losses.add(.obsolete)
                continue
            }
            return .unit(unit(entry))
        }
        return nil
    }

    private mutating func unit(_ entry: POEntry) -> PairUnit {
        let translation = entry.translations.first ?? ""
        var unit = PairUnit(source: InlineText(coded: entry.source))
        unit.target = translation.trimmed.isEmpty ? nil : InlineText(coded: translation)
        unit.state =
            unit.target == nil
            ? .missing : entry.isFuzzy ? .draft : entry.flags.contains("reviewed") ? .reviewed : .translated
        unit.context = entry.context
        unit.previousSource = entry.previousSource.map { InlineText(coded: $0) }
        unit.flags = entry.flags.filter { $0 != "fuzzy" && $0 != "reviewed" }
        unit.references = entry.references
        unit.location = entry.location
        for comment in entry.extractedComments {
            if comment.hasPrefix(Self.exported) {
                unit.fingerprint = String(comment.dropFirst(Self.exported.count))
            } else if let code = PairCode.explained(comment) {
                unit.codes[code.number] = code.code
                unit.notes.append(PairNote(.codes, comment))
            } else if !comment.isEmpty {
                unit.notes.append(PairNote(.remark, comment))
            }
        }
        unit.notes += entry.translatorComments.filter { !$0.isEmpty }.map { PairNote(.translator, $0) }
        if entry.plural != nil { losses.add(.plurals, max(1, entry.translations.count)) }
        return unit
    }
}

extension PairCode {
    /// The code that a comment as `<1>: emphasis` explains.
    static func explained(_ comment: String) -> (number: Int, code: PairCode)? {
        guard comment.hasPrefix("<"), let end = comment.firstRange(of: ">: "),
            let number = Int(comment[comment.index(after: comment.startIndex)..<end.lowerBound]),
            InlineCode.numbers.contains(number)
        else { return nil }
        let label = String(comment[end.upperBound...])
        let kinds: [(String, Kind)] = [
            ("emphasis", .italic), ("strong", .bold), ("bold", .bold), ("italic", .italic), ("code", .code),
            ("link", .link), ("image", .image), ("HTML", .html), ("underlined", .underlined),
        ]
        let kind = kinds.first { label.hasPrefix($0.0) }?.1 ?? .other
        return (number, PairCode(kind, label: label))
    }

    /// The comment that explains it.
    func explanation(_ number: Int) -> String { "<\(number)>: \(label.isEmpty ? kind.rawValue : label)" }
}
