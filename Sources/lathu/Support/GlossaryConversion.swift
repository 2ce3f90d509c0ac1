internal import Interchange
internal import TextFiles
internal import UnicodeText

/// Turns a glossary into another format.
struct GlossaryConversion {
    let input: String
    let output: String
    let source: LocaleID?
    let target: LocaleID?

    struct Report: Encodable {
        let input, output: String
        let concepts, refused, notKept: Int
    }

    /// Writes the glossary, and tells what was left out.
    func run(from: GlossaryFormat, to: GlossaryFormat) throws(LathuError) -> Report {
        let pair = source.flatMap { from in target.map { (from: from, to: $0) } }
        let contents = try GlossaryFile.read(input, format: from, pair: pair)
        let language = source ?? contents.concepts.first?.languages.first?.locale ?? .english
        let (bytes, leftOut) = try GlossaryFile.bytes(
            of: contents.concepts, as: to, pair: pair, language: language, title: FilePath.name(of: input))
        let file = try PairOutput(path: output)
        try file.write(bytes)
        try file.commit()
        for var finding in contents.findings.prefix(20) {
            finding.severity = .warning
            Console.report(finding)
        }
        if contents.findings.count > 20 {
            Console.note("… and \(contents.findings.count - 20) more like these")
        }
        if leftOut > 0 {
            Console.note("\(output): left out \(leftOut) things that \(to.rawValue) has no place for")
        }
        return Report(
            input: input, output: output, concepts: contents.concepts.count,
            refused: contents.errors.count, notKept: leftOut)
    }
}
