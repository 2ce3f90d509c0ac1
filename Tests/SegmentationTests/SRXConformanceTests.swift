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
        // Made invalid on purpose: a version that is empty, no header, no maps.
        "loomchild__segment-segment-test-test-invalid.srx":
            "2:1: error: only SRX 2.0 and 1.0 are read: version “”"
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
                let written = try SRXWriter.bytes(of: document)
                let again = try SRXDocument(TextSource(String(decoding: written, as: UTF8.self)))
                #expect(try SRXWriter.bytes(of: again) == written, "\(name)")
                #expect(again.languageRules.map(\.rules.count) == document.languageRules.map(\.rules.count))
                for map in document.languageMaps {
                    let rules = document.languageRules.first { $0.name == map.ruleName }?.rules ?? []
                    let segmenter = try Segmenter(locale: .english, rules: rules, followsRulesAlone: true)
                    _ = segmenter.segments(of: "Mr. Holmes is here. He is not.")
                }
            } catch {
                #expect(error.diagnostics.count == 1)
                let message = error.diagnostics[0].description
                #expect(Self.refused[name].map { message.hasPrefix("\(path):\($0)") } == true, "\(message)")
            }
        }
    }

    /// Whole files against the standard's algorithm: every place, every rule.
    @Test func filesAreFollowedToTheLetter() throws {
        let texts = [
            "Mr. Holmes (of No. 221b, Baker St.) is here. He is not… is he? \"Yes!\" he said. E.g. this.",
            "Visit www.example.org. Call 1.5 p.m. or at 3 a.m. etc. and so on.\nNew line; next: 1. One 2. Two.",
            "z.B. am 3. Mai 2020 usw. Das ist gut. Św. Paweł żył w XIX w. Tak. “Oui.” M. Dupont dit: non!",
        ]
        for (name, locale) in [
            ("OmegaT.srx", "en"), ("language_tools.segment.srx", "pl"),
            ("okapi-deployment-shared-config-alternate-default.srx", "en"),
            ("omegat-org-omegat-core-segmentation-defaultRules.srx", "de"),
            ("loomchild__segment-segment-test-test-example1.srx", "en"),
        ] {
            let path = SharedMaterial.path("segmentation/srx/\(name)")
            let document = try SRXDocument(path: path)
            let locale = try LocaleID(locale)
            let rules = document.rules(for: locale)
            #expect(rules.count > 3)
            let segmenter = try Segmenter.following(document, for: locale, path: path)
            for text in texts {
                let units = Array(text.utf16)
                let naive = try NaiveRules(rules).boundaries(in: units)
                #expect(segmenter.boundaries(in: units) == naive, "\(name): \(text)")
            }
        }
    }
}
