import Testing
import TextFiles
import UnicodeText

@testable import Letters

@Suite struct HTMLRendererTests {
    /// The body of the page without its last lines.
    private func body(_ markdown: String) throws -> String {
        let page = try LetterFormat.html.build(markdown)
        let start = try #require(page.firstRange(of: "</header>\n")).upperBound
        let end = try #require(page.firstRange(of: "</article>")).lowerBound
        return String(page[start..<end]).trimmed
    }

    @Test(arguments: [
        ("a\n\nb", "<p>a</p>\n<p>b</p>"),
        ("a\\\nb", "<p>a<br>\nb</p>"),
        ("a<br>b", "<p>a<br>b</p>"),
        ("- a\n  - b\n- c", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul></li>\n<li>c</li>\n</ul>"),
        ("3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p></li>\n<li><p>b</p></li>\n</ol>"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("***", "<hr>"),
        ("```html\n<b>&\n```", "<pre><code>&lt;b&gt;&amp;\n</code></pre>"),
        ("<div>x</div>", "<pre><code>&lt;div&gt;x&lt;/div&gt;\n</code></pre>"),
        ("<!-- note -->\n\na", "<p>a</p>"),
        (
            "<!-- a --><b>x</b><!-- b -->",
            "<pre><code>&lt;!-- a --&gt;&lt;b&gt;x&lt;/b&gt;&lt;!-- b --&gt;\n</code></pre>"
        ),
        ("## a\n\n### b", "<h2>a</h2>\n<h3>b</h3>"),
        ("# a\n\n###### b", "<h2>a</h2>\n<h6>b</h6>"),
        ("[a](javascript:x)", "<p>a</p>"),
        ("[a](JavaScript&colon;x)", "<p>a</p>"),
        ("[a](<java&#10;script:x>)", "<p>a</p>"),
        ("[a](data:text/html,x)", "<p>a</p>"),
        ("[a](#b)", "<p><a href=\"#b\">a</a></p>"),
        ("[a](/b?c:d)", "<p><a href=\"/b?c:d\">a</a></p>"),
        ("[a](<u'\"&>  't\"')", "<p><a href=\"u'&quot;&amp;\" title=\"t&quot;\">a</a></p>"),
        ("![a](https://x.org/i.png)", "<p>a</p>"),
        (
            "![a](data:image/png;base64,AA \"t\")",
            "<p><img src=\"data:image/png;base64,AA\" alt=\"a\" title=\"t\"></p>"
        ),
        ("a\u{7}b\u{1B}", "<p>ab</p>"),
        ("'{{'title'}}' '{{{'x'}}}'", "<p>{{title}} {{{x}}}</p>"),
    ])
    func bodies(markdown: String, html: String) throws {
        #expect(try body(markdown) == html)
    }

    @Test func everyPlaceIsEscaped() throws {
        let hostile = "</title><script>x</script>\"'&"
        let page = try LetterFormat.html.build(
            """
            ---
            title: '\(hostile.replacing("'", with: "''"))'
            place: <place>
            recipient: <recipient>
            salutation: <salutation>
            closing: <closing>
            signatories: [<signatory>, {name: '<b>"'}]
            date: 2017-11-07
            ---
            text
            """)
        let tags = ["<script", "<place", "<recipient", "<salutation", "<closing", "<signatory", "<b>"]
        for tag in tags { #expect(!page.contains(tag)) }
        #expect(page.ranges(of: "&lt;script&gt;").count == 2)
        #expect(page.contains("&lt;place&gt;, 7 November 2017"))
    }

    @Test func asksNobodyForAnything() throws {
        let page = try LetterFormat.html.build("![a](http://x.org/a.png) <img src=http://x.org> text")
        for word in ["http:", "https:", "url(", "@import", "<script", "<link", "src="] {
            #expect(!page.contains(word), "\(word)")
        }
    }

    /// A translator can put one link into another; a browser would take them apart.
    @Test func noLinkInALink() throws {
        let letter = try localize("[a](u) [b](v)", ["<1>a</1> <2>b</2>": "<1>a <2>b</2></1>"])
        #expect(try LetterFormat.html.render(letter).contains("<p><a href=\"u\">a b</a></p>"))
        #expect(try LetterFormat.markdown.render(letter) == "[a b](u)\n")
    }

    @Test func sameInputSameBytes() throws {
        let text = "---\ntitle: A\nsignatories: [{name: a, vi: b, de: c}]\n---\n*a* [b](c)\n"
        for format in LetterFormat.ownFormats {
            #expect(try Set((0..<5).map { _ in try format.build(text) }).count == 1)
        }
    }
}
