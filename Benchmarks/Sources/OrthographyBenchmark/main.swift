import Foundation
import UnicodeText
import Vietnamese

// Usage: OrthographyBenchmark VIETNAMESE DICTIONARY [CLEAN…]
//
// VIETNAMESE: lines of Vietnamese; DICTIONARY: a spelling list that vouches for words; CLEAN: files in other
// languages that are in order. Detection is tried on every eighth paragraph. LATHU_MISSES=N prints the first N lines
// that each row of detection misses, LATHU_SECTIONS=encodings,damage,order,speed measures only these.

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
    print("usage: OrthographyBenchmark VIETNAMESE DICTIONARY [CLEAN…]")
    exit(64)
}
let environment = ProcessInfo.processInfo.environment
let sections = environment["LATHU_SECTIONS"].map { Set($0.split(separator: ",").map(String.init)) }
func isWanted(_ section: String) -> Bool { sections?.contains(section) ?? true }
let shownMisses = environment["LATHU_MISSES"].flatMap { Int($0) } ?? 0

func lines(_ path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).map(String.init)
}

func isSame(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }

func percent(_ part: Int, of whole: Int) -> String {
    String(format: "%.3f%%", whole == 0 ? 0 : Double(part) * 100 / Double(whole))
}

/// The processor time of this thread.
func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

func row(_ cells: String...) { print("| " + cells.joined(separator: " | ") + " |") }

let vietnamese = try lines(arguments[0])
let cleanliness = Cleanliness(dictionary: try lines(arguments[1]))
let inOrder = vietnamese.filter(cleanliness.vouchesFor)
let all = vietnamese.filter { line in
    line.unicodeScalars.count >= 40 && isSame(line, line.nfc)
        && line.unicodeScalars.contains { $0.value >= 0xC0 && $0.category.isLetter && $0.script == .latin }
}
let step = 8
let paragraphs = stride(from: 0, to: all.count, by: step).map { all[$0] }
let cleanParagraphs = paragraphs.filter(cleanliness.vouchesFor)

func measureEncodings() {
    print(
        "Round trips: \(vietnamese.count) lines, those that the encoding can express encoded and decoded again."
    )
    print("Detection: paragraphs of 40 characters and more; right is a reading that gives the text back.")
    print()
    row("encoding", "lines", "same", "to reach", "paragraphs", "detected", "to reach")
    print("|---|---|---|---|---|---|---|")
    for encoding in LegacyEncoding.allCases {
        var expressible = 0
        var same = 0
        for line in vietnamese {
            guard let bytes = try? encoding.encode(line) else { continue }
            expressible += 1
            if let text = try? encoding.decode(bytes), isSame(text, line.nfc) { same += 1 }
        }
        var tried = 0
        var right = 0
        for line in paragraphs {
            guard let bytes = try? encoding.encode(line) else { continue }
            tried += 1
            if case .legacy(let found)? = EncodingDetector.detect(bytes)?.encoding,
                let text = try? found.decode(bytes), isSame(text, line)
            {
                right += 1
            } else if tried - right <= shownMisses {
                print("  missed: \(line)")
            }
        }
        row(
            "\(encoding)", "\(expressible)", percent(same, of: expressible), "99.99%", "\(tried)",
            percent(right, of: tried), "99%")
    }
    let unicode = paragraphs.count { EncodingDetector.detect(Array($0.utf8))?.encoding == .charset(.utf8) }
    row("UTF-8", "–", "–", "–", "\(paragraphs.count)", percent(unicode, of: paragraphs.count), "99%")
}

func measureDamage() {
    print()
    print("Damage done to paragraphs of 40 characters and more whose words a spelling list vouches for.")
    print()
    row("damage", "paragraphs", "detected", "to reach", "restored")
    print("|---|---|---|---|---|")
    for damage in Damage.all {
        var tried = 0
        var seen = 0
        var restored = 0
        for line in cleanParagraphs {
            let damaged = damage.apply(line)
            if isSame(damaged, line) { continue }
            tried += 1
            let result = TextRepair().repair(damaged)
            if result.changes.contains(where: { $0.reasons.contains(damage.reason) }) {
                seen += 1
            } else if tried - seen <= shownMisses {
                print("  missed: \(damaged)")
            }
            if isSame(result.text, line) { restored += 1 }
        }
        row(damage.name, "\(tried)", percent(seen, of: tried), "99%", percent(restored, of: tried))
    }
}

func measureOrder() throws {
    print()
    print("Text in order: nothing may change.")
    print()
    row("text", "lines", "changes")
    print("|---|---|---|")
    func countChanges(_ name: String, _ lines: [String]) {
        let changes = lines.flatMap { TextRepair().repair($0).changes }
        for change in changes.prefix(shownMisses) { print("  changed: \(change)") }
        row(name, "\(lines.count)", "\(changes.count)")
    }
    countChanges("Vietnamese that the spelling list vouches for", inOrder)
    for path in arguments.dropFirst(2) {
        // What is not in NFC is not in order.
        let name = URL(filePath: path).deletingPathExtension().lastPathComponent
        countChanges(name, try lines(path).filter { isSame($0, $0.nfc) })
    }
}

func measureSpeed() throws {
    print()
    print("Repair of text in order, one thread, the best of five: wall clock, and processor time.")
    print()
    row("text", "MB", "MB/s", "of processor time", "to reach")
    print("|---|---|---|---|---|")
    func measure(_ name: String, _ texts: [String]) {
        let size = texts.reduce(0) { $0 + $1.utf8.count }
        let clock = ContinuousClock()
        var best = Duration.seconds(1_000)
        var bestOfProcessor = best
        for _ in 0..<5 {
            var changes = 0
            let before = processorTime()
            let time = clock.measure {
                if texts.count == 1 {
                    changes += TextRepair().repair(texts[0]).changes.count
                } else {
                    var memory = TextRepair.Memory()
                    for text in texts {
                        changes += TextRepair().repair(text, remembering: &memory).changes.count
                    }
                }
            }
            if changes > 0 { print("  \(changes) changes") }
            best = min(best, time)
            bestOfProcessor = min(bestOfProcessor, processorTime() - before)
        }
        row(
            name, String(format: "%.1f", Double(size) / 1e6),
            String(format: "%.0f", Double(size) / 1e6 / (best / .seconds(1))),
            String(format: "%.0f", Double(size) / 1e6 / (bestOfProcessor / .seconds(1))), "50")
    }
    let untouched = inOrder.filter { TextRepair().repair($0).changes.isEmpty }
    measure("Vietnamese, one text", [untouched.joined(separator: "\n")])
    measure("Vietnamese, line by line", untouched)
    if arguments.count > 2 {
        let other = try lines(arguments[2]).filter { TextRepair().repair($0).changes.isEmpty }
        measure(
            "English, one text", [(0..<20).map { _ in other.joined(separator: "\n") }.joined(separator: "\n")]
        )
    }
}

if isWanted("encodings") { measureEncodings() }
if isWanted("damage") { measureDamage() }
if isWanted("order") { try measureOrder() }
if isWanted("speed") { try measureSpeed() }
