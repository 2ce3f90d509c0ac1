public import Interchange
public import TextFiles
internal import UnicodeText

/// Puts what was merged into a glossary's file.
public enum GlossaryStore {
    /// The concepts of a glossary that may not be there yet.
    /// - Throws: `LathuError` where it cannot be read or has an error.
    public static func concepts(at path: String) throws(LathuError) -> [GlossaryConcept] {
        guard FilePath.exists(path) else { return [] }
        let contents = try GlossaryFile.read(path)
        if !contents.errors.isEmpty { throw LathuError(.invalidData, contents.errors) }
        return contents.concepts
    }

    /// Writes a glossary, whole or not at all. A table to which terms were only added keeps every other byte.
    /// - Throws: `LathuError` where it cannot be written, or the table has no place for something that is said.
    public static func write(_ merge: GlossaryMerge, to path: String) throws(LathuError) {
        guard let format = GlossaryFormat.named(inPath: path), format != .omegat else {
            throw LathuError(
                .usage, "a glossary of a project is a .csv, .tsv or .tbx file", at: SourceLocation(file: path)
            )
        }
        if format != .tbx, merge.changedTerms == 0, FilePath.exists(path) {
            let text = try FileReading.text(of: path)
            if let edited = try GlossaryTableEditing.inserting(merge.additionsByConcept, into: text) {
                return try FileWriting.write(edited, to: path)
            }
        }
        let (bytes, leftOut) = try GlossaryFile.bytes(
            of: merge.concepts, as: format, title: FilePath.stem(of: path))
        if leftOut > 0, format != .tbx {
            throw LathuError(
                .usage, "\(leftOut) things that are said of the concepts have no column in a table",
                at: SourceLocation(file: path), hint: "keep them in a .tbx file")
        }
        try FileWriting.write(bytes, to: path)
    }
}
