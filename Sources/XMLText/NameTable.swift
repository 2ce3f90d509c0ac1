internal import CExpat

/// Names as expat gives them, `namespace LF local`, to values that share their storage: a file repeats a
/// few names millions of times.
struct NameTable {
    /// What separates the parts; no namespace name can hold it.
    static let separator: UInt8 = 0x0A

    private var buckets = [[(key: [UInt8], name: XMLName)]](repeating: [], count: 256)
    private var count = 0

    mutating func name(_ text: UnsafePointer<XML_Char>) -> XMLName {
        var length = 0
        var hash: UInt32 = 2_166_136_261
        while text[length] != 0 {
            hash = (hash ^ UInt32(UInt8(bitPattern: text[length]))) &* 16_777_619
            length += 1
        }
        let bytes = UnsafeRawBufferPointer(start: text, count: length)
        let bucket = Int(hash >> 24 ^ hash & 0xFF)
        if let known = buckets[bucket].first(where: { $0.key.elementsEqual(bytes) }) { return known.name }
        let key = Array(bytes)
        let name: XMLName
        if let cut = key.lastIndex(of: Self.separator) {
            name = XMLName(
                String(decoding: key[(cut + 1)...], as: UTF8.self),
                namespace: String(decoding: key[..<cut], as: UTF8.self))
        } else {
            name = XMLName(String(decoding: key, as: UTF8.self))
        }
        // A file made of distinct names must not fill the memory.
        if count < 4096 {
            buckets[bucket].append((key, name))
            count += 1
        }
        return name
    }
}
