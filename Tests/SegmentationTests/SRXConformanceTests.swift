import Segmentation
import TestSupport
import Testing
import TextFiles
import UnicodeText

/// Rule files that other tools carry.
@Suite(.enabled(if: SharedMaterial.has("segmentation/srx"), "the shared material is not here"))
struct SRXConformanceTests {
    /// Files that are refused, with how the message starts after the place, and why that is right.
    private static let refused: [String: String] = [
        // Versions before 2.0 are another format.
        "loomchild__segment-segment-test-test-example1.srx": "5:1: error: only SRX 2.0 is read: version 1.0",
        "loomchild__segment-segment-ui-examples-simple-1.0.srx":
            "4:1: error: only SRX 2.0 is read: version 1.0",
        // Made invalid on purpose.
        "loomchild__segment-segment-test-test-invalid.srx": "2:1: error: only SRX 2.0 is read: version ",
        // Java's expressions where SRX 2.0 asks for ICU's: lookbehind without bound, a lone brace.
        "language_tools.segment.srx": "745:1: error: in <afterbreak>",
        "okapi-deployment-shared-config-alternate-default.srx": "3829:1: error: in <afterbreak>",
    ]

    @Test func filesOfOtherToolsAreRead() throws {
        let folder = SharedMaterial.path("segmentation/srx")
        let names = FilePath.names(in: folder).filter { $0.hasSuffix(".srx") }
        #expect(names.count == 24)
        for name in names {
            let path = FilePath.join(folder, name)
            do {
                let document = try SRXDocument(path: path)
                #expect(Self.refused[name] == nil, "\(name)")
                for map in document.languageMaps {
                    let rules = document.languageRules.first { $0.name == map.ruleName }?.rules ?? []
                    _ = try Segmenter(locale: .english, rules: rules)
                        .segments(of: "Mr. Holmes is here. He is not.")
                }
            } catch {
                #expect(error.diagnostics.count == 1)
                let message = error.diagnostics[0].description
                #expect(Self.refused[name].map { message.hasPrefix("\(path):\($0)") } == true, "\(message)")
            }
        }
    }
}
