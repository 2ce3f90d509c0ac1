import Foundation
import Interchange
import Segmentation
import TestSupport
import TextFiles
import XMLText

/// What a file of a format comes to.
struct Outcome {
    /// Why it is refused; empty where it is not.
    var errors: [String] = []
    /// Whether what was read, written and read again is the same; nil where it could not be read.
    var comesBack: Bool?
}

/// How the files of a format are read, checked and written. Another format is another case.
enum FormatCheck: String, CaseIterable {
    case tmx = "TMX"
    case xliff2 = "XLIFF 2"
    case xliff12 = "XLIFF 1.2"
    case po = "PO"
    case tbx = "TBX"
    case srx = "SRX"

    /// Its kinds in the index of the material.
    var kinds: Set<String> {
        switch self {
        case .tmx: ["tmx"]
        case .xliff2: ["xliff2"]
        case .xliff12: ["xliff12", "sdlxliff"]
        case .po: ["po"]
        case .tbx: ["tbx"]
        case .srx: ["srx"]
        }
    }

    /// Whether a file of the kinds is of the format: schemas and the like stand among them.
    func holds(_ file: ConformanceFile) -> Bool {
        switch self {
        case .xliff2, .xliff12: file.root == "xliff" && !file.version.isEmpty
        case .tbx: file.name.hasSuffix(".tbx")
        case .tmx, .po, .srx: true
        }
    }

    func outcome(_ path: String) -> Outcome {
        do {
            let bytes = try FileReading.bytes(of: path)
            switch self {
            case .tmx: return Outcome(comesBack: try tmx(bytes))
            case .xliff2, .xliff12: return try xliff(bytes)
            case .po: return Outcome(comesBack: try POCatalog.decode(bytes, file: path).bytes() == bytes)
            case .tbx: return try tbx(bytes)
            case .srx: return Outcome(comesBack: try srx(path))
            }
        } catch let error as LathuError {
            return Outcome(errors: error.diagnostics.map(\.description))
        } catch {
            return Outcome(errors: ["\(error)"])
        }
    }

    private func tmx(_ bytes: [UInt8]) throws -> Bool {
        func units(_ bytes: [UInt8]) throws -> (units: [TMXUnit], header: TMXHeader) {
            let reader = try TMXReader(bytes: bytes)
            var units: [TMXUnit] = []
            // A unit without a text cannot be written.
            while let item = try reader.next() { if !item.unit.variants.isEmpty { units.append(item.unit) } }
            return (units, reader.header)
        }
        let read = try units(bytes)
        var writer = TMXWriter()
        try writer.start(read.header)
        for unit in read.units { try writer.write(unit) }
        writer.finish()
        return try units(writer.takeBytes()).units == read.units
    }

    private func xliff(_ bytes: [UInt8]) throws -> Outcome {
        var document = try XLIFFDocument(bytes: bytes)
        let errors = document.findings().filter { $0.severity == .error }.map(\.description)
        // Written as it is, and with a translation everywhere.
        let same = try XLIFFDocument(bytes: document.written()).files == document.files
        var set: [String] = []
        for segment in document.files.flatMap(\.units).flatMap(\.segments) where !segment.isIgnorable {
            let text = InlineText([.text("Kính gửi ")] + segment.source.text.pieces)
            guard (try? document.setTarget(text, of: segment)) != nil else {
                return Outcome(errors: errors, comesBack: same)
            }
            set.append(text.coded)
        }
        let again = try XLIFFDocument(bytes: document.written(targetLanguage: "vi"))
        let found = again.files.flatMap(\.units).flatMap(\.segments).filter { !$0.isIgnorable }
        return Outcome(
            errors: errors, comesBack: same && found.map { $0.target?.text.coded ?? "" } == set)
    }

    /// Both editions are written: what they have no place for stands in notes, after everything else.
    private func tbx(_ bytes: [UInt8]) throws -> Outcome {
        func concepts(_ reader: TBXReader) throws -> [GlossaryConcept] {
            var concepts: [GlossaryConcept] = []
            while let item = try reader.next() { concepts.append(Self.inFixedOrder(item.concept)) }
            return concepts
        }
        let reader = try TBXReader(bytes: bytes)
        let read = try concepts(reader)
        let errors = try TBXValidation.findings(bytes: bytes).filter { $0.severity == .error }
        let comesBack = try [TBXWriter.Edition.third, .second].allSatisfy { edition in
            var writer = TBXWriter(edition)
            try writer.start(reader.header)
            for concept in read { try writer.write(concept) }
            try writer.finish(reader.references)
            return try concepts(TBXReader(bytes: writer.takeBytes())) == read
        }
        return Outcome(errors: errors.map(\.description), comesBack: comesBack)
    }

    private static func inFixedOrder(_ concept: GlossaryConcept) -> GlossaryConcept {
        func sort(_ details: inout GlossaryDetails) {
            details.fields.sort { "\($0)" < "\($1)" }
            details.references.sort { "\($0)" < "\($1)" }
            details.transactions.sort { "\($0)" < "\($1)" }
        }
        var concept = concept
        sort(&concept.details)
        for language in concept.languages.indices {
            sort(&concept.languages[language].details)
            for term in concept.languages[language].terms.indices {
                sort(&concept.languages[language].terms[term].details)
            }
        }
        return concept
    }

    private func srx(_ path: String) throws -> Bool {
        let document = try SRXDocument(path: path)
        // Where a rule stood is no part of it.
        func rules(_ document: SRXDocument) throws -> [UInt8] { try SRXWriter.bytes(of: document) }
        let written = try rules(document)
        return try rules(SRXDocument(FileReading.decode(written, file: nil))) == written
    }
}
