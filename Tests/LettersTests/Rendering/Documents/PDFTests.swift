import Foundation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Letters

@Suite struct PDFTests {
    static let isReady = Programs.has("weasyprint", "pdftotext", "pdffonts", "pdfinfo")

    private static let letters: [(locale: String, translations: [String: String], words: [String])] = [
        (
            "vi", SampleLetter.vietnamese,
            [
                "Trả tự do cho Nguyễn Văn Đài: thư “ngỏ”", "Ông bị bắt ngày 16 tháng 12 năm 2015.",
                "Smith & Sons <Ltd>", "Trần Thị Nga", "1/1",
            ]
        ),
        ("th", SampleLetter.thai, ["ปล่อยตัวเหงียน วัน ได", "บุคคลใดจะถูกจับกุมหรือกักขังตามอำเภอใจไม่ได้"]),
        ("ar", SampleLetter.arabic, ["أطلقوا سراح نغوين فان داي", "أصحاب السعادة", "ما نطلبه"]),
    ]

    private static func equivalent(_ text: String) -> String {
        String(
            text.filter { !$0.isWhitespace }.unicodeScalars.flatMap {
                $0 == "\u{E33}" ? ["\u{E4D}", "\u{E32}"] : [$0]
            }
            .reduce(into: String.UnicodeScalarView()) { $0.append($1) })
    }

    /// Text can be found again, every typeface is embedded, nothing is missing, nothing is told.
    @Test(.enabled(if: isReady)) func letters() throws {
        let renderer = LetterRenderer(templates: try LetterTemplates())
        var jobs = try Self.letters.map { letter -> (job: RenderingJob, format: LetterFormat) in
            (
                RenderingJob(
                    try localize(SampleLetter.source, letter.translations, to: LocaleID(letter.locale))), .pdf
            )
        }
        let review = try SampleLetter.review(["Release him.": "Trả tự do cho ông."])
        jobs.append((RenderingJob(jobs[0].job.letter, review: review), .reviewPDF))
        var mail = jobs[0]
        mail.format = .mail
        mail.job.options.envelope.attachesPDF = true
        jobs.append(mail)
        let first = try renderer.render(jobs).map { try $0.get() }
        let again = try renderer.render(jobs).map { try $0.get() }
        #expect(first == again)
        try withTemporaryFolder { folder in
            for (index, (locale, _, words)) in Self.letters.enumerated() {
                try FileWriting.write(first[index], to: folder + "/a.pdf")
                let text = try Programs.run("pdftotext", ["-layout", "a.pdf", "-"], in: folder).output
                // Marks of direction are the reader's; spaces stand where lines end.
                // A Thai vowel of two glyphs is two characters, which are its equivalent.
                let plain = String(
                    text.unicodeScalars.filter { !(0x202A...0x202E).contains($0.value) && !$0.isWhiteSpace })
                for word in words {
                    #expect(plain.contains(Self.equivalent(word)), "\(word): \(text)")
                }
                let fonts = try Programs.run("pdffonts", ["a.pdf"], in: folder).output.split(separator: "\n")
                    .dropFirst(2)
                #expect(!fonts.isEmpty)
                for font in fonts { #expect(font.contains(" yes yes yes "), "\(font)") }
                let info = try Programs.run("pdfinfo", ["a.pdf"], in: folder).output
                #expect(
                    info.contains("Tagged:          yes") && !info.contains("Date")
                        && !info.contains("Author"), "\(info)")
                #expect(info.contains("Page size:       595.276 x 841.89 pts (A4)"))
                let bytes = String(decoding: first[index], as: UTF8.self)
                #expect(bytes.contains("/Lang (\(locale))"))
                for secret in ["/tmp", "/home", "/root", NSUserName(), ProcessInfo.processInfo.hostName]
                where secret.count > 3 {
                    #expect(!bytes.contains(secret), "\(secret)")
                }
            }
            try FileWriting.write(first[3], to: folder + "/a.pdf")
            let text = try Programs.run("pdftotext", ["a.pdf", "-"], in: folder).output
            for word in ["Release him.", "Trả tự do cho ông.", "missing", "translated"] {
                #expect(text.contains(word))
            }
        }
        let message = String(decoding: first[4], as: UTF8.self)
        #expect(message.contains("Content-Type: application/pdf"))
        #expect(message.replacing("\r\n", with: "").contains(Data(first[0]).base64EncodedString()))
    }

    /// No letter goes out with boxes in place of characters; the others of the same run are printed.
    @Test(.enabled(if: isReady)) func charactersThatNoTypefaceHas() throws {
        let letters = ["Text \u{10FFFD}.\n", "Text.\n"]
        let results = try LetterRenderer(templates: LetterTemplates()).render(
            letters.map { (RenderingJob(try localize($0)), .pdf) })
        let error = #expect(throws: LathuError.self) { try results[0].get() }
        #expect(error?.code == .noInput)
        #expect(error?.description.contains("needs a typeface that has “\u{10FFFD}”") == true)
        #expect(try !results[1].get().isEmpty)
    }

    @Test func aProgramThatIsMissingIsNamed() throws {
        for (name, package) in [("weasyprint-not-there", "weasyprint"), ("pandoc-not-there", "pandoc")] {
            let error = #expect(throws: LathuError.self) {
                try OutsideProgram.find(name, package: package, purpose: "PDF")
            }
            #expect(error?.code == .noInput)
            #expect(error?.description.contains("PDF needs \(name), and it is not installed") == true)
            #expect(error?.description.contains("apt-get install \(package)") == true)
        }
    }

    @Test func programsAreBounded() throws {
        let shell = OutsideProgram(path: "/bin/sh", name: "sh")
        let folder = try ScratchFolder()
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
        #expect(mode == 0o700)
        let run = try shell.run(
            ["-c", "pwd; env | cut -d= -f1 | sort; cat; echo oops >&2; exit 3"], in: folder, seconds: 10)
        #expect(run.status == 3 && run.errors == "oops\n")
        let lines = String(decoding: run.output, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(lines.first == folder.path)
        let allowed: Set = [
            "HOME", "LANG", "LC_ALL", "PATH", "PWD", "OLDPWD", "SHLVL", "SOURCE_DATE_EPOCH", "TMPDIR", "TZ",
            "XDG_CACHE_HOME", "_",
            "all_proxy", "ftp_proxy", "http_proxy", "https_proxy",
        ]
        for name in lines.dropFirst() { #expect(allowed.contains(name), "\(name)") }
        let slow = #expect(throws: LathuError.self) {
            try shell.run(["-c", "exec sleep 60"], in: folder, seconds: 1)
        }
        #expect(slow?.description.contains("took more than 1 seconds") == true)
        #expect(try shell.run(["-c", "kill -9 $$"], in: folder, seconds: 10).status == 137)
        let limits = try shell.run(["-c", "sleep 0.2; ulimit -t; ulimit -c"], in: folder, seconds: 7)
        #expect(String(decoding: limits.output, as: UTF8.self) == "7\n0\n")
        // What it starts and leaves behind, or that it closes what tells of its end, keeps nobody waiting.
        let start = ContinuousClock.now
        #expect(try shell.run(["-c", "sleep 20 & exit 4"], in: folder, seconds: 30).status == 4)
        #expect(
            try shell.run(["-c", "exec 3>&- 4>&-; sleep 0.1; exit 5"], in: folder, seconds: 30).status == 5)
        #expect(ContinuousClock.now - start < .seconds(15))
    }

    @Test func scratchFoldersGo() throws {
        var path = ""
        do {
            let folder = try ScratchFolder()
            path = folder.path
            try FileWriting.write("x", to: folder.file("a/b/c.txt"))
        }
        #expect(!path.isEmpty && !FilePath.exists(path))
    }
}
