import Segmentation
import Testing
import TextFiles
import UnicodeText

private let namespace = "http://www.lisa.org/srx20"

private func problems(_ text: String) -> [String] {
    do {
        _ = try SRXDocument(TextSource(text, file: "a.srx"))
        return []
    } catch { return error.diagnostics.map(\.description) }
}

@Suite struct SRXDocumentTests {
    private func document(cascade: String) throws -> SRXDocument {
        let text = """
            <?xml version="1.0"?>
            <srx xmlns="\(namespace)" xmlns:o="urn:other" version="2.0">
            <header segmentsubflows="no" cascade="\(cascade)">
              <formathandle type="start" include="no"/>
              <formathandle type="end" include="yes"/>
              <o:options><o:inner/></o:options>
            </header>
            <body><languagerules>
              <languagerule languagerulename="A">
                <rule break="no"><beforebreak>Mr\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
                <rule><beforebreak><![CDATA[a|b<]]></beforebreak></rule>
              </languagerule>
              <languagerule languagerulename="B">
                <rule break="yes"><afterbreak>\\n</afterbreak></rule>
              </languagerule>
            </languagerules><maprules>
              <languagemap languagepattern="EN.*" languagerulename="A"/>
              <languagemap languagepattern="vi|en" languagerulename="B"/>
            </maprules></body></srx>
            """
        return try SRXDocument(TextSource(text, file: "a.srx"))
    }

    @Test func parts() throws {
        let document = try document(cascade: "yes")
        #expect(document.cascades && !document.segmentsSubflows)
        #expect(document.formatHandles.map(\.type) == ["start", "end"])
        #expect(document.formatHandles.map(\.include) == [false, true])
        #expect(document.languageRules.map(\.name) == ["A", "B"])
        #expect(document.languageMaps.map(\.pattern) == ["EN.*", "vi|en"])
        let rules = document.languageRules.flatMap(\.rules)
        #expect(rules.map(\.breaks) == [false, true, true])
        #expect(rules.map(\.beforeBreak) == ["Mr\\.", "a|b<", ""])
        #expect(rules.map(\.afterBreak) == ["\\s", "", "\\n"])
        #expect(rules.map { $0.location?.line } == [10, 11, 14])
    }

    @Test func rulesOfALanguage() throws {
        let table: [(cascade: String, locale: String, count: Int)] = [
            ("yes", "en", 3), ("no", "en", 2), ("yes", "en-GB", 2), ("yes", "vi", 1), ("no", "vi", 1),
            ("yes", "vi-VN", 0), ("yes", "fr", 0),
        ]
        for (cascade, locale, count) in table {
            let rules = try document(cascade: cascade).rules(for: LocaleID(locale))
            #expect(rules.count == count, "\(cascade) \(locale)")
        }
    }

    @Test func everythingWrongIsReported() {
        let text = """
            <srx xmlns="\(namespace)" version="2.0">
            <header cascade="maybe">
              <formathandle type="middle" include="no"/>
            </header>
            <body><languagerules>
              <languagerule>
                <rule break="no">
                  <beforebreak>(Mr</beforebreak><afterbreak>\\s</afterbreak></rule>
                <rule break="never"><beforebreak>x</beforebreak><afterbreak>[a</afterbreak></rule>
                <rule/>
                <exception/>
              </languagerule>
              <languagerule languagerulename="A"/>
              <languagerule languagerulename="A"/>
            </languagerules><maprules>
              <languagemap languagepattern="en" languagerulename="B"/>
              <languagemap languagepattern="(" languagerulename="A"/>
            </maprules></body></srx>
            """
        let expected = [
            "a.srx:2:1: error: cascade=\"maybe\" is neither “yes” nor “no”",
            "a.srx:3:3: error: type=\"middle\" is none of “start”, “end” and “isolated”",
            "a.srx:6:3: error: <languagerule> has no attribute “languagerulename”",
            "a.srx:7:5: error: in <beforebreak>, the regular expression “(Mr” is malformed",
            "a.srx:9:5: error: break=\"never\" is neither “yes” nor “no”",
            "a.srx:9:5: error: in <afterbreak>, the regular expression “[a” is malformed",
            "a.srx:10:5: error: this rule has neither <beforebreak> nor <afterbreak>",
            "a.srx:11:5: error: <exception> does not belong in <languagerule>",
            "a.srx:14:3: error: the language rule “A” stands in line 13 already",
            "a.srx:16:3: error: there is no language rule “B”",
            "a.srx:17:3: error: the regular expression “(” is malformed",
        ]
        let found = problems(text)
        #expect(found.count == expected.count)
        for (found, expected) in zip(found, expected) { #expect(found.hasPrefix(expected)) }
    }

    @Test func missingParts() {
        let start = "<srx xmlns=\"\(namespace)\" version=\"2.0\">"
        let header = "<header segmentsubflows=\"yes\" cascade=\"no\"/>"
        let table: [(text: String, problems: [String])] = [
            (start + "</srx>", ["<srx> has no <header>", "<srx> has no <body>"]),
            (
                start + header + "<body/></srx>",
                ["<body> has no <languagerules>", "<body> has no <maprules>"]
            ),
            (
                start + header + "<body><languagerules/><maprules/></body></srx>",
                ["<languagerules> has no <languagerule>", "<maprules> has no <languagemap>"]
            ),
            ("<tmx/>", ["is not a segmentation rules file (SRX)"]),
            ("<srx version=\"1.0\"/>", ["<srx> has no <header>", "<srx> has no <body>"]),
            ("<srx xmlns=\"\(namespace)\"/>", ["only SRX 2.0 and 1.0 are read: version “unknown”"]),
            (start + "<header", ["<header> has no"]),
            ("", ["holds no XML element"]),
        ]
        for (text, expected) in table where !text.hasSuffix("<header") {
            let found = problems(text)
            #expect(found.count == expected.count, "\(text): \(found)")
            for (found, expected) in zip(found, expected) { #expect(found.contains(expected)) }
        }
        #expect(problems(start + "<header").last?.contains("the file ends inside") == true)
    }

    @Test func sidesAreExpressionsOfTheirOwn() throws {
        // The quotation is not closed, the flag and the alternatives are not to reach the other side.
        let table: [(before: String, after: String, text: String, count: Int)] = [
            (#"\QMr."#, " a", "Mr. a Mr. b", 2), ("(?i)mr", "[.]", "MR.mr.Mr,", 3),
            ("x|y", "a|b", "xa yb xc", 3), ("(?#note", "a", "a", 0),
        ]
        for (before, after, text, count) in table {
            let rule = SRXRule(breaks: true, beforeBreak: before, afterBreak: after)
            if count == 0 {
                #expect(throws: LathuError.self) { try Segmenter(locale: .english, rules: [rule]) }
            } else {
                let segmenter = try Segmenter(locale: .english, rules: [rule], followsRulesAlone: true)
                #expect(segmenter.segments(of: text).count == count, "\(before)")
            }
        }
    }

    @Test func builtInFiles() throws {
        let root = (0..<3).reduce(#filePath) { path, _ in FilePath.folder(of: path) }
        for name in ["ar", "de", "en", "es", "fr", "ja", "th", "vi", "zh"] {
            let path = "\(root)/locales/\(name)/segmentation.srx"
            let rules = try SRXDocument(path: path).rules(for: LocaleID(name))
            #expect(!rules.isEmpty)
            let text = try FileReading.text(of: path).text
            // Every rule has a comment with its reason right above it.
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() where line.contains("<rule ") {
                #expect(index > 0 && lines[index - 1].hasSuffix("-->"), "\(path):\(index + 1)")
            }
            #expect(Array(text.utf16) == Array(text.nfc.utf16))
        }
    }

    @Test func firstVersion() throws {
        let text = """
            <?xml version="1.0"?>
            <!DOCTYPE srx PUBLIC "-//SRX//DTD SRX//EN" "srx.dtd">
            <srx version="1.0"><header segmentsubflows="yes"><formathandle type="end" include="yes"/></header>
            <body><languagerules>
              <languagerule languagerulename="A"><rule break="no"><beforebreak>Mr\\.</beforebreak>
                <afterbreak>\\s</afterbreak></rule></languagerule>
              <languagerule languagerulename="B"><rule break="yes"><beforebreak>\\.</beforebreak>
                <afterbreak>\\s</afterbreak></rule></languagerule>
            </languagerules><maprules><maprule maprulename="Default">
              <languagemap languagepattern="en.*" languagerulename="A"/>
              <languagemap languagepattern=".*" languagerulename="B"/>
            </maprule></maprules></body></srx>
            """
        let document = try SRXDocument(TextSource(text, file: "a.srx"))
        #expect(!document.cascades && document.segmentsSubflows)
        #expect(document.rules(for: .english).map(\.breaks) == [false])
        #expect(document.rules(for: .vietnamese).map(\.breaks) == [true])
        #expect(
            problems(text.replacing("<maprule ", with: "<group ").replacing("</maprule>", with: "</group>"))
                .first?.hasPrefix("a.srx:9:") == true)
    }

    @Test func writtenFilesAreReadAgain() throws {
        let first = try document(cascade: "yes")
        let bytes = try SRXWriter.bytes(of: first)
        let again = try SRXDocument(TextSource(String(decoding: bytes, as: UTF8.self)))
        #expect(again.cascades == first.cascades && again.segmentsSubflows == first.segmentsSubflows)
        #expect(again.formatHandles == first.formatHandles)
        func rules(_ document: SRXDocument) -> [[String]] {
            document.languageRules.map { language in
                [language.name] + language.rules.map { "\($0.breaks) \($0.beforeBreak)\u{0}\($0.afterBreak)" }
            }
        }
        #expect(rules(again) == rules(first))
        #expect(again.languageMaps.map(\.pattern) == first.languageMaps.map(\.pattern))
        #expect(again.languageMaps.map(\.ruleName) == first.languageMaps.map(\.ruleName))
        #expect(try SRXWriter.bytes(of: again) == bytes)
    }

    /// What Java takes and ICU does not is rewritten where that is exact, else refused.
    @Test func expressionsForJava() throws {
        let table: [(before: String, after: String, text: String, count: Int?)] = [
            ("<0}", "", "a<0}b", 2), ("a}{0,2}", "b", "a}}b ab", 3), ("(?<=[xy]+)z", "", "xyz z", 2),
            ("(?<!\\s*)z", "", "az z b", 1), ("(?<!x+)z", "", "xz az b", 2), ("(?<=(ab)+)z", "", "abz", nil),
            ("a{", "", "a{", nil),
        ]
        for (before, after, text, count) in table {
            let rule = SRXRule(breaks: true, beforeBreak: before, afterBreak: after)
            let segmenter = try? Segmenter(locale: .english, rules: [rule], followsRulesAlone: true)
            #expect(segmenter?.segments(of: text).count == count, "\(before)")
        }
    }
}
