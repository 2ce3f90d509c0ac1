internal import Interchange
internal import TextFiles
internal import UnicodeText

/// Readers of terms.
extension Reader {
    func readTBX(_ bytes: [UInt8]) throws(LathuError) {
        _ = try? TBXValidation.findings(bytes: bytes)
        let reader = try TBXReader(bytes: bytes)
        var concepts: [GlossaryConcept] = []
        var failure: LathuError?
        do {
            while let item = try reader.next() { concepts.append(item.concept) }
        } catch { failure = error }
        for edition in [TBXWriter.Edition.third, .second] {
            var writer = TBXWriter(edition)
            try writer.start(reader.header)
            for concept in concepts { try writer.write(concept) }
            try writer.finish(reader.references)
            let again = try TBXReader(bytes: writer.takeBytes())
            var position = 0
            for concept in concepts where concept.languages.contains(where: { !$0.terms.isEmpty }) {
                guard let copy = try again.next()?.concept else { preconditionFailure("a concept was lost") }
                precondition(Self.terms(copy) == Self.terms(concept), "terms changed")
                position += 1
            }
            let rest = try again.next()
            precondition(
                rest == nil && position + writer.emptyConcepts == concepts.count, "a concept too many")
        }
        if let failure { throw failure }
    }

    private static func terms(_ concept: GlossaryConcept) -> [[String]] {
        concept.languages.map { $0.terms.map(\.text) }.filter { !$0.isEmpty }
    }

    func readGlossary(_ bytes: [UInt8]) throws(LathuError) {
        let contents = try GlossaryTableReader.read(CSVReader(FileReading.decode(bytes, file: nil)))
        let written = GlossaryTableWriter().long(contents.concepts)
        if contents.concepts.isEmpty { return }
        let again = try GlossaryTableReader.read(CSVReader(TextSource(written.text)))
        precondition(again.errors.isEmpty, "a table that was written is malformed")
        // What no column is for is lost, and so are rows in no concept of their own.
        guard written.leftOut == 0, contents.concepts.allSatisfy({ $0.id != nil }) else { return }
        precondition(again.concepts == contents.concepts, "concepts changed")
    }

    func readOmegaT(_ bytes: [UInt8]) throws(LathuError) {
        let source = try FileReading.decode(bytes, file: nil)
        for hasCommas in [false, true] {
            let contents =
                hasCommas
                ? try OmegaTGlossary.read(CSVReader(source), from: .english, to: .vietnamese)
                : try OmegaTGlossary.read(source, from: .english, to: .vietnamese)
            let written = OmegaTGlossary.text(of: contents.concepts, from: .english, to: .vietnamese)
            let again = try OmegaTGlossary.read(
                TextSource(written.text), from: .english, to: .vietnamese)
            precondition(again.findings.isEmpty, "a glossary that was written is malformed")
            // Terms that differ in their line ends only become one.
            precondition(again.concepts.isEmpty == contents.concepts.isEmpty, "the concepts were lost")
        }
    }
}
