import Foundation
import Segmentation
import TestSupport
import Testing
import TextFiles
import XMLText

@testable import Interchange

/// The OASIS test suites of XLIFF 2.1 and 2.2, and files that other tools wrote.
@Suite(.enabled(if: SharedMaterial.has("conformance/INDEX.tsv"), "the shared material is not here"))
struct XLIFFConformanceTests {
    private static func entries(_ kinds: Set<String>) throws -> [ConformanceFile] {
        try ConformanceFile.all(kinds).filter { $0.root == "xliff" && $0.version != "" }
    }

    private static func errors(_ entry: ConformanceFile) -> [Diagnostic] {
        do throws(LathuError) {
            let bytes = try FileReading.bytes(of: SharedMaterial.path("conformance/" + entry.path))
            return try XLIFFDocument(bytes: bytes, file: entry.name).findings().filter {
                $0.severity == .error
            }
        } catch { return error.diagnostics }
    }

    @Test func validFilesAreAcceptedAndInvalidOnesRefused() throws {
        var counts: [String: Int] = [:]
        for entry in try Self.entries(["xliff2"]) {
            let errors = Self.errors(entry)
            counts["\(entry.declared) \(errors.isEmpty ? "accepted" : "refused")", default: 0] += 1
            switch entry.declared {
            case "invalid":
                #expect(
                    errors.isEmpty == (ConformanceException.whyAllowed(entry.path) != nil), "\(entry.path)")
            default:
                #expect(
                    errors.isEmpty == (ConformanceException.whyWrong(entry.path) == nil),
                    "\(entry.path) \(errors.first.map { "\($0)" } ?? "")")
            }
        }
        print("XLIFF 2: \(counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })")
    }

    @Test func refusalsSpeakOfWhatTheNameSays() throws {
        var checked = 0
        for entry in try Self.entries(["xliff2"]) where entry.declared == "invalid" {
            if ConformanceException.whyAllowed(entry.path) != nil { continue }
            let errors = Self.errors(entry).map(\.description)
            let verdict = ConformanceRule.isNamed(by: entry.name, in: errors)
            #expect(verdict != nil, "\(entry.name) names no rule")
            #expect(verdict != false, "\(entry.name): \(errors)")
            checked += 1
        }
        #expect(checked == 220)
    }

    @Test func nothingChangesWhereNothingIsTranslated() throws {
        var files = 0, units = 0
        for entry in try Self.entries(["xliff2", "xliff12", "sdlxliff"]) {
            let bytes = try FileReading.bytes(of: SharedMaterial.path("conformance/" + entry.path))
            guard let document = try? XLIFFDocument(bytes: bytes, file: entry.name) else { continue }
            files += 1
            units += document.files.reduce(0) { $0 + $1.units.count }
            let written = try document.written()
            if document.bytes.isUTF8 {
                #expect(written == bytes, "\(entry.path)")
            } else {
                let again = try XLIFFDocument(bytes: written, file: entry.name)
                #expect(again.files == document.files, "\(entry.path)")
            }
        }
        print("XLIFF: \(files) files, \(units) units come back")
        #expect(files > 380)
    }

    /// Every segment gets a text with the codes of its source; what was not translated stays as it is, and a
    /// valid file stays valid.
    @Test func translatingChangesWhatIsTranslated() throws {
        var files = 0, segments = 0, refused: [String] = []
        for entry in try Self.entries(["xliff2", "xliff12", "sdlxliff"]) where entry.declared != "invalid" {
            let bytes = try FileReading.bytes(of: SharedMaterial.path("conformance/" + entry.path))
            guard var document = try? XLIFFDocument(bytes: bytes, file: entry.name) else { continue }
            let before = document.findings().filter { $0.severity == .error }.count
            var set: [Int: InlineText] = [:]
            for segment in document.files.flatMap(\.units).flatMap(\.segments) where !segment.isIgnorable {
                let text = InlineText(
                    segment.source.text.pieces + [
                        .text(" Kính gửi & <thân> \u{1}".dropLast(entry.kind == "xliff2" ? 0 : 2).description)
                    ])
                do {
                    try document.setTarget(text, state: .translated, of: segment)
                    set[segment.index] = text
                } catch { refused.append("\(entry.name): \(error)") }
            }
            if set.isEmpty { continue }
            files += 1
            segments += set.count
            let written = try document.written(targetLanguage: "vi")
            let again = try XLIFFDocument(bytes: written, file: entry.name)
            let old = document.files.flatMap(\.units).flatMap(\.segments)
            let new = again.files.flatMap(\.units).flatMap(\.segments)
            #expect(old.count == new.count, "\(entry.path)")
            for (old, new) in zip(old, new) {
                #expect(new.source.text == old.source.text, "\(entry.path)")
                if let text = set[old.index] {
                    #expect(new.target?.text == text, "\(entry.path)")
                    #expect(new.state == .translated, "\(entry.path)")
                } else {
                    #expect(new.target?.text == old.target?.text, "\(entry.path)")
                }
            }
            if before == 0 {
                let errors = again.findings().filter { $0.severity == .error }
                #expect(errors.isEmpty, "\(entry.path): \(errors.first.map { "\($0)" } ?? "")")
            }
        }
        print(
            "XLIFF: \(files) files, \(segments) segments translated; refused: \(refused.count) \(refused.prefix(8))"
        )
        #expect(segments > 1000)
    }

    @Test func filesOfOtherToolsAreAccepted() throws {
        var counts: [String: Int] = [:]
        for entry in try Self.entries(["xliff12", "sdlxliff"]) where entry.declared != "invalid" {
            let errors = Self.errors(entry)
            counts[errors.isEmpty ? "accepted" : "refused", default: 0] += 1
            #expect(
                errors.isEmpty == (ConformanceException.whyWrong(entry.path) == nil),
                "\(entry.path) \(errors.first.map { "\($0)" } ?? "")")
        }
        print("XLIFF 1.2: \(counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })")
        #expect(counts["accepted", default: 0] >= 90)
    }
}
