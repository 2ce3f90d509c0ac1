internal import UnicodeText

/// Breaks lines where a language allows it, and remembers what it broke: most paragraphs are the same for all recipients.
///
/// Unchecked: ``Spares`` gives it to one thread at a time.
final class LineWrapper: @unchecked Sendable {
    /// Compared by bytes, which is faster than by characters, and tells texts apart that Unicode calls the same.
    private struct Key: Hashable {
        let text: String
        let width: Int

        static func == (left: Key, right: Key) -> Bool {
            left.width == right.width && left.text.utf8.elementsEqual(right.text.utf8)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(width)
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    private let breaker: TextBreaker
    private var known: [Key: String] = [:]
    /// More texts than letters have; what is in them is not held for ever.
    private static let mostKnown = 2000

    init(locale: LocaleID) throws { breaker = try TextBreaker(.line, locale: locale) }

    /// A text in lines of at most a width, in terminal columns.
    ///
    /// What has no opportunity for a break stays whole, and so does an address: mail programs follow it only on one line.
    func wrap(_ text: String, width: Int) -> String {
        let key = Key(text: text, width: width)
        if let lines = known[key] { return lines }
        let lines = lines(of: text, width: width)
        if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
        known[key] = lines
        return lines
    }

    private func lines(of text: String, width: Int) -> String {
        let units = Array(text.utf16)
        var lines: [String] = []
        var line = ""
        var lineWidth = 0
        var start = 0
        let addresses = Self.addresses(in: units)
        for end in breaker.boundaries(of: units) {
            if addresses.contains(where: { $0.contains(end) }) { continue }
            let piece = String(decoding: units[start..<end], as: UTF16.self)
            start = end
            if !line.isEmpty, lineWidth + piece.trimmed.displayWidth > width {
                lines.append(line.trimmed)
                line = ""
                lineWidth = 0
            }
            line += piece
            lineWidth += piece.displayWidth
        }
        if !line.trimmed.isEmpty { lines.append(line.trimmed) }
        return lines.joined(separator: "\n")
    }

    /// Where no line may end: after the first unit of an address up to its last one.
    private static func addresses(in units: [UInt16]) -> [ClosedRange<Int>] {
        let mark = Array("://".utf16)
        var ranges: [ClosedRange<Int>] = []
        var at = 0
        while at + mark.count <= units.count {
            guard units[at] == mark[0], Array(units[at..<at + mark.count]) == mark else {
                at += 1
                continue
            }
            var first = at, end = at
            while first > 0, (0x30...0x7A).contains(units[first - 1]) { first -= 1 }
            // Printable ASCII; an angle bracket is the last unit of what stands in such brackets.
            while end < units.count, (0x21...0x7E).contains(units[end]) {
                end += 1
                if units[end - 1] == 0x3E { break }
            }
            if first + 1 <= end - 1 { ranges.append(first + 1...end - 1) }
            at = max(end, at + 1)
        }
        return ranges
    }
}
