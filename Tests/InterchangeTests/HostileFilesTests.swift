import Segmentation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Interchange

/// A reader of files that anyone may have written, with a small file of its format.
private struct FileReader: Sendable, CustomTestStringConvertible {
    let name: String
    let sample: String
    /// Reads everything; what can be made of the bytes does not matter.
    let read: @Sendable ([UInt8]) throws -> Void
    var testDescription: String { name }

    /// The error that bytes end in; nil where there is none.
    func failure(_ bytes: [UInt8]) -> LathuError? {
        do {
            try read(bytes)
            return nil
        } catch { return error as? LathuError }
    }
}

private let xmlReaders = [
    FileReader(name: "TMX", sample: tmx(pair("Free <ph x='1'/> him", "Trả tự do <ph x='1'/> cho ông"))) {
        let reader = try TMXReader(bytes: $0)
        while try reader.next() != nil {}
    },
    FileReader(name: "TMX, findings", sample: tmx(pair("Free him", "Trả tự do cho ông"))) {
        let reader = try TMXReader(bytes: $0)
        while try reader.nextFindings() != nil {}
    },
    FileReader(
        name: "XLIFF 1.2",
        sample: """
            <?xml version="1.0" encoding="UTF-8"?>
            <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="thu.md" \
            source-language="en" target-language="vi" datatype="plaintext"><body><trans-unit id="1">\
            <source>Free <g id="1">him</g></source><target>Trả tự do <g id="1">cho ông</g></target>\
            </trans-unit></body></file></xliff>
            """, read: readXLIFF),
    FileReader(
        name: "XLIFF 2",
        sample: """
            <?xml version="1.0" encoding="UTF-8"?>
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="vi">\
            <file id="f"><unit id="1"><segment><source>Free <pc id="1">him</pc></source>\
            <target>Trả tự do <pc id="1">cho ông</pc></target></segment></unit></file></xliff>
            """, read: readXLIFF),
    FileReader(
        name: "SRX",
        sample: """
            <?xml version="1.0" encoding="UTF-8"?>
            <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no">\
            </header><body><languagerules><languagerule languagerulename="vi"><rule break="no">\
            <beforebreak>TP\\.</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules>\
            <maprules><languagemap languagepattern="vi.*" languagerulename="vi"/></maprules></body></srx>
            """
    ) { _ = try SRXDocument(FileReading.decode($0, file: nil)) },
    FileReader(
        name: "TBX",
        sample: """
            <?xml version="1.0" encoding="UTF-8"?>
            <tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en"><tbxHeader/><text>\
            <body><conceptEntry id="a"><descrip type="definition">Free him</descrip><langSec xml:lang="vi">\
            <termSec><term>ân xá</term></termSec></langSec></conceptEntry></body></text></tbx>
            """
    ) {
        let reader = try TBXReader(bytes: $0)
        while try reader.next() != nil {}
    },
    FileReader(
        name: "TBX, findings",
        sample: """
            <?xml version="1.0" encoding="UTF-8"?>
            <martif type="TBX" xml:lang="en"><martifHeader/><text><body><termEntry id="a">\
            <descrip type="definition">Free him</descrip><langSet xml:lang="vi"><tig><term>ân xá</term></tig>\
            </langSet></termEntry></body></text></martif>
            """
    ) { _ = try TBXValidation.findings(bytes: $0) },
]

private let textReaders = [
    FileReader(
        name: "PO",
        sample: """
            msgid ""
            msgstr "Content-Type: text/plain; charset=UTF-8\\n"

            # Tên người
            msgid "Free him"
            msgstr "Trả tự do cho ông"
            """
    ) { _ = try POCatalog.decode($0, file: nil) },
    FileReader(
        name: "glossary", sample: "concept,locale,term\nudhr,vi,\"Tuyên ngôn \"\"Nhân quyền\"\"\"\n"
    ) {
        let contents = try GlossaryTableReader.read(CSVReader(FileReading.decode($0, file: nil)))
        if !contents.errors.isEmpty { throw LathuError(.invalidData, contents.errors) }
    },
    FileReader(name: "OmegaT", sample: "torture\ttra tấn\t# x\n") {
        let contents = try OmegaTGlossary.read(
            FileReading.decode($0, file: nil), from: .english, to: .vietnamese)
        if !contents.errors.isEmpty { throw LathuError(.invalidData, contents.errors) }
    },
    FileReader(name: "CSV", sample: "en,vi\n\"Free \"\"him\"\"\",Trả tự do\n") {
        _ = try CSVTable(FileReading.decode($0, file: nil))
    },
    FileReader(name: "TSV", sample: "en\tvi\nFree him\tTrả tự do cho ông\n") {
        let reader = try TSVReader(bytes: $0)
        while let item = try reader.next() {
            if case .problem(let problem) = item { throw LathuError(.invalidData, [problem]) }
        }
    },
]

@Sendable private func readXLIFF(_ bytes: [UInt8]) throws {
    let document = try XLIFFDocument(bytes: bytes)
    _ = document.findings()
    _ = document.files.flatMap(\.units)
}

/// What somebody may do on purpose: every reader answers with an error, and nothing of it is loaded or held.
@Suite struct HostileFilesTests {
    @Test(arguments: xmlReaders + textReaders)
    fileprivate func samplesAreRead(_ reader: FileReader) {
        #expect(reader.failure(Array(reader.sample.utf8)) == nil)
    }

    /// A file of nothing is none of XML, and no table that needs a header; a catalog or list may be empty.
    @Test(arguments: xmlReaders + textReaders)
    fileprivate func nothing(_ reader: FileReader) {
        let mayBeEmpty = ["PO", "OmegaT", "TSV"].contains(reader.name)
        for bytes: [UInt8] in [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0x0A], [0x20]] {
            // A line of one blank is a row of one cell.
            if bytes == [0x20] || bytes == [0xFF, 0xFE], reader.name == "TSV" { continue }
            #expect((reader.failure(bytes) == nil) == mayBeEmpty, "\(bytes)")
        }
    }

    @Test(arguments: xmlReaders)
    fileprivate func documentTypes(_ reader: FileReader) throws {
        var laughs = "<!ENTITY e0 'ha ha ha '>"
        for level in 1...9 {
            laughs += "<!ENTITY e\(level) '\(String(repeating: "&e\(level - 1);", count: 10))'>"
        }
        let long = "<!ENTITY e9 '\(String(repeating: "ha", count: 50_000))'>"
        let many = String(repeating: "&e9;", count: 5000)
        let table: [(declarations: String, content: String, message: String)] = [
            (laughs, "&e9;", "far more text"), (long, many, "far more text"),
            ("<!ENTITY e9 SYSTEM 'file:///etc/passwd'>", "&e9;", "never loaded"),
            ("<!ENTITY % p SYSTEM 'http://localhost/p.dtd'> %p;", "&e9;", "not declared"),
            ("<!ENTITY e9 '&e9;'>", "&e9;", "itself"),
        ]
        let root = try #require(reader.sample.firstRange(of: "?>")).upperBound
        for (declarations, content, message) in table {
            // Before any text of the sample, in place of it.
            let text = reader.sample.replacing("Free ", with: content).replacing("TP\\.", with: content)
            let name = text[root...].drop { $0 != "<" }.dropFirst().prefix { $0.isLetter }
            let hostile = text[..<root] + "<!DOCTYPE \(name) [\(declarations)]>" + text[root...]
            let failure = reader.failure(Array(hostile.utf8))
            #expect(failure?.code == .invalidData)
            #expect(failure?.description.contains(message) == true, "\(failure.map { "\($0)" } ?? "none")")
        }
    }

    @Test(arguments: xmlReaders)
    fileprivate func depth(_ reader: FileReader) throws {
        let place = try #require(reader.sample.firstRange(of: "him") ?? reader.sample.firstRange(of: "TP"))
        for name in ["a", "ph", "sub", "mrk", "g", "group", "unit"] {
            let deep = String(repeating: "<\(name) id='1'>", count: 100_000)
            let text = reader.sample[..<place.lowerBound] + deep + reader.sample[place.upperBound...]
            let failure = reader.failure(Array(text.utf8))
            #expect(failure?.description.contains("nested more than") == true, "\(name)")
        }
    }

    @Test(arguments: xmlReaders + textReaders)
    fileprivate func bytesThatAreNoText(_ reader: FileReader) throws {
        let bytes = Array(reader.sample.utf8)
        // In the middle of a Vietnamese word, or of a word at all.
        let place = try #require(bytes.firstIndex { $0 >= 0x80 } ?? bytes.lastIndex(of: UInt8(ascii: "P")))
        for broken: [UInt8] in [
            [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        ] {
            let failure = reader.failure(Array(bytes[..<place]) + broken + [0x20] + Array(bytes[place...]))
            #expect(failure?.code == .invalidData, "\(broken)")
        }
        let units = reader.sample.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for broken: [UInt8] in [[0x00, 0xD8], [0x00, 0xDC], [0x41]] {
            let failure = reader.failure([0xFF, 0xFE] + units + broken)
            #expect(failure?.code == .invalidData, "\(broken)")
        }
    }

    @Test(arguments: xmlReaders)
    fileprivate func nulls(_ reader: FileReader) {
        let bytes = Array(reader.sample.utf8)
        for place in [0, 1, bytes.count / 2, bytes.count - 1, bytes.count] {
            let failure = reader.failure(Array(bytes[..<place]) + [0] + Array(bytes[place...]))
            #expect(failure?.code == .invalidData, "\(place)")
        }
        #expect(reader.failure([UInt8](repeating: 0, count: 1 << 20))?.code == .invalidData)
    }

    @Test(arguments: xmlReaders)
    fileprivate func cutAnywhere(_ reader: FileReader) {
        let bytes = Array(reader.sample.utf8)
        for length in 0..<bytes.count {
            #expect(reader.failure(Array(bytes[..<length]))?.code == .invalidData, "\(length)")
        }
    }

    /// Tables may end anywhere; in the middle of a character or a quotation they may not.
    @Test(arguments: textReaders)
    fileprivate func cutTables(_ reader: FileReader) {
        let bytes = Array(reader.sample.utf8)
        for length in 0..<bytes.count {
            let isCharacterCut = bytes[length] & 0xC0 == 0x80
            let failure = reader.failure(Array(bytes[..<length]))
            #expect(!isCharacterCut || failure?.code == .invalidData, "\(length)")
        }
    }

    /// An attribute that does not end, from a stream that does not end: the answer comes before it is held.
    @Test(arguments: ["tmx", "xliff"])
    func endlessAttributes(_ root: String) {
        let limit = 64 << 20
        var given = 0
        let stream = ByteStream(file: "a.\(root)") { count in
            defer { given += count }
            guard given > 0 else { return Array("<\(root) version='".utf8) }
            return given > limit ? [] : [UInt8](repeating: 0x78, count: count)
        }
        #expect(throws: LathuError.self) {
            if root == "tmx" { _ = try TMXReader(stream) } else { _ = try XLIFFDocument(stream) }
        }
        #expect(given < limit, "the whole stream was read")
    }
}
