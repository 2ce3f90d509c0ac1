internal import Segmentation
public import TextFiles
internal import XMLText

/// A document in XLIFF 1.0 to 1.2 or 2.0 to 2.2, held whole.
///
/// What is read is a view; the document is its bytes. Writing replaces the bytes of the translations that were
/// set, so that modules, extensions, skeletons, binary units, comments and the layout stay as they are.
///
/// ```swift
/// var document = try XLIFFDocument(path: "letter.xlf")
/// for segment in document.files.flatMap(\.units).flatMap(\.segments) {
///     try document.setTarget(translation(segment.source.text), state: .translated, of: segment)
/// }
/// try FileWriting.write(document.written(), to: "letter.xlf")
/// ```
public struct XLIFFDocument {
    /// A file of more bytes is refused: it is held in memory with all its elements.
    public static let lengthLimit = 64 << 20

    /// The version that it says it is of.
    public let version: XLIFFVersion
    /// Its files in order.
    public let files: [XLIFFFile]
    /// The path, for messages.
    public let file: String?

    let bytes: XMLBytes
    let root: XLIFFElement
    let sites: [XLIFFSite]
    var edits: [Int: XLIFFEdit] = [:]

    /// Reads a file, or standard input for `-`.
    /// - Throws: `LathuError` where the file cannot be opened; with code `invalidData` where it is not
    ///   well-formed XML, not XLIFF, or larger than ``lengthLimit``.
    public init(path: String) throws(LathuError) {
        let stream = try ByteStream(path: path)
        let bytes = try stream.read(Self.lengthLimit + 1)
        try self.init(bytes: bytes, file: stream.file)
    }

    /// Reads bytes in memory.
    /// - Parameter file: the path for messages.
    /// - Throws: `LathuError` as ``init(path:)``.
    public init(bytes: [UInt8], file: String? = nil) throws(LathuError) {
        guard bytes.count <= Self.lengthLimit else {
            throw LathuError(
                .invalidData, "is larger than \(Self.lengthLimit >> 20) MiB", at: SourceLocation(file: file),
                hint: "split it into files of its units")
        }
        let text = try XMLBytes(bytes, file: file)
        let root = try XLIFFTreeReader.root(text.utf8, file: file)
        version = try Self.version(of: root, file: file)
        var reader = XLIFFDocumentReader(text.utf8, file: file)
        files = reader.files(root, isFirstGeneration: version.isFirstGeneration)
        sites = reader.sites
        self.bytes = text
        self.root = root
        self.file = file
    }

    private static func version(of root: XLIFFElement, file: String?) throws(LathuError) -> XLIFFVersion {
        let location = SourceLocation(file: file, line: root.line, column: root.column)
        guard root.name == "xliff" else {
            throw LathuError(
                .invalidData, "is not XLIFF: its document element is <\(root.name)>, not <xliff>",
                at: location)
        }
        let given = root["version"]
        guard let version = given.flatMap(XLIFFVersion.init(rawValue:)) else {
            throw LathuError(
                .invalidData,
                given.map { "the version “\($0)” of XLIFF is not known" }
                    ?? "the attribute “version” is missing", at: location,
                hint: "versions 1.0 to 1.2 and 2.0 to 2.2 are read")
        }
        return version
    }

    /// A place in the file.
    func location(_ element: XLIFFElement) -> SourceLocation {
        SourceLocation(file: file, line: element.line, column: element.column)
    }
}
