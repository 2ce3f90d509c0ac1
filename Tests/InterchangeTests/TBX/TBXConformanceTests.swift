import Foundation
import TestSupport
import Testing
import TextFiles
import XMLText

@testable import Interchange

/// Files of the TBX Steering Committee, of Okapi and of OmegaT.
@Suite(.enabled(if: SharedMaterial.has("conformance/tbx"), "the shared material is not here"))
struct TBXConformanceTests {
    private static let folder = "conformance/tbx"

    /// Files that are wrong, by name, with what each of its findings must speak of.
    private static let invalid: [String: [String]] = [
        // What its comment says should be found, in the order of the file.
        "core_structure_bad.tbx": [
            "text does not belong in <sourceDesc>", "<sourceDesc> lacks <p>",
            "<admin> does not belong in <text>", "<admin> does not belong in <termSec>",
            "<admin> lacks the attribute “type”", "<term> does not belong in <termSec>",
            "<descrip> does not belong in <descripGrp>",
        ],
        "min_bad.tbx": [
            "TBX-Min has no data category “source”", "is no value of usageStatus",
            "TBX-Min has no data category “error”",
        ],
        "poorly_formed_xml.tbx": ["this end tag closes nothing"],
    ]

    private static func files() -> [(name: String, bytes: [UInt8])] {
        SharedMaterial.files(in: folder, extensions: ["tbx"]).compactMap { file in
            guard let bytes = try? FileReading.bytes(of: SharedMaterial.path(folder + "/" + file)) else {
                return nil
            }
            return (URL(filePath: file).lastPathComponent, bytes)
        }
    }

    private static func errors(_ bytes: [UInt8], _ name: String) -> [Diagnostic] {
        do throws(LathuError) {
            return try TBXValidation.findings(bytes: bytes, file: name).filter { $0.severity == .error }
        } catch { return error.diagnostics }
    }

    @Test func validFilesAreAcceptedAndInvalidOnesRefused() {
        var seen = 0
        for (name, bytes) in Self.files() {
            seen += 1
            let errors = Self.errors(bytes, name)
            guard let expected = Self.invalid[name] else {
                #expect(errors.isEmpty, "\(name): \(errors.prefix(3))")
                continue
            }
            for words in expected {
                #expect(errors.contains { $0.message.contains(words) }, "\(name): \(words) in \(errors)")
            }
            #expect(errors.allSatisfy { $0.location?.line != nil && $0.location?.column != nil })
        }
        #expect(seen >= 13)
    }

    static func concepts(_ bytes: [UInt8]) throws -> [GlossaryConcept] {
        let reader = try TBXReader(bytes: bytes)
        var concepts: [GlossaryConcept] = []
        while let item = try reader.next() { concepts.append(item.concept) }
        return concepts
    }

    /// The order among fields that are not interpreted is not kept: those that become notes stand last.
    static func comparable(_ concept: GlossaryConcept) -> GlossaryConcept {
        func sorted(_ details: inout GlossaryDetails) {
            details.fields.sort { "\($0)" < "\($1)" }
            details.references.sort { "\($0)" < "\($1)" }
            details.transactions.sort { "\($0)" < "\($1)" }
        }
        var concept = concept
        sorted(&concept.details)
        for language in concept.languages.indices {
            sorted(&concept.languages[language].details)
            for term in concept.languages[language].terms.indices {
                sorted(&concept.languages[language].terms[term].details)
            }
        }
        return concept
    }

    @Test func readingWrittenFilesGivesTheSame() throws {
        for (name, bytes) in Self.files() where name != "poorly_formed_xml.tbx" {
            let reader = try TBXReader(bytes: bytes, file: name)
            var concepts: [GlossaryConcept] = []
            while let item = try reader.next() { concepts.append(item.concept) }
            #expect(!concepts.isEmpty, "\(name)")
            for edition in [TBXWriter.Edition.third, .second] {
                var writer = TBXWriter(edition)
                try writer.start(reader.header)
                for concept in concepts { try writer.write(concept) }
                try writer.finish(reader.references)
                let written = writer.takeBytes()
                let again = try TBXReader(bytes: written)
                var copy: [GlossaryConcept] = []
                while let item = try again.next() { copy.append(item.concept) }
                #expect(copy.map(Self.comparable) == concepts.map(Self.comparable), "\(name) \(edition)")
                #expect(again.references == reader.references, "\(name)")
                #expect(again.header == reader.header, "\(name)")
                let errors = Self.errors(written, name).filter { finding in
                    // What the file refers to and lacks, it lacks still; and its languages are its own.
                    !writer.danglingTargets.contains { finding.message.contains("“\($0)”") }
                }
                #expect(errors.isEmpty, "\(name) \(edition): \(errors.prefix(3))")
            }
        }
    }

    /// Every text of a file is in what was read from it.
    @Test func nothingIsLost() throws {
        for (name, bytes) in Self.files() where name != "poorly_formed_xml.tbx" {
            let parts = try TBXParts(.init(bytes: bytes))
            var nodes: [TBXNode] = []
            while let part = try parts.next() {
                if case .element(let node) = part, node.name.hasSuffix("Entry") { nodes.append(node) }
            }
            for (node, concept) in zip(nodes, try Self.concepts(bytes)) {
                var dump = ""
                Swift.dump(concept, to: &dump)
                func check(_ node: TBXNode) {
                    if node.children.isEmpty, node.name != "transac", !node.text.isEmpty {
                        let values = TBXCategory.statuses.map(\.value) + Array(TBXCategory.usageStatuses.keys)
                        if values.contains(node.text) || node["type"] == "termType" { return }
                        let text = node.text.debugDescription
                        #expect(dump.contains(text), "\(name): \(text)")
                    }
                    for child in node.children { check(child) }
                }
                // The file that breaks the structure has a second term where one belongs.
                if name != "core_structure_bad.tbx" { check(node) }
            }
        }
    }
}
