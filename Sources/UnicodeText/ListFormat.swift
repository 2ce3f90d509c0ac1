import CICU

/// Joins items into a list as a language does: `a, b and c` (UTS #35, part 2, 11).
public struct ListFormat: Sendable {
    /// What the items are to one another.
    public enum Kind: String, Sendable, CaseIterable {
        case and, or
        /// Side by side, as measures are: `3 feet, 7 inches`.
        case units
    }

    private let locale: LocaleID
    private let kind: Kind

    /// A way of joining.
    public init(_ kind: Kind, locale: LocaleID) {
        self.kind = kind
        self.locale = locale
    }

    /// The items in one text.
    /// - Throws: ``ICUError`` when ICU's data is incomplete.
    public func join(_ items: [String]) throws(ICUError) -> String {
        if items.isEmpty { return "" }
        var units: [UInt16] = []
        var ends: [Int32] = []
        for item in items {
            units += item.utf16
            ends.append(Int32(units.count))
        }
        let type =
            switch kind {
            case .and: CICU_LIST_AND
            case .or: CICU_LIST_OR
            case .units: CICU_LIST_UNITS
            }
        return try withUTF16Buffer(capacity: units.count + 64, operation: "join a list") {
            cicu_list_format(
                locale.icuName, Int32(type), units, ends, Int32(items.count), $0, $1, &$2)
        }
    }
}
