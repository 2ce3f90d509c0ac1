import Segmentation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Interchange

private func failure(_ bytes: [UInt8]) -> (units: Int, error: LathuError?) {
    var units = 0
    do throws(LathuError) {
        let reader = try TMXReader(bytes: bytes, file: "a.tmx")
        while try reader.next() != nil { units += 1 }
        return (units, nil)
    } catch { return (units, error) }
}

private func failure(_ text: String) -> (units: Int, error: LathuError?) { failure(Array(text.utf8)) }

@Suite struct HostileTMXTests {
    @Test func notTMX() {
        let html = failure("<html/>")
        #expect(
            html.error?.description
                == "a.tmx:1:1: error: is not TMX: its document element is <html>, not <tmx>")
        #expect(failure("").error?.code == .invalidData)
        #expect(failure("Dear APEC Leaders").error?.code == .invalidData)
        #expect(failure([0, 1, 2, 3]).error?.code == .invalidData)
    }

    @Test func deepNesting() {
        for element in ["sub", "hi", "x"] {
            let deep = String(repeating: "<ph><\(element)>", count: 100_000)
            let result = failure(tmx(pair(deep, "b")))
            #expect(result.units == 0)
            #expect(result.error?.diagnostics[0].message.contains("nested more than") == true)
        }
        // As deep as is allowed.
        let depth = 120
        let nested =
            String(repeating: "<ph><sub>", count: depth) + "a"
            + String(repeating: "</sub></ph>", count: depth)
        #expect(failure(tmx(pair(nested, "b"))).error == nil)
    }

    @Test func entities() {
        var declarations = "<!ENTITY e0 \"lol\">"
        for level in 1...9 {
            let references = String(repeating: "&e\(level - 1);", count: 10)
            declarations += "<!ENTITY e\(level) \"\(references)\">"
        }
        func document(_ declarations: String, _ text: String) -> String {
            tmx(pair(text, "b")).replacing("<tmx ", with: "<!DOCTYPE tmx [\(declarations)]><tmx ")
        }
        #expect(failure(document(declarations, "&e9;")).error?.code == .invalidData)
        #expect(failure(document(declarations, "&e2;")).error == nil)
        let external = "<!ENTITY e SYSTEM \"file:///etc/hostname\">"
        let loaded = failure(document(external, "&e;"))
        #expect(loaded.error?.diagnostics[0].message.contains("which is never loaded") == true)
        #expect(failure(tmx(pair("&nbsp;", "b"))).error?.code == .invalidData)
    }

    /// Cut anywhere, a file is an error, and no unit is half.
    @Test func truncated() throws {
        let text = tmx(pair("a<bpt i='1'/>b<ept i='1'/>", "Đài") + pair("c", "d"))
        let whole = try items(text).map(\.unit)
        let bytes = Array(text.utf8)
        for length in 0..<bytes.count {
            guard let reader = try? TMXReader(bytes: Array(bytes.prefix(length))) else { continue }
            var units: [TMXUnit] = []
            #expect(throws: LathuError.self) {
                while let item = try reader.next() { units.append(item.unit) }
            }
            #expect(units == Array(whole.prefix(units.count)))
            // It stays an error.
            #expect(throws: LathuError.self) { try reader.next() }
        }
    }

    /// Elements as small as there are, as many as fit: none of them is worth the time it takes.
    @Test func elementsWithoutUnits() {
        func many(_ text: String, _ count: Int = 20_000) -> String { String(repeating: text, count: count) }
        let good = pair("Free him", "Trả tự do cho ông")
        let table: [(name: String, document: String, message: String)] = [
            ("strangers", tmx(good + many("<a/>") + good), "more than 10000 elements that are no units"),
            ("empty units", tmx(good + many("<tu/>") + good), "more than 10000 elements that are no units"),
            (
                "after the body", tmx(good).replacing("</body>", with: "</body>" + many("<a/>")),
                "more than 10000"
            ),
            ("inside of one", tmx(good + "<a>" + many("<b/>", 300_000) + "</a>"), "more than 16 MiB"),
            ("in a unit", tmx("<tu>" + many("<b/>", 300_000) + "</tu>"), "more than 16 MiB"),
        ]
        for (name, document, message) in table {
            let result = failure(document)
            #expect(result.error?.code == .invalidData, "\(name)")
            #expect(
                result.error?.description.contains(message) == true,
                "\(name): \(String(describing: result.error))")
        }
        // As many as that beside units of their own are passed over.
        #expect(failure(tmx(many("<a/>" + good, 100))).error == nil)
    }

    @Test func errorsStay() throws {
        let reader = try TMXReader(bytes: Array(tmx(String(repeating: "<a/>", count: 20_000)).utf8))
        for _ in 0..<3 { #expect(throws: LathuError.self) { try reader.next() } }
    }

    @Test func encodings() throws {
        let text = tmx(pair("Dear", "Kính gửi Đài"))
        let expected = try items(text).map(\.unit)
        for (name, mark) in [
            ("UTF-16LE", [0xFF, 0xFE] as [UInt8]), ("UTF-16BE", [0xFE, 0xFF]), ("UTF-16LE", []),
            ("UTF-16BE", []), ("UTF-8", [0xEF, 0xBB, 0xBF]),
        ] {
            let declared = text.replacing("UTF-8", with: name.hasPrefix("UTF-16") ? "UTF-16" : name)
            let bytes = mark + encoded(declared, name)
            #expect(try items(TMXReader(bytes: bytes)).map(\.unit) == expected, "\(name)")
            // Half a code unit, half a pair.
            #expect(failure(Array(bytes.dropLast(1)) + [0xD8]).error != nil, "\(name)")
        }
        // What it declares is not what it is.
        let wrong = failure(Array(text.utf8.prefix(300)) + [0xC3, 0x28] + Array(text.utf8.dropFirst(300)))
        #expect(wrong.error?.code == .invalidData)
        #expect(failure(text.replacing("UTF-8", with: "klingon")).error?.code == .invalidData)
        #expect(failure(text.replacing("Dear", with: "De\u{0}ar")).error?.code == .invalidData)
        // Vietnamese in one of its old encodings.
        let old = Array(text.replacing("UTF-8", with: "windows-1252").replacing("ử", with: "u").utf8)
        #expect(failure(old).error == nil)
    }

    private func encoded(_ text: String, _ name: String) -> [UInt8] {
        switch name {
        case "UTF-16LE": text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case "UTF-16BE": text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        default: Array(text.utf8)
        }
    }

    @Test func bounds() throws {
        let large = String(repeating: "<tuv xml:lang='en'><seg>a</seg></tuv>", count: 100_000)
        let result = failure(tmx("<tu>\(large)</tu>"))
        #expect(result.error?.diagnostics[0].message == "a unit or header takes more than 16 MiB")
        let findings = String(repeating: "<tuv><seg>a</seg></tuv>", count: 1000)
        #expect(try items(tmx("<tu>\(findings)</tu>"))[0].findings.count == TMXReader.findingLimit)
    }

    @Test func moreCodesThanNumbers() throws {
        let codes = String(repeating: "<ph/>", count: 1000)
        let item = try items(tmx(pair(codes, "b")))[0]
        #expect(item.unit.variants.map(\.language) == ["vi"])
        #expect(item.findings.count == 1)
        #expect(item.findings[0].message.hasPrefix("the variant has more codes than there are numbers"))
        let most = String(repeating: "<ph/>", count: 999)
        #expect(try items(tmx(pair(most, most)))[0].unit.variants.map(\.codes.count) == [999, 999])
    }

    /// Whatever is changed, the answer is an error or units, never a crash, and what was read can be
    /// written and read again.
    @Test func damaged() throws {
        let text = tmx(
            pair("a<bpt i='1' x='2'>&lt;b&gt;</bpt>b<ept i='1'/><ph>x<sub>y</sub></ph>", "<hi>Đài</hi>")
                + pair("<it pos='begin'/>c<ut/>", "d"), header: "<ude name='a'><map unicode='b'/></ude>")
        let bytes = Array(text.utf8)
        var generator = SeededGenerator(state: 7)
        for _ in 0..<3000 {
            var damaged = bytes
            for _ in 0..<2 {
                let at = Int.random(in: 0..<damaged.count, using: &generator)
                damaged[at] = UInt8.random(in: 0x20...0x7E, using: &generator)
            }
            guard let reader = try? TMXReader(bytes: damaged) else { continue }
            var units: [TMXUnit] = []
            while let item = try? reader.next() {
                if !item.unit.variants.isEmpty { units.append(item.unit) }
            }
            let again = try items(TMXReader(bytes: written(units, header: reader.header)))
            #expect(again.map(\.unit) == units)
        }
    }
}
