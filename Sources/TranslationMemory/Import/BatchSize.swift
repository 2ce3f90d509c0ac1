/// How many units go into the next transaction of an import.
///
/// The first are small, so that little is lost when an import is stopped soon. Later ones are larger: every
/// transaction writes anew the pages that it touches, which are nearly all pages of the index of texts, since
/// their hashes lie everywhere.
struct BatchSize {
    private static let largest = 1 << 15
    private(set) var units = 2000

    mutating func grow() { units = min(Self.largest, units * 2) }
}
