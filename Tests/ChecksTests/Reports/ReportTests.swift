import Checks
import Foundation
import Segmentation
import Testing
import TextFiles
import UnicodeText

@Suite struct ReportTests {
    private let letter = CheckedLetter(
        name: "thu", source: .english, target: .vietnamese,
        pairs: [
            SegmentPair(
                source: InlineText(coded: "at least 25 <1>people</1> & \"more\""),
                target: InlineText(coded: "ít nhất 26 <1>người</1> & “hơn <script>”"),
                location: SourceLocation(file: "locales/vi/letters/thư số 1.po", line: 12, column: 1),
                place: "list item"),
            SegmentPair(source: InlineText(coded: "Geneva"), target: InlineText(coded: "Geneva")),
        ])

    private var findings: [Finding] { CheckRun(threads: 1).findings(of: [letter]) }

    /// What the schema of SARIF 2.1.0 requires, and what code hosts ask for besides.
    @Test func sarifHasWhatItsSchemaRequires() throws {
        let text = try SARIFReport(findings, version: "1.2.3").json()
        let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        #expect(["utf16CodeUnits", "unicodeCodePoints"].contains(run["columnKind"] as? String))
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "lathu")
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.compactMap { $0["id"] as? String } == RuleRegistry.infos.map(\.id))
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == findings.count && !results.isEmpty)
        for result in results {
            #expect(["none", "note", "warning", "error"].contains(result["level"] as? String))
            #expect((result["message"] as? [String: Any])?["text"] is String)
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
            for location in try #require(result["locations"] as? [[String: Any]]) {
                let physical = try #require(location["physicalLocation"] as? [String: Any])
                let uri = try #require((physical["artifactLocation"] as? [String: Any])?["uri"] as? String)
                #expect(uri == "locales/vi/letters/th%C6%B0%20s%E1%BB%91%201.po")
                #expect((physical["region"] as? [String: Any])?["startLine"] as? Int == 12)
            }
        }
    }

    @Test func thePageHoldsEverythingAndAsksForNothing() throws {
        let page = try HTMLReport(findings, letters: [letter]).page()
        for finding in findings { #expect(page.contains("data-rule=\"\(finding.rule)\"")) }
        #expect(page.contains("<mark>26</mark>"))
        #expect(page.contains("&lt;1&gt;người&lt;/1&gt;") && !page.contains("<script>”"))
        #expect(page.contains("&amp;"))
        for sign in ["src=", "href=", "url(", "@import", "fetch(", "XMLHttp"] {
            #expect(!page.contains(sign), "\(sign)")
        }
        let clean = try HTMLReport([], letters: [letter]).page()
        #expect(clean.contains("Nothing to report."))
    }

    @Test func recordsCountSegmentsFromOne() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let finding = try #require(findings.first { $0.rule == "number" })
        let value =
            try JSONSerialization.jsonObject(with: encoder.encode(FindingRecord(finding))) as? [String: Any]
        #expect(value?["segment"] as? Int == 1)
        #expect(value?["rule"] as? String == "number")
        #expect(value?["line"] as? Int == 12)
        #expect((value?["targetSpan"] as? [String: Int]) == ["start": 8, "end": 10])
    }
}
