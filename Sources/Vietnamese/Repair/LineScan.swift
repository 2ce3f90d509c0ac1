/// The first pass over a text: finds the lines that need a closer look. It reads every byte of every text, so
/// it works on bytes and allocates nothing for lines in order.
///
/// ASCII shows no damage and is skipped eight bytes at a time. What is looked at are *runs*: letters and everything
/// beyond ASCII that stands together. Whether a run shows signs depends on nothing but the run, so in longer texts
/// those in order are remembered.
struct LineScan {
    /// A line with signs of damage; of a very long one, a piece.
    struct Finding {
        /// Bytes of the line without its line feed.
        var range: Range<Int>
        var signs: Signs
    }

    /// Text on one line that is longer is cut at spaces into pieces of about this many bytes, since repair takes
    /// more than linear time in a line's length.
    static let longestLine = 4096

    private let bytes: UnsafeBufferPointer<UInt8>
    private var reader: RunReader
    private var findings: [Finding] = []
    /// Where the last finding ends.
    private var floor = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>, style: ToneStyle?) {
        self.bytes = bytes
        reader = RunReader(bytes, style: style)
    }

    static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, style: ToneStyle?, known: inout KnownRuns
    ) -> [Finding] {
        var scan = LineScan(bytes, style: style)
        known.prepare(for: style, size: bytes.count)
        known.keys.withUnsafeMutableBufferPointer { scan.run($0) }
        return scan.findings
    }

    private mutating func run(_ known: UnsafeMutableBufferPointer<KnownRuns.Key>) {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
        let count = bytes.count
        var end = 0
        while true {
            let place = Self.nextBeyondASCII(base, count, from: end)
            if place == count { return }
            let start = Self.runStart(base, place, limit: end)
            end = Self.runEnd(base, count, from: place)
            guard end - start <= 16, !known.isEmpty else {
                let signs = reader.signs(in: start..<end)
                if !signs.isEmpty { note(signs, at: start) }
                continue
            }
            let key = KnownRuns.key(base, count, start, end)
            let slot = KnownRuns.slot(key)
            if known[slot] == key { continue }
            let signs = reader.signs(in: start..<end)
            if signs.isEmpty { known[slot] = key } else { note(signs, at: start) }
        }
    }

    private static let highBits: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// The high bit of every byte that is an ASCII letter, and of some beyond ASCII.
    @inline(__always)
    private static func letters(_ word: UInt64) -> UInt64 {
        let lower = (word | ones &* 0x20) & ~highBits
        return (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x7B)) & highBits
    }

    @inline(__always)
    private static func load(_ base: UnsafeRawPointer, _ place: Int) -> UInt64 {
        UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// The first byte beyond ASCII, or the end.
    @inline(__always)
    private static func nextBeyondASCII(_ base: UnsafeRawPointer, _ count: Int, from start: Int) -> Int {
        var place = start
        while place + 8 <= count {
            let marks = load(base, place) & highBits
            if marks != 0 { return place + marks.trailingZeroBitCount / 8 }
            place += 8
        }
        while place < count, base.load(fromByteOffset: place, as: UInt8.self) < 0x80 { place += 1 }
        return place
    }

    /// Where the ASCII letters before a place begin.
    @inline(__always)
    private static func runStart(_ base: UnsafeRawPointer, _ place: Int, limit: Int) -> Int {
        var start = place
        if place - limit >= 8 {
            let word = load(base, place - 8)
            let others = ~(letters(word) & ~word) & highBits
            if others != 0 { return place - others.leadingZeroBitCount / 8 }
            start -= 8
        }
        while start > limit, isLetter(base.load(fromByteOffset: start - 1, as: UInt8.self)) { start -= 1 }
        return start
    }

    /// Where letters and what is beyond ASCII end.
    @inline(__always)
    private static func runEnd(_ base: UnsafeRawPointer, _ count: Int, from place: Int) -> Int {
        var end = place
        while end + 8 <= count {
            let word = load(base, end)
            let others = ~(letters(word) | word) & highBits
            if others != 0 { return end + others.trailingZeroBitCount / 8 }
            end += 8
        }
        while end < count {
            let byte = base.load(fromByteOffset: end, as: UInt8.self)
            guard byte >= 0x80 || isLetter(byte) else { break }
            end += 1
        }
        return end
    }

    private mutating func note(_ signs: Signs, at place: Int) {
        if let last = findings.indices.last, place < findings[last].range.upperBound {
            findings[last].signs.formUnion(signs)
            return
        }
        let start = edge(from: place, to: floor, step: -1)
        floor = edge(from: place, to: bytes.count, step: 1)
        findings.append(Finding(range: start..<floor, signs: signs))
    }

    /// The line feed that ends the line, or the end of a piece of it; backward, what follows that.
    private func edge(from place: Int, to limit: Int, step: Int) -> Int {
        var edge = place
        while edge != limit {
            let byte = bytes[step < 0 ? edge - 1 : edge]
            let length = abs(edge - place)
            if byte == 0x0A || byte == 0x20 && length > Self.longestLine / 2 { return edge }
            // Text without spaces is cut between characters.
            if length > Self.longestLine, bytes[edge] & 0xC0 != 0x80 { return edge }
            edge += step
        }
        return edge
    }
}
