internal import UnicodeText

/// The encodings in which Vietnamese was written before Unicode.
public enum LegacyEncoding: String, Sendable, CaseIterable, CustomStringConvertible {
    /// TCVN 5712:1993 VN3, the encoding of the ABC fonts (.VnTime); it has no capitals with tones.
    case tcvn3 = "TCVN3"
    /// TCVN 5712:1993 VN1 with all capitals, also known as VSCII-1.
    case tcvn5712 = "TCVN5712-1"
    /// VNI for Windows.
    case vni = "VNI"
    /// VPS.
    case vps = "VPS"
    /// VISCII 1.1 (RFC 1456).
    case viscii = "VISCII"
    /// Windows' code page for Vietnamese.
    case windows1258 = "windows-1258"
    /// Vietnamese in ASCII (RFC 1456).
    case viqr = "VIQR"

    /// The encoding's name.
    public var description: String { rawValue }

    /// The encoding of a name: case, hyphens, underscores and spaces do not matter, and the usual aliases
    /// (ABC, VSCII, CP1258, TCVN, x-viet-vps) are known.
    public init?(name: String) {
        let plain = name.lowercased().filter { !"-_ ().:".contains($0) }
        switch plain {
        case "tcvn3", "tcvn", "abc", "tcvn3abc", "vn3": self = .tcvn3
        case "tcvn5712", "tcvn57121", "tcvn571211993", "vn1", "vscii", "vscii1", "xviettcvn5712":
            self = .tcvn5712
        case "vni", "vniwin", "vniwindows", "xvietvni": self = .vni
        case "vps", "xvietvps": self = .vps
        case "viscii", "csviscii", "viscii11", "viscii111": self = .viscii
        case "windows1258", "cp1258": self = .windows1258
        case "viqr", "csviqr": self = .viqr
        default: return nil
        }
    }

    /// Bytes that are not text in an encoding.
    public struct DecodingError: Error, Equatable, Sendable {
        /// The encoding that was tried.
        public let encoding: LegacyEncoding
        /// The 0-based offset of the first byte that does not belong.
        public let offset: Int
        /// The text before it.
        public let decoded: String
    }

    /// A character that an encoding cannot express.
    public struct EncodingError: Error, Equatable, Sendable {
        /// The encoding that was asked for.
        public let encoding: LegacyEncoding
        /// The offset of the character in the text's NFC, in Unicode scalars.
        public let offset: Int
        /// The character.
        public let scalar: Unicode.Scalar
    }

    private var table: ByteTable? {
        switch self {
        case .tcvn3: .tcvn3
        case .tcvn5712: .tcvn5712
        case .vps: .vps
        case .viscii: .viscii
        case .vni, .windows1258, .viqr: nil
        }
    }

    /// Decodes bytes strictly, into NFC.
    /// - Throws: ``DecodingError`` with the offset of the first byte that stands for nothing.
    public func decode(_ bytes: [UInt8]) throws(DecodingError) -> String {
        var text = String.UnicodeScalarView()
        let failure: Int?
        if self == .windows1258 {
            guard let charset = Charset("windows-1258") else {
                throw DecodingError(encoding: self, offset: 0, decoded: "")
            }
            do { return try charset.decode(bytes).nfc } catch {
                throw DecodingError(encoding: self, offset: error.offset, decoded: error.decoded)
            }
        } else if let table {
            failure = bytes.firstIndex { byte in
                guard let scalar = Unicode.Scalar(table.scalars[Int(byte)]), scalar.value != 0 || byte == 0
                else { return true }
                text.append(scalar)
                return false
            }
        } else {
            failure =
                self == .vni ? VNI.decode(bytes, into: &text) : VIQR.decode(bytes, into: &text)
        }
        if let failure { throw DecodingError(encoding: self, offset: failure, decoded: String(text)) }
        return String(text).nfc
    }

    /// Encodes text, after putting it into NFC.
    /// - Throws: ``EncodingError`` with the first character that the encoding lacks.
    public func encode(_ text: String) throws(EncodingError) -> [UInt8] {
        let text = text.nfc
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        if self == .viqr {
            if let offset = VIQR.encode(text, into: &bytes) {
                throw EncodingError(
                    encoding: self, offset: offset, scalar: Array(text.unicodeScalars)[offset])
            }
            return bytes
        }
        for (offset, scalar) in text.unicodeScalars.enumerated() {
            guard append(scalar, to: &bytes) else {
                throw EncodingError(encoding: self, offset: offset, scalar: scalar)
            }
        }
        return bytes
    }

    private func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
        if let table {
            guard let byte = table[scalar] else { return false }
            bytes.append(byte)
        } else if self == .windows1258 {
            return Windows1258.append(scalar, to: &bytes)
        } else if let letter = Letter(scalar) {
            bytes += VNI.bytes(letter)
        } else if scalar.isASCII {
            bytes.append(UInt8(scalar.value))
        } else {
            guard let byte = VNI.extras[scalar.value] else { return false }
            bytes.append(byte)
        }
        return true
    }
}
