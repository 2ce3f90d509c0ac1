/// Which recipients a block is for: those that every condition around it lets through.
public struct Audience: Sendable, Hashable {
    /// `only=` or `not=` with ids of recipients.
    public struct Condition: Sendable, Hashable {
        /// Whether those named see the block, or all others do.
        public let isOnly: Bool
        /// Ids of recipients.
        public let ids: Set<String>
    }

    /// Every one of them has to hold.
    public let conditions: [Condition]

    /// All recipients.
    public static let everyone = Audience(conditions: [])

    /// Whether a recipient sees the block.
    public func includes(_ id: String) -> Bool {
        conditions.allSatisfy { $0.ids.contains(id) == $0.isOnly }
    }
}
