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

    /// Catalogs that msgfmt refuses and we read, with the reason.
    private static let stricter: [(path: String, reason: String)] = []

    /// What msgfmt refuses, we refuse or find; what it takes, we take.
    @Test func verdictsAgree() throws {
        for (name, path) in Self.files() {
            var errors: [Diagnostic] = []
            do throws(LathuError) {
                errors = try POCatalog.read(path).findings()
            } catch { errors = error.diagnostics }
            let checked = try Gettext.run(
                "msgfmt", ["--check-domain", "--check-header", "-o", "/dev/null", path])
            let formats = try Gettext.run("msgfmt", ["--check-format", "-o", "/dev/null", path])
            // Format strings are the programmer's matter.
            let isFormat =
                formats.output.contains("format specifications") || formats.output.contains("format string")
            let accepts = checked.status == 0 && (formats.status == 0 || isFormat)
            let known = Self.stricter.contains { name.hasSuffix($0.path) }
            #expect(
                errors.isEmpty == accepts || known,
                "\(name): \(errors.prefix(2)) \(checked.output) \(formats.output)")
        }
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
                guard try Gettext.run("msgcat", [ours, "-o", theirs]).status == 0 else {
                    #expect(try Gettext.run("msgcat", [path, "-o", theirs]).status != 0, "\(name)")
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
