import Checks
import Foundation
import TestSupport
import Testing

@Suite struct RuleRegistryTests {
    private func files(_ folder: String, suffix: String) throws -> Set<String> {
        let path = SharedMaterial.packageRoot + "/" + folder
        return Set(
            try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(suffix) }
                .map { String($0.dropLast(suffix.count)) })
    }

    /// One rule, one file, one file of tests; none forgotten in the registry.
    @Test func everyRuleHasItsFileAndItsTests() throws {
        let rules = Set(RuleRegistry.rules.map { "\($0)" })
        #expect(try files("Sources/Checks/Rules", suffix: ".swift") == rules)
        #expect(try files("Tests/ChecksTests/Rules", suffix: "Tests.swift") == rules)
    }

    @Test func rulesAreExplained() {
        #expect(Set(RuleRegistry.infos.map(\.id)).count == RuleRegistry.infos.count)
        for info in RuleRegistry.infos {
            #expect(info.id.allSatisfy { $0.isLowercase || $0 == "-" }, "\(info.id)")
            #expect(!info.title.isEmpty && info.explanation.hasSuffix("."), "\(info.id)")
            for parameter in info.parameters { #expect(!parameter.explanation.isEmpty, "\(info.id)") }
        }
    }

    @Test func misspeltNames() {
        for (given, meant) in [
            ("nunber", "number"), ("numbers", "number"), ("inline-codes", "inline-code"), ("dat", "date"),
            ("quotes", nil), ("x", nil),
        ] {
            #expect(RuleRegistry.suggestion(for: given) == meant, "\(given)")
        }
    }
}
