/// The bytes of a whole document as UTF-8, so that places in it can be named and parts of it replaced.
public struct XMLBytes: Sendable {
    /// The document as UTF-8 without a byte order mark. Its declaration may name another encoding.
    public let utf8: [UInt8]
    /// Whether a byte order mark stood before it.
    public let hasMark: Bool
    /// Whether the file itself is in UTF-8, by its mark or declaration.
    public let isUTF8: Bool
}
