import Foundation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Interchange

/// TMX files that other tools wrote.
@Suite(.enabled(if: SharedMaterial.has("conformance/INDEX.tsv"), "the shared material is not here"))
struct TMXConformanceTests {
    /// Files that are no well-formed XML, with the reason. None is.
    private static let unreadable: [String: String] = [:]

    private static func paths() throws -> [String] {
        try SharedMaterial.text("conformance/INDEX.tsv").split(whereSeparator: \.isNewline)
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
            .filter { $0.count > 1 && $0[1] == "tmx" }.map { $0[0] }
    }

    /// Start tags of an element, counted in the text of the file without any parser.
    private static func count(_ element: String, in text: String) -> Int {
        // Comments hold no elements.
        var text = text
        while let start = text.range(of: "<!--"), let end = text[start.upperBound...].range(of: "-->") {
            text.removeSubrange(start.lowerBound..<end.upperBound)
        }
        return text.split(separator: "<").count { part in
            part.hasPrefix(element)
                && (part.dropFirst(element.count).first.map { $0.isWhitespace || "/>".contains($0) } ?? false)
        }
    }

    private static func text(of bytes: [UInt8]) throws -> String {
        let isWide = bytes.starts(with: [0x3C, 0])
        return try FileReading.decode(bytes, file: nil, charset: isWide ? Charset("UTF-16LE") : nil).text
    }

    @Test func everyFileIsReadAndComesBack() throws {
        var files = 0, units = 0, variants = 0, findings = 0
        for path in try Self.paths() where Self.unreadable[path] == nil {
            files += 1
            let bytes = try FileReading.bytes(of: SharedMaterial.path("conformance/" + path))
            let reader = try TMXReader(bytes: bytes, file: path)
            let items = try items(reader)
            let text = try Self.text(of: bytes)
            #expect(items.count == Self.count("tu", in: text), "\(path)")
            let found = items.reduce(0) { $0 + $1.unit.variants.count }
            #expect(found == Self.count("seg", in: text), "\(path)")
            units += items.count
            variants += found
            let told = reader.findings + items.flatMap(\.findings)
            findings += told.count
            if !told.isEmpty { print("\(told.count) findings, the first: \(told[0])") }

            let kept = items.map(\.unit).filter { !$0.variants.isEmpty }
            let output = try written(kept, header: reader.header)
            let again = try InterchangeTests.items(TMXReader(bytes: output))
            #expect(again.map(\.unit) == kept, "\(path)")
            #expect(again.allSatisfy(\.findings.isEmpty) || !told.isEmpty, "\(path)")
            // From here on nothing changes any more.
            #expect(try written(again.map(\.unit), header: reader.header) == output, "\(path)")
            if TMXValidation.isPossible { #expect(try TMXValidation.problems(of: output) == "", "\(path)") }
        }
        print("TMX: \(files) files, \(units) units, \(variants) variants, \(findings) findings")
        #expect(files == 65)
    }
}
