internal import CExpat

/// What expat reports, in words that say what to look for.
struct ExpatFailure {
    let message: String
    var hint: String?

    static let amplification = ExpatFailure(
        message: "its entities expand to far more text than the file has, and are refused",
        hint: "put the text itself in place of the references")

    private init(message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }

    init(_ code: XML_Error, openElement: (name: XMLName, line: Int)?) {
        switch code {
        case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR,
            XML_ERROR_UNCLOSED_CDATA_SECTION:
            if let openElement {
                message = "the file ends inside the element <\(openElement.name)> of line \(openElement.line)"
                hint = "it was cut off: get it again whole"
            } else if code == XML_ERROR_NO_ELEMENTS {
                message = "holds no XML element"
            } else {
                message = "the file ends inside a tag or character"
                hint = "it was cut off: get it again whole"
            }
        case XML_ERROR_TAG_MISMATCH:
            let expected =
                openElement.map { ": the element <\($0.name)> of line \($0.line) is still open" } ?? ""
            message = "this end tag closes nothing" + expected
        case XML_ERROR_INVALID_TOKEN:
            message =
                "this is not well-formed XML: a character does not belong here, or its bytes are not text"
            hint = "a bare & is written &amp;, a bare < is written &lt;; save the file as UTF-8"
        case XML_ERROR_UNBOUND_PREFIX:
            message = "the prefix of this name is bound to no namespace"
        case XML_ERROR_DUPLICATE_ATTRIBUTE:
            message = "the same attribute stands twice in this tag"
        case XML_ERROR_UNDEFINED_ENTITY:
            message = "an entity is not declared in the file"
            hint = "only &amp; &lt; &gt; &quot; &apos; are known to all XML; write the character itself"
        case XML_ERROR_RECURSIVE_ENTITY_REF:
            message = "an entity refers to itself"
        case XML_ERROR_AMPLIFICATION_LIMIT_BREACH:
            self = Self.amplification
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
            message = "something follows the end of the document's only element"
        case XML_ERROR_MISPLACED_XML_PI:
            message = "the XML declaration must be the very first thing of the file"
        case XML_ERROR_BAD_CHAR_REF:
            message = "a character reference names no character that XML allows"
        case XML_ERROR_ATTRIBUTE_EXTERNAL_ENTITY_REF:
            message = "an attribute refers to an external entity, which is never loaded"
        default:
            let text = XML_ErrorString(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
            message = "this is not well-formed XML: \(text)"
        }
    }
}
