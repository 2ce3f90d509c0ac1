public import TextFiles
public import UnicodeText

/// Makes new letter projects.
public enum ProjectSetup {
    /// Makes a project in a folder: `lathu.yaml`, the folders of its languages, a `.gitignore` that keeps
    /// the memory and what is built out of version control. Files that are there stay as they are.
    ///
    /// - Returns: the paths that were made.
    /// - Throws: `LathuError` with code `cannotCreate` where the folder is a project already.
    public static func create(
        in root: String, source: LocaleID, targets: [LocaleID]
    ) throws(LathuError) -> [String] {
        let file = FilePath.join(root, Project.fileName)
        if FilePath.exists(file) {
            throw LathuError(
                .cannotCreate, "there is a project here already", at: SourceLocation(file: file),
                hint: "edit that file to change its languages")
        }
        try FileWriting.createFolder(root)
        var made: [String] = []
        try FileWriting.write(projectFile(source: source, targets: targets), to: file)
        made.append(file)
        for locale in [source] + targets {
            let folder = FilePath.join(root, "locales/\(locale.identifier)/letters")
            try FileWriting.createFolder(folder)
            made.append(folder + "/")
        }
        let glossary = FilePath.join(root, "glossary")
        try FileWriting.createFolder(glossary)
        made.append(glossary + "/")
        let ignore = FilePath.join(root, ".gitignore")
        if !FilePath.exists(ignore) {
            try FileWriting.write("build/\nmemory.sqlite\nmemory.sqlite-shm\nmemory.sqlite-wal\n", to: ignore)
            made.append(ignore)
        }
        return made
    }

    private static func projectFile(source: LocaleID, targets: [LocaleID]) -> String {
        """
        # A letter project of Lathu. “lathu --help” lists what can be done with it.

        # The language letters are written in, and those they are translated into (BCP 47).
        source: \(source)
        targets: [\(targets.map(\.identifier).joined(separator: ", "))]

        # The translation memory: made by the program, kept out of version control.
        memory: memory.sqlite

        # Termbases, the most important first.
        glossaries: []

        """
    }
}
