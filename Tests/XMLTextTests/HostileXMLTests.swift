import Testing
import TextFiles

@testable import XMLText

private func failure(_ text: String, limits: XMLReader.Limits = .init()) -> String {
    do {
        let reader = try XMLReader(bytes: Array(text.utf8), file: "a.xml", limits: limits)
        while try reader.next() != nil {}
        return "no error"
    } catch { return "\(error)" }
}

private func laughs(levels: Int, in place: String) -> String {
    var declarations = #"<!ENTITY e0 "lollollollollollollollol">"#
    for level in 1...levels {
        let references = String(repeating: "&e\(level - 1);", count: 10)
        declarations += "<!ENTITY e\(level) \"\(references)\">"
    }
    return "<!DOCTYPE a [\(declarations)]>" + place.replacing("&e;", with: "&e\(levels);")
}

@Suite struct HostileXMLTests {
    @Test func billionLaughs() {
        for place in ["<a>&e;</a>", "<a b='&e;'/>"] {
            let message = failure(laughs(levels: 9, in: place))
            #expect(message.contains("expand to far more text"), "\(message)")
        }
        #expect(failure(laughs(levels: 2, in: "<a>&e;</a>")) == "no error")
        var limits = XMLReader.Limits()
        limits.entityText = 1000
        #expect(failure(laughs(levels: 2, in: "<a>&e;</a>"), limits: limits).contains("are refused"))
        #expect(failure("<!DOCTYPE a [<!ENTITY e '&e;'>]><a>&e;</a>").contains("an entity refers to itself"))
    }

    @Test func nothingIsLoaded() {
        let entity = "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>\n"
        #expect(
            failure(entity + "<a>&e;</a>")
                == "a.xml:2:4: error: refers to the external entity “file:///etc/hostname”, "
                + "which is never loaded (put its text into the file)")
        #expect(failure(entity + "<a b='&e;'/>").contains("refers to an external entity"))
        // A declaration alone does nothing.
        #expect(failure(entity + "<a/>") == "no error")
        let dtd = "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
        #expect(failure(dtd + "<tmx/>") == "no error")
        #expect(
            failure(dtd + "<tmx>&nbsp;</tmx>")
                == "a.xml:2:6: error: the entity “&nbsp;” is not declared in the file, and DTDs are not "
                + "loaded (write the character itself)")
        #expect(failure("<!DOCTYPE a [<!ENTITY % p SYSTEM 'x'> %p;]><a/>") == "no error")
    }

    /// expat itself says nothing of these.
    @Test func undeclaredEntitiesInAttributes() throws {
        let dtd = "<!DOCTYPE a SYSTEM 'a.dtd' [<!ENTITY e 'é'>]>\n"
        let declared = dtd + "<a b='☀ &#38;&amp;&e;'>&e;</a>"
        #expect(failure(declared) == "no error")
        let parameter = "<!DOCTYPE a [<!ENTITY % p SYSTEM 'x'> %p;]>\n"
        for start in [dtd, parameter] {
            let text = start + "<a><b c='&lt;' d='x &nbsp;'/></a>"
            #expect(failure(text).hasPrefix("a.xml:2:4: error: the entity “&nbsp;” is not declared"))
            let wide: [UInt8] = text.utf16.flatMap { unit -> [UInt8] in
                [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            }
            let reader = try XMLReader(bytes: [0xFE, 0xFF] + wide)
            #expect(throws: LathuError.self) { while try reader.next() != nil {} }
        }
    }

    @Test func entitiesOfTheFileItself() throws {
        let reader = try XMLReader(
            TextSource("<!DOCTYPE a [<!ENTITY name 'Nguyễn Văn Đài'>]><a>Ông &name;!</a>"))
        _ = try reader.next()
        #expect(try reader.next()?.kind == .text("Ông Nguyễn Văn Đài!"))
    }

    @Test func limits() {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(failure(nested(256)) == "no error")
        #expect(failure(nested(257)).hasPrefix("a.xml:1:769: error: elements are nested more than 256 deep"))
        let long = String(repeating: "x", count: 1 << 20)
        #expect(failure("<a b='\(long)'/>") == "no error")
        #expect(failure("<a b='\(long)y'/>").contains("the attribute “b” is longer than 1048576 bytes"))
        var limits = XMLReader.Limits()
        limits.textLength = 100_000
        limits.tokenLength = 200_000
        #expect(failure("<a>\(long)</a>", limits: limits).contains("the text between two tags is longer"))
        #expect(failure("<a><!--\(long)--></a>", limits: limits).contains("a tag, comment or instruction"))
        #expect(failure("<a b='\(long)", limits: limits).contains("a tag, comment or instruction"))
    }

    /// Whatever is cut off or changed, the answer is an error or events, never a crash.
    @Test func damagedDocuments() {
        let text = """
            <?xml version="1.0" encoding="utf-8"?><!DOCTYPE a [<!ENTITY e "é">]>
            <a xmlns:t="urn:t" t:b="&e;&lt;"><![CDATA[x]]><!-- c --><?p i?>&e;Đài</a>
            """
        let bytes = Array(text.utf8)
        for length in 0..<bytes.count {
            #expect(failure(String(decoding: bytes.prefix(length), as: UTF8.self)) != "no error")
        }
        var state: UInt64 = 1
        for _ in 0..<2000 {
            var damaged = bytes
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                damaged[Int(state >> 33) % damaged.count] = UInt8(truncatingIfNeeded: state >> 24)
            }
            guard let reader = try? XMLReader(bytes: damaged) else { continue }
            while let event = try? reader.next() { _ = event }
        }
    }
}
