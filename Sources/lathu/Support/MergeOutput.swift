internal import Letters
internal import TextFiles
internal import UnicodeText

/// Tells what bringing a file back did.
struct MergeOutput {
    let file: String
    let letter: String
    let catalog: LetterCatalog
    let report: MergeReport
    let isWritten: Bool
    let isDryRun: Bool

    private struct Record: Encodable {
        let file, letter, locale, catalog: String
        let written: Bool
        let units, taken, raised, lowered, remarks, same, newer, untranslated, left: Int
        let findings: [Finding]
    }

    private struct Finding: Encodable {
        let kind, message: String
        let left: Bool
        let line, column: Int?
        let catalogLine: Int?
        let source, newSource, here, there: String?

        init(_ finding: MergeFinding) {
            (kind, message, left) = (finding.kind.rawValue, finding.message, finding.isLeft)
            (line, column) = (finding.location.line, finding.location.column)
            catalogLine = finding.catalog?.line
            (source, newSource, here, there) = (
                finding.source, finding.newSource, finding.here, finding.there
            )
        }
    }

    func show(json: Bool) throws {
        if json {
            try JSONOutput.print(
                Record(
                    file: file, letter: letter, locale: catalog.locale.identifier, catalog: catalog.path,
                    written: isWritten, units: report.units, taken: report.taken, raised: report.raised,
                    lowered: report.lowered, remarks: report.remarks, same: report.same, newer: report.newer,
                    untranslated: report.untranslated, left: report.left,
                    findings: report.findings.map(Finding.init)))
            return
        }
        let standing = isDryRun ? " (not written)" : isWritten ? "" : " (unchanged)"
        Console.print("\(file) → \(Console.style.bold(catalog.path))\(standing)")
        let counts = [
            (report.taken, "taken"), (report.raised, "state raised"), (report.lowered, "state lowered"),
            (report.remarks, report.remarks == 1 ? "remark added" : "remarks added"),
            (report.same, "the same"), (report.newer, "newer here"), (report.untranslated, "untranslated"),
            (report.left, "left"),
        ]
        let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        Console.print(
            "  \(report.units) segments\(parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))")
        for finding in report.findings { show(finding) }
    }

    private func show(_ finding: MergeFinding) {
        var place = finding.location
        if place.file == nil { place.file = file }
        let kind =
            finding.isLeft
            ? Console.style.red(finding.kind.rawValue) : Console.style.yellow(finding.kind.rawValue)
        Console.print("\(place): \(kind): \(finding.message)")
        let width = Console.wrappingWidth
        func line(_ name: String, _ text: String?, _ note: String = "") {
            guard let text = text?.split(whereSeparator: \.isNewline).joined(separator: " ") else { return }
            let label = name + String(repeating: " ", count: max(0, 8 - name.count))
            Console.print("  \(label)\(text)\(note)".wrapped(to: width, indent: 10))
        }
        // Where only a state is in question, the text is known.
        if [.state, .copy].contains(finding.kind) { return line("source", finding.source) }
        line("source", finding.source)
        line("now", finding.newSource)
        line("here", finding.here, finding.catalog.map { " (\($0))" } ?? "")
        line("there", finding.there)
    }
}
