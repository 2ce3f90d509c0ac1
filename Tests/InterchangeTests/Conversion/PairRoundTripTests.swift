import Foundation
import Segmentation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Interchange

/// Every format gives back what it was given, as far as it has a place for it.
@Suite struct PairRoundTripTests {
    private static var options: [(format: PairFormat, writing: PairWritingOptions)] {
        var all = PairFormat.allCases.filter { $0 != .xliff2 }.map { ($0, PairWritingOptions()) }
        for version in [XLIFFVersion.twoZero, .twoOne, .twoTwo] {
            var writing = PairWritingOptions()
            writing.version = version
            all.append((.xliff2, writing))
        }
        var catalog = PairWritingOptions()
        catalog.isCatalog = true
        catalog.hasByteOrderMark = true
        all.append((.csv, catalog))
        return all
    }

    @Test func whatIsWrittenIsRead() throws {
        for (format, writing) in Self.options {
            for seed in 0..<20 as Range<UInt64> {
                var made = PairUnits(seed: seed)
                let units = made.units(12)
                let (bytes, _) = try format.file(units, writing)
                var reading = PairReadingOptions()
                reading.isEscaped = true
                // PO and the catalog's columns do not name the language of the source.
                if format == .po || writing.isCatalog {
                    reading.source = .english
                    reading.target = .vietnamese
                }
                let read = try format.read(bytes, reading)
                #expect(read.problems.isEmpty)
                #expect(read.header.source == .english && read.header.target == .vietnamese)
                // TSV holds pairs only.
                let expected = format == .tsv ? units.filter(\.isTranslated) : units
                #expect(read.units.count == expected.count, "\(format) \(seed)")
                for (unit, own) in zip(read.units, expected) {
                    let place = Comment(rawValue: "\(format) \(writing.version) \(seed) \(own.source.coded)")
                    #expect(unit.source.coded == own.source.coded, place)
                    #expect(unit.target?.coded == own.target?.coded, place)
                    if format != .po { #expect(unit.id == own.id, place) }
                    if format != .tsv { #expect(unit.state ?? .missing == own.state, place) }
                    if format != .tsv, !writing.isCatalog { #expect(unit.context == own.context, place) }
                    if [.xliff12, .xliff2, .po, .tmx].contains(format) || writing.isCatalog {
                        #expect(unit.fingerprint == own.fingerprint, place)
                    }
                    if [.xliff12, .xliff2, .po].contains(format) {
                        #expect(unit.previousSource?.coded == own.previousSource?.coded, place)
                    }
                    if [.xliff12, .xliff2].contains(format) {
                        #expect(unit.proposals.map(\.target) == own.proposals.map(\.target), place)
                        #expect(unit.notes == own.notes, place)
                        for (number, code) in own.codes {
                            let kind = unit.codes[number]?.kind
                            #expect(kind == code.kind || kind == .other, place)
                        }
                    }
                    if format == .xliff2 {
                        #expect(unit.proposals == own.proposals, place)
                        #expect(unit.codes.mapValues(\.label) == own.codes.mapValues(\.label), place)
                    }
                }
                // The same units give the same bytes, and so does what was read, where nothing is lost.
                #expect(try format.file(units, writing).bytes == bytes)
            }
        }
    }

    /// Our own rules, and the schemas.
    @Test func xliffIsValid() throws {
        for (format, writing) in Self.options where format == .xliff2 || format == .xliff12 {
            var made = PairUnits(seed: 7)
            let (bytes, losses) = try format.file(made.units(40), writing)
            let document = try XLIFFDocument(bytes: bytes, file: "made.xlf")
            #expect(document.findings().map(\.description) == [])
            #expect(document.version == (format == .xliff12 ? .oneTwo : writing.version))
            #expect(losses.list.isEmpty)
            try Self.checkSchema(bytes, document.version)
        }
    }

    /// `xmllint` with the schemas of the shared material. For 1.2 there is that of 1.1 only, which all that is written
    /// follows but for the kind of alternative translations.
    private static func checkSchema(_ bytes: [UInt8], _ version: XLIFFVersion) throws {
        let root = "conformance/xliff2-schemas/oasis-tcs__xliff-xliff-22/"
        let schema =
            switch version {
            case .twoTwo: root + "xliff-22/schemas/xliff_core_2.2.xsd"
            case .twoOne, .twoZero: root + "xliff-21/schemas/xliff_core_2.0.xsd"
            default: "conformance/xliff12/translate__translate/tests/xliff_conformance/xliff-core-1.1.xsd"
            }
        guard SharedMaterial.has(schema) else { return }
        var text = String(decoding: bytes, as: UTF8.self)
        if version == .oneTwo {
            text = text.replacing("version=\"1.2\"", with: "version=\"1.1\"")
                .replacing("document:1.2", with: "document:1.1")
                .replacing(" alttranstype=\"previous-version\"", with: "")
        }
        try withTemporaryFolder { folder in
            let file = folder + "/made.xlf"
            try Data(text.utf8).write(to: URL(filePath: file))
            // The schema of 2.2 names that of the attributes xml:… by its address.
            let attributes = SharedMaterial.path(
                root + "xliff-21/schemas/informativeCopiesOf3rdPartySchemas/w3c/xml.xsd")
            let catalog = """
                <catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
                <uri name="http://www.w3.org/2001/xml.xsd" uri="file://\(attributes)"/>
                <system systemId="http://www.w3.org/2001/xml.xsd" uri="file://\(attributes)"/></catalog>
                """
            try Data(catalog.utf8).write(to: URL(filePath: folder + "/catalog.xml"))
            let result = try Programs.run(
                "XML_CATALOG_FILES=\(folder)/catalog.xml",
                ["xmllint", "--noout", "--nonet", "--schema", SharedMaterial.path(schema), file])
            #expect(result.status == 0, "\(version): \(result.output.prefix(2000))")
        }
    }

    @Test func tmxAndPOAreValid() throws {
        var made = PairUnits(seed: 11)
        let units = made.units(30)
        let (catalog, _) = try PairFormat.po.file(units)
        #expect(try Gettext.problems(of: String(decoding: catalog, as: UTF8.self)) == "")
        let (exchange, _) = try PairFormat.tmx.file(units)
        let reader = try TMXReader(bytes: exchange)
        while let item = try reader.next() { #expect(item.findings.isEmpty) }
        let dtds = SharedMaterial.files(in: "conformance/tmx-dtd", extensions: ["dtd"]).filter {
            $0.hasSuffix("tmx14.dtd")
        }
        guard let dtd = dtds.first else { return }
        try withTemporaryFolder { folder in
            let file = folder + "/made.tmx"
            try Data(exchange).write(to: URL(filePath: file))
            let result = try Programs.run(
                "xmllint",
                ["--noout", "--nonet", "--dtdvalid", SharedMaterial.path("conformance/tmx-dtd/" + dtd), file])
            #expect(result.status == 0, "\(result.output.prefix(2000))")
        }
    }

    /// Codes that cross, stand alone or stand twice.
    @Test func codesInEveryArrangement() throws {
        let all = (1...2).flatMap { number in
            [InlineCode.Kind.opening, .closing, .standalone].compactMap { InlineCode($0, number: number) }
        }
        var sequences: [[InlineCode]] = [[]]
        var last: [[InlineCode]] = [[]]
        for _ in 0..<4 {
            last = last.flatMap { codes in all.map { codes + [$0] } }
            sequences += last
        }
        let units = sequences.enumerated().map { number, codes in
            let text = InlineText(codes.map { .code($0) } + [.text("x")])
            var unit = PairUnit(source: text, target: text)
            unit.id = "u\(number)"
            unit.state = .translated
            return unit
        }
        for format in [PairFormat.xliff12, .xliff2] {
            let read = try format.read(try format.file(units).bytes)
            #expect(read.units.count == units.count)
            for (unit, own) in zip(read.units, units) {
                #expect(unit.source.coded == own.source.coded, "\(format)")
                #expect(unit.target?.coded == own.target?.coded, "\(format)")
            }
        }
    }

    /// A tool divided a unit, moved a part and put an annotation in.
    @Test func dividedUnitsArePutTogether() throws {
        let second = """
            <xliff version="2.1" srcLang="en" trgLang="vi" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">
            <unit id="u"><segment id="a" state="translated"><source>One <pc id="2">two</pc>.</source>
            <target order="3">Một <pc id="2">hai</pc>.</target></segment><ignorable><source> </source></ignorable>
            <segment id="b" state="reviewed"><source><mrk id="m" type="term">Three</mrk>.</source>
            <target order="1">Ba.</target></segment></unit>
            <unit id="v"><segment state="translated"><source>A.</source><target>B.</target></segment>
            <segment><source>C.</source></segment></unit></file></xliff>
            """
        let read = try PairFormat.xliff2.read(Array(second.utf8)).units
        #expect(read[0].source.coded == "One <2>two</2>. Three.")
        #expect(read[0].target?.coded == "Ba. Một <2>hai</2>.")
        #expect(read[0].state == .translated)
        #expect(read[1].source.coded == "A.C.")
        #expect(read[1].target?.coded == "B.")
        #expect(read[1].state == .draft)
        #expect(read[1].stateName == "partial")
        let first = """
            <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x" source-language="en"
            target-language="vi" datatype="plaintext"><body><trans-unit id="1" approved="yes">
            <source>One <g id="1">two</g>. Three.</source>
            <seg-source><mrk mtype="seg" mid="0">One <g id="1">two</g>.</mrk> <mrk mtype="seg" mid="1">Three.</mrk></seg-source>
            <target><mrk mtype="seg" mid="0">Một <g id="1">hai</g>.</mrk> <mrk mtype="seg" mid="1">Ba.</mrk></target>
            </trans-unit><trans-unit id="2"><source>One. Two.</source>
            <seg-source><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1">Two.</mrk></seg-source>
            <target><mrk mtype="seg" mid="0">Một.</mrk> <mrk mtype="seg" mid="1"></mrk></target>
            </trans-unit></body></file></xliff>
            """
        let old = try PairFormat.xliff12.read(Array(first.utf8)).units
        #expect(old[0].source.coded == "One <1>two</1>. Three.")
        #expect(old[0].target?.coded == "Một <1>hai</1>. Ba.")
        #expect(old[0].state == .reviewed)
        #expect(old[1].stateName == "partial")
    }
}
