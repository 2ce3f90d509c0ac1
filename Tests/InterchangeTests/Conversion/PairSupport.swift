import Foundation
import Segmentation
import TestSupport
import TextFiles
import UnicodeText

@testable import Interchange

/// Units with everything in them, the same for the same seed.
struct PairUnits {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(state: seed) }

    private static let words = [
        "Kính", "thưa", "Quý vị", "hòa bình", "thúy", "<1>", "&", "a < b", "“nhân quyền”", "\\", "\"", "'",
        "=1+1", ";",
        "]]>", "  ", "\u{1F54A}", "e\u{0301}".precomposedStringWithCanonicalMapping, "<br/>",
    ]

    mutating func text(codes: Int) -> InlineText {
        var pieces: [InlineText.Piece] = []
        var open: [Int] = []
        var number = 0
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            pieces.append(.text((Self.words.randomElement(using: &random) ?? "") + " "))
            guard number < codes else { continue }
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                number += 1
                open.append(number)
                if let code = InlineCode(.opening, number: number) { pieces.append(.code(code)) }
            case 1:
                number += 1
                if let code = InlineCode(.standalone, number: number) { pieces.append(.code(code)) }
            case 2:
                if let last = open.randomElement(using: &random),
                    let code = InlineCode(.closing, number: last)
                {
                    open.removeAll { $0 == last }
                    pieces.append(.code(code))
                }
            default: break
            }
        }
        // Most are closed; some pairs cross, and some codes stay alone.
        for last in open.reversed() where Int.random(in: 0..<6, using: &random) > 0 {
            if let code = InlineCode(.closing, number: last) { pieces.append(.code(code)) }
        }
        return InlineText([.text("x")] + pieces + [.text("x")])
    }

    /// A translation with the codes of its source, moved about in a way that keeps pairs.
    mutating func unit(_ number: Int) -> PairUnit {
        let source = InlineText([.text("\(number) ")] + text(codes: 3).pieces)
        var unit = PairUnit(source: source)
        unit.id = "s\(number)"
        if Int.random(in: 0..<5, using: &random) > 0 {
            unit.target = InlineText([.text("Bản dịch \(number): ")] + source.pieces)
            unit.state = [.draft, .translated, .reviewed].randomElement(using: &random)
            unit.fingerprint = PairFingerprint(unit.target, unit.state ?? .translated).description
        } else {
            unit.state = .missing
        }
        if number.isMultiple(of: 3) { unit.context = "title" }
        for code in Set(source.codes.map(\.number)) {
            unit.codes[code] = PairCode(
                PairCode.Kind.allCases.randomElement(using: &random) ?? .other, label: "code \(code)",
                opening: "<b\(code)>", closing: "</b\(code)>", isRequired: true)
        }
        if Bool.random(using: &random) { unit.notes.append(PairNote(.place, "heading")) }
        if Bool.random(using: &random) {
            unit.notes.append(PairNote(.translator, "Xem lại “quyền” & <nghĩa>"))
        }
        if unit.state == .draft, Bool.random(using: &random) {
            unit.previousSource = InlineText(coded: "before <1>that</1>")
        }
        if unit.state != .translated, Bool.random(using: &random) {
            unit.proposals = [
                PairProposal(
                    source: InlineText(coded: "a <1>proposal</1> <2/>"),
                    target: InlineText(coded: "một <1>gợi ý</1>"),
                    percent: 83, origin: "apec-2017.po")
            ]
        }
        return unit
    }

    mutating func units(_ count: Int) -> [PairUnit] { (0..<count).map { unit($0) } }
}

extension PairFormat {
    /// A file of units.
    func file(
        _ units: [PairUnit], _ options: PairWritingOptions = PairWritingOptions(),
        header: PairHeader = PairHeader(source: .english, target: .vietnamese, original: "apec-2017.md")
    ) throws -> (bytes: [UInt8], losses: PairLosses) {
        var writer = writer(options)
        try writer.start(header)
        for unit in units { try writer.write(unit) }
        try writer.finish()
        return (writer.takeBytes(), writer.losses)
    }

    /// What a file holds.
    func read(_ bytes: [UInt8], _ options: PairReadingOptions = PairReadingOptions()) throws -> (
        header: PairHeader, units: [PairUnit], problems: [Diagnostic], losses: PairLosses
    ) {
        try withTemporaryFolder { folder in
            let path = folder + "/file." + fileExtension
            try Data(bytes).write(to: URL(filePath: path))
            var reader = try reader(path, options: options)
            var units: [PairUnit] = []
            var problems: [Diagnostic] = []
            while let item = try reader.next() {
                switch item {
                case .unit(let unit): units.append(unit)
                case .problem(let problem): problems.append(problem)
                }
            }
            return (reader.header, units, problems, reader.losses)
        }
    }
}
