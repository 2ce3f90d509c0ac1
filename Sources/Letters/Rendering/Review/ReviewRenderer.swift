internal import UnicodeText

/// Writes source and translation side by side as one page, for the screen and for paper. The state of every
/// segment is said in a word, and shown by a colour besides.
struct ReviewRenderer {
    private let sheet: ReviewSheet
    private let options: RenderingOptions
    private let templates: LetterTemplates

    init(_ sheet: ReviewSheet, _ options: RenderingOptions, _ templates: LetterTemplates) {
        self.sheet = sheet
        self.options = options
        self.templates = templates
    }

    func render() -> String {
        let total = sheet.rows.count
        let done = sheet.rows.count { $0.state.isUsable }
        let names = (sheet.sourceLocale.displayName(in: .english), sheet.locale.displayName(in: .english))
        let states = SegmentTranslation.State.allCases.compactMap { state -> [String: String]? in
            let count = sheet.rows.count { $0.state == state }
            return count == 0 ? nil : ["state": state.rawValue, "count": "\(count)"]
        }
        return templates.render(
            .review,
            [
                "pageTitle": "\(sheet.title) (\(names.0), \(names.1))",
                "style": templates.style(.review) + PageStyle(options).css,
                "draft": options.draft,
                "summary": "\(done) of \(total) segment\(total == 1 ? "" : "s") translated",
                "states": states,
                "sourceLang": sheet.sourceLocale.identifier,
                "sourceDir": sheet.sourceLocale.isRightToLeft ? "rtl" : "ltr",
                "sourceName": names.0,
                "lang": sheet.locale.identifier,
                "dir": sheet.direction,
                "name": names.1,
                "rows": sheet.rows.map { row($0) },
            ])
    }

    private func row(_ row: ReviewSheet.Row) -> [String: Any] {
        [
            "number": "\(row.number)", "place": row.place, "isFirstOfBlock": row.isFirstOfBlock,
            "source": HTMLText.html(row.source),
            "translation": row.translation.map { HTMLText.html($0) } ?? "",
            "state": row.state.rawValue, "problems": row.problems,
        ]
    }
}
