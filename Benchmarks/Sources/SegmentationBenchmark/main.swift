import Foundation
import Segmentation
import TextFiles
import UnicodeText

// Usage: SegmentationBenchmark cut LOCALE icu|lathu [RULES]
//        SegmentationBenchmark speed LOCALE [RULES]
//
// Standard input holds texts, each ended by a zero byte. "cut" prints a line a text: where its segments end, in
// UTF-16 code units; RULES is a file to take in place of the program's rules of the locale. "speed" prints the
// MB/s of UTF-8 of the bare loop over ICU's sentence iterator and of Lathu's segmenter, and their ratio: each
// the best of seven rounds, the rounds by turns, in this thread's processor time.

func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func readTexts() -> (texts: [[UInt16]], bytes: Int) {
    let input = FileHandle.standardInput.readDataToEndOfFile()
    let texts = input.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    return (texts.map { Array(String(decoding: $0, as: UTF8.self).utf16) }, input.count - texts.count)
}

func measure() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, ["cut", "speed"].contains(arguments[1]) else {
        throw LathuError(.usage, "usage: SegmentationBenchmark cut|speed LOCALE …")
    }
    let isCut = arguments[1] == "cut"
    let locale = try LocaleID(arguments[2])
    let file = arguments.count > (isCut ? 4 : 3) ? arguments.last : nil
    let segmenter = try Segmenter.standard(
        for: locale, override: try file.map { try FileReading.text(of: $0) })
    let breaker = try TextBreaker(.sentence, locale: locale)
    let (texts, bytes) = readTexts()
    if isCut {
        for text in texts {
            let ends = arguments[3] == "icu" ? breaker.boundaries(of: text) : segmenter.boundaries(in: text)
            print(ends.map(String.init).joined(separator: " "))
        }
        return
    }
    var best = (icu: Double.infinity, lathu: Double.infinity)
    var count = 0
    for _ in 0..<7 {
        let start = threadSeconds()
        for text in texts { count += breaker.boundaries(of: text).count }
        let middle = threadSeconds()
        for text in texts { count += segmenter.boundaries(in: text).count }
        best = (min(best.icu, middle - start), min(best.lathu, threadSeconds() - middle))
    }
    let size = Double(bytes) / 1e6
    print(
        String(
            format: "%.1f %.1f %.2f", size / best.icu, size / best.lathu, best.icu / best.lathu))
    if count == 0 { throw LathuError(.noInput, "there is no text on standard input") }
}

do { try measure() } catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
