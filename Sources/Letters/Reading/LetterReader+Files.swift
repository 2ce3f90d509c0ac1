internal import TextFiles

/// The other files that a letter names.
extension LetterReader {
    /// The path of a file that a letter names: in the letter's own folder, or in one of the reader's.
    ///
    /// - Parameter what: what it is a file of, for messages.
    /// - Throws: `LathuError` with code `noInput` where there is none; with `invalidData` where the name leads out of
    ///   the folders, by itself or through a symbolic link: a letter may come from anywhere.
    func file(
        _ name: String, of what: String, besides path: String, at location: SourceLocation
    ) throws(LathuError) -> String {
        let outside = LathuError(
            .invalidData, "“\(name)” leads out of the project", at: location,
            hint: "keep the file in the project, and write its path from there")
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        if name.hasPrefix("/") || parts.contains("..") || name.unicodeScalars.contains("\0") { throw outside }
        let own = FilePath.folder(of: path)
        let folders = [own] + folders.filter { $0 != own }
        for folder in folders {
            let file = FilePath.join(folder, name)
            guard FilePath.exists(file) else { continue }
            let roots = folders.compactMap { FilePath.resolved($0) }
            guard let real = FilePath.resolved(file),
                roots.contains(where: { real.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") })
            else { throw outside }
            return file
        }
        throw LathuError(
            .noInput, "there is no \(what) file “\(name)”", at: location,
            hint: "looked in \(folders.map { $0 == "." ? "this folder" : $0 }.joined(separator: " and "))")
    }
}
