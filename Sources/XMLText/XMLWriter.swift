public import TextFiles

/// Writes XML 1.0 as UTF-8, element by element, into bytes that the caller takes away as they come.
///
/// What is written depends on the calls alone: the same calls give the same bytes. Text comes back from any
/// XML reader as it was given, carriage returns and the tabs and line ends of attributes included.
///
/// ```swift
/// var writer = XMLWriter(indentation: 2)
/// try writer.start("note", [("lang", "vi")])
/// try writer.text("Kính gửi <Quý vị>")
/// writer.end()
/// try file.write(writer.takeBytes())
/// ```
public struct XMLWriter {
    /// What becomes of characters that XML 1.0 forbids (section 2.2): most controls, U+FFFE, U+FFFF. There
    /// is no way to write them, not even as references.
    public enum ForbiddenCharacters: Sendable {
        /// They are an error.
        case refuse
        /// They are left out and counted.
        case drop
    }

    private struct Open {
        let name: String
        /// Whether white space between its children would be part of its content.
        var isMixed: Bool
        var hasChildren = false
    }

    /// How many forbidden characters were left out.
    public private(set) var droppedCharacters = 0
    private let indentation: Int?
    private let forbidden: ForbiddenCharacters
    private var bytes: [UInt8] = []
    private var open: [Open] = []
    /// Whether the `>` of the last start tag is still to come: an element without content is `<name/>`.
    private var isTagOpen = false

    /// A writer at the start of a document.
    /// - Parameter indentation: spaces a level; nil for no line ends between elements.
    public init(indentation: Int? = nil, forbidden: ForbiddenCharacters = .refuse) {
        self.indentation = indentation
        self.forbidden = forbidden
    }

    /// The number of bytes that wait to be taken.
    public var pendingCount: Int { bytes.count }

    /// Gives away what was written since the last time. Between elements it ends with whole characters.
    public mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// Writes the XML declaration and, where a system identifier is given, the document type.
    public mutating func declaration(
        documentType: (root: String, system: String)? = nil
    ) {
        append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        if let documentType { append("<!DOCTYPE \(documentType.root) SYSTEM \"\(documentType.system)\">\n") }
    }

    /// Starts an element.
    ///
    /// - Parameters:
    ///   - name: an XML name, with its prefix where it has one; names are the program's own and not checked.
    ///   - attributes: names and values in the order to write them.
    ///   - isMixed: whether the element holds text beside elements. Nothing is ever indented in it or in
    ///     what it holds. An element whose first content is text is mixed without saying so.
    /// - Throws: `LathuError` with code `invalidData` for a forbidden character in a value.
    public mutating func start(
        _ name: String, _ attributes: [(name: String, value: String)] = [], isMixed: Bool = false
    ) throws(LathuError) {
        closeTag()
        let parentIsMixed = open.last?.isMixed ?? false
        if !parentIsMixed, !open.isEmpty { breakLine(depth: open.count) }
        if !open.isEmpty { open[open.count - 1].hasChildren = true }
        append("<")
        append(name)
        for attribute in attributes {
            append(" ")
            append(attribute.name)
            append("=\"")
            try escape(attribute.value, isAttribute: true)
            append("\"")
        }
        open.append(Open(name: name, isMixed: isMixed || parentIsMixed))
        isTagOpen = true
    }

    /// Writes text into the element at hand; an empty text does nothing.
    /// - Throws: `LathuError` with code `invalidData` for a forbidden character; `software` for text in no
    ///   element, or in one whose children were indented as if it had none.
    public mutating func text(_ text: String) throws(LathuError) {
        if text.isEmpty { return }
        guard let element = open.last else {
            throw LathuError(.software, "text was written outside the document's element")
        }
        if !element.isMixed, element.hasChildren, indentation != nil {
            throw LathuError(.software, "text was written into <\(element.name)> between indented elements")
        }
        open[open.count - 1].isMixed = true
        closeTag()
        try escape(text, isAttribute: false)
    }

    /// Ends the element at hand. The end of the document's element ends the last line.
    public mutating func end() {
        guard let element = open.popLast() else { return }
        if isTagOpen {
            append("/>")
            isTagOpen = false
        } else {
            if element.hasChildren, !element.isMixed { breakLine(depth: open.count) }
            append("</")
            append(element.name)
            append(">")
        }
        if open.isEmpty { append("\n") }
    }

    /// Writes an element that holds nothing but text.
    /// - Throws: `LathuError` as ``start(_:_:isMixed:)`` and ``text(_:)``.
    public mutating func element(
        _ name: String, _ attributes: [(name: String, value: String)] = [], text: String
    ) throws(LathuError) {
        try start(name, attributes, isMixed: true)
        try self.text(text)
        end()
    }

    /// Whether XML 1.0 allows a character.
    public static func allows(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case ..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    private mutating func closeTag() {
        if isTagOpen { append(">") }
        isTagOpen = false
    }

    private mutating func breakLine(depth: Int) {
        guard let indentation else { return }
        append("\n")
        bytes.append(contentsOf: repeatElement(0x20, count: indentation * depth))
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func escape(_ text: String, isAttribute: Bool) throws(LathuError) {
        var text = text
        let refused = text.withUTF8 { escape($0, isAttribute: isAttribute) }
        if let refused { throw Self.refusal(refused) }
    }

    /// Copies what stands for itself in runs.
    /// - Returns: the first forbidden character, where they are refused.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, isAttribute: Bool) -> Unicode.Scalar? {
        var start = 0
        var at = 0
        while at < text.count {
            guard Self.isSpecial[Int(text[at])] else {
                at += 1
                continue
            }
            let reference = Self.reference(text[at], isAttribute: isAttribute)
            let forbidden = reference == nil ? Self.forbidden(in: text, at: at) : nil
            guard reference != nil || forbidden != nil else {
                at += 1
                continue
            }
            bytes.append(contentsOf: text[start..<at])
            if let reference {
                append(reference)
                at += 1
            } else if let forbidden {
                if self.forbidden == .refuse { return forbidden }
                droppedCharacters += 1
                at += UTF8.width(forbidden)
            }
            start = at
        }
        bytes.append(contentsOf: text[start...])
        return nil
    }

    /// Bytes that may need more than copying; 0xEF starts U+FFFE and U+FFFF, among many others.
    private static let isSpecial = (0...255).map { byte in
        byte < 0x20 || byte == 0xEF || "&<>\"".utf8.contains(UInt8(byte))
    }

    private static func forbidden(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Unicode.Scalar? {
        if text[index] != 0xEF {
            let scalar = Unicode.Scalar(text[index])
            return scalar.value < 0x20 && !allows(scalar) ? scalar : nil
        }
        guard index + 2 < text.count, text[index + 1] == 0xBF else { return nil }
        return text[index + 2] < 0xBE ? nil : Unicode.Scalar(UInt32(0xFF40) + UInt32(text[index + 2]))
    }

    /// Readers turn a bare CR into LF everywhere, and tabs and line ends in attributes into spaces (XML
    /// 1.0, sections 2.11 and 3.3.3). `>` is written as a reference since `]]>` may not stand in text.
    private static func reference(_ byte: UInt8, isAttribute: Bool) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): isAttribute ? "&quot;" : nil
        case 0x0D: "&#13;"
        case 0x0A: isAttribute ? "&#10;" : nil
        case 0x09: isAttribute ? "&#9;" : nil
        default: nil
        }
    }

    private static func refusal(_ scalar: Unicode.Scalar) -> LathuError {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return LathuError(
            .invalidData, "the character U+\(padded) cannot be written in XML 1.0, in no way",
            hint: "it is no part of any text that people read: remove it")
    }
}
