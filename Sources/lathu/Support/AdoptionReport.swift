internal import Letters
internal import Segmentation
internal import TextFiles
internal import UnicodeText
internal import Vietnamese

/// What importing a letter found, for people and programs.
struct AdoptionReport {
    private let letter: AdoptedLetter
    private let id: String
    private let repairs: [SourceRepair]
    private let segmenter: Segmenter

    init(_ letter: AdoptedLetter, id: String, repairs: [SourceRepair], segmenter: Segmenter) {
        self.letter = letter
        self.id = id
        self.repairs = repairs
        self.segmenter = segmenter
    }

    private struct Record: Encodable {
        let id: String
        let title: String?
        let date: String?
        let place: String?
        let recipient: [String]
        let salutation: String?
        let body: [BlockRecord]
        let paragraphs: Int
        let sentences: Int
        let closing: String?
        let signatories: [String]
        let omitted: [OmittedRecord]
        let repairs: [RepairRecord]
        let warnings: [String]
        let file: String?
    }

    private struct BlockRecord: Encodable {
        let line: Int
        let kind: String
        let text: String
        let sentences: [String]
    }

    private struct RepairRecord: Encodable {
        let line, column: Int
        let before, after: String
        let reasons: [String]
    }

    private struct OmittedRecord: Encodable {
        let line: Int
        let text: String
        let reason: String
    }

    private func sentences(_ block: AdoptedBlock) -> [String] {
        segmenter.segments(of: block.text).map { String(block.text[$0]) }
    }

    private func kind(_ block: AdoptedBlock) -> String {
        switch block.kind {
        case .paragraph: "paragraph"
        case .heading: "heading"
        case .listItem: "list item"
        case .quotation: "quotation"
        }
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    /// Marks and spaces that have no shape of their own, by number.
    private func visible(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar.category {
            case .format, .control,
                .spaceSeparator where scalar != " ":
                result += "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    private var paragraphs: Int { letter.body.count { $0.kind == .paragraph } }

    private var sentenceCount: Int { letter.body.reduce(0) { $0 + sentences($1).count } }

    func printJSON(writtenTo path: String?) throws {
        try JSONOutput.print(
            Record(
                id: id, title: letter.title, date: letter.date?.description, place: letter.place,
                recipient: letter.recipient, salutation: letter.salutation,
                body: letter.body.map {
                    BlockRecord(line: $0.line, kind: kind($0), text: $0.text, sentences: sentences($0))
                },
                paragraphs: paragraphs, sentences: sentenceCount, closing: letter.closing,
                signatories: letter.signatories,
                omitted: letter.omitted.map {
                    OmittedRecord(line: $0.line, text: $0.text, reason: $0.reason.sentence)
                },
                repairs: repairs.map {
                    RepairRecord(
                        line: $0.line, column: $0.column, before: $0.before, after: $0.after,
                        reasons: $0.reasons.map(\.rawValue))
                },
                warnings: letter.warnings.map(\.description), file: path))
    }

    /// What people read: the parts of the letter, then every line that is left out, by reason.
    func lines(style: Style, width: Int) -> [String] {
        var lines: [String] = []
        func row(_ name: String, _ value: String?) {
            let label = name + String(repeating: " ", count: max(0, 12 - name.count))
            let text = value?.wrapped(to: width - 12, indent: 12)
            lines.append("\(style.dim(label))\(text ?? style.yellow("not found"))")
        }
        row("title", letter.title)
        row("date", letter.date?.description)
        if let place = letter.place { row("place", place) }
        if !letter.recipient.isEmpty { row("recipient", letter.recipient.joined(separator: ", ")) }
        row("salutation", letter.salutation)
        row("body", "\(counted(paragraphs, "paragraph")), \(counted(sentenceCount, "sentence"))")
        if let closing = letter.closing { row("closing", closing) }
        row("signatories", letter.signatories.isEmpty ? nil : "\(letter.signatories.count)")
        for (index, name) in letter.signatories.enumerated() {
            let number = String(index + 1)
            lines.append(String(repeating: " ", count: 14 - number.count) + "\(number). \(name)")
        }
        if !repairs.isEmpty {
            lines += ["", "\(style.bold("put into order")): \(counted(repairs.count, "place"))"]
            for repair in repairs {
                let reasons = repair.reasons.map(\.rawValue).joined(separator: ", ")
                lines.append(
                    "  \(repair.line):\(repair.column)  \(visible(repair.before)) → \(visible(repair.after))"
                        + style.dim(" (\(reasons))"))
            }
        }
        if letter.omitted.isEmpty { return lines }
        let count = letter.omitted.count == 1 ? "1 line" : "\(letter.omitted.count) lines"
        lines += ["", "\(style.bold("left out")): \(count)"]
        var reason: OmissionReason?
        for line in letter.omitted {
            if line.reason != reason { lines.append("  " + style.dim(line.reason.sentence + ":")) }
            reason = line.reason
            let number = String(line.line)
            let padding = String(repeating: " ", count: max(0, 8 - number.count))
            lines.append("\(padding)\(number)  \(line.text.trimmed.shortened(to: max(20, width - 10)))")
        }
        return lines
    }
}
