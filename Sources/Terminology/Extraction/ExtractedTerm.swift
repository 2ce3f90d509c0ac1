internal import Interchange
public import UnicodeText

/// A pair of terms that a memory suggests, with what speaks for it.
public struct ExtractedTerm: Sendable, Equatable {
    /// What it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// Several words that stand together more often than by chance.
        case phrase
        /// Several words with capitals wherever they stand.
        case name
        /// Capitals that stand for words.
        case acronym
    }

    /// What it is.
    public var kind: Kind
    /// The term as it is most often written.
    public var source: String
    /// What the texts say that an acronym stands for, the most frequent first.
    public var expansions: [String] = []
    /// What it is translated as, the likeliest first; empty where nothing goes with it often enough.
    public var targets: [String] = []
    /// How often it occurs.
    public var count: Int
    /// In how many of the pairs looked at that hold it the first translation stands too, 0 to 1.
    public var share: Double = 0
    /// G² of the weakest joint between its words (Dunning 1993); 0 for an acronym.
    public var logLikelihood: Double = 0
    /// How often it stands by itself in surroundings that differ, weighed by its length (Frantzi et al. 2000); for an
    /// acronym how often it occurs in such.
    public var cValue: Double = 0
    /// G² of the term and its first translation over the pairs.
    public var association: Double = 0
    /// Dice’s coefficient of both.
    public var dice: Double = 0

    /// What proposals are put into order by: the C-value, less the weaker its translation is bound to it.
    public var rank: Double { cValue * (0.05 + dice) }
}

/// Proposals as a table to look through: the long layout of glossaries, with columns of figures that importing leaves
/// out. What is not wanted is deleted row by row; the rest goes into a glossary with `lathu terms import`.
public struct ExtractionTable {
    private let source: LocaleID
    private let target: LocaleID
    private let csv = CSVWriter()
    private var ids: Set<String> = []

    /// A table for a pair of languages.
    public init(from source: LocaleID, to target: LocaleID) {
        self.source = source
        self.target = target
    }

    /// The first row.
    public var header: String {
        csv.line(["concept", "locale", "term", "kind", "status"] + GlossaryFigures.titles)
    }

    /// The rows of a proposal.
    public mutating func rows(_ term: ExtractedTerm) -> String {
        let id = newID(term.source)
        func figure(_ value: Double) -> String { String((value * 100).rounded() / 100) }
        let figures = [
            String(term.count), figure(term.share), figure(term.logLikelihood), figure(term.cValue),
            figure(term.association), figure(term.dice),
        ]
        let none = figures.map { _ in "" }
        let kind = TermKind.tableName(term.kind)
        var rows = csv.line([id, source.identifier, term.source, kind, "preferred"] + figures)
        for expansion in term.expansions.prefix(1) {
            rows = csv.line([id, source.identifier, expansion, "full", "preferred"] + figures)
            rows += csv.line([id, source.identifier, term.source, "acronym", "admitted"] + none)
        }
        for (place, text) in term.targets.enumerated() {
            rows += csv.line(
                [
                    id, target.identifier, text,
                    text == term.source ? kind : place == 0 && kind == "name" ? kind : "full",
                ]
                    + [place == 0 ? "preferred" : "admitted"] + none)
        }
        return rows
    }

    /// An id of small letters without marks that no other proposal has.
    private mutating func newID(_ text: String) -> String {
        var id = ""
        for scalar in text.lowercased().nfd.unicodeScalars {
            if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                id.unicodeScalars.append(scalar)
            } else if scalar == "đ" {
                id += "d"
            } else if scalar == " ", id.last != "-" {
                id += "-"
            }
        }
        if id.isEmpty { id = "term" }
        var number = 1
        var candidate = id
        while !ids.insert(candidate).inserted {
            number += 1
            candidate = "\(id)-\(number)"
        }
        return candidate
    }
}

extension TermKind {
    /// What a table calls a proposal.
    fileprivate static func tableName(_ kind: ExtractedTerm.Kind) -> String {
        switch kind {
        case .phrase: "full"
        case .name: TermKind.properName.tableName
        case .acronym: TermKind.acronym.tableName
        }
    }
}
