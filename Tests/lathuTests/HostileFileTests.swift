import Foundation
import Testing

/// Files that somebody made to harm, as streams that are never held: every command answers with an error in bounded
/// memory, and a memory stays as it was.
@Suite struct HostileFileTests {
    /// A file by what makes it, a command of the shell. All go on far beyond what any file of a tool holds.
    private struct Hostile {
        let name: String
        let command: String
        let message: String
    }

    private static let starts = [
        "tmx": "<tmx version=\"1.4\"><header/><body>",
        "xlf":
            "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"en\"><file id=\"f\">",
        "tbx":
            "<tbx type=\"TBX-Basic\" style=\"dct\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\">"
            + "<tbxHeader/><text><body>",
        "srx": "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\"><header/><body>",
    ]

    private static func files(_ kind: String) -> [Hostile] {
        let start = starts[kind] ?? ""
        let root = start.dropFirst().prefix { $0 != " " }
        let laughs =
            "<!ENTITY e0 \"ha ha ha \">"
            + (1...9).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }.joined()
        let long = "<!ENTITY e9 \"\(String(repeating: "ha", count: 50_000))\">"
        let many = String(repeating: "&e9;", count: 20_000)
        func document(_ declarations: String, _ content: String) -> String {
            "printf '%s' '<!DOCTYPE \(root) [\(declarations)]>\(start)\(content)'"
        }
        return [
            Hostile(
                name: "billion laughs", command: document(laughs, "<note>&e9;</note>"),
                message: "far more text"),
            Hostile(
                name: "quadratic blow-up", command: document(long, "<note>\(many)</note>"),
                message: "far more text"),
            Hostile(
                name: "quadratic blow-up in an attribute", command: document(long, "<note a=\"\(many)\"/>"),
                message: "far more text"),
            Hostile(
                name: "external entity",
                command: document("<!ENTITY e SYSTEM \"file:///etc/passwd\">", "<note>&e;</note>"),
                message: "never loaded"),
            Hostile(
                name: "10 million elements deep",
                command: "printf '%s' '\(start)'; yes '<note>' | head -n 10000000",
                message: "nested more than"),
            Hostile(
                name: "an attribute of 1 GB",
                command: "printf '%s' '\(start)<note a=\"'; yes xxxxxxxxxxxxxxxx | head -c 1000000000",
                message: "longer than"),
            Hostile(
                name: "a comment of 1 GB",
                command: "printf '%s' '\(start)<!--'; yes xxxxxxxxxxxxxxxx | head -c 1000000000",
                message: "longer than"),
            Hostile(name: "NULs", command: "head -c 1000000000 /dev/zero", message: "error"),
            Hostile(
                name: "not UTF-8", command: "printf '%s\\377\\376' '\(start)<note>'",
                message: "not well-formed"),
            Hostile(
                name: "not UTF-16", command: "printf '\\377\\376<\\000x\\330\\000\\330'",
                message: "not UTF-16"),
        ]
    }

    /// Runs the program on a file that a command makes while it is read, with no more than 200 MB of memory.
    private func run(
        _ lathu: CommandLine, _ arguments: [String], on file: String, made command: String
    ) throws -> CommandLine.Result {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.currentDirectoryURL = lathu.folder
        // Some are longer than what can be handed to a program.
        try lathu.write(command, to: "make.sh")
        let script = """
            rm -f "$0"; mkfifo "$0"
            sh make.sh >"$0" 2>/dev/null &
            ulimit -d 200000; ulimit -t 60
            "$@"
            status=$?
            exec 3<>"$0"; exec 3>&-
            wait
            exit $status
            """
        process.arguments = ["-c", script, file, CommandLine.program.path] + arguments
        return try CommandLine.finish(process)
    }

    @Test(arguments: ["tmx", "xlf", "tbx", "srx"])
    func validation(_ kind: String) throws {
        try CommandLine.inNewFolder { lathu in
            for hostile in Self.files(kind) {
                let result = try run(
                    lathu, ["validate", "a.\(kind)"], on: "a.\(kind)", made: hostile.command)
                #expect(result.status == 65, "\(kind), \(hostile.name): \(result.errors)")
                #expect(
                    result.output.contains(hostile.message) && result.output.hasPrefix("a.\(kind):"),
                    "\(kind), \(hostile.name): \(result.output.prefix(300)) \(result.errors.prefix(300))")
            }
        }
    }

    @Test(arguments: ["tmx", "xlf"])
    func imports(_ kind: String) throws {
        try CommandLine.inNewFolder { lathu in
            try lathu.write("en\tvi\nFree him\tTrả tự do cho ông\n", to: "pairs.tsv")
            #expect(try lathu.run("memory", "import", "pairs.tsv", "--memory", "m.sqlite").status == 0)
            for hostile in Self.files(kind) {
                // A file that holds good units before the bad place.
                let unit =
                    kind == "tmx"
                    ? "<tu><tuv xml:lang=\"en\"><seg>a</seg></tuv><tuv xml:lang=\"vi\"><seg>b</seg></tuv></tu>"
                    : ""
                let command = hostile.command.replacing("<note", with: unit + "<note", maxReplacements: 1)
                let result = try run(
                    lathu, ["memory", "import", "a.\(kind)", "--memory", "m.sqlite", "--to", "vi"],
                    on: "a.\(kind)", made: command)
                #expect(result.status == 65, "\(kind), \(hostile.name): \(result.errors.prefix(300))")
                let info = try lathu.run("memory", "info", "--memory", "m.sqlite", "--json")
                #expect(info.json.first?["units"] as? Int == 1, "\(kind), \(hostile.name): \(info.output)")
            }
        }
    }

    @Test func terms() throws {
        try CommandLine.inNewFolder { lathu in
            let glossary = "concept,locale,term\nudhr,en,UDHR\n"
            try lathu.write(glossary, to: "g.csv")
            for hostile in Self.files("tbx") {
                let result = try run(
                    lathu, ["terms", "import", "a.tbx", "--into", "g.csv"], on: "a.tbx", made: hostile.command
                )
                #expect(result.status == 65, "\(hostile.name): \(result.errors.prefix(300))")
                #expect(
                    result.errors.contains(hostile.message), "\(hostile.name): \(result.errors.prefix(300))")
                #expect(try lathu.read("g.csv") == glossary)
            }
        }
    }

    /// Small things without end: what would take minutes to read, or fill the memory, is refused before.
    @Test func endlessFiles() throws {
        try CommandLine.inNewFolder { lathu in
            let tmx = Self.starts["tmx"] ?? "", tbx = Self.starts["tbx"] ?? ""
            let files: [(file: String, start: String, piece: String)] = [
                ("a.tmx", tmx, "<a/>"), ("a.tmx", tmx, "<tu/>"), ("a.tmx", tmx, "<a><a/></a>"),
                ("a.tbx", tbx, "<a/>"), ("a.tbx", tbx, "<conceptEntry/>"), ("a.csv", "name,vi", "a,b,c"),
                ("a.csv", "concept,locale,term", "a,,b"),
            ]
            for (file, start, piece) in files {
                let command = "printf '%s\\n' '\(start)'; yes '\(piece)'"
                for arguments in [["validate", file], ["terms", "import", file, "--into", "g.csv"]] {
                    if arguments[0] == "terms", file == "a.tmx" { continue }
                    let result = try run(lathu, arguments, on: file, made: command)
                    #expect(result.status == 65, "\(arguments), \(piece): \(result.errors.prefix(300))")
                }
                #expect(!lathu.exists("g.csv"))
            }
        }
    }

    /// The expressions of rules are compiled one by one, and none of them stays: together they would take more.
    @Test func manyExpressions() throws {
        try CommandLine.inNewFolder { lathu in
            let rules = (1...20_000).map {
                "<rule break=\"no\"><beforebreak>[\\p{L}\\p{M}]x\($0)</beforebreak><afterbreak>\\s</afterbreak></rule>"
            }
            let document =
                "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\"><header segmentsubflows=\"yes\" "
                + "cascade=\"no\"/><body><languagerules><languagerule languagerulename=\"a\">\(rules.joined())"
                + "</languagerule></languagerules><maprules><languagemap languagepattern=\".*\" "
                + "languagerulename=\"a\"/></maprules></body></srx>"
            try lathu.write(document, to: "rules.xml")
            let result = try run(lathu, ["validate", "a.srx"], on: "a.srx", made: "cat rules.xml")
            #expect(result.status == 0, "\(result.output.prefix(300)) \(result.errors.prefix(300))")
        }
    }

    @Test func tables() throws {
        try CommandLine.inNewFolder { lathu in
            let files = [
                ("a.po", "printf 'msgid \"'; yes xxxxxxxxxxxxxxxx | tr -d '\\n' | head -c 1000000000", 65),
                ("a.po", "printf 'msgid \"\\377\"\\nmsgstr \"\"\\n'", 65),
                ("a.po", "head -c 1000000 /dev/zero", 65),
                ("a.tsv", "printf 'en\\tvi\\n'; yes xxxxxxxxxxxxxxxx | tr -d '\\n' | head -c 100000000", 65),
                ("a.tsv", "printf 'en\\tvi\\n\\377\\tx\\n'", 65),
                ("a.csv", "printf 'name,vi\\n'; yes xxxxxxxxxxxxxxxx | tr -d '\\n' | head -c 1000000000", 65),
                ("a.csv", "printf 'name,vi\\n\"'; yes xxxxxxxxxxxxxxxx | head -c 1000000000", 65),
                ("a.csv", "printf 'name,vi\\n\\377,x\\n'", 65),
                // Any table may be long, as long as it is not held.
                ("a.csv", "printf 'name,vi\\n'; yes a,b | head -c 4000000", 0),
            ]
            for (file, command, status) in files {
                let result = try run(lathu, ["validate", file], on: file, made: command)
                #expect(result.status == Int32(status), "\(command): \(result.output) \(result.errors)")
            }
        }
    }
}
