extension SegmentIndex {
    /// A segment as an index holds it: what a ``SearchCandidate`` was.
    public struct Content: Sendable, Equatable {
        /// The unit's number.
        public let id: Int64
        /// Its text, in UTF-8.
        public let text: [UInt8]
        /// When it was last changed.
        public let changed: Int64
        /// What is taken off its score, in hundredths; 32,767 where it was more.
        public let penalty: Int
        /// The hashes of its neighbours.
        public let previous, next: Int64?
    }

    /// The segments in ascending order of their numbers: one by its place in this order, 0 to ``count`` − 1.
    ///
    /// The index must have been opened with everything checked.
    public func content(inOrder rank: Int) -> Content {
        let place = Int(byIdentifier[rank])
        let unit = units[place]
        return Content(
            id: identifiers[place], text: text(of: place), changed: changes[place],
            penalty: Int(unit.penalty),
            previous: unit.flags.contains(.hasPrevious) ? previous[place] : nil,
            next: unit.flags.contains(.hasNext) ? next[place] : nil)
    }

    /// The number alone of what ``content(inOrder:)`` gives.
    public func identifier(inOrder rank: Int) -> Int64 { identifiers[Int(byIdentifier[rank])] }
}
