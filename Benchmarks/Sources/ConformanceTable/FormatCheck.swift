import Foundation
import Interchange
import Segmentation
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
    case srx = "SRX"

    /// Its kinds in the index of the material.
    var kinds: Set<String> {
        switch self {
        case .tmx: ["tmx"]
        case .xliff2: ["xliff2"]
        case .xliff12: ["xliff12", "sdlxliff"]
        case .po: ["po"]
        case .srx: ["srx"]
        }
    }

    func outcome(_ path: String) -> Outcome {
        do {
            let bytes = try FileReading.bytes(of: path)
            switch self {
            case .tmx: return Outcome(comesBack: try tmx(bytes))
            case .xliff2, .xliff12: return try xliff(bytes)
            case .po: return Outcome(comesBack: try POCatalog.decode(bytes, file: path).bytes() == bytes)
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

    private func srx(_ path: String) throws -> Bool {
        let document = try SRXDocument(path: path)
        // Where a rule stood is no part of it.
        func rules(_ document: SRXDocument) throws -> [UInt8] { try SRXWriter.bytes(of: document) }
        let written = try rules(document)
        return try rules(SRXDocument(FileReading.decode(written, file: nil))) == written
    }
}
