public import TextFiles
internal import XMLText

/// Writes segmentation rules as SRX 2.0.
///
/// Reading what was written gives the same document, but for the places in the file. What other tools keep in
/// a header of their own is not kept.
public enum SRXWriter {
    /// The bytes of the file, in UTF-8.
    /// - Throws: ``TextFiles/LathuError`` for a character that XML cannot hold.
    public static func bytes(of document: SRXDocument) throws(LathuError) -> [UInt8] {
        var xml = XMLWriter(indentation: 2)
        xml.declaration()
        try xml.start("srx", [("xmlns", SRXReader.namespace), ("version", "2.0")])
        try xml.start(
            "header",
            [("segmentsubflows", word(document.segmentsSubflows)), ("cascade", word(document.cascades))])
        for handle in document.formatHandles {
            try xml.start("formathandle", [("type", handle.type), ("include", word(handle.include))])
            xml.end()
        }
        xml.end()
        try xml.start("body")
        try xml.start("languagerules")
        for language in document.languageRules {
            try xml.start("languagerule", [("languagerulename", language.name)])
            for rule in language.rules { try write(rule, to: &xml) }
            xml.end()
        }
        xml.end()
        try xml.start("maprules")
        for map in document.languageMaps {
            try xml.start(
                "languagemap", [("languagepattern", map.pattern), ("languagerulename", map.ruleName)])
            xml.end()
        }
        xml.end()
        xml.end()
        xml.end()
        return xml.takeBytes()
    }

    private static func write(_ rule: SRXRule, to xml: inout XMLWriter) throws(LathuError) {
        try xml.start("rule", [("break", word(rule.breaks))])
        if !rule.beforeBreak.isEmpty { try xml.element("beforebreak", text: rule.beforeBreak) }
        if !rule.afterBreak.isEmpty { try xml.element("afterbreak", text: rule.afterBreak) }
        xml.end()
    }

    private static func word(_ flag: Bool) -> String { flag ? "yes" : "no" }
}
