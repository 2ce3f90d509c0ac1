/// The file that a catalog was read from: what is needed to write it back as it was.
final class POFile: Sendable {
    /// How many entries it has.
    let entryCount: Int
    /// What stands after the last entry: blank lines and comments that belong to none.
    let trailing: Substring
    /// The line end of new text.
    let lineEnd: String
    /// The bytes, where they are not just the UTF-8 of the text.
    let bytes: [UInt8]?
    /// Whether the text came from another encoding than UTF-8.
    let isForeign: Bool

    init(entryCount: Int, trailing: Substring, lineEnd: String, bytes: [UInt8]?, isForeign: Bool) {
        self.entryCount = entryCount
        self.trailing = trailing
        self.lineEnd = lineEnd
        self.bytes = bytes
        self.isForeign = isForeign
    }
}

/// Where an entry came from and what it said there.
final class POOrigin: Sendable {
    /// The file; catalogs and entries of one reading share it.
    let file: POFile
    /// The entry's number in the file, from 0.
    let number: Int
    /// What stands between the entry before and this one.
    let gap: Substring
    /// The entry as it stands in the file, with its line end.
    let text: Substring
    /// The entry as it was read; its own origin is none.
    let entry: POEntry

    init(file: POFile, number: Int, gap: Substring, text: Substring, entry: POEntry) {
        self.file = file
        self.number = number
        self.gap = gap
        self.text = text
        self.entry = entry
    }

    /// Whether the other came right before in the same file.
    func follows(_ other: POOrigin?) -> Bool {
        guard let other else { return number == 0 }
        return other.file === file && other.number + 1 == number
    }
}
