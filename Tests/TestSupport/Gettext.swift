internal import Foundation

/// GNU gettext, where it is installed.
public enum Gettext {
    /// Whether `msgfmt` is there.
    public static let isInstalled = (try? Programs.run("msgfmt", ["--version"]))?.status == 0

    /// What `msgfmt --check` has to say of a catalog; empty where it takes it, or is not installed.
    public static func problems(of catalog: String) throws -> String {
        guard isInstalled else { return "" }
        return try withTemporaryFolder { folder in
            let file = folder + "/catalog.po"
            try Data(catalog.utf8).write(to: URL(filePath: file))
            let result = try Programs.run("msgfmt", ["--check", "-o", "/dev/null", file])
            return result.status == 0 ? "" : "status \(result.status): \(result.output)"
        }
    }
}
