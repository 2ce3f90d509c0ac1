public import TextFiles

extension ZipArchive {
    /// Unpacks an archive.
    ///
    /// The directory at its end counts, as for every reader of zip files; sizes and checksums must be what it
    /// says, and no more is unpacked than the limits allow.
    /// - Throws: `LathuError` with code `invalidData` where it is none, is damaged, encrypted or too large.
    public init(packed bytes: [UInt8], file: String? = nil, limits: Limits = Limits()) throws(LathuError) {
        let reader = ZipReader(bytes: bytes, file: file)
        var members: [Member] = []
        var room = limits.bytes
        for record in try reader.records() {
            if members.count >= limits.members { throw reader.error("holds too many files") }
            guard record.size <= room else {
                throw reader.error("unpacks to more than \(limits.bytes >> 20) megabytes")
            }
            room -= record.size
            if record.name.hasSuffix("/") { continue }
            members.append(try reader.member(record))
        }
        self.init(members)
    }
}

/// Reads the records of an archive (PKWARE APPNOTE 6.3, section 4.3).
private struct ZipReader {
    let bytes: [UInt8]
    let file: String?

    struct Record {
        let name: String
        let method: Int
        let checksum: UInt32
        let packedSize: Int
        let size: Int
        let offset: Int
    }

    func error(_ message: String) -> LathuError {
        LathuError(
            .invalidData, message, at: SourceLocation(file: file),
            hint: "open it in the program that made it and save it again")
    }

    private var damaged: LathuError { error("is no document of its kind, or is damaged") }

    private func number(_ offset: Int, _ count: Int) throws(LathuError) -> Int {
        guard offset >= 0, offset <= bytes.count - count else { throw damaged }
        return (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
    }

    /// The end record stands before a comment of at most 65,535 bytes.
    private func end() throws(LathuError) -> Int {
        var offset = bytes.count - 22
        while offset >= max(0, bytes.count - 22 - 0xFFFF) {
            if try number(offset, 4) == Int(ZipSignature.end),
                try number(offset + 20, 2) == bytes.count - offset - 22
            {
                return offset
            }
            offset -= 1
        }
        throw damaged
    }

    func records() throws(LathuError) -> [Record] {
        let end = try end()
        let count = try number(end + 10, 2)
        var offset = try number(end + 16, 4)
        var records: [Record] = []
        for _ in 0..<count {
            guard try number(offset, 4) == Int(ZipSignature.directory) else { throw damaged }
            let flags = try number(offset + 8, 2)
            if flags & 1 != 0 { throw error("is encrypted") }
            let nameLength = try number(offset + 28, 2)
            let start = offset + 46
            guard start + nameLength <= bytes.count else { throw damaged }
            let record = Record(
                name: String(decoding: bytes[start..<start + nameLength], as: UTF8.self),
                method: try number(offset + 10, 2), checksum: UInt32(try number(offset + 16, 4)),
                packedSize: try number(offset + 20, 4), size: try number(offset + 24, 4),
                offset: try number(offset + 42, 4))
            records.append(record)
            offset = start + nameLength + (try number(offset + 30, 2)) + (try number(offset + 32, 2))
        }
        return records
    }

    func member(_ record: Record) throws(LathuError) -> ZipArchive.Member {
        guard try number(record.offset, 4) == Int(ZipSignature.member) else { throw damaged }
        let names = try number(record.offset + 26, 2) + number(record.offset + 28, 2)
        let start = record.offset + 30 + names
        guard start + record.packedSize <= bytes.count else { throw damaged }
        let packed = bytes[start..<start + record.packedSize]
        let content: [UInt8]?
        switch record.method {
        case 0: content = packed.count == record.size ? Array(packed) : nil
        case 8: content = Deflate.expand(packed, count: record.size)
        default: throw error("holds “\(record.name)” in a way of packing that documents do not use")
        }
        guard let content, Checksum.crc32(content) == record.checksum else { throw damaged }
        var member = ZipArchive.Member(record.name, content)
        if record.method == 8 { member.packed = .init(bytes: packed, checksum: record.checksum) }
        return member
    }
}
