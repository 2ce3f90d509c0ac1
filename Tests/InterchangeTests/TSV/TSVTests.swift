import Foundation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Interchange

private func read(
    _ bytes: [UInt8], _ format: TSVFormat = TSVFormat(), chunk: Int = 1 << 18, limit: Int = ByteLines.limit
) throws -> (reader: TSVReader, items: [TSVReader.Item]) {
    try withTemporaryFolder { folder in
        let path = folder + "/a.tsv"
        try FileWriting.write(bytes, to: path)
        let reader = try TSVReader(
            lines: ByteLines(path: path, chunkSize: chunk, limit: limit), path: path, format: format)
        var items: [TSVReader.Item] = []
        while let item = try reader.next() { items.append(item) }
        return (reader, items)
    }
}

private func read(_ text: String, _ format: TSVFormat = TSVFormat()) throws -> [TSVReader.Item] {
    try read(Array(text.utf8), format).items
}

private func told(_ items: [TSVReader.Item]) -> [String] {
    items.map { item in
        switch item {
        case .row(let row): return "\(row.line) " + row.texts.joined(separator: "|")
        case .problem(let diagnostic):
            let place = [diagnostic.location?.line, diagnostic.location?.column].compactMap { $0 }
            return place.map { "\($0):" }.joined() + " " + diagnostic.message
        }
    }
}

@Suite struct TSVReaderTests {
    @Test func pairs() throws {
        let items = try read("\u{FEFF}Dear\tKính gửi\r\n\r\nHuman rights\tNhân quyền\nC:\\new\tC:\\mới")
        #expect(told(items) == ["1 Dear|Kính gửi", "3 Human rights|Nhân quyền", "4 C:\\new|C:\\mới"])
        #expect(try read("").isEmpty)
    }

    @Test func header() throws {
        let (reader, items) = try read(
            Array("id\ten\tvi\tzh_hant\tnote\n7\tDear\tKính gửi\t\txem\n\t\tChào\t您好\t\n\tDear\t\t\t\n".utf8))
        #expect(reader.locales.map(\.identifier) == ["en", "vi", "zh-Hant"])
        #expect(
            items.prefix(2) == [
                .row(
                    TSVRow(line: 2, texts: ["Dear", "Kính gửi", ""], attributes: [.id: "7", .note: "xem"])),
                .row(TSVRow(line: 3, texts: ["", "Chào", "您好"], attributes: [:])),
            ])
        #expect(told(Array(items.dropFirst(2))) == ["4: the row has fewer than two texts"])
    }

    @Test(arguments: [
        ("en\tvi", ["en", "vi"]), ("en\tid", ["en", "id"]), ("en\tvi\tid", ["en", "vi"]),
        ("en\tvi\tind", ["en", "vi", "id"]), ("en\torigin", []), ("en\ten", []), ("en\tkhông", []),
        ("en\tvi\tother stuff", []), ("EN-us\tvi_VN", ["en-US", "vi-VN"]),
    ])
    func whatIsAHeader(line: String, locales: [String]) throws {
        #expect(try read(Array(line.utf8)).reader.locales.map(\.identifier) == locales)
    }

    @Test func headerOrNotIsTheCallersToSay() throws {
        #expect(told(try read("so\tto\n", TSVFormat(hasHeader: false))) == ["1 so|to"])
        let error = #expect(throws: LathuError.self) {
            try read("Dear\tKính gửi\n", TSVFormat(hasHeader: true))
        }
        #expect(error?.diagnostics.first?.message == "the first row is no header")
    }

    @Test func columns() throws {
        let text = "nguồn\tsố\ten\tvi\nx\t1\tDear\tKính gửi\tthừa\nx\t2\tDear\n"
        let format = TSVFormat(columns: [4, 3], hasHeader: true)
        #expect(told(try read(text, format)) == ["2 Kính gửi|Dear", "3: the row has 3 columns"])
        for columns in [[1], [1, 1], [0, 1], [1, 2, 3]] {
            let error = #expect(throws: LathuError.self) { try read(text, TSVFormat(columns: columns)) }
            #expect(error?.code == .usage)
        }
    }

    @Test func escapes() throws {
        let format = TSVFormat(isEscaped: true)
        let items = try read("a\\tb\\nc\\rd\\\\e\tê\\\\n\nà\tb\\q\nà\\\tb\n", format)
        #expect(
            told(items) == [
                "1 a\tb\nc\rd\\e|ê\\n", "2:4: unknown escape \\q", "3:2: unknown escape \\",
            ])
    }

    @Test func wrongRowsAreToldAndPassedOver() throws {
        let items = try read("a\tb\tc\na\na\t\n\tb\nđúng\trồi\n")
        #expect(
            told(items) == [
                "1: the row has 3 columns", "2: the row has 1 column", "3: the target text is empty",
                "4: the source text is empty", "5 đúng|rồi",
            ])
    }

    @Test func notUTF8() throws {
        let items = try read(Array("một\tone\nế\tx".utf8) + [0xFF] + Array("\nhai\ttwo\n".utf8)).items
        #expect(
            told(items) == [
                "1 một|one", "2:4: is not UTF-8: the byte at offset 15 does not belong", "3 hai|two",
            ])
        let error = #expect(throws: LathuError.self) { try read([0xFF, 0xFE, 0x61, 0]) }
        #expect(error?.diagnostics.first?.message == "is UTF-16LE, not UTF-8")
    }

    @Test func chunksDoNotShow() throws {
        let text = (1...50).map { "dòng \($0)\tline \($0)\($0 % 3 == 0 ? "\r" : "")\n" }.joined()
        let whole = try read(text)
        #expect(whole.count == 50)
        for chunk in 1...40 {
            #expect(try read(Array(text.utf8), chunk: chunk).items == whole)
        }
    }

    @Test func longLinesAreNotKept() throws {
        let text =
            "a\tb\n" + String(repeating: "x", count: 100) + "\ty\nc\td\n" + String(repeating: "z", count: 100)
        for chunk in [1, 7, 64, 1000] {
            let items = try read(Array(text.utf8), chunk: chunk, limit: 50).items
            #expect(
                told(items).map { String($0.prefix(20)) } == [
                    "1 a|b", "2: the line is longe", "3 c|d", "4: the line is longe",
                ])
        }
    }

    @Test func noSuchFile() {
        let error = #expect(throws: LathuError.self) { try TSVReader(path: "không/có.tsv") }
        #expect(error?.code == .noInput)
        let folder = #expect(throws: LathuError.self) { try TSVReader(path: ".") }
        #expect(folder?.code == .noInput)
    }
}

@Suite struct TSVWriterTests {
    @Test func pairs() throws {
        let plain = TSVWriter(isEscaped: false)
        #expect(plain.header == "")
        #expect(try plain.line(["Dear \\n", "Kính gửi"]) == "Dear \\n\tKính gửi\n")
        for text in ["a\tb", "a\nb", "a\r\nb", "a\r"] {
            let error = #expect(throws: LathuError.self) { try plain.line(["x", text]) }
            #expect(error?.code == .invalidData)
        }
        #expect(throws: LathuError.self) { try plain.line(["a"]) }
        #expect(throws: LathuError.self) { try plain.line(["a", ""]) }
        #expect(
            try TSVWriter(isEscaped: true).line(["a\tb\r\n", "\\"]).utf8.elementsEqual(
                "a\\tb\\r\\n\t\\\\\n".utf8))
    }

    @Test func headerRow() throws {
        let writer = try TSVWriter(
            columns: [.locale(.english), .locale(.vietnamese), .attribute(.id)], isEscaped: false)
        #expect(writer.header == "en\tvi\tid\n")
        #expect(
            try writer.line(["Dear", "Kính gửi"], attributes: [.id: "7", .note: "?"]) == "Dear\tKính gửi\t7\n"
        )
        #expect(throws: LathuError.self) { try TSVWriter(columns: [.locale(.english)], isEscaped: true) }
    }

    @Test func comesBack() throws {
        var generator = SeededGenerator(state: 5)
        let writer = try TSVWriter(
            columns: [.locale(.english), .attribute(.note), .locale(.vietnamese)], isEscaped: true)
        let rows = (0..<200).map { number in
            (0..<3).map { _ in "\(number)" + RandomEntry.text(&generator) }
        }
        let text =
            writer.header
            + (try rows.map { try writer.line([$0[0], $0[1]], attributes: [.note: $0[2]]) }).joined()
        let items = try read(text, TSVFormat(isEscaped: true))
        #expect(items.count == rows.count)
        for (item, row) in zip(items, rows) {
            guard case .row(let back) = item else {
                Issue.record("\(item)")
                continue
            }
            #expect(back.texts == [row[0], row[1]])
            #expect(back.attributes == [.note: row[2]])
        }
    }
}
