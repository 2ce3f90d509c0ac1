import Interchange
import Segmentation
import TestSupport
import Testing
import TextFiles

@Suite struct TMXDocumentTests {
    private static let text = """
        <?xml version="1.0"?>
        <tmx version="1.4"><header/><body><tu><tuv xml:lang="vi"><seg>Ông <bpt i="1">b</bpt>bị<ept i="1">b</ept> &lt; giam</seg>
        </tuv><tuv lang="xx-none"><seg/></tuv></tu></body></tmx>
        """

    private func changed(_ body: (inout TMXDocument, TMXDocument.Variant) throws -> Void) throws -> String {
        try withTemporaryFolder { folder in
            try FileWriting.write(Array(Self.text.utf8), to: "\(folder)/a.tmx")
            var document = try TMXDocument(path: "\(folder)/a.tmx")
            try body(&document, document.units[0][0])
            return String(decoding: document.written(), as: UTF8.self)
        }
    }

    @Test func textsAreChangedWhereTheyStand() throws {
        let result = try changed { document, variant in
            #expect(variant.text.coded == "Ông <1/>bị<2/> < giam" && variant.location.line == 2)
            #expect(document.units[0].count == 2 && document.units[0][1].text.pieces.isEmpty)
            // The last one counts.
            for new in ["Bà <1/>sẽ<2/> & đi", "Cô <1/>bị<2/> > bắt"] {
                let isChanged = document.setText(InlineText(coded: new), of: variant)
                #expect(isChanged)
            }
        }
        #expect(
            result
                == Self.text.replacing("Ông <", with: "Cô <").replacing(" &lt; giam", with: " &gt; bắt"))
    }

    @Test func codesStayAsTheyAre() throws {
        let result = try changed { document, variant in
            for wrong in ["Ông bị giam", "<2/>Ông <1/>", "Ông <1/>bị<2/>, <3/>"] {
                let isChanged = document.setText(InlineText(coded: wrong), of: variant)
                #expect(!isChanged, "\(wrong)")
            }
        }
        #expect(result == Self.text)
    }
}
