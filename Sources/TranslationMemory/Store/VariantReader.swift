internal import GRDB
internal import UnicodeText

/// Reads the texts of one unit after another.
final class VariantReader {
    private let statement: Statement
    /// The languages that were met: reading a tag takes longer than reading a text.
    private var locales: [String: LocaleID] = [:]

    init(_ database: Database) throws {
        statement = try Statement(
            database, "SELECT locale, text, previous, next FROM variant WHERE unit = ?")
    }

    /// The texts of a unit.
    func variants(of unit: Int64) throws -> [LocaleID: TranslationUnit.Variant] {
        statement.bind(unit, 1)
        var variants: [LocaleID: TranslationUnit.Variant] = [:]
        while try statement.step() {
            variants[try locale(statement.text(0))] = TranslationUnit.Variant(
                statement.text(1), previous: statement.optionalInteger(2),
                next: statement.optionalInteger(3))
        }
        return variants
    }

    private func locale(_ tag: String) throws -> LocaleID {
        if let known = locales[tag] { return known }
        let locale = try LocaleID(tag)
        locales[tag] = locale
        return locale
    }
}
