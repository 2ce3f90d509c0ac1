import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import TranslationMemory

@Suite struct XLIFFImportTests {
    @Test func translatedSegmentsAreTakenWithTheirStates() throws {
        try withTemporaryFolder { folder throws in
            let path = folder + "/thu.xlf"
            let text = """
                <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="vi"><file id="f">
                <unit id="1"><segment state="final"><source>Free <pc id="1">Đài</pc></source><target>Thả <pc id="1">Đài</pc></target></segment>
                <segment><source>Now.</source></segment></unit>
                <unit id="2" translate="no"><segment><source>A</source><target>B</target></segment></unit>
                </file></xliff>
                """
            try FileWriting.write(Array(text.utf8), to: path)
            let memory = try TranslationMemory(path: folder + "/memory.sqlite", access: .writing)
            let intake = MemoryImport(memory, now: 1)
            let report = try intake.document(path)
            #expect(report.counts.added == 1 && report.untranslated == 1 && report.refused == 0)
            let again = try intake.document(path)
            #expect(again.counts.added == 0 && again.counts.unchanged == 1)
        }
    }
}
