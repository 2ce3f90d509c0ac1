internal import Archives
internal import Synchronization
internal import UnicodeText
internal import XMLText

/// The document of styles that pandoc takes for a letter: paper, typefaces, letterhead, page numbers.
///
/// It is the same for most letters of a language.
struct ReferenceDocument: Hashable {
    let format: OfficeFormat
    let locale: LocaleID
    let isRightToLeft: Bool
    let numerals: Numerals
    /// Word takes one face only; others stand in for it by its own rules. Escaped.
    let font: String
    let pageSize: PageSize
    let letterhead: [String]
    /// The style of the first paragraph, which opens the page with the letterhead: it comes once in a letter.
    let openingStyle: String

    init(_ letter: LocalizedLetter, _ options: RenderingOptions, _ format: OfficeFormat) {
        self.format = format
        locale = letter.locale
        isRightToLeft = letter.conventions.direction == "rtl"
        numerals = letter.conventions.numerals
        font = MarkupText.escaped(options.fonts.first ?? "Times New Roman")
        pageSize = options.pageSize
        letterhead = options.letterhead ?? []
        openingStyle =
            if options.draft != nil {
                "Draft"
            } else if letter.dateline != nil {
                "Dateline"
            } else if letter.recipient != nil || !options.address.isEmpty {
                "Recipient"
            } else {
                letter.title != nil ? "Heading 1" : "Salutation"
            }
    }

    /// The bytes of the document.
    func packed() -> [UInt8] {
        switch format {
        case .docx: ZipArchive(ooxml).packed()
        case .odt: ZipArchive(odf).packed()
        }
    }

    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    /// Sizes of headings of the first to the sixth level in half points.
    static let headingSizes = [32, 26, 23, 22, 22, 22]
    /// The size of text in half points.
    static let textSize = 22
}

/// The documents of styles of a build, each made once.
final class ReferenceDocuments: Sendable {
    private let packed = Mutex<[ReferenceDocument: [UInt8]]>([:])

    /// The bytes of a document.
    func bytes(of document: ReferenceDocument) -> [UInt8] {
        packed.withLock { packed in
            if let bytes = packed[document] { return bytes }
            let bytes = document.packed()
            packed[document] = bytes
            return bytes
        }
    }
}
