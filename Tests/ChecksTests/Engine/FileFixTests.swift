import Checks
import Interchange
import Segmentation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@Suite struct FileFixTests {
    /// What other tools wrote stays what it is: the same units with the same codes, and nothing is mended twice.
    @Test(
        .enabled(if: SharedMaterial.has("conformance/tmx"), "the shared material is not here"),
        .timeLimit(.minutes(5)))
    func filesOfOthersKeepTheirUnits() throws {
        try withTemporaryFolder { folder in
            var mended = 0
            let names = SharedMaterial.files(in: "conformance/tmx", extensions: ["tmx"])
            #expect(names.count > 50)
            for name in names {
                let path = SharedMaterial.path("conformance/tmx/" + name)
                let result = try FileFix().fixed(path, letter: path)
                let before = try FileReading.bytes(of: path)
                if result.entries.isEmpty {
                    // A file in another encoding is written in UTF-8.
                    if String(validating: before, as: UTF8.self) != nil {
                        #expect(result.bytes == before, "\(name)")
                    }
                    continue
                }
                mended += 1
                let copy = folder + "/a.tmx"
                try FileWriting.write(result.bytes, to: copy)
                #expect(try FileFix().fixed(copy, letter: copy).entries.isEmpty, "\(name)")
                #expect(try Self.shape(copy) == Self.shape(path), "\(name)")
            }
            #expect(mended > 0)
        }
    }

    /// Of each unit its languages and, for each, its codes and its letters without marks and spaces.
    private static func shape(_ path: String) throws -> [String] {
        let reader = try TMXReader(path: path)
        var shapes: [String] = []
        while let item = try reader.next() {
            for variant in item.unit.variants {
                let letters = variant.text.plainText.unicodeScalars.filter {
                    $0.isASCII && $0.properties.isAlphabetic
                }
                shapes.append(
                    "\(variant.locale?.identifier ?? "") \(variant.text.codes.map(\.description)) \(letters.count)"
                )
            }
        }
        return shapes
    }
}
