/// A number as it is compared: a whole number times a power of ten, without zeros that say nothing.
struct NumberValue: Hashable, Sendable {
    /// The digits; of more than 18 a hash.
    let digits: UInt64
    /// How many of them stand behind the decimal point; 255 for a hash.
    let scale: UInt8

    init(_ value: Int) { self.init(digits: UInt64(max(0, value)), scale: 0) }

    private init(digits: UInt64, scale: UInt8) {
        var digits = digits
        var scale = scale
        while scale > 0, scale != 255, digits % 10 == 0 {
            digits /= 10
            scale -= 1
        }
        self.digits = digits
        self.scale = scale
    }

    /// A number from its digits, most significant first.
    init(whole: [UInt8], fraction: [UInt8] = []) {
        guard whole.count + fraction.count <= 18 else {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for digit in whole + [10] + fraction { hash = (hash ^ UInt64(digit)) &* 0x100_0000_01b3 }
            self.init(digits: hash, scale: 255)
            return
        }
        let digits = (whole + fraction).reduce(0 as UInt64) { $0 * 10 + UInt64($1) }
        self.init(digits: digits, scale: UInt8(fraction.count))
    }

    /// The number times a whole one; nil where that is too much.
    func times(_ factor: UInt64) -> NumberValue? {
        guard scale != 255 else { return nil }
        let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
        return overflow ? nil : NumberValue(digits: product, scale: scale)
    }

    func plus(_ other: Int) -> NumberValue? { scale == 0 ? NumberValue(Int(clamping: digits) + other) : nil }

    /// The number where it is whole and small.
    var small: Int? { scale == 0 && digits < 1_000_000 ? Int(digits) : nil }
}

/// A number in a text.
struct Quantity: Sendable {
    enum Kind: Sendable {
        /// Digits.
        case digits
        /// A word as *five*, *mười hai*, *first*.
        case word
        /// A Roman numeral.
        case roman
        /// A month that is named, or has its number after *tháng*.
        case month
    }

    let kind: Kind
    /// Where it stands, in UTF-16.
    var range: Range<Int>
    /// What it can mean, the likeliest first; never empty.
    var values: [NumberValue]
    /// Those of them that a word such as *million* makes; empty without one.
    var scaled: [NumberValue] = []
    /// Whether it is part of a date.
    var isInDate = false
    /// Whether the locale writes it so.
    var isConventional = true

    func canEqual(_ other: Quantity) -> Bool {
        // 2.5 million is not 2.5 billion, though both are 2.5 of something.
        if !scaled.isEmpty, !other.scaled.isEmpty { return scaled.contains { other.scaled.contains($0) } }
        return values.contains { other.values.contains($0) }
    }
}
