/// A place in a segment where the document has markup or something that is not to be translated.
public struct InlineCode: Hashable, Sendable, CustomStringConvertible {
    /// What a code does.
    public enum Kind: Hashable, Sendable {
        /// Starts a stretch of text: `<1>`.
        case opening
        /// Ends the stretch of the same number: `</1>`.
        case closing
        /// Stands for itself: `<1/>`.
        case standalone
    }

    /// 1 to 999; an opening and its closing code share it.
    public let number: Int
    /// What it does.
    public let kind: Kind

    /// The numbers that a code can have.
    public static let numbers = 1...999

    /// A code, or nil for a number that none can have.
    public init?(_ kind: Kind, number: Int) {
        guard Self.numbers.contains(number) else { return nil }
        self.init(kind, known: number)
    }

    /// For numbers that were read from a code or counted below one.
    init(_ kind: Kind, known number: Int) {
        self.kind = kind
        self.number = number
    }

    /// The code as it stands in coded text.
    public var description: String {
        switch kind {
        case .opening: "<\(number)>"
        case .closing: "</\(number)>"
        case .standalone: "<\(number)/>"
        }
    }
}
