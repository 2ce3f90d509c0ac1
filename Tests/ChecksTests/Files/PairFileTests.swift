import Checks
import Foundation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@Suite struct PairFileTests {
    private static let catalog = """
        msgid ""
        msgstr ""
        "Language: vi\\n"
        "Content-Type: text/plain; charset=UTF-8\\n"

        # lathu: ignore number — the source is wrong
        msgid "at least 25 people"
        msgstr "ít nhất 26 người"

        #, fuzzy
        msgid "He is not held."
        msgstr "Ông bị giam giữ."

        msgid "%d letter"
        msgid_plural "%d letters"
        msgstr[0] "%d lá thư"

        msgid "Geneva"
        msgstr ""

        #~ msgid "old"
        #~ msgstr "cũ"

        """

    private static let xliff = """
        <?xml version="1.0"?>
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="vi">
        <file id="f"><unit id="1"><segment state="translated"><source>at least 25 people</source><target>ít nhất 26 người</target></segment></unit>
        <unit id="2"><notes><note>lathu: ignore number — why not</note></notes><segment state="final"><source>5 men</source><target>6 người</target></segment></unit>
        <unit id="3"><segment><source>Geneva</source></segment></unit></file></xliff>
        """

    private static let tmx = """
        <?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/>
        <body><tu><tuv xml:lang="en"><seg>at least 25 people</seg></tuv><tuv xml:lang="vi"><seg>ít nhất 26 người</seg></tuv><tuv xml:lang="fr"><seg>au moins 25 personnes</seg></tuv></tu></body></tmx>
        """

    private func read(_ text: String, _ name: String, _ languages: PairFile.Languages = .init()) throws
        -> [CheckedLetter]
    {
        try withTemporaryFolder { folder in
            let path = FilePath.join(folder, name)
            try FileWriting.write(text, to: path)
            return try PairFile.read(path, languages).letters
        }
    }

    private func rules(_ letters: [CheckedLetter]) -> [String] {
        CheckRun(threads: 1).findings(of: letters).map { "\($0.segment ?? -1) \($0.rule)" }
    }

    @Test func catalogs() throws {
        let letters = try read(Self.catalog, "thu.po")
        #expect(letters.map(\.target) == [.vietnamese])
        #expect(letters.first?.pairs.map(\.state) == [.translated, .fuzzy, .translated, .missing])
        #expect(rules(letters) == ["1 unfinished", "1 negation", "3 missing"])
        #expect(letters.first?.pairs.first?.location.line == 7)
    }

    @Test func documentsAndTheirNotes() throws {
        let letters = try read(Self.xliff, "thu.xlf")
        #expect(rules(letters) == ["0 number", "2 missing"])
        #expect(letters.first?.pairs.map(\.state) == [.translated, .reviewed, .missing])
    }

    @Test func memoriesHoldSeveralLanguages() throws {
        let letters = try read(Self.tmx, "memory.tmx")
        #expect(letters.map(\.target.identifier) == ["vi", "fr"])
        #expect(rules(letters) == ["0 number"])
        #expect(
            try read(Self.tmx, "memory.tmx", .init(target: LocaleID("fr"))).map(\.target.identifier) == ["fr"]
        )
    }

    @Test func tables() throws {
        let letters = try read(
            "en\tvi\tnote\nat least 25 people\tít nhất 26 người\t\n5 men\t6 người\tlathu: ignore number — so be it\n",
            "a.tsv")
        #expect(rules(letters) == ["0 number"])
        #expect(letters.first?.pairs.map(\.location.line) == [2, 3])
        let bare = try read("5 men\t6 người\n", "a.tsv", .init(source: .english, target: .vietnamese))
        #expect(rules(bare) == ["0 number"])
    }

    @Test func whatCannotBeReadIsNamed() throws {
        #expect(throws: LathuError.self) { try read("5 men\t6 người\n", "a.tsv") }
        #expect(throws: LathuError.self) { try read("msgid", "a.po") }
        #expect(throws: LathuError.self) { try read("x", "a.doc") }
        #expect(throws: LathuError.self) {
            try read("en\tvi\n5\t6\n", "a.tsv", .init(target: LocaleID("fr")))
        }
    }
}
