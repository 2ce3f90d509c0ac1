import CICU

/// A Unicode normalization form (UAX #15).
public enum NormalizationForm: Int32, Sendable, CaseIterable {
    /// Canonical composition: the form Lathu stores and writes.
    case nfc = 0
    /// Canonical decomposition.
    case nfd = 1
    /// Compatibility composition, case folded, default ignorables removed: for comparing.
    case nfkcCasefold = 2
}

extension String {
    /// The text in the given normalization form.
    ///
    /// Text that is in the form already comes back as it is; most such text without a call to ICU.
    public func normalized(_ form: NormalizationForm) -> String {
        if form != .nfkcCasefold, NormalizedText.isKnown(self, form) { return self }
        let units = Array(utf16)
        return units.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return "" }
            let length = Int32(text.count)
            var status: Int32 = 0
            if cicu_normalized_prefix(form.rawValue, base, length, &status) == length { return self }
            let result = try? withUTF16Buffer(capacity: text.count * 3 + 16, operation: "normalize") {
                cicu_normalize(form.rawValue, base, length, $0, $1, &$2)
            }
            // ICU's normalizers are compiled in and accept any text: only exhausted memory gets here.
            return result ?? self
        }
    }

    /// Whether the text is in the given form for certain; false also where only normalizing it would tell.
    public func isSurely(_ form: NormalizationForm) -> Bool {
        if form != .nfkcCasefold, NormalizedText.isKnown(self, form) { return true }
        return Array(utf16).withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return true }
            var status: Int32 = 0
            return cicu_normalized_prefix(form.rawValue, base, Int32(text.count), &status) == text.count
        }
    }

    /// Canonical composition (NFC).
    public var nfc: String { normalized(.nfc) }
    /// Canonical decomposition (NFD).
    public var nfd: String { normalized(.nfd) }
    /// NFKC_Casefold, for caseless comparison across compatibility forms.
    public var nfkcCasefold: String { normalized(.nfkcCasefold) }
}

/// Recognizes the plainest text that is in a form already.
private enum NormalizedText {
    /// False where ICU must say. NFD: ASCII. NFC: scalars below U+0300 (the first combining mark), the
    /// Vietnamese letters from U+1EA0 to U+1EF9 and the dashes and quotes from U+2010 to U+2027. None of them
    /// changes, and none composes with what follows unless that is something else.
    static func isKnown(_ text: String, _ form: NormalizationForm) -> Bool {
        let limit: UInt8 = form == .nfc ? 0xCC : 0x80
        return text.utf8.withContiguousStorageIfAvailable { isKnown($0, limit) } ?? false
    }

    private static func isKnown(_ bytes: UnsafeBufferPointer<UInt8>, _ limit: UInt8) -> Bool {
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte < limit {
                place += 1
                continue
            }
            // Well-formed UTF-8: E1 and E2 are followed by two bytes.
            guard limit > 0x80, byte == 0xE1 || byte == 0xE2, place + 2 < bytes.count else { return false }
            let scalar =
                UInt32(byte & 0xF) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6
                | UInt32(bytes[place + 2] & 0x3F)
            guard (0x1EA0...0x1EF9).contains(scalar) || (0x2010...0x2027).contains(scalar) else {
                return false
            }
            place += 3
        }
        return true
    }
}
