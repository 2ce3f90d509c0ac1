/// A token by the numbers of its forms in an index's tables; a form that the index does not hold has a
/// number that no token of the index has.
struct TokenRecord: Equatable {
    /// The number of its fold: folds are numbered from rare to frequent.
    var fold: UInt32
    /// The number of its form's base letters.
    var base: UInt32
    /// The number of its form's marks and tone.
    var marks: UInt32
    /// The number of its raw form.
    var raw: UInt32

    /// The number of a form that the index does not hold.
    static let unknown = UInt32.max
    /// Stands for a token of which nothing is known.
    static let none = TokenRecord(fold: unknown, base: unknown, marks: unknown, raw: unknown)
    /// In the file, the upper two bits of ``fold`` are the token's kind.
    static let kindShift: UInt32 = 30
    static let foldMask: UInt32 = 1 << kindShift - 1
    /// The kinds that weigh less than a word: marks and codes.
    static let lightKind: UInt32 = 2 << kindShift
}

/// A distance's view of a token of the query.
struct QueryToken {
    let record: TokenRecord
    let kind: Token.Kind
    /// In thousandths of a word.
    let weight: Int32
    /// The key of its form's marks where the index does not hold them, else empty.
    let marksKey: [UInt8]
    /// 1 + its place among the distinct folds of the query.
    var slot: UInt32 = 0
}
