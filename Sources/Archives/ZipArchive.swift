/// A zip file in memory (PKWARE APPNOTE 6.3): what DOCX and ODT are packed in.
///
/// Only what such files use: members that are stored or deflated, neither encrypted nor beyond four gigabytes.
public struct ZipArchive: Sendable {
    /// A file in it.
    public struct Member: Sendable, Equatable {
        /// Its path, with slashes.
        public var name: String
        /// Its content.
        public var bytes: [UInt8] { didSet { packed = nil } }
        /// The same packed, where another program has done so already.
        var packed: Packed?

        /// A file.
        public init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }

        /// The same name with the same content.
        public static func == (left: Member, right: Member) -> Bool {
            left.name == right.name && left.bytes == right.bytes
        }

        /// Deflated content, and the checksum of what it unpacks to.
        struct Packed: Sendable {
            let bytes: ArraySlice<UInt8>
            let checksum: UInt32
        }

        /// A file of text.
        public init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
    }

    /// How much a file may unpack to, so that a few bytes cannot fill the memory.
    public struct Limits: Sendable {
        /// Files.
        public var members = 10_000
        /// Bytes of all files together.
        public var bytes = 256 << 20

        /// Limits that documents do not reach.
        public init() {}
    }

    /// The files in order. Folders have no entries of their own.
    public var members: [Member]

    /// An archive of files.
    public init(_ members: [Member] = []) { self.members = members }

    /// The content of a file; nil where there is none of this name.
    public subscript(_ name: String) -> [UInt8]? {
        get { members.first { $0.name == name }?.bytes }
        set {
            let index = members.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let bytes?): members[index].bytes = bytes
            case (let index?, nil): members.remove(at: index)
            case (nil, let bytes?): members.append(Member(name, bytes))
            case (nil, nil): break
            }
        }
    }

    /// The bytes of the archive: the same for the same files, wherever and whenever it is made. All dates are
    /// the first that the format knows, 1 January 1980; nothing tells of the system. What was read from an archive, and
    /// not changed since, stays packed as it was there.
    public func packed() -> [UInt8] {
        var writer = ZipWriter()
        for member in members { writer.add(member) }
        return writer.finished()
    }
}

/// Puts an archive together.
private struct ZipWriter {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// 1 January 1980, in the format of MS-DOS.
    private static let date: UInt16 = 0x0021

    mutating func add(_ member: ZipArchive.Member) {
        let name = Array(member.name.utf8)
        // ODF 1.3, part 2, section 3.3: the type stands first and is not compressed.
        // Of so few bytes packing spares nothing worth its time.
        let isStored = member.name == "mimetype" || member.packed == nil && member.bytes.count < 400
        let deflated =
            isStored ? nil : member.packed?.bytes ?? Deflate.compress(member.bytes).map { $0[...] }
        let isDeflated = (deflated?.count ?? .max) < member.bytes.count
        let content = isDeflated ? deflated ?? [] : member.bytes[...]
        var common: [UInt8] = []
        common.append(little: UInt16(20))
        common.append(little: UInt16(name.contains { $0 >= 0x80 } ? 0x0800 : 0))
        common.append(little: UInt16(isDeflated ? 8 : 0))
        common.append(little: UInt16(0))
        common.append(little: Self.date)
        common.append(little: member.packed?.checksum ?? Checksum.crc32(member.bytes))
        common.append(little: UInt32(content.count))
        common.append(little: UInt32(member.bytes.count))
        common.append(little: UInt16(name.count))
        common.append(little: UInt16(0))
        directory.append(little: ZipSignature.directory)
        directory.append(little: UInt16(20))
        directory += common
        // Comment, disk, attributes.
        directory += [UInt8](repeating: 0, count: 10)
        directory.append(little: UInt32(bytes.count))
        directory += name
        bytes.append(little: ZipSignature.member)
        bytes += common + name + content
        count += 1
    }

    func finished() -> [UInt8] {
        var result = bytes + directory
        result.append(little: ZipSignature.end)
        result.append(little: UInt32(0))
        result.append(little: UInt16(count))
        result.append(little: UInt16(count))
        result.append(little: UInt32(directory.count))
        result.append(little: UInt32(bytes.count))
        result.append(little: UInt16(0))
        return result
    }
}

/// What marks the records of an archive.
enum ZipSignature {
    static let member: UInt32 = 0x0403_4B50
    static let directory: UInt32 = 0x0201_4B50
    static let end: UInt32 = 0x0605_4B50
}

extension [UInt8] {
    fileprivate mutating func append<Value: FixedWidthInteger>(little value: Value) {
        Swift.withUnsafeBytes(of: value.littleEndian) { self += $0 }
    }
}
