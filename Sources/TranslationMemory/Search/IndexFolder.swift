internal import TextFiles
internal import UnicodeText

/// Where the indexes of a memory are: in a folder beside it, a file for each language pair.
enum IndexFolder {
    /// The folder that belongs to a memory; it can be removed at any time.
    static func path(memory: String) -> String { memory + ".index" }

    /// The file of a language pair.
    static func path(_ pair: PairUnits, memory: String) -> String {
        FilePath.join(path(memory: memory), "\(pair.source.identifier)_\(pair.target.identifier)")
    }

    /// Makes the folder of a file. What it holds is as confidential as the memory: its owner's alone.
    static func make(for file: String) throws(LathuError) {
        try FileWriting.createFolder(FilePath.folder(of: file), permissions: 0o700)
    }
}
