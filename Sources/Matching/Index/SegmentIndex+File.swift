#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension SegmentIndex {
    /// Maps an index file into memory. Every byte of it is checked first; afterwards the file may be replaced
    /// or removed, since the mapping keeps what was opened.
    ///
    /// - Throws: ``IndexFileError`` where there is none, or none that can be trusted: build it again.
    public convenience init(contentsOf path: String) throws(IndexFileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT
                ? IndexFileError(.missing, "there is no file \(path)")
                : Self.systemError("cannot be opened", path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.systemError("cannot be read", path) }
        guard status.st_size >= IndexHeader.size else {
            throw IndexFileError(.damaged, "\(path) is cut short")
        }
        let length = Int(status.st_size)
        guard let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw Self.systemError("cannot be mapped", path)
        }
        let storage = IndexBytes(mapped: UnsafeRawBufferPointer(start: start, count: length))
        let header = try IndexHeader(checking: storage.bytes)
        try IndexShape(header).check()
        self.init(storage, header)
        guard isSound else { throw IndexFileError(.damaged, "\(path) contradicts itself") }
    }

    /// Writes the index to a file: beside it, synced, and renamed, so that a reader sees the old one or the new
    /// one, and so does a machine that lost power. A new file can be read by its owner alone.
    ///
    /// - Throws: ``IndexFileError`` with code `inputOutput`.
    public func write(to path: String) throws(IndexFileError) {
        let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0 ... .max)).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.systemError("cannot be written", path) }
        var failure = Self.writeAll(storage.bytes, to: descriptor)
        if failure == 0, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure == 0, rename(temporary, path) != 0 { failure = errno }
        guard failure == 0 else {
            unlink(temporary)
            throw Self.systemError("cannot be written", path, failure)
        }
        // Some file systems refuse to sync folders; the rename is atomic there too.
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let opened = open(folder, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { return }
        _ = fsync(opened)
        close(opened)
    }

    private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var written = 0
        while written < bytes.count {
            // Linux writes at most 2,147,479,552 bytes at once.
            let part = min(bytes.count - written, 1 << 30)
            #if canImport(Glibc)
                let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), part)
            #else
                let count = Darwin.write(descriptor, bytes.baseAddress?.advanced(by: written), part)
            #endif
            if count < 0 {
                if errno == EINTR { continue }
                return errno
            }
            written += count
        }
        return 0
    }

    private static func systemError(_ what: String, _ path: String, _ code: Int32 = errno) -> IndexFileError {
        IndexFileError(.inputOutput, "\(path) \(what): \(String(cString: strerror(code)))")
    }

    /// Whether what points into other sections stays within them. The checksums say that the bytes are those
    /// that were written; this is for what was written by something else.
    private var isSound: Bool {
        guard [tokens, folds, bases, marks, raws].allSatisfy(\.isSound) else { return false }
        guard tokens.count == records.count, foldBits.count == folds.count * 4,
            postingStarts.count == folds.count * PositionClass.count + 1
        else { return false }
        guard haveTokens, Self.ascends(postingStarts, to: postings.count),
            Self.ascends(textStarts, to: textBytes.count)
        else { return false }
        for record in records {
            guard Int(record.fold & TokenRecord.foldMask) < folds.count, Int(record.marks) < marks.count
            else {
                return false
            }
        }
        for token in 0..<tokens.count where !tokens[token].contains(TokenKeys.separator) { return false }
        return true
    }

    /// Whether the units lie in order of weight, and the tokens of each within the section of tokens.
    private var haveTokens: Bool {
        guard let last = units.last, Int(last.tokenStart) == stream.count else { return false }
        for unit in 0..<count {
            let record = units[unit], next = units[unit + 1]
            guard record.tokenStart <= next.tokenStart,
                record.tokenCount <= next.tokenStart - record.tokenStart,
                unit + 1 == count || record.weight <= next.weight,
                !record.flags.contains(.hasPrevious) || !previous.isEmpty,
                !record.flags.contains(.hasNext) || !self.next.isEmpty
            else { return false }
        }
        return true
    }

    private static func ascends(_ starts: UnsafeBufferPointer<some FixedWidthInteger>, to end: Int) -> Bool {
        guard let first = starts.first, first == 0, Int(starts[starts.count - 1]) == end else { return false }
        for place in 1..<starts.count where starts[place - 1] > starts[place] { return false }
        return true
    }
}

/// The lengths that sections must have for a number of units.
struct IndexShape {
    private let header: IndexHeader

    init(_ header: IndexHeader) { self.header = header }

    private func length(_ section: IndexSection) -> Int { header.sections[section.rawValue].length }

    func check() throws(IndexFileError) {
        let units = header.unitCount
        let expected: [(IndexSection, Int)] = [
            (.filters, units * 16), (.units, units * 16 + 16),
            (.identifiers, units * 8), (.changes, units * 8),
            (.byIdentifier, units * 4), (.textStarts, length(.textUnits) * 2 + 8),
        ]
        let multiples: [(IndexSection, Int)] = [
            (.tokens, 2), (.textUnits, 4), (.tokenRecords, 16), (.foldBits, 4), (.postingStarts, 4),
            (.postings, 4),
            (.tokenByteStarts, 4), (.tokenSlots, 4), (.foldByteStarts, 4), (.foldSlots, 4),
            (.baseByteStarts, 4),
            (.baseSlots, 4), (.markByteStarts, 4), (.markSlots, 4), (.rawByteStarts, 4), (.rawSlots, 4),
        ]
        guard expected.allSatisfy({ length($0) == $1 }), multiples.allSatisfy({ length($0) % $1 == 0 }),
            [IndexSection.previous, .next].allSatisfy({ [0, units * 8].contains(length($0)) })
        else { throw IndexFileError(.damaged, "its sections have other lengths than its units need") }
    }
}
