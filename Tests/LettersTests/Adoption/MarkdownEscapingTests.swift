import Testing

@testable import Letters

@Suite struct MarkdownEscapingTests {
    @Test(arguments: [
        ("plain text, with a dash - and 3 > 2", "plain text, with a dash - and 3 > 2"),
        ("*bold* and a * b", "\\*bold\\* and a * b"),
        ("file_name and _this_", "file_name and \\_this\\_"),
        ("`code`", "\\`code\\`"),
        ("<b> but 1 < 2", "\\<b> but 1 < 2"),
        ("mail <5@a.org>", "mail \\<5@a.org>"),
        ("[1] note", "\\[1] note"),
        ("C:\\temp and \\*", "C:\\temp and \\\\\\*"),
        ("R&D, &amp; and &#65;", "R&D, \\&amp; and \\&#65;"),
        ("# head", "\\# head"),
        ("#tag", "#tag"),
        ("####### seven", "####### seven"),
        ("> quote", "\\> quote"),
        ("- item", "\\- item"),
        ("-5 degrees", "-5 degrees"),
        ("---", "\\---"),
        ("+ item", "\\+ item"),
        ("* item", "\\* item"),
        ("1. item", "1\\. item"),
        ("1986) item", "1986\\) item"),
        ("1.5 million", "1.5 million"),
        ("2017", "2017"),
        ("===", "\\==="),
        ("a ~~b~~ ~5", "a \\~\\~b\\~\\~ ~5"),
    ])
    func escapes(text: String, markdown: String) {
        #expect(MarkdownEscaping.escape(text) == markdown)
    }
}

@Suite struct YAMLScalarTests {
    @Test(arguments: [
        ("Dear APEC Leaders,", "Dear APEC Leaders,"),
        ("#tag", "\"#tag\""),
        ("Appeal: free them", "\"Appeal: free them\""),
        ("She said \"no\"", "She said \"no\""),
        ("\"Quoted\" \\ text", "\"\\\"Quoted\\\" \\\\ text\""),
        ("Project 88", "Project 88"),
        ("88", "\"88\""),
        ("2017-11-07", "\"2017-11-07\""),
        ("1e3", "\"1e3\""),
        ("yes", "\"yes\""),
        ("Null", "\"Null\""),
        ("", "\"\""),
        ("- item", "\"- item\""),
        ("a #b", "\"a #b\""),
        ("a#b", "a#b"),
        ("ends:", "\"ends:\""),
        ("@home", "\"@home\""),
        ("Kính gửi quý vị", "Kính gửi quý vị"),
        ("bell\u{7}", "\"bell\\u0007\""),
        ("line\u{2028}sep", "\"line\\u2028sep\""),
    ])
    func writes(text: String, yaml: String) {
        #expect(YAMLScalar.write(text) == yaml)
    }
}
