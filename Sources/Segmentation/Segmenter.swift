public import TextFiles
public import UnicodeText

/// Cuts text into sentences: ICU's sentence breaker (UAX #29) proposes places, SRX rules correct it.
///
/// White space between two sentences is one place, since segments are trimmed: a rule or the breaker may
/// mean its start, its end or the middle. At every place, the first rule that holds decides; where none
/// holds, ICU's proposal stands. A rule holds where `beforebreak` matches text that ends there and
/// `afterbreak` text that starts there; of several ends that a match can have from one start, the one
/// that the expression prefers counts.
///
/// Opening one compiles all rules: keep it. It is not to be shared between threads; ``copy()`` is cheap.
public final class Segmenter {
    private let breaker: TextBreaker
    private let rules: [RuleMatcher]

    /// Compiles the rules for texts of a language.
    /// - Throws: ``TextFiles/LathuError`` with all rules that are malformed.
    public init(locale: LocaleID, rules: [SRXRule]) throws(LathuError) {
        do {
            breaker = try TextBreaker(.sentence, locale: locale)
        } catch {
            throw LathuError(.software, "\(error)")
        }
        var problems: [Diagnostic] = []
        var matchers: [RuleMatcher] = []
        for rule in rules {
            do {
                matchers.append(try RuleMatcher(rule))
            } catch {
                problems += error.diagnostics
            }
        }
        guard problems.isEmpty else { throw LathuError(.invalidData, problems) }
        self.rules = matchers
    }

    private init(breaker: TextBreaker, rules: [RuleMatcher]) {
        self.breaker = breaker
        self.rules = rules
    }

    /// Another segmenter with the same rules, for another thread.
    /// - Throws: ``UnicodeText/ICUError`` where memory runs out.
    public func copy() throws(ICUError) -> Segmenter {
        var matchers: [RuleMatcher] = []
        for rule in rules { matchers.append(try rule.copy()) }
        return Segmenter(breaker: try breaker.copy(), rules: matchers)
    }

    /// Where segments end, in UTF-16 code units: after the white space that follows them, in ascending
    /// order, with the length of the text last. Empty for an empty text.
    public func boundaries(in utf16: [UInt16]) -> [Int] {
        guard !utf16.isEmpty else { return [] }
        let spaces = SpaceMap(utf16)
        let proposals = breaker.boundaries(of: utf16)
        var isBoundary = [Bool](repeating: false, count: utf16.count + 1)
        for place in proposals { isBoundary[spaces.end(at: place)] = true }
        var isDecided = [Bool](repeating: false, count: utf16.count + 1)
        for rule in rules {
            var here: [Int] = []
            rule.forEachPlace(in: utf16) { here.append(spaces.end(at: $0)) }
            for place in here where !isDecided[place] {
                isDecided[place] = true
                isBoundary[place] = rule.breaks
            }
        }
        // Before the first character that is not white space there is nothing to end.
        var result = isBoundary.indices.filter {
            isBoundary[$0] && $0 > spaces.textStart && $0 < utf16.count
        }
        result.append(utf16.count)
        return result
    }

    /// The segments of a text, without White_Space at their ends, in order; none is empty.
    public func segments(of text: String) -> [Range<String.Index>] {
        let units = Array(text.utf16)
        let spaces = SpaceMap(units)
        let view = text.utf16
        var index = view.startIndex, offset = 0
        func move(to target: Int) -> String.Index {
            view.formIndex(&index, offsetBy: target - offset)
            offset = target
            return index
        }
        var result: [Range<String.Index>] = []
        var start = spaces.textStart
        for end in boundaries(in: units) {
            let last = spaces.start(before: end)
            if start < last {
                let lower = move(to: start)
                result.append(lower..<move(to: last))
            }
            start = end
        }
        return result
    }
}

/// Where white space starts and ends in a text.
struct SpaceMap {
    private let isSpace: [Bool]
    private let ends: [Int]

    init(_ units: [UInt16]) {
        // All White_Space lies in the Basic Multilingual Plane.
        let isSpace = units.map { unit in
            unit < 0x80
                ? unit == 0x20 || (0x09...0x0D).contains(unit)
                : Unicode.Scalar(unit)?.isWhiteSpace ?? false
        }
        var ends = Array(0...units.count)
        for at in units.indices.reversed() where isSpace[at] { ends[at] = ends[at + 1] }
        self.isSpace = isSpace
        self.ends = ends
    }

    /// The first offset from here on where no white space starts.
    func end(at offset: Int) -> Int { ends[offset] }

    /// The offset where the white space that ends here starts.
    func start(before offset: Int) -> Int {
        var start = offset
        while start > 0, isSpace[start - 1] { start -= 1 }
        return start
    }

    /// The first offset that is not white space; the length of the text where all is.
    var textStart: Int { ends[0] }
}
