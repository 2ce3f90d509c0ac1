public import UnicodeText

extension POCatalog {
    /// The header of a new catalog, which `msgfmt --check` takes without a warning.
    ///
    /// It names no author, no date and no machine: the same arguments give the same bytes. A language whose
    /// plural rule is not known has no `Plural-Forms`.
    /// - Parameter project: what `Project-Id-Version` says, as a letter's name.
    public static func newHeader(language: LocaleID, project: String) -> POEntry {
        var header = POHeader()
        header["Project-Id-Version"] = project.isEmpty ? "letter" : project
        header["PO-Revision-Date"] = ""
        header["Last-Translator"] = ""
        header["Language-Team"] = ""
        header.language = language
        header["MIME-Version"] = "1.0"
        header["Content-Type"] = "text/plain; charset=UTF-8"
        header["Content-Transfer-Encoding"] = "8bit"
        header["Plural-Forms"] = POPluralRule.rule(for: language)
        header["X-Generator"] = "Lathu"
        return POEntry(source: "", translations: [header.text])
    }
}
