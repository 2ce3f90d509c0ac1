internal import UnicodeText

/// The digits that a language writes whole numbers with.
struct Numerals: Sendable, Hashable {
    /// The digits from 0 to 9.
    let digits: [String]

    /// 0 to 9 of ASCII.
    static let ascii = Numerals(digits: (0...9).map { "\($0)" })

    private init(digits: [String]) { self.digits = digits }

    /// Those of a locale.
    init(_ locale: LocaleID) {
        let format = try? NumberFormat(locale: locale)
        digits = (0...9).map { (try? format?.format("\($0)")) ?? "\($0)" }
    }

    /// A number that is not negative.
    func write(_ number: Int) -> String {
        "\(number)".utf8.map { digits[Int($0) - 0x30] }.joined()
    }
}
