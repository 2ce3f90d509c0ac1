internal import Interchange
internal import Segmentation
internal import TextFiles
internal import UnicodeText

/// The readers of files that others wrote. Each takes any bytes; an error is an answer, a crash is none. What a
/// reader took must come back from its writer as it was.
enum Reader: String, CaseIterable {
    case tmx, xliff, xliff12, tbx, srx, po, csv, tsv, glossary, omegat

    func read(_ bytes: [UInt8]) {
        do {
            switch self {
            case .tmx: try readTMX(bytes)
            case .xliff, .xliff12: try readXLIFF(bytes)
            case .tbx: try readTBX(bytes)
            case .srx: try readSRX(bytes)
            case .po: try readPO(bytes)
            case .csv: try readCSV(bytes)
            case .tsv: try readTSV(bytes)
            case .glossary: try readGlossary(bytes)
            case .omegat: try readOmegaT(bytes)
            }
        } catch {
            // The message is part of the answer.
            precondition(!error.description.isEmpty)
        }
    }

    private func readTMX(_ bytes: [UInt8]) throws(LathuError) {
        let reader = try TMXReader(bytes: bytes)
        var units: [TMXUnit] = []
        var failure: LathuError?
        do {
            while let item = try reader.next() {
                if !item.unit.variants.isEmpty { units.append(item.unit) }
            }
        } catch { failure = error }
        let written = try TMXFile.bytes(units, header: reader.header)
        let again = try TMXReader(bytes: written)
        var position = 0
        while let item = try again.next() {
            precondition(position < units.count && item.unit == units[position], "a unit changed")
            position += 1
        }
        precondition(position == units.count, "a unit was lost")
        if let failure { throw failure }
    }

    private func readXLIFF(_ bytes: [UInt8]) throws(LathuError) {
        var document = try XLIFFDocument(bytes: bytes)
        _ = document.findings()
        let segments = document.files.flatMap(\.units).flatMap(\.segments)
        _ = try document.written()
        for segment in segments where !segment.isIgnorable {
            try? document.setTarget(segment.source.text, state: .translated, of: segment)
        }
        guard let written = try? document.written(targetLanguage: "vi") else { return }
        let again = try XLIFFDocument(bytes: written)
        let count = again.files.reduce(0) { $0 + $1.units.reduce(0) { $0 + $1.segments.count } }
        precondition(count == segments.count, "a segment was lost")
    }

    private func readSRX(_ bytes: [UInt8]) throws(LathuError) {
        let document = try SRXDocument(FileReading.decode(bytes, file: nil))
        if let locale = try? LocaleID("vi") { _ = document.rules(for: locale) }
    }

    private func readPO(_ bytes: [UInt8]) throws(LathuError) {
        let catalog = try POCatalog.decode(bytes, file: nil)
        precondition(catalog.bytes() == bytes, "a catalog that nobody changed is written otherwise")
    }

    private func readCSV(_ bytes: [UInt8]) throws(LathuError) {
        let source = try FileReading.decode(bytes, file: nil)
        _ = try CSVTable(source)
        let reader = try CSVReader(source)
        var records: [[String]] = []
        while let item = try reader.next() {
            if case .record(let record) = item { records.append(record.cells.map(\.text)) }
        }
        let writer = CSVWriter()
        let again = try CSVReader(TextSource(records.map { writer.line($0) }.joined()), separator: ",")
        var position = 0
        while let item = try again.next() {
            guard case .record(let record) = item else { preconditionFailure("a row is malformed") }
            let cells = record.cells.map { CSVFormula.restore($0.text) }
            precondition(position < records.count && cells == records[position], "a row changed")
            position += 1
        }
        precondition(position == records.count, "a row was lost")
    }

    private func readTSV(_ bytes: [UInt8]) throws(LathuError) {
        let reader = try TSVReader(bytes: bytes)
        while try reader.next() != nil {}
    }
}

private enum TMXFile {
    static func bytes(_ units: [TMXUnit], header: TMXHeader) throws(LathuError) -> [UInt8] {
        var writer = TMXWriter()
        try writer.start(header)
        for unit in units { try writer.write(unit) }
        writer.finish()
        return writer.takeBytes()
    }
}
