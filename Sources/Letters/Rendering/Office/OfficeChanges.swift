internal import Archives

/// What pandoc cannot be asked for in an office document: signatories in columns, numbers as the language writes them,
/// one note that is referred to twice.
struct OfficeChanges {
    private let letter: LocalizedLetter
    private let format: OfficeFormat

    init(_ letter: LocalizedLetter, _ format: OfficeFormat) {
        self.letter = letter
        self.format = format
    }

    /// Changes the document that pandoc wrote. A part that is as it should be stays packed as it is.
    func make(in document: inout ZipArchive) {
        let columns = OfficeColumns(letter.signatures), numbers = OfficeNumbers(letter.conventions)
        let notes = OfficeNotes(letter)
        switch format {
        case .docx:
            change(&document, "word/document.xml") { part in
                columns.set(&part, format)
                notes.set(&part, format)
            }
            change(&document, "word/numbering.xml") { numbers.set(&$0, format) }
        case .odt:
            change(&document, "content.xml") { part in
                columns.set(&part, format)
                numbers.set(&part, format)
                notes.set(&part, format)
            }
        }
    }

    private func change(_ document: inout ZipArchive, _ name: String, _ change: (inout OfficePart) -> Void) {
        guard let bytes = document[name] else { return }
        var part = OfficePart(bytes)
        change(&part)
        if part.bytes != bytes { document[name] = part.bytes }
    }
}
