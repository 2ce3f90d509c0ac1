import Segmentation
import Testing
import TextFiles
import UnicodeText

@testable import Interchange

@Suite struct TMXReaderTests {
    @Test func headerUnitsAndVariants() throws {
        let text = tmx(
            """
            <tu tuid="7" creationdate="20171107T093000Z" usagecount="3" srclang="en" o-tmf="x" segtype="block">
              <note xml:lang="vi">Xem lại</note><prop type="x-p">v</prop>
              <tuv xml:lang="EN-us" changeid="an" changedate="20180101T000000Z"><note>n</note>
                <prop type="q" o-encoding="e">w</prop><seg> Dear APEC Leaders, </seg></tuv>
              <tuv lang="vi"><seg>Kính gửi các Lãnh đạo APEC,</seg></tuv>
              <tuv xml:lang="zh_hant"><seg/></tuv>
            </tu>
            """,
            header: """
                <note>h</note><prop type="x">y</prop><ude name="u" base="b"><map unicode="#x1" code="2"/></ude>
                """)
        let reader = try TMXReader(bytes: Array(text.utf8), file: "a.tmx")
        #expect(reader.version == "1.4")
        #expect(reader.header.attributes.count == 7)
        #expect(reader.header.attributes[.srclang] == "en")
        #expect(reader.header.notes == [TMXNote("h")])
        #expect(reader.header.properties == [TMXProperty("x", "y")])
        #expect(
            reader.header.encodings == [
                TMXUserEncoding(
                    attributes: [.name: "u", .base: "b"], mappings: [[.unicode: "#x1", .code: "2"]])
            ])
        let items = try items(reader)
        #expect(items.count == 1)
        #expect(items[0].findings.isEmpty)
        #expect(items[0].location == SourceLocation(file: "a.tmx", line: 5, column: 1))
        let unit = items[0].unit
        #expect(
            unit.attributes == [
                .tuid: "7", .creationdate: "20171107T093000Z", .usagecount: "3", .srclang: "en", .format: "x",
                .segtype: "block",
            ])
        #expect(unit.notes == [TMXNote("Xem lại", language: "vi")])
        #expect(unit.property("x-p") == "v")
        #expect(unit.variants.map(\.language) == ["EN-us", "vi", "zh_hant"])
        #expect(unit.variants.map(\.locale?.identifier) == ["en-US", "vi", "zh-Hant"])
        #expect(unit.variants[0].attributes == [.changeid: "an", .changedate: "20180101T000000Z"])
        #expect(unit.variants[0].notes == [TMXNote("n")])
        #expect(unit.variants[0].properties == [TMXProperty("q", "w", encoding: "e")])
        #expect(
            unit.variants.map(\.text.coded) == [" Dear APEC Leaders, ", "Kính gửi các Lãnh đạo APEC,", ""])
    }

    /// How markup becomes numbered codes, in both segments of a unit.
    @Test(arguments: [
        // A pair with what it holds, and the same pair elsewhere.
        (
            "<bpt i='1'>&lt;b&gt;</bpt>a<ept i='1'>&lt;/b&gt;</ept>", "c <bpt i='1'/>d<ept i='1'/>",
            "<1>a</1>", "c <1>d</1>"
        ),
        // The pairs change places: i tells them apart.
        (
            "<bpt i='1'/>a<ept i='1'/><bpt i='2'/>b<ept i='2'/>",
            "<bpt i='2'/>b<ept i='2'/><bpt i='1'/>a<ept i='1'/>", "<1>a</1><2>b</2>", "<2>b</2><1>a</1>"
        ),
        // x is the number.
        (
            "<bpt i='1' x='5'/>a<ept i='1'/><ph x='2'/>", "<ph x='2'/><bpt i='9' x='5'/>a<ept i='9'/>",
            "<5>a</5><2/>", "<2/><5>a</5>"
        ),
        // x is no number: it joins what it names.
        ("<ph x='b'/><ph x='a'/>", "<ph x='a'/><ph x='b'/><ph x='c'/>", "<1/><2/>", "<2/><1/><3/>"),
        ("<ph x='0'/><ph x='1000'/><ph x='2'/>", "<ph x='1000'/><ph x='0'/>", "<1/><3/><2/>", "<3/><1/>"),
        // What they hold tells placeholders apart, and their order where nothing else does.
        ("<ph>%s</ph> of <ph>%d</ph>", "<ph>%d</ph> có <ph>%s</ph>", "<1/> of <2/>", "<2/> có <1/>"),
        ("<ph>%s</ph><ph>%s</ph>", "<ph>%s</ph>", "<1/><2/>", "<1/>"),
        ("<ph>a.png</ph>", "<ph>b.png</ph>", "<1/>", "<1/>"),
        // Crossing and nested pairs, i used twice.
        ("<bpt i='1'/>a<bpt i='2'/>b<ept i='1'/>c<ept i='2'/>", "x", "<1>a<2>b</1>c</2>", "x"),
        ("<bpt i='1'/>a<ept i='1'/><bpt i='1'/>b<ept i='1'/>", "x", "<1>a</1><2>b</2>", "x"),
        // Halves of pairs, highlighted text, unknown tags.
        ("a<it pos='end'>&lt;/b&gt;</it>", "<it pos='begin'/>b", "a</1>", "<2>b"),
        ("<hi type='x'>a<hi><ph/></hi></hi>b", "<hi>c</hi>", "<1>a<2><3/></2></1>b", "<1>c</1>"),
        ("<ut>{\\b </ut>a<ut>}</ut>", "<ut>{\\b </ut>b<ut>}</ut>", "<1/>a<2/>", "<1/>b<2/>"),
        // Text that looks like a code is text; what a footnote says is data.
        ("&lt;1&gt; &amp;", "\\<ph/>", "\\<1> &", "\\\\<1/>"),
        ("a<ph>\\note{<sub type='fn'>see <bpt i='1'/>b<ept i='1'/></sub>}</ph>", "b", "a<1/>", "b"),
    ])
    func codes(english: String, vietnamese: String, first: String, second: String) throws {
        let source = tmx(pair(english, vietnamese))
        let items = try items(source)
        let variants = items[0].unit.variants
        #expect(variants.map(\.text.coded) == [first, second])
        #expect(variants.allSatisfy { $0.codes.count == $0.text.codes.count })
        #expect(items[0].findings.isEmpty, "\(items[0].findings)")
        let again = try InterchangeTests.items(
            TMXReader(bytes: written([items[0].unit])))
        #expect(again.map(\.unit) == [items[0].unit])
    }

    @Test func contentOfCodesIsKept() throws {
        let item = try items(
            tmx(pair("<ph assoc='p' type='fnote' x='1'>[<sub datatype='d'>a<hi>b</hi></sub>]</ph>", "b")))[0]
        #expect(
            item.unit.variants[0].codes == [
                TMXMarkup(
                    .ph, attributes: [.assoc: "p", .type: "fnote", .x: "1"],
                    content: [
                        .text("["),
                        .markup(
                            TMXMarkup(
                                .sub, attributes: [.datatype: "d"],
                                content: [.text("a"), .markup(TMXMarkup(.hi, content: [.text("b")]))])),
                        .text("]"),
                    ])
            ])
    }

    /// What can be passed over, and where it is.
    @Test(arguments: [
        ("<tu/>", "6:1: the unit holds no <tuv> with a <seg>"),
        (
            "<tu><tuv xml:lang='en'/></tu>",
            "6:5: <tuv> has no <seg> and is left out|6:1: the unit holds no <tuv> with a <seg>"
        ),
        ("<tu>\n<tuv xml:lang='xx-y'><seg>a</seg></tuv></tu>", "7:1: the language “xx-y” is not known"),
        ("<tu><tuv><seg>a</seg></tuv></tu>", "6:5: <tuv> does not say its language"),
        (
            "<tu changedate='2017'><tuv xml:lang='en'><seg>a</seg></tuv></tu>",
            "6:1: “2017” in the attribute “changedate” is no date"
        ),
        (
            "<tu colour='red'><tuv xml:lang='en'><seg>a</seg></tuv></tu>",
            "6:1: <tu> has no attribute “colour” in TMX; it is left out"
        ),
        (
            "<tu segtype='line'><tuv xml:lang='en'><seg>a</seg></tuv></tu>",
            "6:1: “line” is no value of the attribute “segtype”; it is left out"
        ),
        (
            "<tu><prop>p</prop>x<tuv xml:lang='en'><seg>a</seg><seg>b</seg></tuv><x><y/></x></tu>",
            "6:5: <prop> lacks its attribute “type”|6:19: text does not belong in <tu> and is left out"
                + "|6:51: a second <seg> in one <tuv> is passed over"
                + "|6:69: <x> is no part of a TMX unit and is passed over"
        ),
        (
            "<tu><tuv xml:lang='en'><seg>a<b>c</b><ept i='1'/><bpt/><it/><ph><ph>d</ph></ph></seg></tuv></tu>",
            "6:30: <b> does not belong in <seg>: its text is kept, its tags are not"
                + "|6:38: <ept i=\"1\"> has no <bpt> before it|6:50: <bpt> lacks its attribute “i”"
                + "|6:56: <it> lacks its attribute “pos”"
                + "|6:65: <ph> does not belong in <ph>: its text is kept, its tags are not"
                + "|6:50: <bpt i=\"\"> has no <ept>"
        ),
    ])
    func findings(unit: String, expected: String) throws {
        let text = tmx("").replacing("</body>", with: unit + "\n" + pair("x", "y") + "</body>")
        let items = try items(text)
        #expect(items.count == 2)
        let told = items[0].findings.map {
            "\($0.location?.line ?? 0):\($0.location?.column ?? 0): \($0.message)"
        }
        #expect(told.joined(separator: "|") == expected)
        #expect(items[0].findings.allSatisfy { $0.severity == .warning && $0.location?.file == "a.tmx" })
        #expect(items[1].findings.isEmpty)
        // What was left out is left out for good; the rest stays.
        let units = items.map(\.unit).filter { !$0.variants.isEmpty }
        #expect(try InterchangeTests.items(TMXReader(bytes: written(units))).map(\.unit) == units)
    }

    @Test(arguments: ["1.1", "1.2", "1.3", "1.4", "1.4b"])
    func versions(version: String) throws {
        let reader = try TMXReader(bytes: Array(tmx(pair("a", "b"), version: version).utf8))
        #expect(reader.version == version)
        #expect(reader.findings.isEmpty)
        #expect(try items(reader).count == 1)
    }

    @Test func findingsOutsideOfUnits() throws {
        let text = "<tmx version='2.0'><x/><body>y<z/>\(pair("a", "b"))</body></tmx>"
        let reader = try TMXReader(bytes: Array(text.utf8))
        #expect(try items(reader).count == 1)
        #expect(
            reader.findings.map(\.message) == [
                "the version “2.0” of TMX is not known; it is read as 1.4",
                "<x> is no part of TMX here and is passed over", "there is no <header>",
                "text does not belong in <body> and is left out",
                "<z> is no part of a TMX body and is passed over",
            ])
        let empty = try TMXReader(bytes: Array("<tmx version='1.4'/>".utf8))
        #expect(try empty.next() == nil)
        #expect(empty.findings.map(\.message) == ["there is no <body>"])
    }

    @Test func namespacesAreNoHindrance() throws {
        let text = tmx(pair("a", "b")).replacing("<tmx ", with: "<tmx xmlns=\"http://www.lisa.org/tmx14\" ")
        #expect(try items(text).map(\.unit.variants.count) == [2])
    }
}
