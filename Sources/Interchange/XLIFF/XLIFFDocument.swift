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
    /// Its files in order, made when they are asked for first.
    public var files: [XLIFFFile] { views.made.files }
    /// The path, for messages.
    public let file: String?

    let tree: XLIFFTree
    var bytes: XMLBytes { tree.document }
    var root: XLIFFElement { tree.root }
    var sites: [XLIFFSite] { views.made.sites }
    private let views: XLIFFViews
    var edits: [Int: XLIFFEdit] = [:]

    /// Reads a file, or standard input for `-`.
    /// - Throws: `LathuError` where the file cannot be opened; with code `invalidData` where it is not
    ///   well-formed XML, not XLIFF, or larger than ``lengthLimit``.
    public init(path: String) throws(LathuError) { try self.init(ByteStream(path: path)) }

    /// Reads bytes in memory.
    /// - Parameter file: the path for messages.
    /// - Throws: `LathuError` as ``init(path:)``.
    public init(bytes: [UInt8], file: String? = nil) throws(LathuError) {
        try self.init(ByteStream(bytes, file: file))
    }

    /// Reads a stream from where it stands.
    /// - Throws: `LathuError` as ``init(path:)``.
    public init(_ stream: ByteStream) throws(LathuError) {
        try self.init(XLIFFTreeReader.tree(stream).tree, file: stream.file)
    }

    /// Reads what is whole in a file that breaks off or is malformed somewhere: the units before that place. The
    /// document is not to be written.
    /// - Returns: the document, and what is wrong with the file; nil where it is well-formed.
    /// - Throws: `LathuError` where the file cannot be read or is not XLIFF.
    public static func salvage(
        path: String
    ) throws(LathuError) -> (document: XLIFFDocument, failure: LathuError?) {
        let stream = try ByteStream(path: path)
        let (tree, failure) = try XLIFFTreeReader.tree(stream, salvages: true)
        return (try XLIFFDocument(tree, file: stream.file), failure)
    }

    private init(_ tree: XLIFFTree, file: String?) throws(LathuError) {
        self.file = file
        self.tree = tree
        version = try Self.version(of: tree.root, file: file)
        views = XLIFFViews(tree, file: file, isFirstGeneration: version.isFirstGeneration)
    }

    private static func version(of root: XLIFFElement, file: String?) throws(LathuError) -> XLIFFVersion {
        let location = SourceLocation(file: file, line: root.place.line, column: root.place.column)
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
        let place = element.place
        return SourceLocation(file: file, line: place.line, column: place.column)
    }
}

/// The views of a document, made once. Whoever only checks a document needs none.
private final class XLIFFViews {
    private let tree: XLIFFTree
    private let file: String?
    private let isFirstGeneration: Bool

    init(_ tree: XLIFFTree, file: String?, isFirstGeneration: Bool) {
        self.tree = tree
        self.file = file
        self.isFirstGeneration = isFirstGeneration
    }

    lazy var made: (files: [XLIFFFile], sites: [XLIFFSite]) = {
        var reader = XLIFFDocumentReader(tree.document.utf8, file: file)
        let files = reader.files(tree.root, isFirstGeneration: isFirstGeneration)
        return (files, reader.sites)
    }()
}
