internal import Matching
internal import UnicodeText

/// Lays an explanation out for a terminal: the query above the unit, a sign between them wherever they differ, and
/// below what the signs mean and cost. Without colours it says the same.
struct ExplanationText {
    let explanation: MatchExplanation
    let style: Style
    let width: Int

    private static let labels = ["query ", "      ", "unit  "]

    /// One step as a column.
    private struct Column {
        let cells: [String]
        let kind: MatchExplanation.Kind
        let isSpaced: Bool
        var width: Int { cells.reduce(0) { max($0, $1.displayWidth) } }
    }

    /// The lines, all of them indented.
    func lines(indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        for columns in rows(room: max(10, width - indent - Self.labels[0].count)) {
            for line in 0..<3 {
                let text = line == 1 ? signs(columns) : cells(columns, line)
                // A line of equal tokens has no signs.
                if !text.isEmpty { lines.append(margin + style.dim(Self.labels[line]) + text) }
            }
        }
        // The words of one sign stay together.
        let legend = legend.wrapped(to: width - indent, indent: indent)
        return lines + [margin + legend.split(separator: "\u{A0}").joined(separator: " ")]
    }

    private func rows(room: Int) -> [[Column]] {
        var rows: [[Column]] = []
        var used = 0
        for step in explanation.steps {
            let cells = [step.query?.text ?? "", step.kind.sign, step.unit?.text ?? ""]
                .map { $0.shortened(to: room) }
            let isSpaced = step.query?.gap.isEmpty == false || step.unit?.gap.isEmpty == false
            let column = Column(cells: cells, kind: step.kind, isSpaced: isSpaced)
            let needed = column.width + (isSpaced ? 1 : 0)
            if rows.isEmpty || used + needed > room {
                rows.append([column])
                used = column.width
            } else {
                rows[rows.count - 1].append(column)
                used += needed
            }
        }
        return rows
    }

    private func cells(_ columns: [Column], _ line: Int) -> String { joined(columns) { $0.cells[line] } }

    private func signs(_ columns: [Column]) -> String {
        columns.allSatisfy { $0.kind.sign.isEmpty } ? "" : cells(columns, 1)
    }

    private func joined(_ columns: [Column], _ cell: (Column) -> String) -> String {
        var text = ""
        // Spaces are written when something follows, so that no line ends with them.
        var pending = 0
        for (place, column) in columns.enumerated() {
            if place > 0, column.isSpaced { pending += 1 }
            let cell = cell(column)
            if !cell.isEmpty {
                text += String(repeating: " ", count: pending) + column.kind.painted(cell, style)
                pending = 0
            }
            pending += column.width - cell.displayWidth
        }
        return text
    }

    private var legend: String {
        var costs: [(kind: MatchExplanation.Kind, cost: Int)] = []
        for step in explanation.steps where !step.kind.sign.isEmpty {
            if let place = costs.firstIndex(where: { $0.kind.sign == step.kind.sign }) {
                costs[place].cost += step.cost
            } else {
                costs.append((step.kind, step.cost))
            }
        }
        if costs.isEmpty { return "all tokens are equal" }
        let parts = costs.map {
            "\($0.kind.sign) \($0.kind.words) \(Self.words($0.cost))".split(separator: " ")
                .joined(separator: "\u{A0}")
        }
        return parts.joined(separator: ", ")
            + "; together \(Self.words(explanation.cost)) of \(Self.words(explanation.weight)) words"
    }

    /// Thousandths of a word as words: `0.05`, `1`, `2.3`.
    private static func words(_ thousandths: Int) -> String {
        let rest = thousandths % 1000
        if rest == 0 { return String(thousandths / 1000) }
        var digits = String(1000 + rest).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(thousandths / 1000).\(digits)"
    }
}

extension MatchExplanation.Kind {
    /// Stands between the tokens; nothing where they are equal.
    var sign: String {
        switch self {
        case .inserted: "+"
        case .deleted: "-"
        case .replaced(let likeness):
            switch likeness {
            case .equal, .sameNumber: ""
            case .different: "x"
            case .sameNumberForm, .otherNumber: "#"
            case .sameForm: "^"
            case .sameStem: "*"
            case .underMarked, .underMarkedInPlainText: "~"
            case .conflictingMarks: "!"
            }
        }
    }

    /// What it is called.
    var words: String {
        switch self {
        case .inserted: "inserted"
        case .deleted: "deleted"
        case .replaced(let likeness):
            switch likeness {
            case .equal, .sameNumber: "equal"
            case .different: "replaced"
            case .sameNumberForm, .otherNumber: "number"
            case .sameForm: "case, width or quotes only"
            case .sameStem: "same stem"
            case .underMarked, .underMarkedInPlainText: "under-marked (thiếu dấu)"
            case .conflictingMarks: "conflicting marks"
            }
        }
    }

    fileprivate func painted(_ text: String, _ style: Style) -> String {
        switch sign {
        case "": text
        case "+": style.green(text)
        case "-", "x", "!": style.red(text)
        default: style.yellow(text)
        }
    }
}
