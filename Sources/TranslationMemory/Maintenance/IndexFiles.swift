internal import TextFiles
internal import UnicodeText

/// What lies in the folder of a memory's indexes, by name.
struct IndexFiles {
    /// An index of a language pair.
    struct Index {
        let name: String
        let path: String
        let source: LocaleID
        let target: LocaleID
    }

    /// The indexes, in the order of their names.
    private(set) var indexes: [Index] = []
    /// Paths of what a writer that was stopped left behind, or is still writing.
    private(set) var unfinished: [String] = []
    /// Names of what is none of Lathu's.
    private(set) var strange: [String] = []

    /// Looks into the folder beside a memory; it need not be there.
    init(memory: String) {
        let folder = IndexFolder.path(memory: memory)
        for name in FilePath.names(in: folder) {
            let path = FilePath.join(folder, name)
            let parts = name.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
            if let source = parts.first, parts.count == 2, let source = try? LocaleID(source) {
                if let target = try? LocaleID(parts[1]), name == "\(source)_\(target)" {
                    indexes.append(Index(name: name, path: path, source: source, target: target))
                    continue
                }
                // SOURCE_TARGET.PROCESS.NUMBER.tmp, see SegmentIndex.write(to:).
                let dotted = parts[1].split(separator: ".", omittingEmptySubsequences: false)
                if dotted.count == 4, dotted[3] == "tmp", Int(dotted[1]) != nil, UInt32(dotted[2]) != nil {
                    unfinished.append(path)
                    continue
                }
            }
            strange.append(name)
        }
    }
}
