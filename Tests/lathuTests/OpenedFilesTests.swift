import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

/// The sample project in every format: each file is opened by a program that has nothing to do with this one, and says
/// what the plain text says.
@Suite(.serialized) struct OpenedFilesTests {
    /// A file with the plain text of the same letter.
    private struct File: Sendable {
        let path: String
        let paragraphs: [String]
    }

    private static let isReady = Programs.has(
        "weasyprint", "pandoc", "pdftotext", "pdffonts", "pdfinfo", "python3", "unzip")

    /// The paragraphs of a letter of plain text, without what other formats write in their own way.
    private static func paragraphs(_ text: String) -> [String] {
        text.components(separatedBy: "\n\n").map { squeezed($0.replacing(/\n[=-]+$/, with: "")) }
            .filter { text in text.count > 40 && !["1.", "<", "["].contains { text.contains($0) } }
    }

    /// The text without white space, markup, and marks of lists.
    private static func squeezed(_ text: String) -> String {
        String(
            text.replacing(/(?m)^\s*[-•–>]\s+/, with: "").unicodeScalars.filter {
                !$0.properties.isWhitespace && !"*_\\".unicodeScalars.contains($0)
                    && !(0x2066...0x2069).contains($0.value) && !(0x202A...0x202E).contains($0.value)
            }
        ).precomposedStringWithCanonicalMapping
    }

    @Test(.enabled(if: isReady)) func everyFileOfTheSample() throws {
        try CommandLine.inSampleProject { lathu throws in
            let result = try lathu.run(
                ["build", "--formats", "all,review.html", "--allow-incomplete"],
                environment: ["HOME": "/home/phan-an", "USER": "phan-an", "SOURCE_DATE_EPOCH": "1510012800"])
            #expect(result.status == 0, "\(result.errors)")
            let build = try lathu.at("build/letters")
            let names = try build.snapshot().keys.filter { $0.contains("/") }.sorted()
            func files(_ format: String) throws -> [File] {
                try names.filter { $0.hasSuffix("." + format) && !$0.hasSuffix("review." + format) }.map {
                    File(
                        path: $0,
                        paragraphs: Self.paragraphs(
                            try build.read(String($0.dropLast(format.count)) + "txt")))
                }
            }
            for format in ["html", "pdf", "docx", "odt", "md", "txt", "eml"] {
                #expect(try files(format).count == 46, "\(format)")
            }
            try pdf(files("pdf"), build)
            try office(files("docx") + files("odt"), build)
            try mail(files("eml"), build)
            if Programs.has("tidy") {
                for name in names where name.hasSuffix(".html") {
                    let check = try Programs.run(
                        "tidy", ["-q", "-e", "--drop-empty-elements", "no", name], in: build.folder.path)
                    #expect(check.status == 0, "\(name): \(check.output)")
                }
            }
        }
    }

    private func expect(_ file: File, says text: String) {
        let text = Self.squeezed(text)
        // Of a letter that is hardly translated only its title can be compared.
        #expect(file.paragraphs.count >= (file.path.hasPrefix("upr-2019/") ? 1 : 4), "\(file.path)")
        for paragraph in file.paragraphs { #expect(text.contains(paragraph), "\(file.path): \(paragraph)") }
    }

    private func pdf(_ files: [File], _ build: CommandLine) throws {
        for file in files {
            func run(_ program: String, _ arguments: [String]) throws -> String {
                try Programs.run(program, arguments, in: build.folder.path).output
            }
            let info = try run("pdfinfo", [file.path])
            let pages = try #require(info.firstMatch(of: /Pages: +(\d+)/)?.1)
            // The number at the foot of a page stands between the words of a paragraph.
            let text = try run("pdftotext", [file.path, "-"])
                .replacing(try Regex("(?m)^\\d+ / \(pages)$"), with: "")
            expect(file, says: text)
            #expect(!text.contains("\u{FFFD}"), "\(file.path)")
            let fonts = try run("pdffonts", [file.path]).split(separator: "\n").dropFirst(2)
            #expect(!fonts.isEmpty)
            // All of them are the letter's own: nothing was missing in them.
            for font in fonts {
                #expect(font.contains("+Noto") && font.contains(" yes yes yes "), "\(file.path): \(font)")
            }
            for word in ["Author", "Creator", "CreationDate", "ModDate", "Keywords", "phan-an"] {
                #expect(!info.contains(word), "\(file.path): \(info)")
            }
            #expect(info.contains("Tagged:          yes"))
        }
    }

    private func office(_ files: [File], _ build: CommandLine) throws {
        let texts = Mutex<[Int: String]>([:])
        DispatchQueue.concurrentPerform(iterations: files.count) { index in
            let text = try? Programs.run(
                "pandoc", ["--to", "plain", "--wrap", "none", files[index].path], in: build.folder.path
            ).output
            texts.withLock { $0[index] = text }
        }
        let allowed: Set = ["title", "language"]
        for (index, file) in files.enumerated() {
            expect(file, says: try #require(texts.withLock { $0[index] }))
            let isWord = file.path.hasSuffix("docx")
            let metadata = try Programs.run(
                "unzip", ["-p", file.path, isWord ? "docProps/core.xml" : "meta.xml"],
                in: build.folder.path
            ).output
            let elements = metadata.matches(of: /<(?:dc|cp|dcterms|meta):(\w+)/).map { String($0.1) }
            #expect(Set(elements).subtracting(["coreProperties"]) == allowed, "\(file.path): \(metadata)")
            let list = try Programs.run("unzip", ["-Z", "-T", file.path], in: build.folder.path).output
            let dates = Set(list.matches(of: /\b(\d{8})\.\d{6}\b/).map { String($0.1) })
            #expect(dates == ["19800101"], "\(file.path): \(list)")
        }
    }

    /// Python's `email` has no opinion of ours on what a message is.
    private func mail(_ files: [File], _ build: CommandLine) throws {
        try build.write(
            """
            import email, email.policy, json, sys
            for path in sys.stdin.read().split("\\n"):
                with open(path, "rb") as file:
                    message = email.message_from_binary_file(file, policy=email.policy.default)
                defects = [str(d) for part in message.walk() for d in part.defects]
                defects += [str(d) for value in message.values() for d in value.defects]
                print(json.dumps({"headers": sorted(message.keys()), "subject": str(message["Subject"]),
                    "to": str(message["To"]), "date": str(message["Date"]), "defects": defects,
                    "text": message.get_body(("plain",)).get_content(),
                    "html": message.get_body(("html",)).get_content()}))

            """, to: "read.py")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "read.py"]
        process.currentDirectoryURL = build.folder
        let result = try CommandLine.finish(
            process, input: Data(files.map(\.path).joined(separator: "\n").utf8))
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.json.count == files.count)
        for (file, message) in zip(files, result.json) {
            let text = try #require(message["text"] as? String)
            expect(file, says: text)
            let html = try #require(message["html"] as? String)
            #expect(html.contains("<!DOCTYPE html>"))
            #expect((message["defects"] as? [String]) == [], "\(file.path)")
            #expect(message["date"] as? String == "Tue, 07 Nov 2017 00:00:00 +0000")
            let allowed: Set = [
                "Content-Language", "Content-Type", "Date", "MIME-Version", "Message-ID", "Subject", "To",
                "X-Unsent",
            ]
            #expect(Set(message["headers"] as? [String] ?? []).isSubset(of: allowed), "\(file.path)")
            if file.path.hasPrefix("apec-leaders/") {
                let subject = message["subject"] as? String ?? ""
                #expect(
                    subject.contains(file.path.hasSuffix("vi.eml") ? "17 tổ chức" : "17 organisations"),
                    "\(file.path): \(subject)")
                #expect((message["to"] as? String ?? "").contains("@"), "\(file.path)")
            }
        }
    }
}
