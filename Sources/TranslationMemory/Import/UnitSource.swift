internal import TextFiles

/// A file as translation units, piece by piece.
protocol UnitSource: SendableMetatype {
    /// How many rows or units of the file were read.
    var count: Int { get }
    /// The share of the file that was read, 0 to 1; nil where its length is not known.
    var share: Double? { get }

    /// Appends the next units, some or none, and tells what is wrong with what was read.
    /// - Returns: false at the end.
    /// - Throws: `LathuError` where the file cannot be read on.
    mutating func read(
        into units: inout [TranslationUnit], _ report: inout ImportReport
    ) throws(LathuError) -> Bool

    /// Tells what is wrong with the whole, when all was read.
    func finish(_ report: inout ImportReport)
}

extension UnitSource {
    func finish(_ report: inout ImportReport) {}
}
