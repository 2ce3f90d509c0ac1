internal import Resources
internal import TextFiles

/// Prints pages as tagged PDF (PDF/UA-1, ISO 14289-1) with WeasyPrint, typefaces embedded.
///
/// The pages are given to WeasyPrint's own Python, whose name the program's first line tells: so many pages
/// take one start, and nothing is loaded from anywhere.
struct PDFPrinter {
    private let python: OutsideProgram

    /// Finds WeasyPrint.
    /// - Throws: `LathuError` with code `noInput` that says what to install.
    init() throws(LathuError) {
        let program = try OutsideProgram.find("weasyprint", package: "weasyprint", purpose: "PDF")
        python = OutsideProgram(
            path: Self.interpreter(of: program.path) ?? "/usr/bin/python3", name: "WeasyPrint")
    }

    /// The path after `#!` of a script, without arguments; nil where it is found through `env`.
    private static func interpreter(of path: String) -> String? {
        guard let bytes = try? ByteStream(path: path).read(512), bytes.starts(with: Array("#!".utf8)) else {
            return nil
        }
        let words = String(decoding: bytes.dropFirst(2).prefix { $0 != 0x0A }, as: UTF8.self)
            .split(separator: " ")
        guard let first = words.first.map(String.init), first.hasPrefix("/") else { return nil }
        return first.hasSuffix("/env") || first.hasSuffix("/sh") ? nil : first
    }

    /// Prints pages.
    ///
    /// - Returns: for each page its PDF or why there is none, in order.
    /// - Throws: `LathuError` where WeasyPrint cannot be run at all.
    func print(_ pages: [String]) throws(LathuError) -> [Result<[UInt8], LathuError>] {
        let folder = try ScratchFolder()
        for (number, page) in pages.enumerated() {
            try folder.write(Array(page.utf8), to: "\(number).html")
        }
        try folder.write(Array(Resources.template("print.py").utf8), to: "print.py")
        let run = try python.run(
            ["print.py", "\(pages.count)"], in: folder, seconds: 60 + 20 * pages.count,
            environment: ["PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONNOUSERSITE": "1"])
        if run.status != 0 {
            let message = run.errors.split(separator: "\n").last.map(String.init) ?? "status \(run.status)"
            throw LathuError(
                .inputOutput, "WeasyPrint failed: \(message)", hint: "check that “weasyprint --info” works")
        }
        return pages.indices.map { number in
            Result { () throws(LathuError) in try Self.result(number, folder) }
        }
    }

    private static func result(_ number: Int, _ folder: ScratchFolder) throws(LathuError) -> [UInt8] {
        let file = folder.file("\(number).pdf")
        if FilePath.exists(file) { return try FileReading.bytes(of: file) }
        let missing = folder.file("\(number).missing")
        if FilePath.exists(missing) {
            let characters = try FileReading.text(of: missing).text
            let more = characters.count > 10 ? " and \(characters.count - 10) more" : ""
            throw LathuError(
                .noInput,
                "PDF needs a typeface that has “\(characters.prefix(10))”\(more), and none is installed",
                hint:
                    "install one: apt-get install fonts-noto-core, for Chinese, Japanese and Korean fonts-noto-cjk"
            )
        }
        let reason = try FileReading.text(of: folder.file("\(number).error")).text
        throw LathuError(
            .invalidData, "WeasyPrint cannot print the letter: \(reason)",
            hint: "if the project has templates of its own, try without them")
    }
}
