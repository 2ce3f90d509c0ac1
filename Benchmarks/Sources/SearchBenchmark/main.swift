import Foundation
import Matching
import UnicodeText

// Usage: SearchBenchmark FILE LOCALE LINES QUERIES CHECKED
//
// Builds an index over LINES lines of FILE and searches it for QUERIES lines of it that were perturbed: 5 to
// 30% of their words replaced, deleted or inserted. CHECKED of them are also searched exhaustively, and every
// answer must be the same. Times are of this thread's processor, one thread, warm, k = 5.
//
// Usage: SearchBenchmark build FILE LOCALE [INDEX]
//
// See BuildMeasurement.

struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

func threadMilliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

func perturbed(_ line: String, _ words: [String], _ generator: inout SeededGenerator) -> String {
    var tokens = line.split(separator: " ").map(String.init)
    let share = Double.random(in: 0.05...0.3, using: &generator)
    for _ in 0..<max(1, Int((Double(tokens.count) * share).rounded())) where !tokens.isEmpty {
        let place = Int.random(in: 0..<tokens.count, using: &generator)
        let word = words.randomElement(using: &generator) ?? ""
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: tokens[place] = word
        case 1: tokens.remove(at: place)
        default: tokens.insert(word, at: place)
        }
    }
    return tokens.joined(separator: " ")
}

let arguments = CommandLine.arguments
if (4...5).contains(arguments.count), arguments[1] == "build" {
    try BuildMeasurement.run(
        file: arguments[2], locale: LocaleID(arguments[3]), output: arguments.dropFirst(4).first)
    exit(0)
}
guard arguments.count == 6, let wanted = Int(arguments[3]), let queryCount = Int(arguments[4]),
    let checked = Int(arguments[5])
else {
    fatalError(
        "usage: SearchBenchmark FILE LOCALE LINES QUERIES CHECKED, or SearchBenchmark build FILE LOCALE [INDEX]"
    )
}

let all = try String(contentsOfFile: arguments[1], encoding: .utf8).split(separator: "\n").map(String.init)
let step = max(1, all.count / wanted)
let lines = stride(from: 0, to: all.count, by: step).prefix(wanted).map { all[$0] }
var generator = SeededGenerator(state: 42)
let words = (0..<20_000).compactMap { _ in
    lines.randomElement(using: &generator)?.split(separator: " ").randomElement(using: &generator)
        .map(String.init)
}

let tokenizer = try Tokenizer(locale: LocaleID(arguments[2]))
var start = threadMilliseconds()
var builder = SegmentIndexBuilder()
var candidates: [SearchCandidate] = []
for (number, line) in lines.enumerated() {
    let candidate = SearchCandidate(
        id: Int64(number), segment: tokenizer.tokenize(line), changed: Int64(number % 97))
    builder.add(candidate)
    if checked > 0 { candidates.append(candidate) }
}
let tokenizing = threadMilliseconds() - start
start = threadMilliseconds()
let index = builder.build()
let building = threadMilliseconds() - start
builder = SegmentIndexBuilder()

let queries = (0..<queryCount).compactMap { _ in
    lines.randomElement(using: &generator).map { tokenizer.tokenize(perturbed($0, words, &generator)) }
}
let searcher = SegmentIndexSearcher(index)
var row = "| \(arguments[2]) | \(lines.count) | \(String(format: "%.1f s", (tokenizing + building) / 1e3)) "
row += "| \(index.byteCount >> 20) MiB"
for threshold in [0.7, 0.6, 0.5] {
    func search(_ query: TokenizedSegment) throws -> [SearchMatch] {
        try searcher.matches(of: SearchQuery(query, threshold: threshold, limit: 5))
    }
    for query in queries.prefix(100) { _ = try search(query) }
    var times: [Double] = []
    for query in queries {
        let before = threadMilliseconds()
        _ = try search(query)
        times.append(threadMilliseconds() - before)
    }
    times.sort()
    let mean = times.reduce(0, +) / Double(times.count)
    row += String(format: " | %.3f / %.2f", mean, times[times.count * 99 / 100])
}
var different = 0
for query in queries.prefix(checked) {
    for threshold in [0.5, 0.7, 0.95] {
        let question = SearchQuery(query, threshold: threshold, limit: 5)
        let expected = ExhaustiveSearch.matches(of: question, among: candidates)
        if try searcher.matches(of: question) != expected { different += 1 }
    }
}
// One unit more, found by the next search.
let changing = ChangingSegmentIndex(index)
let added = SearchCandidate(id: -1, segment: tokenizer.tokenize("A sentence of the day after."), changed: 0)
start = threadMilliseconds()
changing.add(added)
let found = try changing.matches(of: SearchQuery(added.segment, threshold: 0.7, limit: 5)).first?.id == -1
row += String(format: " | %.2f ms%@", threadMilliseconds() - start, found ? "" : " (NOT FOUND)")
print(row + (checked > 0 ? " | \(different) of \(checked * 3) |" : " | – |"))
