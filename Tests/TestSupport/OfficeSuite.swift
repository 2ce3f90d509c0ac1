/// LibreOffice, which shows what readers of an office document see.
public enum OfficeSuite {
    /// The lines of a document as they stand on its pages, side by side where they do, and what LibreOffice said.
    ///
    /// It makes a PDF, of which `pdftotext` gives the text.
    /// - Parameters:
    ///   - name: the document, a file in the folder.
    ///   - folder: a folder for what is made on the way.
    public static func pages(of name: String, in folder: String) throws -> (text: String, messages: String) {
        let converted = try Programs.run(
            "soffice",
            [
                "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", "pdf", name,
            ], in: folder)
        let stem = name.prefix { $0 != "." }
        let text = try Programs.run("pdftotext", ["-layout", "\(stem).pdf", "-"], in: folder).output
        return (text, converted.output)
    }
}
