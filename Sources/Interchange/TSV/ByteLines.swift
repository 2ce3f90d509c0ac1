import TextFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The lines of a file or of standard input, read in chunks: memory holds one chunk and one line.
final class ByteLines {
    /// A line longer than this is no line of text.
    static let limit = 1 << 24

    /// A line without its line end.
    struct Line {
        /// Its bytes; empty where it is longer than the limit.
        let bytes: ArraySlice<UInt8>
        /// Where it starts in the file, in bytes.
        let offset: Int
        /// Its 1-based number.
        let number: Int
        /// Whether it is longer than the limit.
        let isTooLong: Bool

        /// What stands between its tabs.
        var cells: [ArraySlice<UInt8>] {
            var cells: [ArraySlice<UInt8>] = []
            var start = bytes.startIndex
            while let tab = ByteLines.place(of: 0x09, in: bytes[start...]) {
                cells.append(bytes[start..<tab])
                start = tab + 1
            }
            cells.append(bytes[start...])
            return cells
        }
    }

    private let stream: ByteStream
    /// The share of the file that was read, see ``TextFiles/ByteStream/share``.
    var share: Double? { stream.share }
    private let chunkSize: Int
    private let limit: Int
    private var buffer: [UInt8] = []
    /// Where the bytes that were not given out yet start in the buffer.
    private var start = 0
    /// The file's offset of the buffer.
    private var base = 0
    private var number = 0
    private var isAtEnd = false

    /// Opens a file; `-` is standard input.
    /// - Throws: ``LathuError`` with code `noInput`.
    init(path: String, chunkSize: Int = 1 << 18, limit: Int = ByteLines.limit) throws(LathuError) {
        stream = try ByteStream(path: path)
        self.chunkSize = chunkSize
        self.limit = limit
    }

    /// The lines of bytes in memory.
    init(bytes: [UInt8], chunkSize: Int = 1 << 18, limit: Int = ByteLines.limit) {
        stream = ByteStream(bytes)
        self.chunkSize = chunkSize
        self.limit = limit
    }

    /// The next line; nil at the end. A file that ends with a line end has no empty line after it.
    /// - Throws: ``LathuError`` with code `inputOutput`.
    func next() throws(LathuError) -> Line? {
        var searched = start
        var isTooLong = false
        var offset = base + start
        while true {
            if let end = lineFeed(from: searched) {
                let line = take(to: end, isTooLong: isTooLong, offset: offset)
                start = end + 1
                return line
            }
            searched = buffer.count
            if isAtEnd {
                guard start < buffer.count || isTooLong else { return nil }
                let line = take(to: buffer.count, isTooLong: isTooLong, offset: offset)
                start = buffer.count
                return line
            }
            if buffer.count - start > limit { isTooLong = true }
            let keptOffset = offset
            // What was given out, and what is too long to be, makes room.
            let gone = isTooLong ? buffer.count : start
            base += gone
            buffer.removeFirst(gone)
            start = 0
            searched -= gone
            offset = keptOffset
            try fill()
        }
    }

    private func lineFeed(from position: Int) -> Int? {
        position < buffer.count ? Self.place(of: 0x0A, in: buffer[position...]) : nil
    }

    /// Where a byte stands first.
    fileprivate static func place(of byte: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBytes { part in
            guard let base = part.baseAddress, let found = memchr(base, Int32(byte), part.count) else {
                return nil
            }
            return bytes.startIndex + (UnsafeRawPointer(found) - base)
        }
    }

    private func take(to end: Int, isTooLong: Bool, offset: Int) -> Line {
        number += 1
        var last = end
        if last > start, buffer[last - 1] == 0x0D { last -= 1 }
        let isTooLong = isTooLong || last - start > limit
        return Line(
            bytes: isTooLong ? [] : buffer[start..<last], offset: offset, number: number, isTooLong: isTooLong
        )
    }

    private func fill() throws(LathuError) {
        let part = try stream.read(chunkSize)
        if part.isEmpty { isAtEnd = true }
        buffer += part
    }
}
