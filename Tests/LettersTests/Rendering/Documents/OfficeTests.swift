import Archives
import Foundation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Letters

@Suite struct OfficeTests {
    private static let letterhead = ["Mạng lưới Nhân quyền & Bạn bè", "12 phố Huế, Hà Nội"]

    private func render(
        _ format: LetterFormat, _ locale: LocaleID = .vietnamese, templates: LetterTemplates? = nil
    ) throws -> [UInt8] {
        let translations = locale == .vietnamese ? SampleLetter.vietnamese : SampleLetter.arabic
        var job = RenderingJob(try localize(SampleLetter.source, translations, to: locale))
        job.options.letterhead = Self.letterhead
        job.options.address = ["Palais des Nations", "1211 Geneva 10"]
        return try LetterRenderer(templates: templates ?? LetterTemplates()).render(job, as: format)
    }

    /// pandoc reads back what was written; the letterhead and the numbers of pages are there, and nothing else.
    @Test(.enabled(if: Programs.has("pandoc", "xmllint")), arguments: [LetterFormat.docx, .odt])
    func documents(format: LetterFormat) throws {
        let bytes = try render(format)
        #expect(try render(format) == bytes)
        let archive = try ZipArchive(packed: bytes)
        let all = archive.members.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
        #expect(all.contains("Mạng lưới Nhân quyền &amp; Bạn bè") && all.contains("12 phố Huế, Hà Nội"))
        #expect(all.contains(format == .docx ? " PAGE " : "<text:page-number"))
        #expect(all.contains("Noto Serif"))
        let telling = [
            "creator", "lastModifiedBy", "dcterms", "creation-date", "dc:date", "generator", "Application",
            "Template", "andoc", "/tmp", "1980",
        ]
        for name in [
            "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml", "settings.xml",
        ] {
            let text = String(decoding: archive[name] ?? [], as: UTF8.self)
            for word in telling { #expect(!text.contains(word), "\(name): \(word)") }
        }
        #expect(!archive.members.contains { $0.name.contains("humbnail") })
        try withTemporaryFolder { folder in
            let name = "letter.\(format.fileExtension)"
            // pandoc passes over the section of signatories and the heads of tables in ODT.
            try FileWriting.write(DocumentShape.readable(bytes, file: name), to: "\(folder)/\(name)")
            for member in archive.members
            where member.name.hasSuffix(".xml") || member.name.hasSuffix(".rels") {
                try FileWriting.write(member.bytes, to: folder + "/part.xml")
                let check = try Programs.run("xmllint", ["--noout", "part.xml"], in: folder)
                #expect(check.status == 0, "\(member.name): \(check.output)")
            }
            let text = try Programs.run(
                "pandoc", [name, "--to", "commonmark+pipe_tables", "--wrap", "none"], in: folder
            ).output
            for line in [
                "Đà Nẵng, ngày 7 tháng 11 năm 2017", "# Trả tự do cho Nguyễn Văn Đài: thư “ngỏ”",
                "Ông bị bắt ngày *16 tháng 12 năm 2015*. Ông **vẫn** bị giam giữ.",
                "## Điều chúng tôi yêu cầu", "[Công ước](https://www.ohchr.org/x?a=1&b=2)", "Trần Thị Nga",
                "Smith & Sons \\<Ltd\\>",
                "Kính gửi: Các thành viên Hội đồng", "1211 Geneva 10",
            ] {
                #expect(text.contains(line), "\(line)\n\(text)")
            }
        }
    }

    /// LibreOffice is stricter than pandoc: it says no to packages that are not in order.
    @Test(.enabled(if: Programs.has("pandoc", "soffice"))) func libreOfficeOpensThem() throws {
        try withTemporaryFolder { folder in
            for format in [LetterFormat.docx, .odt] {
                try FileWriting.write(render(format), to: "\(folder)/\(format.rawValue).\(format.rawValue)")
            }
            let result = try Programs.run(
                "soffice",
                [
                    "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to",
                    "txt:Text (encoded):UTF8",
                    "docx.docx", "odt.odt",
                ], in: folder)
            for format in ["docx", "odt"] {
                let text = (try? FileReading.text(of: "\(folder)/\(format).txt").text) ?? ""
                #expect(
                    text.contains("Ông bị bắt ngày 16 tháng 12 năm 2015. Ông vẫn bị giam giữ."),
                    "\(format): \(result.output)")
            }
        }
    }

    @Test(.enabled(if: Programs.has("pandoc"))) func fromRightToLeft() throws {
        let arabic = try LocaleID("ar")
        let word = try ZipArchive(packed: render(.docx, arabic))
        let document = String(decoding: try #require(word["word/document.xml"]), as: UTF8.self)
        #expect(document.contains("<w:bidi") && document.contains("<w:rtl"))
        let open = try ZipArchive(packed: render(.odt, arabic))
        #expect(
            String(decoding: try #require(open["styles.xml"]), as: UTF8.self).contains(
                "style:writing-mode=\"rl-tb\""))
    }

    /// A project's own document of styles was made by somebody, on a machine, with a printer.
    @Test(.enabled(if: Programs.has("pandoc"))) func ownStylesTellNothing() throws {
        try withTemporaryFolder { folder in
            for format in ["docx", "odt"] {
                #expect(
                    try Programs.run(
                        "sh",
                        [
                            "-c",
                            "pandoc --print-default-data-file reference.\(format) > \(folder)/raw.\(format)",
                        ], in: folder
                    ).status == 0)
                var archive = try ZipArchive(packed: FileReading.bytes(of: "\(folder)/raw.\(format)"))
                let secret = "Phan Thị Bí Mật"
                archive["docProps/app.xml"] = Array(
                    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Company>\(secret)</Company></Properties>"
                        .utf8)
                archive["docProps/thumbnail.jpeg"] = Array(secret.utf8)
                archive["settings.xml"] = Array(
                    String(decoding: archive["settings.xml"] ?? [], as: UTF8.self).replacing(
                        "</office:document-settings>", with: "<!-- \(secret) --></office:document-settings>"
                    ).utf8)
                archive["meta.xml"] = Array(
                    String(decoding: archive["meta.xml"] ?? [], as: UTF8.self).replacing(
                        "</office:document-meta>", with: "<!-- \(secret) --></office:document-meta>"
                    ).utf8)
                if format == "docx" {
                    archive["settings.xml"] = nil
                    archive["meta.xml"] = nil
                }
                try FileWriting.write(archive.packed(), to: "\(folder)/reference.\(format)")
            }
            let templates = try LetterTemplates(folder: folder)
            for format in [LetterFormat.docx, .odt] {
                let archive = try ZipArchive(packed: render(format, templates: templates))
                for member in archive.members {
                    #expect(
                        !String(decoding: member.bytes, as: UTF8.self).contains("Bí Mật"), "\(member.name)")
                }
            }
            try FileWriting.write("no zip", to: folder + "/reference.docx")
            let broken = try LetterTemplates(folder: folder)
            let error = #expect(throws: LathuError.self) { try render(.docx, templates: broken) }
            #expect(error?.description.contains("templates/reference.docx") == true)
        }
    }
}
