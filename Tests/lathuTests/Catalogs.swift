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
        try Gettext.problems(of: read(name))
    }
}
