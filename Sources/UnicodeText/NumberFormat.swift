import CICU

/// Writes numbers in a locale's way, by a number skeleton (UTS #35, part 3) or in words.
public final class NumberFormat {
    fileprivate let handle: OpaquePointer

    /// A way of writing numbers in words.
    public enum Words: Sendable {
        /// `twenty-one`
        case cardinal
        /// `21st`
        case ordinal
    }

    /// What is wrong with a skeleton.
    public struct SyntaxError: Error, Equatable {
        /// UTF-16 offset in the skeleton; 0 where ICU does not say.
        public let offset: Int
    }

    /// Opens a skeleton such as `percent` or `.00`; the empty one writes a number as the locale does.
    /// - Throws: ``SyntaxError`` where the skeleton is malformed; ``ICUError`` when ICU's data is incomplete.
    public init(skeleton: String = "", locale: LocaleID) throws {
        let units = Array(skeleton.utf16)
        var status: Int32 = 0, offset: Int32 = -1
        let opened = cicu_number_format_open(locale.icuName, units, Int32(units.count), &offset, &status)
        guard let opened, status <= 0 else {
            if !skeleton.isEmpty { throw SyntaxError(offset: max(0, Int(offset))) }
            throw ICUError(code: status, operation: "number format")
        }
        handle = opened
    }

    /// Opens the rules that write numbers in words or as ordinals.
    /// - Throws: ``ICUError`` when ICU's data is incomplete.
    public init(_ words: Words, locale: LocaleID) throws(ICUError) {
        var status: Int32 = 0
        let kind = words == .ordinal ? Int32(CICU_NUMBER_ORDINAL) : Int32(CICU_NUMBER_SPELLOUT)
        let opened = cicu_number_words_open(locale.icuName, kind, &status)
        guard let opened, status <= 0 else { throw ICUError(code: status, operation: "numbers in words") }
        handle = opened
    }

    deinit { cicu_number_format_close(handle) }

    /// The number of a decimal text such as `-1234.50`, as the locale writes it.
    /// - Throws: ``ICUError`` where the text is no decimal number.
    public func format(_ decimal: String) throws(ICUError) -> String {
        try withUTF16Buffer(capacity: 64, operation: "format number") {
            cicu_number_format_decimal(handle, decimal, Int32(decimal.utf8.count), $0, $1, &$2)
        }
    }
}

/// Which plural category of a language a number belongs to (UTS #35, part 3, 5).
public final class PluralRules {
    private let handle: OpaquePointer
    private let numbers: NumberFormat
    /// The categories that the language has, `other` among them.
    public let categories: [String]

    /// Opens the rules for cardinal or ordinal numbers.
    /// - Throws: ``ICUError`` when ICU's data is incomplete.
    public init(locale: LocaleID, isOrdinal: Bool = false) throws {
        numbers = try NumberFormat(locale: locale)
        var status: Int32 = 0
        guard let opened = cicu_plural_rules_open(locale.icuName, isOrdinal, &status), status <= 0 else {
            throw ICUError(code: status, operation: "plural rules of \(locale)")
        }
        handle = opened
        var categories: [String] = []
        while categories.count < 16 {
            var isLast = false
            let index = Int32(categories.count)
            let name = try withASCIIBuffer(operation: "plural categories") { buffer, capacity, status in
                let length = cicu_plural_rules_keyword(opened, index, buffer, capacity, &status)
                isLast = length < 0
                return length
            }
            if isLast { break }
            categories.append(name)
        }
        self.categories = categories.sorted()
    }

    deinit { cicu_plural_rules_close(handle) }

    /// The category of a decimal number such as `21`.
    /// - Throws: ``ICUError`` where the text is no decimal number.
    public func category(of decimal: String) throws(ICUError) -> String {
        try withUTF16Buffer(capacity: 16, operation: "plural category") {
            cicu_plural_rules_select(
                handle, numbers.handle, decimal, Int32(decimal.utf8.count), $0, $1, &$2)
        }
    }
}
