import Foundation
import TestSupport
import Testing
import TextFiles

@testable import Interchange

/// GNU gettext over the catalogs of others, as they are and as we write them.
@Suite(
    .enabled(if: SharedMaterial.has(POConformanceTests.folder), POConformanceTests.absent),
    .enabled(if: Gettext.isInstalled, "msgfmt is not installed"))
struct POPeerTests {
    private static func files() -> [(name: String, path: String)] {
        SharedMaterial.files(in: POConformanceTests.folder, extensions: ["po", "pot"]).map {
            ($0, SharedMaterial.path(POConformanceTests.folder) + "/" + $0)
        }
    }

    /// Catalogs that msgfmt refuses and we read, by the end of their path, with the reason.
    private static let stricter: [(path: String, reason: String)] = [
        ("filters/po/file-POFilter-fuzzyCtx.po", "its header has the template's nplurals=INTEGER still"),
        ("po/src/test/resources/Test01.po", "UTF-16, which gettext does not read"),
        ("idbasedaligner/src/test/resources/destination1.po", "UTF-16, which gettext does not read"),
        ("idbasedaligner/src/test/resources/reference1.po", "UTF-16, which gettext does not read"),
    ]

    /// What msgfmt refuses, we refuse or find; what it takes, we take.
    ///
    /// Left aside: headers without the fields that gettext's own tools write, names of charsets that are not
    /// portable, format strings, and byte order marks, which gettext does not know.
    @Test func verdictsAgree() throws {
        let passedOver = ["header field", "portable encoding", "warning", "format spec", "format string"]
        var different: [String] = []
        try withTemporaryFolder { folder in
            let copy = folder + "/copy.po"
            for (name, path) in Self.files() {
                var bytes = try FileReading.bytes(of: path)
                var errors: [Diagnostic] = []
                do throws(LathuError) {
                    errors = try POCatalog.decode(bytes, file: path).findings()
                } catch { errors = error.diagnostics }
                if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
                try FileWriting.write(bytes, to: copy)
                let refusals = try [["--check-domain", "--check-header"], ["--check-format"]]
                    .map { try Programs.run("msgfmt", $0 + ["-o", "/dev/null", copy]).output }.joined()
                    .split(separator: "\n").filter { line in
                        line.contains("copy.po:") && !line.hasPrefix("msgfmt:")
                            && !passedOver.contains { line.contains($0) }
                    }
                if errors.isEmpty == refusals.isEmpty { continue }
                if let known = Self.stricter.first(where: { name.hasSuffix($0.path) }) {
                    different.append(known.path)
                } else {
                    Issue.record("\(name): \(errors.prefix(2)) \(refusals.prefix(2))")
                }
            }
        }
        #expect(different.sorted() == Self.stricter.map(\.path).sorted(), "exceptions that are none")
    }

    /// msgcat changes nothing but the wrapping of what we write.
    @Test func msgcatChangesNothingButWrapping() throws {
        try withTemporaryFolder { folder in
            for (name, path) in Self.files() {
                guard let catalog = try? POCatalog.read(path), !catalog.entries.isEmpty else { continue }
                let ours = folder + "/ours.po", theirs = folder + "/theirs.po"
                let entries = catalog.entries.map { POConformanceTests.renewed($0) }
                try POCatalog(entries: entries).write(to: ours)
                // Some catalogs are no catalogs to gettext, whoever writes them.
                guard try Programs.run("msgcat", [ours, "-o", theirs]).status == 0 else {
                    #expect(try Programs.run("msgcat", [path, "-o", theirs]).status != 0, "\(name)")
                    continue
                }
                guard FileManager.default.fileExists(atPath: theirs) else { continue }
                let copy = try POCatalog.read(theirs).entries
                // It sorts flags, and puts what is obsolete last.
                func comparable(_ entries: [POEntry]) -> [POEntry] {
                    let sorted = entries.map { entry in
                        var entry = entry
                        entry.flags.sort()
                        return entry
                    }
                    return sorted.filter { !$0.isObsolete } + sorted.filter(\.isObsolete)
                }
                #expect(comparable(copy) == comparable(entries), "\(name)")
                try FileManager.default.removeItem(atPath: theirs)
            }
        }
    }
}
