import Foundation
import Testing

/// What `lathu align` takes for evidence besides the documents, and how it tells what is wrong with them.
@Suite struct AlignEvidenceTests {
    private static let english = [
        "A summons.", "Habeas corpus.", "Due process.", "Open court.", "Legal aid.", "House arrest.",
        "Hate speech.", "Free press.",
    ]
    /// The first has no counterpart, and a line of thanks is added at the end.
    private static let vietnamese = [
        "Bảo thân.", "Tố tụng.", "Xử công khai.", "Trợ giúp.", "Quản thúc.", "Thù hận.", "Báo chí.",
        "Cảm ơn.",
    ]

    private static func termbase(_ terms: [(String, String)]) -> String {
        let entries = terms.enumerated().map { number, term in
            """
            <conceptEntry id="c\(number)">
            <langSec xml:lang="en"><termSec><term>\(term.0)</term></termSec></langSec>
            <langSec xml:lang="vi"><termSec><term>\(term.1)</term></termSec></langSec>
            </conceptEntry>
            """
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
            <tbxHeader><fileDesc><sourceDesc><p>law</p></sourceDesc></fileDesc></tbxHeader>
            <text><body>
            \(entries.joined(separator: "\n"))
            </body></text></tbx>

            """
    }

    /// Where nothing else can tell, the terms of a glossary do.
    @Test func termbasesAreEvidence() throws {
        try CommandLine.inNewFolder { lathu in
            func lines(_ texts: [String]) -> String { texts.map { $0 + "\n" }.joined() }
            try lathu.write(lines(Self.english), to: "a.en.txt")
            try lathu.write(lines(Self.vietnamese), to: "a.vi.txt")
            let terms = zip(Self.english.dropFirst(), Self.vietnamese).map {
                (String($0.lowercased().dropLast()), String($1.lowercased().dropLast()))
            }
            try lathu.write(Self.termbase(terms), to: "law.tbx")
            let arguments = [
                "align", "a.en.txt", "a.vi.txt", "--from", "en", "--to", "vi", "--lines", "--force", "--json",
            ]
            func pairs(_ result: CommandLine.Result) -> [[[Int]]] {
                result.json.map { [$0["source"] as? [Int] ?? [], $0["target"] as? [Int] ?? []] }
            }
            let alone = try lathu.run(arguments)
            #expect(alone.status == 0, "\(alone.errors)")
            #expect(pairs(alone).contains([[1], [1]]), "\(alone.output)")
            let taught = try lathu.run(arguments + ["--glossary", "law.tbx"])
            #expect(taught.status == 0, "\(taught.errors)")
            // The thanks at the end may go with the last of them.
            for line in 1..<Self.english.count - 1 {
                #expect(pairs(taught).contains([[line], [line - 1]]), "\(taught.output)")
            }

            let missing = try lathu.run(arguments + ["--glossary", "none.tbx"])
            #expect(missing.status == 66)
            #expect(missing.errors.contains("none.tbx"))
            try lathu.write(String(Self.termbase(terms).prefix(600)), to: "cut.tbx")
            let cut = try lathu.run(arguments + ["--glossary", "cut.tbx"])
            #expect(cut.status == 65)
            #expect(cut.errors.contains("cut.tbx:"), "\(cut.errors)")
            // What else is wrong with a glossary is told, and keeps nobody from aligning.
            try lathu.write(
                "concept,locale,term,status\nc1,en,habeas corpus,banned\nc1,vi,bảo thân,preferred\n",
                to: "wrong.csv")
            let wrong = try lathu.run(arguments + ["--glossary", "wrong.csv"])
            #expect(wrong.status == 0)
            #expect(wrong.errors.contains("the glossaries have errors"), "\(wrong.errors)")
        }
    }

    /// Files that are no text, or not the text that they are said to be.
    @Test func whatIsNoTextIsToldWithItsPlace() throws {
        try CommandLine.inNewFolder { lathu in
            try lathu.write("Freedom of expression is a right of everyone.\n", to: "a.txt")
            func write(_ bytes: [UInt8], _ name: String) throws {
                try Data(bytes).write(to: lathu.folder.appending(path: name))
            }
            try write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D], "photo.txt")
            try write(Array("Quyền\n".utf8) + [0x74, 0xFF, 0xFE, 0x0A], "bytes.txt")
            try write(Array("PK\u{3}\u{4} is no package".utf8), "letter.docx")
            try write([], "empty.html")
            let rows: [(String, String)] = [
                ("photo.txt", "photo.txt:1:1: error:"), ("bytes.txt", "bytes.txt:2:2: error:"),
                ("letter.docx", "letter.docx: error:"), ("empty.html", "empty.html: error:"),
            ]
            for (file, words) in rows {
                for files in [["a.txt", file], [file, "a.txt"]] {
                    let result = try lathu.run(
                        ["align"] + files + ["--from", "en", "--to", "vi", "--memory", "m.sqlite", "--force"])
                    #expect(result.status == 65, "\(files): \(result.errors)")
                    #expect(result.errors.contains(words), "\(files): \(result.errors)")
                    #expect(!FileManager.default.fileExists(atPath: lathu.folder.path + "/m.sqlite"))
                }
            }
        }
    }

    /// One bad pair among many keeps the others from nothing, and its errors name the file.
    @Test func badFilesAmongManyAreNamed() throws {
        try CommandLine.inNewFolder { lathu in
            let english = "The court met on 3 May 2017.\n\nIt sentenced 12 members of Access Now in Hanoi.\n"
            let vietnamese =
                "Tòa họp ngày 3 tháng 5 năm 2017.\n\nTòa tuyên phạt 12 thành viên Access Now tại Hà Nội.\n"
            for name in ["a", "b", "c", "d"] {
                try lathu.write(english, to: "\(name).en.txt")
                try lathu.write(name == "b" ? "" : vietnamese, to: "\(name).vi.txt")
            }
            try lathu.write("PK\u{0}", to: "d.vi.txt")
            let result = try lathu.run(
                "align", "--pairs", "*.en.txt=*.vi.txt", "--from", "en", "--to", "vi", "--force", "--json")
            #expect(result.status == 1)
            #expect(result.errors.contains("b.vi.txt: error: there is no segment in it"), "\(result.errors)")
            #expect(result.errors.contains("d.vi.txt:1:3: error: is not text"), "\(result.errors)")
            let files = Set(result.json.compactMap { $0["sourceFile"] as? String })
            #expect(files == ["a.en.txt", "c.en.txt"], "\(result.output)")
            #expect(result.json.count == 4, "\(result.output)")
        }
    }
}
