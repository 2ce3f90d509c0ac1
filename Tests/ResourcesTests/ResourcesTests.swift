import Resources
import Testing
import TextFiles

@Suite struct ResourcesTests {
    private static let root = (0..<3).reduce(#filePath) { path, _ in FilePath.folder(of: path) }

    /// Templates stand in the program's own sources; their names in the program do not say so.
    private static let templates = "Sources/CResources/templates/"

    /// The files that must be in the program, by their names there.
    private static func expected() -> [String] {
        func files(under folder: String) -> [String] {
            FilePath.names(in: FilePath.join(root, folder)).flatMap { name -> [String] in
                let path = FilePath.join(folder, name)
                return FilePath.isFolder(FilePath.join(root, path)) ? files(under: path) : [path]
            }
        }
        let locales = files(under: "locales").filter { path in
            let parts = path.split(separator: "/")
            return parts.count == 3
                && ["segmentation.srx", "conventions.yaml", "marks.tsv"].contains(parts[2])
        }
        return locales + FilePath.names(in: FilePath.join(root, templates)).map { "templates/" + $0 }
    }

    @Test func everyFileIsCarried() {
        #expect(Resources.paths == Self.expected())
        #expect(!Resources.paths.isEmpty)
    }

    @Test func bytesAreThoseOfTheFiles() throws {
        for path in Resources.paths {
            let file = path.replacing("templates/", with: Self.templates, maxReplacements: 1)
            let bytes = try FileReading.bytes(of: FilePath.join(Self.root, file))
            #expect(Resources.bytes(at: path) == bytes, "\(path)")
        }
        #expect(Resources.bytes(at: "locales/vi/nothing") == nil)
    }
}
