import Foundation
import Matching
import UnicodeText

// Usage: EqualityBenchmark PAIRS QUERIES UNITS
//
// Holds the index against comparing every unit, order included, and prints tables of the differences: all must be
// 0. PAIRS holds English and Vietnamese lines, parted by a tab; UNITS of them are indexed in each language, and
// QUERIES searched for at five thresholds, besides some hundred in unusual forms. The exhaustive search runs on
// all cores; each of its comparisons is ExhaustiveSearch's own, once for all thresholds (see ExhaustiveAnswers), and
// what cannot reach the lowest threshold is passed over in all but some queries (see SharedFolds).

let arguments = CommandLine.arguments
guard arguments.count == 4, let queryCount = Int(arguments[2]), let unitCount = Int(arguments[3]) else {
    FileHandle.standardError.write(Data("usage: EqualityBenchmark PAIRS QUERIES UNITS\n".utf8))
    exit(64)
}

let thresholds = [0.5, 0.6, 0.7, 0.8, 0.95]
let lines = try String(contentsOfFile: arguments[1], encoding: .utf8).split(separator: "\n")
let columns = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }

print("### Small worlds: every segment of up to 4 tokens, searched for among all of them\n")
print("| language | tokens | segments | searches | differences |")
print("|---|---|---|---|---|")
var isRight = true
for (locale, tokens) in SmallWorld.alphabets {
    isRight = try SmallWorld.compare(locale, tokens) && isRight
}

print("\n### Real segments at 0.5, 0.6, 0.7, 0.8 and 0.95, k from 1 to all\n")
print("| language | units | form | queries | compared with all | searches | matches | differences | time |")
print("|---|---|---|---|---|---|---|---|---|")
for (locale, column) in [(LocaleID.english, 0), (.vietnamese, 1)] {
    let texts = columns.compactMap { $0.count > column ? $0[column] : nil }
    isRight = try RealText(locale, texts, units: unitCount, queries: queryCount).compare() && isRight
}

print("\n### Vietnamese segments searched for without any mark, among all of them\n")
print(
    "| units | segments | first or tied | behind other spellings of the same letters | behind others, or lost |"
)
print("|---|---|---|---|---|")
let vietnamese = columns.compactMap { $0.count > 1 ? $0[1] : nil }
isRight = try Stripping.compare(vietnamese, count: min(5000, vietnamese.count)) && isRight

exit(isRight ? 0 : 1)
