public import TextFiles

extension POCatalog {
    /// What is wrong with a catalog that can be read: what `msgfmt --check` refuses besides the format strings of
    /// programming languages.
    ///
    /// - As many plural forms as the header says, and a header that says how many.
    /// - Line ends at the start and end of a translation where the source text has them.
    ///
    /// Only translations that count are looked at: no fuzzy or obsolete ones, and no empty ones.
    public func findings() -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let count = header?.pluralCount
        for entry in entries where !entry.isHeader && !entry.isObsolete {
            if let plural = entry.plural {
                findings += Self.compare(entry.source, plural, "msgid", "msgid_plural", entry)
            }
            guard !entry.isFuzzy, entry.translations.contains(where: { !$0.isEmpty }) else { continue }
            if entry.plural != nil {
                if let count {
                    if entry.translations.count != count {
                        findings.append(
                            Diagnostic(
                                "has \(entry.translations.count) plural forms, and the header says that there are "
                                    + "\(count)", at: entry.location,
                                hint: "write msgstr[0] to msgstr[\(count - 1)]"))
                    }
                } else {
                    findings.append(
                        Diagnostic(
                            "has plural forms, and the header does not say how many there are",
                            at: entry.location,
                            hint: "write a line such as “Plural-Forms: nplurals=1; plural=0;” into the header"
                        ))
                }
            }
            for (number, translation) in entry.translations.enumerated() {
                let name = entry.plural == nil ? "msgstr" : "msgstr[\(number)]"
                findings += Self.compare(entry.source, translation, "msgid", name, entry)
            }
        }
        return findings
    }

    private static func compare(
        _ source: String, _ other: String, _ sourceName: String, _ name: String, _ entry: POEntry
    ) -> [Diagnostic] {
        // Of a text that is not there, nothing is said.
        if source.isEmpty { return [] }
        var findings: [Diagnostic] = []
        for (place, left, right) in [
            ("begin", source.utf8.first, other.utf8.first), ("end", source.utf8.last, other.utf8.last),
        ] where (left == 0x0A) != (right == 0x0A) {
            findings.append(
                Diagnostic(
                    "\(sourceName) and \(name) do not both \(place) with a line end", at: entry.location,
                    hint: "add \\n to the other, or remove it"))
        }
        return findings
    }
}
