import Foundation
import Interchange
import TestSupport
import Testing

/// Translate Toolkit reads what we write, and we read what it writes.
@Suite(.enabled(if: Peers.areThere(), "Translate Toolkit is not installed")) struct PeerToolTests {
    private static let open = "locales/vi/letters/upr-2019.po"

    private static func translations(_ path: String) throws -> [String: String] {
        let entries = try POCatalog.read(path).entries.filter { !$0.isHeader && !$0.isObsolete }
        return Dictionary(entries.map { ($0.source, $0.translations.first ?? "") }) { first, _ in first }
    }

    /// Their PO has no codes: what is between them is the same.
    private static func withoutCodes(_ text: String) -> String {
        text.replacingOccurrences(of: "</?[0-9]+/?>", with: "", options: .regularExpression)
    }

    @Test func theirToolsReadOurXLIFF() throws {
        try CommandLine.inSampleProject { lathu in
            #expect(try lathu.run("fill").status == 0)
            try ExchangeTests.export(lathu, "upr-2019", "a.xlf", ["--format", "xliff12"])
            let run = try Peers.run("xliff2po", ["--progress=none", "a.xlf", "a.po"], in: lathu.folder.path)
            #expect(run.status == 0, "\(run.output)")
            let theirs = try Self.translations(lathu.path("a.po"))
            let ours = try Self.translations(lathu.path(Self.open))
            #expect(theirs.count == ours.count)
            for (source, target) in ours {
                #expect(theirs[Self.withoutCodes(source)] == Self.withoutCodes(target), "\(source)")
            }
            // It takes what is not approved for fuzzy and loses codes: nothing here sinks for it.
            let before = try lathu.read(Self.open)
            let result = try lathu.run("import", "a.po", "--letter", "upr-2019")
            #expect(result.status == 0, "\(result.output)")
            #expect(result.output.contains("state: stays translated, though the file says draft"))
            #expect(try lathu.read(Self.open) == before)
        }
    }

    @Test func weReadTheirXLIFF() throws {
        try CommandLine.inSampleProject { lathu in
            #expect(try lathu.run("fill").status == 0)
            try ExchangeTests.export(lathu, "upr-2019", "b.po")
            let run = try Peers.run("po2xliff", ["--progress=none", "b.po", "b.xlf"], in: lathu.folder.path)
            #expect(run.status == 0, "\(run.output)")
            let before = try lathu.read(Self.open)
            let same = try lathu.run("import", "b.xlf", "--letter", "upr-2019")
            #expect(same.status == 0, "\(same.output)")
            #expect(same.output.contains("18 segments"))
            #expect(try lathu.read(Self.open) == before)
            // Its codes are text in XLIFF, as they are in PO.
            let text = try lathu.read("b.xlf")
            let edited = text.replacing("&lt;/1&gt; tròn bảy mươi năm.", with: "&lt;/1&gt; tròn 70 năm.")
            #expect(edited != text)
            try lathu.write(edited, to: "b.xlf")
            let changed = try lathu.run("import", "b.xlf", "--letter", "upr-2019")
            #expect(changed.status == 0, "\(changed.output)")
            #expect(changed.output.contains("1 taken"))
            let after = try Self.translations(lathu.path(Self.open))
            #expect(after.values.contains { $0.hasSuffix("Nhân quyền</1> tròn 70 năm.") })
        }
    }

    @Test func theirToolsReadOurCSVAndWeTheirs() throws {
        try CommandLine.inSampleProject { lathu in
            try ExchangeTests.export(lathu, "apec-2017", "a.csv", ["--format", "csv"])
            let read = try Peers.run("csv2po", ["--progress=none", "a.csv", "a.po"], in: lathu.folder.path)
            #expect(read.status == 0, "\(read.output)")
            let ours = try Self.translations(lathu.path(ExchangeTests.catalog))
            #expect(try Self.translations(lathu.path("a.po")) == ours)
            let write = try Peers.run(
                "po2csv", ["--progress=none", ExchangeTests.catalog, "b.csv"], in: lathu.folder.path)
            #expect(write.status == 0, "\(write.output)")
            let result = try lathu.run("convert", "b.csv", "b.po", "--from", "en", "--to", "vi")
            #expect(result.status == 0, "\(result.errors)")
            #expect(try Self.translations(lathu.path("b.po")) == ours)
        }
    }

    @Test func theirToolsReadOurTMXAndWeTheirs() throws {
        try CommandLine.inSampleProject { lathu in
            try ExchangeTests.export(lathu, "apec-2017", "a.tmx")
            let script = """
                from translate.storage import tmx
                units = tmx.tmxfile.parsefile("a.tmx").units
                print(len(units), sum(1 for unit in units if unit.target))
                """
            let read = try Peers.run("python", ["-c", script], in: lathu.folder.path)
            #expect(read.output == "32 32\n")
            let write = try Peers.run(
                "po2tmx", ["--progress=none", "-l", "vi", ExchangeTests.catalog, "b.tmx"],
                in: lathu.folder.path)
            #expect(write.status == 0, "\(write.output)")
            let result = try lathu.run("memory", "import", "b.tmx", "--memory", "m.sqlite", "--json")
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.json.first?["added"] as? Int == 32)
        }
    }
}
