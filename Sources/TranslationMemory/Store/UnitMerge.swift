/// What becomes of a stored unit that a new one says again.
///
/// Languages and notes are added. The state is raised and never lowered. Of two that say when they were changed,
/// the newer one tells author and method; one that does not say it, because its file has no dates, only fills in
/// an author where there is none. So reading a file again changes nothing, in whatever order its units come.
struct UnitMerge {
    /// What the table of units holds, as far as it can change.
    struct Row: Equatable {
        var state: TranslationUnit.State
        var method: TranslationUnit.Method
        var author: String?
        var changed: Int64
        let origin: String
    }

    /// The unit as it is to be.
    private(set) var row: Row
    /// Whether anything of it is another than before.
    private(set) var isChanged: Bool

    init(_ old: Row, _ new: TranslationUnit) {
        row = old
        row.state = max(old.state, new.state)
        if new.isDated, new.changed > old.changed {
            row.changed = new.changed
            row.author = new.author ?? old.author
            row.method = new.method
        } else {
            row.author = old.author ?? new.author
        }
        isChanged = row != old
        if isChanged { touch(new.changed) }
    }

    /// Notes that something of the unit was changed by what was changed then.
    mutating func touch(_ changed: Int64) { row.changed = max(row.changed, changed) }
}
