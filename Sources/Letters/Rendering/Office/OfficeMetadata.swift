internal import Archives
internal import UnicodeText
internal import XMLText

/// What an office document says of itself: title and language, and nothing else.
struct OfficeMetadata {
    private let title: String
    private let locale: String
    private let format: OfficeFormat

    init(title: String, locale: String, _ format: OfficeFormat) {
        self.title = title
        self.locale = locale
        self.format = format
    }

    /// A document without its author, its dates, the program and the machine it was made with.
    ///
    /// A project's document of styles was made by somebody: pandoc takes parts of it over.
    func cleaned(_ document: ZipArchive) -> ZipArchive {
        var document = document
        switch format {
        case .docx: cleanOOXML(&document)
        case .odt: cleanODF(&document)
        }
        return document
    }

    private func cleanOOXML(_ document: inout ZipArchive) {
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        document["docProps/core.xml"] = Array(
            (declaration + """
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(MarkupText.escaped(title))</dc:title>\
                <dc:language>\(locale)</dc:language></cp:coreProperties>
                """).utf8)
        let office = "http://schemas.openxmlformats.org/officeDocument/2006"
        document["docProps/app.xml"] = Array(
            (declaration + "<Properties xmlns=\"\(office)/extended-properties\"></Properties>").utf8)
        document["docProps/custom.xml"] = Array(
            (declaration + "<Properties xmlns=\"\(office)/custom-properties\"></Properties>").utf8)
        // Previews and lists of people.
        let isTelling = ["docProps/thumbnail.", "word/people.", "customXml/", "word/printerSettings"]
        document.members.removeAll { member in isTelling.contains { member.name.hasPrefix($0) } }
    }

    /// Settings of ODF hold the printer's name; the preview is that of the document of styles.
    private func cleanODF(_ document: inout ZipArchive) {
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        document["meta.xml"] = Array(
            (declaration + """
                <office:document-meta xmlns:office="\(office)" xmlns:dc="http://purl.org/dc/elements/1.1/" \
                office:version="1.2"><office:meta><dc:title>\(MarkupText.escaped(title))</dc:title>\
                <dc:language>\(locale)</dc:language></office:meta></office:document-meta>
                """).utf8)
        document["settings.xml"] = Array(
            (declaration + """
                <office:document-settings xmlns:office="\(office)" office:version="1.2"><office:settings/>\
                </office:document-settings>
                """).utf8)
        let kept = [
            "mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml",
        ]
        document.members.removeAll { !kept.contains($0.name) && !$0.name.hasPrefix("Pictures/") }
        document.members.sort { first, second in
            func rank(_ name: String) -> Int { kept.firstIndex(of: name) ?? kept.count }
            return (rank(first.name), first.name) < (rank(second.name), second.name)
        }
        // LibreOffice opens only what has one version throughout: that of pandoc's own parts.
        let entries = document.members.filter { !["mimetype", "META-INF/manifest.xml"].contains($0.name) }.map
        {
            "<manifest:file-entry manifest:full-path=\"\(MarkupText.escaped($0.name))\" manifest:media-type=\"\(Self.mediaType($0.name))\"/>"
        }
        document["META-INF/manifest.xml"] = Array(
            (declaration + """
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
                manifest:version="1.2"><manifest:file-entry manifest:full-path="/" \
                manifest:media-type="application/vnd.oasis.opendocument.text"/>\(entries.joined())</manifest:manifest>
                """).utf8)
    }

    private static func mediaType(_ name: String) -> String {
        let types = [
            "xml": "text/xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
            "svg": "image/svg+xml",
        ]
        return types[String(name.reversed().prefix { $0 != "." }.reversed()).lowercased()] ?? ""
    }
}
