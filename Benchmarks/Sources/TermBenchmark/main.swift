import Foundation
import Interchange
import Matching
import Terminology
import UnicodeText

// Usage: TermBenchmark LOCALE CONCEPTS TEXTS
//
// Makes a termbase of the phrases of one to five words that stand most often in the lines of TEXTS, with some that
// share their beginnings, and finds them in the same lines. Prints a row of a table: concepts, words of text, seconds to
// build, millions of words a second with tokenizing and without it, terms found, peak memory. Processor time of this
// thread; the best of three rounds.

func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The most frequent phrases, no more than a third of one length, so that long ones are among them.
func phrases(_ segments: [TokenizedSegment], _ count: Int) -> [String] {
    var counts: [[String]: Int] = [:]
    for segment in segments {
        let words = segment.tokens.map { $0.kind == .word ? $0.text : "" }
        for start in words.indices {
            for length in 1...5 where start + length <= words.count {
                let part = Array(words[start..<start + length])
                if part.contains("") { break }
                counts[part, default: 0] += 1
            }
        }
    }
    var taken = [Int](repeating: 0, count: 6)
    var found: [String] = []
    let sorted = counts.sorted { ($1.value, $0.key.joined()) < ($0.value, $1.key.joined()) }
    for (words, _) in sorted where taken[words.count] < count / 3 {
        if found.count == count { break }
        taken[words.count] += 1
        found.append(words.joined(separator: " "))
    }
    return found
}

func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) / 1024
}

func measure() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let count = Int(arguments[2]) else {
        FileHandle.standardError.write(Data("usage: TermBenchmark LOCALE CONCEPTS TEXTS\n".utf8))
        exit(64)
    }
    let locale = try LocaleID(arguments[1])
    let lines = try String(contentsOfFile: arguments[3], encoding: .utf8).split(separator: "\n").map(
        String.init)
    let tokenizer = try Tokenizer(locale: locale)
    let segments = lines.map { tokenizer.tokenize($0) }
    let words = segments.reduce(0) { $0 + $1.tokens.count { $0.kind == .word } }
    let concepts = phrases(segments, count).map { text in
        var concept = GlossaryConcept()
        concept.add(GlossaryTerm(text), tag: locale.identifier, locale: locale)
        return concept
    }
    let start = threadSeconds()
    let recognizer = try TermRecognizer(Termbase(concepts), locale: locale)
    let build = threadSeconds() - start
    var whole = Double.infinity
    var alone = Double.infinity
    var found = 0
    for _ in 0..<3 {
        let start = threadSeconds()
        for line in lines { found += recognizer.matches(in: line).count }
        let middle = threadSeconds()
        found = 0
        for segment in segments { found += recognizer.matches(in: segment).count }
        whole = min(whole, middle - start)
        alone = min(alone, threadSeconds() - middle)
    }
    print(
        String(
            format: "| %@ | %d | %d | %d | %.2f | %.2f | %.2f | %d | %d |", locale.identifier, concepts.count,
            lines.count, words, build, Double(words) / whole / 1e6, Double(words) / alone / 1e6, found,
            peakMemory()))
}

try measure()
