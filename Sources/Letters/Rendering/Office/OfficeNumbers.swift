internal import XMLText

/// Numbers of lists as the language writes them, in an office document.
struct OfficeNumbers {
    /// What stands around numbers; nil where it is as pandoc has it, or what an office document has no word for.
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
        case .odt:
            part.replace(
                "style:num-suffix=\".\"",
                with: "style:num-prefix=\"\(prefix)\" style:num-suffix=\"\(suffix)\"")
        }
    }
}
