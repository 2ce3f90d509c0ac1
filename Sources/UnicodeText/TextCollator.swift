import CICU

/// Compares strings in the order of a locale (UTS #10 with CLDR's tailoring).
public final class TextCollator {
    private let handle: OpaquePointer

    /// Opens a collator.
    /// - Throws: ``ICUError`` when ICU's data is incomplete.
    public init(locale: LocaleID) throws(ICUError) {
        var status: Int32 = 0
        guard let opened = cicu_collator_open(locale.icuName, &status), status <= 0 else {
            throw ICUError(code: status, operation: "open collator for \(locale)")
        }
        handle = opened
    }

    deinit { cicu_collator_close(handle) }

    /// Whether `left` stands before `right`.
    public func ordered(_ left: String, _ right: String) -> Bool { compare(left, right) < 0 }

    /// Negative, zero or positive as `left` stands before, with or after `right`.
    public func compare(_ left: String, _ right: String) -> Int {
        let left = Array(left.utf16), right = Array(right.utf16)
        return Int(cicu_collator_compare(handle, left, Int32(left.count), right, Int32(right.count)))
    }

    /// Bytes whose plain order is the collation order, for sorting much text once.
    public func sortKey(_ text: String) -> [UInt8] {
        let units = Array(text.utf16)
        let needed = cicu_collator_sort_key(handle, units, Int32(units.count), nil, 0)
        var key = [UInt8](repeating: 0, count: Int(needed))
        _ = cicu_collator_sort_key(handle, units, Int32(units.count), &key, needed)
        return key
    }
}
