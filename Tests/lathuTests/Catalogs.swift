import Foundation
import Interchange
import TestSupport
import Testing

/// Catalogs as a translator treats them.
extension CommandLine {
    /// Fills in every entry without a translation, as the source tells.
    func translate(_ name: String, _ translation: (POEntry) throws -> String?) throws {
        var catalog = try POCatalog.read(path(name))
        for index in catalog.entries.indices where !catalog.entries[index].isHeader {
            if catalog.entries[index].isObsolete { continue }
            guard let text = try translation(catalog.entries[index]) else { continue }
            catalog.entries[index].translations = [text]
            catalog.entries[index].isFuzzy = false
            catalog.entries[index].previousSource = nil
        }
        try catalog.write(to: path(name))
    }

    /// The entries of a catalog as they stand in the file, without the header.
    func entries(of name: String) throws -> [String] {
        try read(name).components(separatedBy: "\n\n").dropFirst()
            .map { $0.trimmingCharacters(in: .newlines) }
    }

    /// What GNU gettext has to say of a catalog: nothing, where all is well.
    func msgfmt(_ name: String) throws -> String {
        guard Gettext.isInstalled else { return "" }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["msgfmt", "--check", "--output-file=/dev/null", name]
        process.currentDirectoryURL = folder
        let result = try Self.finish(process)
        return result.status == 0 ? "" : "status \(result.status): \(result.errors)"
    }
}

enum Gettext {
    static let isInstalled = ["/usr/bin/msgfmt", "/usr/local/bin/msgfmt", "/opt/homebrew/bin/msgfmt"]
        .contains { FileManager.default.isExecutableFile(atPath: $0) }
}
