internal import XMLText

/// Numbers of lists as the language writes them, in an office document.
struct OfficeNumbers {
    /// What stands around numbers, and their digits; nil where it is as pandoc has it, or what an office document has no
    /// word for.
    private let affixes: Conventions.ListAffixes?

    init(_ conventions: Conventions) {
        affixes = conventions.listAffixes.flatMap { $0 == .usual ? nil : $0 }
    }

    func set(_ part: inout OfficePart, _ format: OfficeFormat) {
        guard let affixes else { return }
        let prefix = MarkupText.escaped(affixes.prefix), suffix = MarkupText.escaped(affixes.suffix)
        switch format {
        case .docx:
            for level in 1...9 {
                part.replace(
                    "w:lvlText w:val=\"%\(level).\"",
                    with: "w:lvlText w:val=\"\(prefix)%\(level)\(suffix)\"")
            }
            if let name = affixes.numerals.nameInOOXML {
                part.replace("<w:numFmt w:val=\"decimal\"", with: "<w:numFmt w:val=\"\(name)\"")
            }
        case .odt:
            part.replace(
                "style:num-format=\"1\"", with: "style:num-format=\"\(affixes.numerals.formatInODF)\"")
            part.replace(
                "style:num-suffix=\".\"",
                with: "style:num-prefix=\"\(prefix)\" style:num-suffix=\"\(suffix)\"")
        }
    }
}

extension Numerals {
    /// A format of numbers (OpenDocument 1.3, part 3, section 19.502): the first three for digits other than ASCII's, as
    /// LibreOffice knows them.
    var formatInODF: String {
        self == .ascii ? "1" : (1...3).map(write).joined(separator: ", ") + ", ..."
    }

    /// A format of numbers (ECMA-376, part 1, section 17.18.59). There is none for Arabic and Persian digits: by the user's
    /// settings, Word writes decimal numbers with them where text runs from right to left.
    fileprivate var nameInOOXML: String? {
        ["๑": "thaiNumbers", "१": "hindiNumbers", "１": "decimalFullWidth"][write(1)]
    }
}
