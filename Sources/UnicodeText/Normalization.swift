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
    /// Text that is in the form already comes back as it is, and ASCII without a call to ICU where the
    /// form leaves ASCII alone.
    public func normalized(_ form: NormalizationForm) -> String {
        if form != .nfkcCasefold, utf8.allSatisfy({ $0 < 0x80 }) { return self }
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
        if form != .nfkcCasefold, utf8.allSatisfy({ $0 < 0x80 }) { return true }
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
