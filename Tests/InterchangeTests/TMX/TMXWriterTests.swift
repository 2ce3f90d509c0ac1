import Segmentation
import TestSupport
import Testing
import TextFiles
import UnicodeText
import XMLText

@testable import Interchange

/// xmllint (libxml2-utils) with the TMX 1.4 DTD.
enum TMXValidation {
    static let dtd =
        "conformance/tmx-dtd/omegat-org__omegat/src/main/resources/schemas/tmx14.dtd"

    static let isPossible: Bool = {
        guard (try? Programs.run("xmllint", ["--version"]))?.status == 0 else {
            print("skipped: xmllint is not installed (libxml2-utils)")
            return false
        }
        return SharedMaterial.has(dtd)
    }()

    /// What is wrong with a file; empty where it is valid.
    static func problems(of bytes: [UInt8]) throws -> String {
        try withTemporaryFolder { folder in
            let path = folder + "/a.tmx"
            try FileWriting.write(bytes, to: path)
            let arguments = ["--noout", "--nonet", "--dtdvalid", SharedMaterial.path(dtd), path]
            let result = try Programs.run("xmllint", arguments)
            return result.status == 0 ? "" : result.output
        }
    }
}

@Suite struct TMXWriterTests {
    @Test func layout() throws {
        let unit = TMXUnit(
            attributes: [.changedate: "20171107T093000Z", .tuid: "a\"b"],
            notes: [TMXNote("xem", language: "vi")],
            properties: [TMXProperty("x-a", "<b>")],
            variants: [
                TMXVariant(InlineText(coded: "Free <1>Nguyễn Văn Đài</1>\\<2> <3/><4>"), locale: .english),
                TMXVariant(InlineText(plain: "Trả tự do cho <ông>"), locale: .vietnamese),
            ])
        #expect(
            String(decoding: try written([unit, TMXUnit()]), as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE tmx SYSTEM "tmx14.dtd">
                <tmx version="1.4">
                  <header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" \
                adminlang="en" srclang="*all*" datatype="plaintext"/>
                  <body>
                    <tu tuid="a&quot;b" changedate="20171107T093000Z">
                      <note xml:lang="vi">xem</note>
                      <prop type="x-a">&lt;b&gt;</prop>
                      <tuv xml:lang="en">
                        <seg>Free <bpt i="1" x="1">&lt;1&gt;</bpt>Nguyễn Văn Đài<ept i="1">&lt;/1&gt;</ept>\
                &lt;2&gt; <ph x="3">&lt;3/&gt;</ph><it pos="begin" x="4">&lt;4&gt;</it></seg>
                      </tuv>
                      <tuv xml:lang="vi">
                        <seg>Trả tự do cho &lt;ông&gt;</seg>
                      </tuv>
                    </tu>
                  </body>
                </tmx>

                """)
    }

    /// Codes of any shape come back as they were, whatever markup stands for them.
    @Test func everyShortSequenceOfCodesComesBack() throws {
        let parts = ["<1>", "</1>", "<1/>", "<2>", "</2>", "<999/>", "a", "\\<1>", "\\"]
        var texts = [""]
        for _ in 0..<4 { texts += texts.flatMap { text in parts.map { text + $0 } } }
        let distinct = Array(Set(texts)).sorted()
        let units = distinct.map {
            TMXUnit(variants: [TMXVariant(InlineText(coded: $0), locale: .english)])
        }
        let reader = try TMXReader(bytes: written(units))
        var index = 0
        while let item = try reader.next() {
            let text = item.unit.variants.first?.text
            #expect(text == InlineText(coded: distinct[index]), "\(distinct[index])")
            #expect(item.findings.isEmpty)
            index += 1
        }
        #expect(index == distinct.count)
    }

    @Test func forbiddenCharacters() throws {
        let unit = TMXUnit(variants: [TMXVariant(InlineText(plain: "a\u{0}b"), locale: .english)])
        #expect(throws: LathuError.self) { try written([unit]) }
        var writer = TMXWriter(forbidden: .drop)
        try writer.start(TMXHeader(tool: "t", version: "1"))
        try writer.write(unit)
        writer.finish()
        #expect(writer.droppedCharacters == 1)
        let back = try items(TMXReader(bytes: writer.takeBytes()))
        #expect(back[0].unit.variants[0].text.plainText == "ab")
    }

    /// Many units through the disk: what waits to be written stays small, and all come back.
    @Test func manyUnits() throws {
        let count = 20_000
        func unit(_ number: Int) -> TMXUnit {
            let english = InlineText(coded: "Article <1>\(number)</1> of the Universal Declaration.")
            let vietnamese = InlineText(coded: "Điều <1>\(number)</1> của Tuyên ngôn Quốc tế Nhân quyền.")
            return TMXUnit(
                attributes: [.tuid: String(number)],
                variants: [
                    TMXVariant(english, locale: .english), TMXVariant(vietnamese, locale: .vietnamese),
                ])
        }
        try withTemporaryFolder { folder in
            let path = folder + "/many.tmx"
            let file = try FileWriter(path: path)
            var writer = TMXWriter()
            try writer.start(TMXHeader(tool: "t", version: "1"))
            var largest = 0
            for number in 0..<count {
                try writer.write(unit(number))
                if writer.pendingCount > 1 << 16 {
                    largest = max(largest, writer.pendingCount)
                    try file.write(writer.takeBytes())
                }
            }
            writer.finish()
            try file.write(writer.takeBytes())
            try file.commit()
            #expect(largest < 1 << 17)
            let reader = try TMXReader(path: path)
            var number = 0
            while let item = try reader.next() {
                let expected = unit(number)
                if item.unit.variants.map(\.text) != expected.variants.map(\.text)
                    || item.unit.attributes != expected.attributes
                {
                    Issue.record("unit \(number) differs")
                }
                number += 1
            }
            #expect(number == count)
        }
    }

    /// Whatever was wrong with what was read, what is written is valid.
    @Test(.enabled(if: TMXValidation.isPossible, "xmllint and the DTD are needed"))
    func theDTDValidatesWhatIsWritten() throws {
        let odd = """
            <tu segtype='line' a='b'><prop>p</prop><x/><tuv><note lang='en'>n</note><seg>a<b>c</b><ept/>
            <bpt/><it/><ph>1<ph>d</ph><sub>s<hi>h<ut>u</ut></hi></sub></ph><sub>t</sub></seg></tuv></tu><tu/>
            <tu tuid='1' usagecount='2' lastusagedate='20171107T093000Z' creationtool='c'
            creationtoolversion='1' o-encoding='e' datatype='html' o-tmf='f' srclang='*all*'>
            <tuv xml:lang='vi' o-encoding='e' datatype='d'><seg>Đài<hi x='1' type='t'>a</hi></seg></tuv></tu>
            """
        for header in ["<note>n</note><ude name='u'/><ude name='v' base='b'><map unicode='#x1'/></ude>", ""] {
            let reader = try TMXReader(bytes: Array(tmx(odd, header: header).utf8))
            let units = try items(reader).map(\.unit)
            #expect(units.count == 3)
            #expect(try TMXValidation.problems(of: written(units, header: reader.header)) == "")
        }
        #expect(try TMXValidation.problems(of: written([], header: TMXHeader(attributes: [:]))) == "")
        // The test itself can tell.
        #expect(try TMXValidation.problems(of: Array(tmx("<tu/>").utf8)) != "")
    }
}
