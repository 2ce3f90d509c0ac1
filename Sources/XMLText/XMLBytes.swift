/// The bytes of a whole document as UTF-8, so that places in it can be named and parts of it replaced.
public struct XMLBytes: Sendable {
    /// The document as UTF-8 without a byte order mark. Its declaration may name another encoding.
    public let utf8: [UInt8]
    /// Whether a byte order mark stood before it.
    public let hasMark: Bool
    /// Whether the file itself is in UTF-8, by its mark or declaration.
    public let isUTF8: Bool

    /// Markup in the place of a range of ``utf8``.
    public typealias Edit = (range: Range<Int>, text: String)

    /// The file with parts of it replaced and every other byte as it was, in UTF-8, its mark included; where it was in
    /// another encoding, its declaration says UTF-8 now.
    /// - Parameter edits: ranges that do not overlap, in any order.
    public func replacing(_ edits: [Edit]) -> [UInt8] {
        var edits = edits
        let mark: [UInt8] = hasMark && isUTF8 ? [0xEF, 0xBB, 0xBF] : []
        if !isUTF8, utf8.starts(with: Array("<?xml".utf8)), let end = utf8.firstIndex(of: UInt8(ascii: ">")) {
            edits.append((0..<(end + 1), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))
        }
        return mark + replacing(edits, within: 0..<utf8.count)
    }

    /// The bytes of a range with parts of it replaced.
    /// - Parameter edits: ranges in it that do not overlap, in any order.
    public func replacing(_ edits: [Edit], within range: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        var at = range.lowerBound
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            result += utf8[at..<edit.range.lowerBound]
            result += edit.text.utf8
            at = edit.range.upperBound
        }
        return result + utf8[at..<range.upperBound]
    }
}
