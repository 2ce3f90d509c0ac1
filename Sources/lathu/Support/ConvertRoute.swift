internal import ArgumentParser
internal import Interchange
internal import TextFiles

/// A format of files of translations or of terms; a table may be either.
enum ConvertFormat: String, ExpressibleByArgument, CaseIterable {
    case tmx, xliff12, xliff2, po, tsv, csv, tbx, tbx2, wide, omegat

    /// The same as a format of translations; nil where it is none.
    var pairs: PairFormat? { PairFormat(rawValue: rawValue) }
    /// The same as a format of terms; nil where it is none.
    var terms: GlossaryFormat? { GlossaryFormat(rawValue: rawValue) }

    /// The format that a file's name says.
    static func named(inPath path: String) -> ConvertFormat? {
        (PairFormat.named(inPath: path)?.rawValue ?? GlossaryFormat.named(inPath: path)?.rawValue)
            .flatMap(ConvertFormat.init(rawValue:))
    }
}

/// What is turned into what.
enum ConvertRoute {
    case pairs(PairFormat, PairFormat)
    case terms(GlossaryFormat, GlossaryFormat)

    /// Goes by the formats given, else by the files' names. Tables are of translations unless the other side is of
    /// terms.
    /// - Throws: `LathuError` with code `usage` where a format is not known, or one is of translations and the other
    ///   of terms.
    init(
        _ from: ConvertFormat?, _ input: String, _ to: ConvertFormat?, _ output: String
    ) throws(LathuError) {
        let source = try Self.resolve(from, input, "--from-format")
        let target = try Self.resolve(to, output, "--to-format")
        if let one = source.pairs, let other = target.pairs {
            self = .pairs(one, other)
        } else if let one = source.terms, let other = target.terms {
            self = .terms(one, other)
        } else {
            let (terms, pairs) = source.pairs == nil ? (source, target) : (target, source)
            throw LathuError(
                .usage, "\(terms.rawValue) holds terms and \(pairs.rawValue) translations",
                hint: "terms can be written as tbx, tbx2, csv, tsv, wide or omegat")
        }
    }

    private static func resolve(
        _ format: ConvertFormat?, _ path: String, _ option: String
    ) throws(LathuError) -> ConvertFormat {
        if let format = format ?? ConvertFormat.named(inPath: path) { return format }
        throw LathuError(
            .usage, "the name does not say which format it is", at: SourceLocation(file: path),
            hint: "add \(option): \(ConvertFormat.allCases.map(\.rawValue).joined(separator: ", "))")
    }
}
