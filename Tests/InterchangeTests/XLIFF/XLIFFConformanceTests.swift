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
    /// Files that the suite calls valid and that are not, with the reason.
    private static let notValid = [
        "Good-mda_top-level.xlf": "its <meta> is in no namespace of the module; the schema refuses it too",
        "ex.9.5.xlf": "it has targets, but no trgLang",
    ]
    /// Files that the suite calls invalid and that no rule forbids, with the reason.
    private static let notRefused = [
        "Bad-ctr-property-not-legit-category.xlf":
            "it objects to a category of a note, which the standard leaves to everyone"
    ]

    private struct Entry {
        let path: String
        let kind: String
        let declared: String
        var name: String { URL(filePath: path).lastPathComponent }
    }

    private static func entries(_ kinds: Set<String>) throws -> [Entry] {
        try SharedMaterial.text("conformance/INDEX.tsv").split(whereSeparator: \.isNewline)
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
            .filter { $0.count > 4 && kinds.contains($0[1]) && $0[4] == "xliff" && $0[5] != "" }
            .map { Entry(path: $0[0], kind: $0[1], declared: $0[2]) }
    }

    private static func errors(_ entry: Entry) -> [Diagnostic] {
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
                #expect(errors.isEmpty == (Self.notRefused[entry.name] != nil), "\(entry.path)")
            default:
                #expect(
                    errors.isEmpty == (Self.notValid[entry.name] == nil),
                    "\(entry.path) \(errors.first.map { "\($0)" } ?? "")")
            }
        }
        print("XLIFF 2: \(counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })")
    }

    /// What a finding speaks of where a file's name says what is wrong with it.
    private static let subjects: [(name: String, finding: String)] = [
        ("CopyOf", "copyOf|copied"), ("DataRef", "dataRef"), ("CanCopyIn", "canCopy"),
        ("CanDeleteIn", "canDelete"),
        ("CanOverlapIn", "canOverlap"), ("Reorder", "canReorder|reordered"), ("canReorder", "canReorder"),
        ("XmlSpace", "xml:space"), ("XmlLang", "xml:lang"), ("FragId", "Fragment Identification"),
        ("Hex", "<cp>|hex"), ("IdNotUnique", "stands twice"), ("IdsIn", "stands twice"),
        ("-not-unique", "stands twice"),
        ("FSAttr", "fs"), ("fs_", "fs:"), ("NonRemovable", "must not be deleted"),
        ("OrderNotUnique", "order"),
        ("SubState", "subState"), ("SubType", "subType"), ("subType", "subType"), ("SubFlow", "subFlows"),
        ("Skeleton", "<skeleton>"), ("NoTrgLang", "trgLang"), ("LangNotWell", "Lang"),
        ("Isolated", "isolated|<ec>"),
        ("EcBeforeSc", "before its <sc>"), ("EmBeforeSm", "before its <sm>"), ("LoneSm", "<sm id"),
        ("Comment", "comment"), ("NoteRef", "comment"), ("NotesIn", "<notes>"), ("Extension", "bad|<xliff>"),
        ("gls_invalid", "text does not belong"), ("slr_", "slr:"),
        ("val_", "val:rule|occurs|normalization|existsInSource"),
        ("mtc_match-has", "language"), ("mtc_wrong-ref", "ref "), ("ctr", "ctr:"),
        ("res_source", "res:source"),
        ("InvalidId", "“id”"), ("nmtoken", "“id”"), ("WithoutSegment", "segment"),
        ("WithoutSource", "<source>"),
        ("NoFile", "<file>"), ("NoUnit", "<unit>"), ("StateValue", "state"), ("TypeValue", "type"),
    ]

    @Test func refusalsSpeakOfWhatTheNameSays() throws {
        var checked = 0
        for entry in try Self.entries(["xliff2"]) where entry.declared == "invalid" {
            guard Self.notRefused[entry.name] == nil,
                let subject = Self.subjects.first(where: { entry.name.contains($0.name) })
            else { continue }
            checked += 1
            let errors = Self.errors(entry).map(\.description)
            let words = subject.finding.split(separator: "|")
            #expect(
                errors.contains { error in words.contains { error.contains($0) } },
                "\(entry.name): \(errors)")
        }
        print("XLIFF 2: \(checked) refusals by name")
        #expect(checked > 180)
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

    /// Files of other tools that break a rule of XLIFF 1.2, with the reason.
    private static let wrong = [
        "PAS-10-Test01.xlf": "several units of a file have the same id",
        "states.xlf": "two states are of no list and without x-",
        "word-count-ph-cases.xliff": "it says 2.0 and has attributes of 1.2",
    ]

    @Test func filesOfOtherToolsAreAccepted() throws {
        var counts: [String: Int] = [:]
        for entry in try Self.entries(["xliff12", "sdlxliff"]) where entry.declared != "invalid" {
            let errors = Self.errors(entry)
            counts[errors.isEmpty ? "accepted" : "refused", default: 0] += 1
            #expect(
                errors.isEmpty == (Self.wrong[entry.name] == nil),
                "\(entry.path) \(errors.first.map { "\($0)" } ?? "")")
        }
        print("XLIFF 1.2: \(counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })")
        #expect(counts["accepted", default: 0] >= 90)
    }
}
