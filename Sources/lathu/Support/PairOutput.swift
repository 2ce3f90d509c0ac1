public import ArgumentParser
public import Interchange
internal import TextFiles

extension PairFormat: ExpressibleByArgument {}
extension TMXCodeForm: ExpressibleByArgument {}

/// How XLIFF, TMX and CSV are written.
struct PairOutputOptions: ParsableArguments {
    @Option(help: "The version of XLIFF 2: 2.0, 2.1 or 2.2.") var xliffVersion = XLIFFVersion.twoOne.rawValue
    @Flag(help: "In XLIFF, the source stands where a translation is missing (OmegaT 3).")
    var copySource = false
    @Option(
        help: ArgumentHelp(
            "In TMX, codes as “elements”, as “text” (<1>, as in PO) or as “omegat” shows those of XLIFF 1.2.",
            valueName: "form"))
    var codes = TMXCodeForm.elements
    @Flag(help: "Begin CSV with a byte order mark, for Excel.") var bom = false

    /// What a writer has to know.
    func options(isCatalog: Bool = false) throws(LathuError) -> PairWritingOptions {
        guard let version = XLIFFVersion(rawValue: xliffVersion), !version.isFirstGeneration else {
            throw LathuError(
                .usage, "there is no version “\(xliffVersion)” of XLIFF 2",
                hint: "write 2.0, 2.1 or 2.2; XLIFF 1.2 is a format of its own: xliff12")
        }
        var options = PairWritingOptions()
        options.version = version
        options.hasByteOrderMark = bom
        options.copiesSource = copySource
        options.codes = codes
        options.isCatalog = isCatalog
        options.toolVersion = Lathu.version
        return options
    }
}

/// A file that is written piece by piece, or standard output.
struct PairOutput {
    private let file: FileWriter?

    /// - Throws: `LathuError` where the file cannot be made.
    init(path: String) throws(LathuError) {
        file = path == FileReading.standardInput ? nil : try FileWriter(path: path, permissions: 0o600)
    }

    func write(_ bytes: [UInt8]) throws(LathuError) {
        if let file {
            try file.write(bytes)
        } else {
            Console.write(String(decoding: bytes, as: UTF8.self))
        }
    }

    func commit() throws(LathuError) { try file?.commit() }
}

/// Says on standard error what a format could not hold.
func tell(_ losses: PairLosses, of path: String, in format: PairFormat) {
    let lost = losses.list.filter { $0.kind != .repeated }.map { "\($0.count) \($0.kind.rawValue)" }
    if !lost.isEmpty {
        Console.note("\(path): not kept in \(format.rawValue): \(lost.joined(separator: ", "))")
    }
    if let repeated = losses.counts[.repeated] {
        Console.note("\(path): \(repeated) \(PairLosses.Kind.repeated.rawValue)")
    }
}
