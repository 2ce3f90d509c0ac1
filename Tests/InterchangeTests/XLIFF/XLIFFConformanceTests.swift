import Foundation
import Segmentation
import TestSupport
import Testing
import TextFiles

@testable import Interchange

/// The OASIS test suites of XLIFF 2.1 and 2.2, and files that other tools wrote.
@Suite(.enabled(if: SharedMaterial.has("conformance/INDEX.tsv"), "the shared material is not here"))
struct XLIFFConformanceTests {
    /// Files that the suite calls valid and that are not, with the reason.
    private static let notValid: [String: String] = [:]
    /// Files that the suite calls invalid and that no rule forbids, with the reason.
    private static let notRefused: [String: String] = [:]

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
        do {
            let bytes = try FileReading.bytes(of: SharedMaterial.path("conformance/" + entry.path))
            return try XLIFFDocument(bytes: bytes, file: entry.name).findings().filter { $0.severity == .error }
        } catch { return (error as? LathuError)?.diagnostics ?? [Diagnostic("\(error)")] }
    }

    @Test func validFilesAreAcceptedAndInvalidOnesRefused() throws {
        var counts: [String: Int] = [:]
        for entry in try Self.entries(["xliff2"]) {
            let errors = Self.errors(entry)
            counts["\(entry.declared) \(errors.isEmpty ? "accepted" : "refused")", default: 0] += 1
            switch entry.declared {
            case "invalid":
                #expect(errors.isEmpty == (Self.notRefused[entry.name] != nil), "\(entry.path)")
                if ProcessInfo.processInfo.environment["SHOW"] != nil {
                    for error in errors.prefix(3) { print("SHOW \(entry.path.split(separator: "/")[2]) \(error)") }
                }
            default:
                #expect(errors.isEmpty == (Self.notValid[entry.name] == nil), "\(entry.path) \(errors.first.map { "\($0)" } ?? "")")
            }
        }
        print("XLIFF 2: \(counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })")
    }
}
