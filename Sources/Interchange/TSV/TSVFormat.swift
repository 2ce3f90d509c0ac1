public import UnicodeText

/// How a TSV file is written and which of its columns count.
public struct TSVFormat: Sendable, Equatable {
    /// Whether `\t`, `\n`, `\r` and `\\` stand for tab, line ends and backslash. Else a backslash is one.
    public var isEscaped: Bool
    /// The numbers of the source's and the target's column, from 1, in a file with others; nil where the
    /// first two are meant or a header row says more.
    public var columns: [Int]?
    /// Whether the first row is a header; nil to find out. With ``columns`` it is skipped, and there is
    /// none unless said so.
    public var hasHeader: Bool?

    /// A format; pairs or a header row without escapes unless said otherwise.
    public init(isEscaped: Bool = false, columns: [Int]? = nil, hasHeader: Bool? = nil) {
        self.isEscaped = isEscaped
        self.columns = columns
        self.hasHeader = hasHeader
    }
}

/// What a header row may name besides locales.
public enum TSVAttribute: String, Sendable, CaseIterable {
    case origin, author, state, note, id
}

/// What a header row says of a column.
public enum TSVColumn: Sendable, Hashable {
    /// Text in a language.
    case locale(LocaleID)
    /// Something about the row.
    case attribute(TSVAttribute)

    /// The columns that a row names if it is a header: at least two locales and nothing but locales and
    /// attributes, none twice.
    ///
    /// `id` is the attribute where two other cells are locales, else Indonesian; `ind` is always Indonesian.
    static func header(_ cells: [String]) -> [TSVColumn]? {
        let others = cells.count { $0 != TSVAttribute.id.rawValue && Self.locale($0) != nil }
        var columns: [TSVColumn] = []
        for cell in cells {
            let attribute = TSVAttribute(rawValue: cell)
            if let attribute, attribute != .id || others >= 2 {
                columns.append(.attribute(attribute))
            } else if let locale = Self.locale(cell) {
                columns.append(.locale(locale))
            } else {
                return nil
            }
        }
        guard Set(columns).count == columns.count, columns.count(where: \.isLocale) >= 2 else { return nil }
        return columns
    }

    var isLocale: Bool {
        if case .locale = self { true } else { false }
    }

    /// The cell of a header row.
    var name: String {
        switch self {
        case .locale(let locale): locale.identifier
        case .attribute(let attribute): attribute.rawValue
        }
    }

    private static func locale(_ cell: String) -> LocaleID? {
        TSVAttribute(rawValue: cell).map { $0 == .id } ?? true ? try? LocaleID(cell) : nil
    }
}

/// One row of a TSV file.
public struct TSVRow: Sendable, Equatable {
    /// The 1-based line it stands in.
    public let line: Int
    /// The texts in the order of ``TSVReader/locales``, or source and target; empty where a row of more
    /// than two languages lacks one.
    public let texts: [String]
    /// What the other columns say; without the empty ones.
    public let attributes: [TSVAttribute: String]
}
