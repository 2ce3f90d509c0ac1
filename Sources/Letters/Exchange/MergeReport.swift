public import TextFiles

/// What bringing a file back into a catalog did, and what it left.
public struct MergeReport: Sendable, Equatable {
    /// Units of the file.
    public var units = 0
    /// Translations that were taken.
    public var taken = 0
    /// Translations that stayed and whose state rose.
    public var raised = 0
    /// Translations that stayed and whose state was lowered because that was asked for.
    public var lowered = 0
    /// Remarks of translators that were added.
    public var remarks = 0
    /// Units that say what the catalog says.
    public var same = 0
    /// Units without a translation, and segments that still have none.
    public var untranslated = 0
    /// Translations that were changed in the catalog alone since the file was written.
    public var newer = 0
    /// What people should see, in the order of the file.
    public var findings: [MergeFinding] = []

    /// How many units have something that was left.
    public var left: Int { findings.count { $0.isLeft } }
    /// Whether the catalog was changed.
    public var hasChanges: Bool { taken + raised + remarks + lowered > 0 }

    /// Nothing yet.
    public init() {}
}

/// One thing about a unit of the file that people should see.
public struct MergeFinding: Sendable, Equatable {
    /// What it is.
    public enum Kind: String, Sendable {
        /// Both sides were changed, or it cannot be told which was.
        case conflict
        /// The letter has another sentence in its place by now.
        case sourceChanged = "source changed"
        /// The letter has no such sentence any more.
        case gone
        /// The translation was taken out.
        case removed
        /// Codes are lost or broken.
        case codes
        /// The file has two translations of one sentence.
        case repeated
        /// Only part of the unit is translated.
        case partial
        /// The file says less of the state than the catalog.
        case state
        /// An approval went with the text that it was given to.
        case approval
        /// A translation is its source over again.
        case copy
        /// A row or unit cannot be read.
        case malformed
    }

    /// What it is.
    public var kind: Kind
    /// A sentence for people, without its full stop.
    public var message: String
    /// Whether something of the file was left.
    public var isLeft: Bool
    /// Where the unit stands in the file.
    public var location: SourceLocation
    /// Where the entry stands in the catalog.
    public var catalog: SourceLocation?
    /// The source, as the file has it.
    public var source: String?
    /// The source that the letter has now, where it is another one.
    public var newSource: String?
    /// The translation in the catalog.
    public var here: String?
    /// The translation in the file.
    public var there: String?
}
