import Foundation
import Testing

@Suite struct ValidateCommandTests {
    private static let head = """
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="vi">
         <file id="f">

        """

    private func write(_ text: String, _ name: String, _ lathu: CommandLine) throws {
        try Data(text.utf8).write(to: lathu.folder.appending(path: name))
    }

    @Test func validFilesGiveNothing() throws {
        try CommandLine.inNewFolder { lathu throws in
            let unit =
                "  <unit id=\"u\"><segment><source>Hello</source><target>Chào</target></segment></unit>\n"
            try write(Self.head + unit + " </file>\n</xliff>\n", "thu.xlf", lathu)
            try write("msgid \"Hello\"\nmsgstr \"Chào\"\n", "thu.po", lathu)
            let result = try lathu.run("validate", "thu.xlf", "thu.po")
            #expect(result.status == 0)
            #expect(result.output == "" && result.errors == "")
        }
    }

    @Test func everyFindingHasItsPlaceAndRule() throws {
        try CommandLine.inNewFolder { lathu throws in
            let unit =
                "  <unit id=\"u\"><segment><source><ph id=\"1\" dataRef=\"d\"/></source></segment></unit>\n"
            try write(Self.head + unit + " </file>\n</xliff>\n", "thu.xlf", lathu)
            let result = try lathu.run("validate", "thu.xlf")
            #expect(result.status == 65)
            #expect(
                result.output
                    == "thu.xlf:3:33: error: dataRef “d” names no <data> of the unit (XLIFF 2.1, attribute "
                    + "dataRef)\n")
            let json = try lathu.run("validate", "--json", "thu.xlf").json
            #expect(json.count == 1)
            #expect(json.first?["line"] as? Int == 3 && json.first?["severity"] as? String == "error")
        }
    }

    @Test func whatCannotBeReadIsAnotherMatter() throws {
        try CommandLine.inNewFolder { lathu throws in
            try write("<xliff version=\"1.2\">", "cut.xlf", lathu)
            #expect(try lathu.run("validate", "cut.xlf").status == 65)
            let result = try lathu.run("validate", "cut.xlf", "none.xlf")
            #expect(result.status == 66)
            #expect(result.output.contains("none.xlf: error: there is no such file"))
        }
    }
}
