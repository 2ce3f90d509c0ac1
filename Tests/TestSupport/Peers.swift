internal import Foundation

/// Programs of others that read and write the same files: Translate Toolkit, where “make test” has put it.
public enum Peers {
    private static let folder = SharedMaterial.packageRoot + "/.build/peers/bin/"

    /// Whether they are there; says so where they are not.
    public static func areThere() -> Bool {
        if FileManager.default.isExecutableFile(atPath: folder + "xliff2po") { return true }
        print("skipped: Translate Toolkit is not in .build/peers (“make peers” installs it)")
        return false
    }

    /// Runs one of them; the output holds both streams.
    public static func run(
        _ program: String, _ arguments: [String], in directory: String
    ) throws -> (status: Int32, output: String) {
        try Programs.run(folder + program, arguments, in: directory)
    }
}
