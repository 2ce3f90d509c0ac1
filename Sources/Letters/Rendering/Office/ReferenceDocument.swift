internal import Archives
internal import UnicodeText
internal import XMLText

/// The document of styles that pandoc takes for a letter: paper, typefaces, letterhead, page numbers.
struct ReferenceDocument {
    let letter: LocalizedLetter
    let options: RenderingOptions
    private let format: OfficeFormat

    init(_ letter: LocalizedLetter, _ options: RenderingOptions, _ format: OfficeFormat) {
        self.letter = letter
        self.options = options
        self.format = format
    }

    /// The bytes of the document.
    func packed() -> [UInt8] {
        switch format {
        case .docx: ZipArchive(ooxml).packed()
        case .odt: ZipArchive(odf).packed()
        }
    }

    var isRightToLeft: Bool { letter.conventions.direction == "rtl" }
    /// Word takes one face only; others stand in for it by its own rules.
    var font: String { MarkupText.escaped(options.fonts.first ?? "Times New Roman") }
    var locale: String { letter.locale.identifier }
    var letterhead: [String] { options.letterhead ?? [] }
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    /// Sizes of headings of the first to the sixth level in half points.
    static let headingSizes = [32, 26, 23, 22, 22, 22]
    /// The size of text in half points.
    static let textSize = 22
}
