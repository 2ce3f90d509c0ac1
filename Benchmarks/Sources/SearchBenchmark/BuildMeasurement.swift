import Foundation
import Matching
import UnicodeText

/// Tokenizes a file line by line, adds the lines to an index and builds it: the share of an import that is
/// Matching's, in the memory that an import has. Times are of this thread's processor.
enum BuildMeasurement {
    ///
    /// Writes the index to `output`, where that is given, so that the bytes of two versions can be compared.
    static func run(file: String, locale: LocaleID, output: String?) throws {
        guard let input = fopen(file, "r") else { throw CocoaError(.fileReadNoSuchFile) }
        defer { fclose(input) }
        let tokenizer = try Tokenizer(locale: locale)
        var builder = SegmentIndexBuilder()
        var tokenizing = 0.0, adding = 0.0
        var tokens = 0
        while true {
            let lines = readLines(input, 5000)
            if lines.isEmpty { break }
            let start = threadMilliseconds()
            let segments = lines.map(tokenizer.tokenize)
            let middle = threadMilliseconds()
            for segment in segments {
                let id = Int64(builder.count)
                builder.add(
                    SearchCandidate(
                        id: id, segment: segment, changed: id % 97, previous: id - 1, next: id + 1))
            }
            tokenizing += middle - start
            adding += threadMilliseconds() - middle
            for segment in segments { tokens += segment.tokens.count }
        }
        let collecting = peakMemory
        let lines = builder.count
        let start = threadMilliseconds()
        let before = Date()
        let index = builder.finish()
        let building = threadMilliseconds() - start
        let waited = Date().timeIntervalSince(before)
        let figures = [tokenizing / 1e3, adding / 1e3, building / 1e3, waited]
            .map { String(format: "%.1f s", $0) }
        print(
            "| \(locale) | \(lines) | \(tokens) | \(figures.joined(separator: " | ")) | \(collecting) MiB "
                + "| \(peakMemory) MiB | \(index.byteCount >> 20) MiB |")
        if let output { try index.write(to: output) }
    }

    private static func readLines(_ input: UnsafeMutablePointer<FILE>, _ count: Int) -> [String] {
        var lines: [String] = []
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        while lines.count < count {
            var length = getline(&line, &capacity, input)
            guard length > 0, let bytes = line else { break }
            if bytes[length - 1] == CChar(0x0A) { length -= 1 }
            let text = UnsafeRawBufferPointer(start: bytes, count: length)
            lines.append(String(decoding: text, as: UTF8.self))
        }
        return lines
    }

    /// The most memory that this process has held at once, in MiB.
    static var peakMemory: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss >> 10
    }
}
