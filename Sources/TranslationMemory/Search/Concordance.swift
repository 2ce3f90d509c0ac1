internal import Matching
public import TextFiles
internal import UnicodeText

/// A unit in whose text a phrase occurs.
public struct ConcordanceMatch: Sendable {
    /// The unit's number.
    public let id: Int64
    /// Its text in the language of the phrase, without White_Space at its ends.
    public let source: String
    /// Its text in the other language.
    public let target: String
    /// Where it comes from.
    public let origin: String
    /// How far it can be trusted.
    public let state: TranslationUnit.State
    /// Where the phrase occurs in ``source``.
    public let ranges: [Range<String.Index>]
}

extension MemorySearch {
    /// The longest phrase, in tokens.
    public static let longestPhrase = Phrase.longest

    /// The units whose source holds a phrase, the shortest first; nil where the text is none: it holds no word,
    /// or more than ``longestPhrase``.
    ///
    /// - Parameter inflected: whether other forms of the words count, where the language has a stemmer.
    /// - Throws: `LathuError` where the memory cannot be read.
    public func concordance(
        of text: String, inflected: Bool = false, limit: Int
    ) throws(LathuError) -> [ConcordanceMatch]? {
        guard let phrase = Phrase(tokenizer.tokenize(text), likeness: inflected ? .stems : .letters) else {
            return nil
        }
        return try reading { segments, reader in
            var found: [ConcordanceMatch] = []
            var wanted = limit
            while true {
                let numbers = try segments.segments(with: phrase, limit: wanted)
                found = []
                var pairs: Set<[String]> = []
                for number in numbers where found.count < limit {
                    guard let unit = try reader.unit(number),
                        pairs.insert([unit.source, unit.target]).inserted
                    else { continue }
                    let segment = tokenizer.tokenize(unit.source)
                    let ranges = segment.ranges(of: phrase.occurrences(in: segment))
                    found.append(
                        ConcordanceMatch(
                            id: unit.id, source: segment.text, target: unit.target, origin: unit.origin,
                            state: unit.state, ranges: ranges))
                }
                if found.count == limit || numbers.count < wanted { return found }
                wanted *= 2
            }
        }
    }
}
