import Foundation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Letters

@Suite struct LetterTemplatesTests {
    /// What is wrong with a template of a letter, or with a style sheet.
    private func problems(_ text: String, in name: String = "letter.html.mustache") throws -> [String] {
        try withTemporaryFolder { folder in
            try FileWriting.write(text, to: "\(folder)/\(name)")
            do {
                _ = try LetterTemplates(folder: folder)
                return []
            } catch let error as LathuError {
                #expect(error.code == .invalidData)
                return error.diagnostics.map { "\($0)".replacing(folder + "/", with: "") }
            }
        }
    }

    @Test(arguments: [
        ("a\n  {{recipent}}", ":2:3: error: there is no value “recipent”"),
        ("{{#letterhead}}{{title2}}{{/letterhead}}", ":1:16: error: there is no value “title2”"),
        ("{{#nothing}}{{/nothing}}", ":1:1: error: there is no value “nothing”"),
        ("{{body}}", ":1:1: error: “body” is HTML already (write {{{body}}})"),
        ("{{{recipientLabel}}}", ":1:1: error: “recipientLabel” is text, which must be escaped"),
        ("{{&recipientLabel}}", ":1:1: error: “recipientLabel” is text, which must be escaped"),
        ("{{#address}}{{{.}}}{{/address}}", ":1:13: error: “.” is text, which must be escaped"),
        ("{{address}}", ":1:1: error: “address” is no text"),
        ("{{hasAddress}}", ":1:1: error: “hasAddress” is no text"),
        ("{{.}}", ":1:1: error: a dot stands for nothing here"),
        ("{{#title}}", ":1:1: error: “title” is opened and never closed (add {{/title}})"),
        ("{{/title}}", ":1:1: error: “title” is closed and was not opened"),
        (
            "{{#title}}{{/body}}",
            ":1:11: error: “body” is closed and was not opened (the section open here is “title”)"
        ),
        ("x {{title", ":1:3: error: a tag is never closed"), ("{{>part}}", ":1:1: error: “{{>” is not used"),
        ("{{=<% %>=}}", ":1:1: error: “{{=” is not used"),
        ("<p>\n<SCRIPT src=x>", ":2:1: error: a letter holds no <script>"),
        ("<img src=\"https://x.org/i.png\">", ":1:1: error: “src” would load something"),
        ("<p OnClick = 'x'>", ":1:1: error: a letter holds no script: “onclick”"),
        ("<a href=\" javascript:x\">", ":1:1: error: a letter holds no script"),
        ("<link rel=stylesheet href=x>", ":1:1: error: a letter loads no style"),
        ("<p style=\"background: url(x)\">", ":1:1: error: a letter loads nothing"),
    ])
    func badTemplates(text: String, problem: String) throws {
        let found = try problems(text)
        #expect(found.contains { $0.hasPrefix("letter.html.mustache" + problem) }, "\(found)")
    }

    @Test(arguments: [
        ("p {}\n@IMPORT 'x';", ":2:1: error: a letter loads nothing"),
        ("a { background: URL( \"http://x\") }", ":1:17: error: a letter loads nothing"),
        ("a { b: u\\72l(x) }", ":1:9: error: an escape could hide"),
        ("/* </STYLE> */", ":1:4: error: the style sheet ends"),
        ("a { b: image-set('x' 1x) }", ":1:8: error: a letter loads nothing"),
    ])
    func badStyles(text: String, problem: String) throws {
        let found = try problems(text, in: "letter.css")
        #expect(found.first?.hasPrefix("letter.css" + problem) == true, "\(found)")
    }

    @Test func everythingWrongIsReported() throws {
        #expect(try problems("{{a}}{{b}}<script>").count == 3)
    }

    @Test func goodTemplatesAndStyles() throws {
        let style =
            "/* url(x) @import */ p::before { content: \"url(x) \\201C\"; background: url('data:image/png;base64,AA') }"
        #expect(try problems(style, in: "mail.css").isEmpty)
        let template = """
            {{! a note with {{title }}<p title="a > b" lang={{lang}}>{{#alternates}}<link rel="alternate" href="{{href}}">\
            {{/alternates}}{{^title}}-{{/title}}{{#letterhead}}{{name}}{{#lines}}{{.}}, {{dir}}{{/lines}}{{/letterhead}}\
            <img src="data:image/png;base64,AA" alt="">{{#draft}}{{.}}{{/draft}}{{#dateline}}{{{.}}}{{/dateline}}
            """
        #expect(try problems(template).isEmpty)
    }

    @Test func aProjectsFilesTakeThePlaceOfOurs() throws {
        try withTemporaryFolder { folder in
            try FileWriting.write(
                "{{#letterhead}}{{name}}|{{#lines}}{{.}};{{/lines}}{{/letterhead}}|{{{title}}}|{{{style}}}",
                to: folder + "/letter.html.mustache")
            try FileWriting.write("p { color: red }\n", to: folder + "/letter.css")
            try FileWriting.write("Viet Tan\nHanoi & <Paris>\n\n", to: folder + "/letterhead.txt")
            try FileWriting.write("Việt Tân\n", to: folder + "/letterhead.vi.txt")
            let renderer = LetterRenderer(templates: try LetterTemplates(folder: folder))
            for (locale, head) in [
                (LocaleID.english, "Viet Tan|Hanoi &amp; &lt;Paris&gt;;|"), (.vietnamese, "Việt Tân||"),
            ] {
                let letter = try localize(SampleLetter.source, locale == .english ? nil : [:], to: locale)
                let page = String(
                    decoding: try renderer.render(RenderingJob(letter), as: .html), as: UTF8.self)
                #expect(page.hasPrefix(head), "\(page)")
                #expect(page.contains("|p { color: red }\nbody { font-family: \"Noto Serif\""))
                let text = String(
                    decoding: try renderer.render(RenderingJob(letter), as: .text), as: UTF8.self)
                #expect(text.hasPrefix(locale == .english ? "Viet Tan\nHanoi & <Paris>\n\n" : "Việt Tân\n\n"))
                let markdown = String(
                    decoding: try renderer.render(RenderingJob(letter), as: .markdown), as: UTF8.self)
                #expect(
                    markdown.hasPrefix(
                        locale == .english ? "Viet Tan\\\nHanoi & \\<Paris" : "Việt Tân\n\n"),
                    "\(markdown.prefix(60))")
            }
        }
    }

    /// WCAG 2.2, section 1.4.3: text has a contrast of at least 4.5 to 1 to what it stands on, light and dark.
    @Test(arguments: ["letter", "review", "index"])
    func contrast(name: String) throws {
        let style = try #require(LetterTemplates.Style(rawValue: name))
        let css = try LetterTemplates().style(style)
        var themes = 0
        for part in css.split(separator: ":root", omittingEmptySubsequences: false).dropFirst() {
            var colours: [String: Double] = [:]
            for entry in part.prefix(while: { $0 != "}" }).split(separator: ";") {
                let words = entry.split { ":{ \n".contains($0) }
                guard let name = words.first(where: { $0.hasPrefix("--") }), let value = words.last,
                    value.hasPrefix("#")
                else { continue }
                colours[String(name)] = Self.luminance(value.dropFirst())
            }
            let paper = try #require(colours["--paper"])
            themes += 1
            for (name, colour) in colours where name != "--paper" && name != "--line" {
                let (light, dark) = (max(paper, colour), min(paper, colour))
                let contrast = (light + 0.05) / (dark + 0.05)
                #expect(contrast >= (name == "--ink" ? 7 : 4.5), "\(name) \(contrast)")
            }
        }
        #expect(themes == 3)
    }

    private static func luminance(_ digits: Substring) -> Double {
        let full = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
        let value = Int(full, radix: 16) ?? 0
        func linear(_ channel: Int) -> Double {
            let share = Double(channel & 255) / 255
            return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(value >> 16) + 0.7152 * linear(value >> 8) + 0.0722 * linear(value)
    }
}
