public import TextFiles
public import XMLText

/// Writes TBX-Basic concept by concept.
///
/// What TBX-Basic has no place for goes into notes of the form `[admin type="productSubset"] Servers`, which people
/// can read and ``TBXReader`` takes back; ``notedFields`` counts them.
///
/// ```swift
/// var writer = TBXWriter(.third)
/// try writer.start(TBXHeader(language: "en", source: "lathu"))
/// for concept in concepts { try writer.write(concept) }
/// try writer.finish()
/// try file.write(writer.takeBytes())
/// ```
public struct TBXWriter {
    /// Which TBX.
    public enum Edition: Sendable {
        /// ISO 30042:2019, DCT style: the one to use.
        case third
        /// The edition of 2008 (`martif`), for tools that read no other.
        case second
    }

    var xml: XMLWriter
    let edition: Edition
    var ids: Set<String> = []
    var targets: Set<String> = []
    /// How many things were written as notes, because TBX-Basic has no place for them.
    public internal(set) var notedFields = 0
    /// How many concepts were left out, because TBX requires a term and they have none.
    public private(set) var emptyConcepts = 0

    /// A writer at the start of a file.
    public init(_ edition: Edition = .third, forbidden: XMLWriter.ForbiddenCharacters = .refuse) {
        self.edition = edition
        xml = XMLWriter(indentation: 2, forbidden: forbidden)
    }

    /// How many characters that XML forbids were left out.
    public var droppedCharacters: Int { xml.droppedCharacters }

    /// The number of bytes that wait to be taken.
    public var pendingCount: Int { xml.pendingCount }

    /// Gives away what was written since the last time.
    public mutating func takeBytes() -> [UInt8] { xml.takeBytes() }

    /// What was referred to and not written.
    public var danglingTargets: [String] { targets.subtracting(ids).sorted() }

    /// Writes everything before the first concept.
    /// - Throws: `LathuError` with code `invalidData` for a character that XML forbids.
    public mutating func start(_ header: TBXHeader) throws(LathuError) {
        let language = header.language.isEmpty ? "en" : header.language
        switch edition {
        case .third:
            xml.declaration()
            try xml.start(
                "tbx",
                [
                    ("type", "TBX-Basic"), ("style", "dct"), ("xml:lang", language),
                    ("xmlns", TBXNamespace.core), ("xmlns:min", TBXNamespace.min),
                    ("xmlns:basic", TBXNamespace.basic),
                ])
            try xml.start("tbxHeader")
        case .second:
            xml.declaration(documentType: ("martif", "TBXBasiccoreStructV02.dtd"))
            try xml.start("martif", [("type", "TBX-Basic"), ("xml:lang", language)])
            try xml.start("martifHeader")
        }
        try write(header)
        xml.end()
        try xml.start("text")
        try xml.start("body")
    }

    private mutating func write(_ header: TBXHeader) throws(LathuError) {
        try xml.start("fileDesc")
        if let title = header.title {
            try xml.start("titleStmt")
            try xml.element("title", text: title)
            for note in header.titleNotes { try xml.element("note", text: note) }
            xml.end()
        }
        try write("publicationStmt", header.publication)
        try write("sourceDesc", header.sources.isEmpty ? [.init("lathu")] : header.sources)
        xml.end()
        try write("encodingDesc", header.encoding)
        let revisions = header.revisions.filter { !$0.isEmpty }
        if !revisions.isEmpty {
            try xml.start("revisionDesc")
            for revision in revisions { try write("change", revision) }
            xml.end()
        }
    }

    private mutating func write(
        _ element: String, _ paragraphs: [TBXHeader.Paragraph]
    ) throws(LathuError) {
        if paragraphs.isEmpty { return }
        try xml.start(element)
        for paragraph in paragraphs {
            try xml.element("p", paragraph.type.map { [("type", $0)] } ?? [], text: paragraph.text)
        }
        xml.end()
    }

    /// Writes a concept. One without any term would not be valid and is left out.
    /// - Throws: `LathuError` with code `invalidData` for a character that XML forbids; the concept then stands
    ///   half in what waits to be taken.
    public mutating func write(_ concept: GlossaryConcept) throws(LathuError) {
        let languages = concept.languages.filter { !$0.terms.isEmpty }
        if languages.isEmpty {
            emptyConcepts += 1
            return
        }
        let isThird = edition == .third
        let id = writable(concept.id)
        try xml.start(isThird ? "conceptEntry" : "termEntry", id.map { [("id", $0)] } ?? [])
        var notes: [TBXNoteField] = []
        if id == nil, let own = concept.id { notes.append(TBXNoteField("conceptEntry", [("id", own)])) }
        try write(concept.details, .concept, notes)
        for language in languages {
            let tag = language.tag.isEmpty ? "und" : language.tag
            try xml.start(isThird ? "langSec" : "langSet", [("xml:lang", tag)])
            try write(language.details, .language, [])
            for term in language.terms { try write(term) }
            xml.end()
        }
        xml.end()
    }

    /// Writes everything after the last concept.
    /// - Throws: `LathuError` with code `invalidData` for a character that XML forbids.
    public mutating func finish(_ references: [TBXReferenceSection] = []) throws(LathuError) {
        xml.end()
        let sections = references.filter { !$0.objects.isEmpty }
        if !sections.isEmpty {
            try xml.start("back")
            for section in sections {
                let isThird = edition == .third
                try xml.start(isThird ? "refObjectSec" : "refObjectList", [("type", section.type)])
                for object in section.objects {
                    if let id = object.id { ids.insert(id) }
                    try xml.start("refObject", object.id.map { [("id", $0)] } ?? [])
                    for item in object.items {
                        try xml.element("item", item.type.map { [("type", $0)] } ?? [], text: item.text)
                    }
                    xml.end()
                }
                xml.end()
            }
            xml.end()
        }
        xml.end()
        xml.end()
    }

    /// The id where it may stand in the file: an XML name, for the first time.
    mutating func writable(_ id: String?) -> String? {
        guard let id, TBXIdentifier.isName(id), ids.insert(id).inserted else { return nil }
        return id
    }
}
