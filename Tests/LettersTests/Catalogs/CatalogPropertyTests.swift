import Interchange
import Letters
import TestSupport
import Testing
import UnicodeText

/// Whatever happens to a letter, nobody's work is lost.
@Suite struct CatalogPropertyTests {
    private static let words = ["free", "the", "poets", "*rain*", "camp", "`law`", "<1>", "river", "[a](u)"]

    @Test(arguments: 1...10) func everyTranslationStays(seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        let update = try CatalogUpdate(source: .english, memory: nil)
        var paragraphs = ["Free the poets.", "Close the *camp* by the river."]
        var title = "An appeal"
        var text = ""
        var everTranslated: Set<String> = []
        var count = 0
        for round in 0..<25 {
            edit(&paragraphs, &title, &generator)
            let markdown = "---\ntitle: '\(title)'\n---\n" + paragraphs.joined(separator: "\n\n")
            let letter = try readLetter(markdown).letter
            let updated = try update.update(CatalogUpdateTests.catalog(text), of: letter)
            var file = updated.catalog.file
            let written = file.serialized()
            if round % 8 == 0 { #expect(try Gettext.problems(of: written) == "") }
            let again = try update.update(CatalogUpdateTests.catalog(written), of: letter)
            #expect(again.catalog.file.serialized() == written)

            let present = Set(file.entries.flatMap(\.translations))
            #expect(everTranslated.isSubset(of: present), "round \(round)")
            let active = file.entries.filter { !$0.isObsolete && !$0.isHeader }
            #expect(active.map(\.source) == letter.distinctSegments.map(\.key.source))
            #expect(active.count == updated.report.segments)
            let report = updated.report
            #expect(
                report.kept + report.revived + report.exact + report.fuzzy + report.changed + report.missing
                    == report.segments)

            // A translator works on some of it.
            for index in file.entries.indices where !file.entries[index].isHeader {
                let entry = file.entries[index]
                if entry.isObsolete || !Bool.random(using: &generator) { continue }
                if entry.translations == [""], Int.random(in: 0..<4, using: &generator) > 0 {
                    count += 1
                    file.entries[index].translations = ["bản dịch \(count)"]
                    everTranslated.insert("bản dịch \(count)")
                }
                if Bool.random(using: &generator) { file.entries[index].isFuzzy = false }
                if Bool.random(using: &generator) {
                    file.entries[index].translatorComments = ["lời bàn \(round)"]
                }
            }
            text = file.serialized()
        }
        #expect(count > 1)
    }

    private func edit(
        _ paragraphs: inout [String], _ title: inout String, _ generator: inout SeededGenerator
    ) {
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
            let word = Self.words.randomElement(using: &generator) ?? ""
            let index = paragraphs.indices.randomElement(using: &generator)
            switch (Int.random(in: 0..<6, using: &generator), index) {
            case (0, _): paragraphs.append("We \(word) \(Self.words.randomElement(using: &generator) ?? "").")
            case (1, let index?): paragraphs[index] = "\(word) " + paragraphs[index]
            case (2, let index?): paragraphs[index] += " The \(word) is open."
            case (3, let index?): paragraphs.remove(at: index)
            case (4, let index?): paragraphs.swapAt(0, index)
            default: title = "An \(word) appeal"
            }
        }
    }
}
