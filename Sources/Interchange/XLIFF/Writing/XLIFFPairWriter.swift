internal import XMLText

/// What the writers of both generations of XLIFF have in common.
protocol XLIFFPairWriter: PairUnitWriter {
    var xml: XMLWriter { get set }
    /// What no XLIFF has a place for.
    var ownLosses: PairLosses { get set }
}

extension XLIFFPairWriter {
    var losses: PairLosses {
        var losses = ownLosses
        losses.add(.characters, xml.droppedCharacters)
        return losses
    }
    var pendingCount: Int { xml.pendingCount }
    mutating func takeBytes() -> [UInt8] { xml.takeBytes() }

    /// Counts what a unit says that has no place in XLIFF.
    mutating func countLosses(_ unit: PairUnit, isIdentifierKept: Bool) {
        ownLosses.add(.identifiers, isIdentifierKept ? 0 : 1)
        ownLosses.add(.origins, unit.origin == nil ? 0 : 1)
        ownLosses.add(.authors, unit.author == nil ? 0 : 1)
        ownLosses.add(.dates, unit.created == nil && unit.changed == nil ? 0 : 1)
        ownLosses.add(.flags, unit.flags.count)
        ownLosses.add(.references, unit.references.count)
    }
}
