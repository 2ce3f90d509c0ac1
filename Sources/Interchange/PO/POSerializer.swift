/// Puts the entries of a catalog one after another, with what stood between them where it still fits.
enum POSerializer {
    static func text(of entries: [POEntry], file: POFile?, pluralCount: Int) -> String {
        let lineEnd = file?.lineEnd ?? "\n"
        let formatter = POFormatter(lineEnd: lineEnd, pluralCount: pluralCount)
        // A file of nothing but comments: they stay at its top.
        var text = file?.entryCount == 0 ? String(file?.trailing ?? "") : ""
        var domain: String?
        var before: POOrigin?
        for (number, entry) in entries.enumerated() {
            let isNew = entry.isModified || (entry.origin?.file.lineEnd ?? lineEnd) != lineEnd
            if let origin = entry.origin, origin.file === file, number == 0 || before != nil,
                origin.follows(before)
            {
                text += origin.gap
                if isNew { endLine(&text, lineEnd) }
            } else {
                endLine(&text, lineEnd)
                if !text.isEmpty { text += lineEnd }
                if !entry.domain.isIdentical(to: domain) {
                    // The name that gettext gives to entries before any directive.
                    text += "domain \"\(POEscape.quoted(entry.domain ?? "messages"))\"" + lineEnd + lineEnd
                }
            }
            domain = entry.domain
            if !isNew, let origin = entry.origin {
                text += origin.text
            } else {
                text += formatter.text(of: entry)
            }
            before = entry.origin?.file === file ? entry.origin : nil
        }
        guard let file, file.entryCount > 0 else { return text }
        if before?.number == file.entryCount - 1 { return text + file.trailing }
        guard file.trailing.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            return text
        }
        endLine(&text, lineEnd)
        return text + lineEnd + file.trailing.drop { $0.isNewline }
    }

    private static func endLine(_ text: inout String, _ lineEnd: String) {
        if let last = text.utf8.last, last != 0x0A { text += lineEnd }
    }
}
