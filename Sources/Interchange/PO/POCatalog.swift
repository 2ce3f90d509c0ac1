public import TextFiles
import UnicodeText

/// A PO file (GNU gettext): entries in the order of the file, the header and obsolete ones among them.
///
/// What is not changed is written back byte for byte, whatever its layout:
///
/// ```swift
/// var catalog = try POCatalog.read("locales/vi/letters/apec-2017.po")
/// for index in catalog.entries.indices where catalog.entries[index].isFuzzy {
///     catalog.entries[index].translations = [""]
/// }
/// try catalog.write(to: "locales/vi/letters/apec-2017.po")
/// ```
public struct POCatalog: Sendable {
    /// The entries. The caller sees to it that no two of them have the same key.
    public var entries: [POEntry]
    private var file: POFile?

    /// A file of more bytes is refused: it is held in memory with all its entries.
    public static let lengthLimit = 64 << 20

    /// A catalog that comes from no file.
    public init(entries: [POEntry] = []) { self.entries = entries }

    /// Reads a catalog.
    /// - Throws: ``LathuError`` with code `invalidData` and everything that is wrong with it, up to a
    ///   hundred problems, in the order of the file.
    public init(source: TextSource) throws(LathuError) {
        let (entries, file, problems) = POParser.catalog(of: source)
        if !problems.isEmpty { throw LathuError(.invalidData, problems) }
        self.entries = entries
        self.file = file
    }

    /// Reads a file, or standard input for `-`, in the charset that its header names; a byte order mark
    /// goes before that, and without either it must be UTF-8.
    /// - Throws: ``LathuError`` as ``init(source:)`` and ``FileReading/text(of:charset:)`` do; where the file is
    ///   larger than ``lengthLimit``.
    public static func read(_ path: String) throws(LathuError) -> POCatalog {
        try decode(FileReading.bytes(of: path, limit: lengthLimit), file: path)
    }

    /// Reads the bytes of a file as ``read(_:)`` does.
    public static func decode(_ bytes: [UInt8], file: String?) throws(LathuError) -> POCatalog {
        let (catalog, problems) = try lenient(bytes, file: file)
        if !problems.isEmpty { throw LathuError(.invalidData, problems) }
        return catalog
    }

    /// Reads what is good in a file, and what is wrong with the rest, up to a hundred problems. The catalog is not to
    /// be written.
    /// - Throws: ``LathuError`` where the file cannot be read or is not in its charset.
    public static func salvage(
        _ path: String
    ) throws(LathuError) -> (catalog: POCatalog, problems: [Diagnostic]) {
        try lenient(FileReading.bytes(of: path, limit: lengthLimit), file: path)
    }

    private static func lenient(
        _ bytes: [UInt8], file: String?
    ) throws(LathuError) -> (catalog: POCatalog, problems: [Diagnostic]) {
        let mark = Charset.fromByteOrderMark(bytes)
        let named = POCharsetName(ofFile: bytes)
        if mark == nil, let named, !named.isKnown {
            let before = TextSource(
                String(decoding: bytes[..<named.range.lowerBound], as: UTF8.self), file: file)
            throw LathuError(
                .invalidData, named.message, at: before.location(of: before.text.endIndex), hint: named.hint)
        }
        let charset = mark?.charset ?? named?.charset ?? .utf8
        let source = try FileReading.decode(bytes, file: file, charset: charset)
        var catalog = POCatalog()
        let isForeign = charset != .utf8
        let problems: [Diagnostic]
        (catalog.entries, catalog.file, problems) = POParser.catalog(
            of: source, originalBytes: isForeign || mark != nil ? bytes : nil, isForeign: isForeign)
        return (catalog, problems)
    }

    /// The header: the translation of the entry without source text and context; nil where there is none.
    ///
    /// A new header goes before all entries; nil removes its entry.
    public var header: POHeader? {
        get { headerIndex.map { POHeader(entries[$0].translations.first ?? "") } }
        set {
            switch (headerIndex, newValue) {
            case (let index?, let header?): entries[index].translations = [header.text]
            case (let index?, nil): entries.remove(at: index)
            case (nil, let header?):
                entries.insert(POEntry(source: "", translations: [header.text]), at: 0)
            case (nil, nil): break
            }
        }
    }

    /// Where the entries stand, by context and source text; obsolete ones and the header, too.
    public func positions() -> [POEntry.Key: Int] {
        Dictionary(entries.enumerated().map { ($0.element.key, $0.offset) }) { first, _ in first }
    }

    /// Whether anything is not as it was read; a new catalog is modified.
    public var isModified: Bool {
        guard let file, entries.count == file.entryCount else { return true }
        return !entries.enumerated().allSatisfy { number, entry in
            entry.origin?.file === file && entry.origin?.number == number && !entry.isModified
        }
    }

    private var headerIndex: Int? { entries.firstIndex { $0.isHeader && $0.domain == nil } }

    // MARK: Writing

    /// The file as text, to be stored as UTF-8.
    ///
    /// Entries that are not modified come as they were read; the others in gettext's layout. A file that
    /// came in another charset has a header that names UTF-8 now.
    public func serialized() -> String {
        var entries = entries
        if file?.isForeign == true, let index = headerIndex {
            var header = POHeader(entries[index].translations.first ?? "")
            if header.charsetName != nil { header.charsetName = "UTF-8" }
            entries[index].translations = [header.text]
        }
        return POSerializer.text(of: entries, file: file, pluralCount: header?.pluralCount ?? 1)
    }

    /// The file as bytes: those that were read where nothing is modified, else UTF-8.
    public func bytes() -> [UInt8] {
        if let bytes = file?.bytes, !isModified { return bytes }
        return Array(serialized().utf8)
    }

    /// Puts the catalog into a file, whole or not at all.
    /// - Throws: ``LathuError`` as ``FileWriting`` does.
    public func write(to path: String) throws(LathuError) {
        try FileWriting.write(bytes(), to: path)
    }
}
