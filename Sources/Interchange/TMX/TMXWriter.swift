internal import Segmentation
public import TextFiles
public import XMLText

/// Writes TMX 1.4, level 2, that the DTD validates, unit by unit.
///
/// ```swift
/// var writer = TMXWriter()
/// try writer.start(TMXHeader(tool: "lathu", version: "1.0"))
/// for unit in units {
///     try writer.write(unit)
///     if writer.pendingCount > 1 << 16 { try file.write(writer.takeBytes()) }
/// }
/// writer.finish()
/// try file.write(writer.takeBytes())
/// ```
public struct TMXWriter {
    private var xml: XMLWriter

    /// A writer at the start of a file.
    public init(forbidden: XMLWriter.ForbiddenCharacters = .refuse) {
        xml = XMLWriter(indentation: 2, forbidden: forbidden)
    }

    /// How many characters that XML forbids were left out.
    public var droppedCharacters: Int { xml.droppedCharacters }

    /// The number of bytes that wait to be taken.
    public var pendingCount: Int { xml.pendingCount }

    /// Gives away what was written since the last time: whole units, whole characters.
    public mutating func takeBytes() -> [UInt8] { xml.takeBytes() }

    /// Writes everything before the first unit. Attributes that the DTD requires and the header lacks get
    /// values that say nothing.
    /// - Throws: `LathuError` with code `invalidData` for a character that XML forbids.
    public mutating func start(_ header: TMXHeader) throws(LathuError) {
        xml.declaration(documentType: ("tmx", "tmx14.dtd"))
        try xml.start("tmx", [("version", "1.4")])
        let attributes = header.attributes.filled(from: TMXHeader.defaults)
        try xml.start("header", Self.attributes(attributes, of: .header))
        try write(header.notes, header.properties)
        // The DTD wants a map in every encoding.
        for encoding in header.encodings where !encoding.mappings.isEmpty {
            try xml.start("ude", Self.attributes(encoding.attributes, of: .ude))
            for mapping in encoding.mappings {
                try xml.start("map", Self.attributes(mapping, of: .map))
                xml.end()
            }
            xml.end()
        }
        xml.end()
        try xml.start("body")
    }

    /// Writes a unit. One without variants would not be valid and is left out.
    /// - Returns: whether it was written.
    /// - Throws: `LathuError` with code `invalidData` for a character that XML forbids; the unit then stands
    ///   half in what waits to be taken.
    @discardableResult
    public mutating func write(_ unit: TMXUnit) throws(LathuError) -> Bool {
        if unit.variants.isEmpty { return false }
        try xml.start("tu", Self.attributes(unit.attributes, of: .tu))
        try write(unit.notes, unit.properties)
        for variant in unit.variants {
            try xml.start(
                "tuv", [("xml:lang", variant.language)] + Self.attributes(variant.attributes, of: .tuv))
            try write(variant.notes, variant.properties)
            try xml.start("seg", isMixed: true)
            try writeSegment(variant)
            xml.end()
            xml.end()
        }
        xml.end()
        return true
    }

    /// Writes everything after the last unit.
    public mutating func finish() {
        xml.end()
        xml.end()
    }

    private mutating func write(_ notes: [TMXNote], _ properties: [TMXProperty]) throws(LathuError) {
        for note in notes {
            try xml.element("note", Self.common(note.encoding, note.language), text: note.text)
        }
        for property in properties {
            try xml.element(
                "prop", [("type", property.type)] + Self.common(property.encoding, property.language),
                text: property.text)
        }
    }

    private mutating func writeSegment(_ variant: TMXVariant) throws(LathuError) {
        let codes = Self.fit(variant.codes, variant.text) ? variant.codes : TMXMarkup.made(for: variant.text)
        var next = 0
        for piece in variant.text.pieces {
            switch piece {
            case .text(let text): try xml.text(text)
            case .code(let code):
                let markup = codes[next]
                next += 1
                if markup.element != .hi {
                    try write(markup)
                } else if code.kind == .closing {
                    xml.end()
                } else {
                    try xml.start("hi", Self.attributes(markup.attributes, of: .hi), isMixed: true)
                }
            }
        }
    }

    private mutating func write(_ markup: TMXMarkup) throws(LathuError) {
        let name = markup.element.rawValue
        try xml.start(name, Self.attributes(markup.attributes, of: markup.element.element), isMixed: true)
        for part in markup.content {
            switch part {
            case .text(let text): try xml.text(text)
            case .markup(let markup): try write(markup)
            }
        }
        xml.end()
    }

    /// Whether the markup is that of the text's codes: as many, of the same kinds, every `hi` closed in turn.
    private static func fit(_ codes: [TMXMarkup], _ text: InlineText) -> Bool {
        let inline = text.codes
        guard codes.count == inline.count else { return false }
        var open = 0
        for (markup, code) in zip(codes, inline) {
            let kinds: [InlineCode.Kind] =
                switch markup.element {
                case .bpt: [.opening]
                case .ept: [.closing]
                case .it: [markup.attributes[.pos] == "end" ? .closing : .opening]
                case .hi: [.opening, .closing]
                case .ph, .ut: [.standalone]
                case .sub: []
                }
            guard kinds.contains(code.kind) else { return false }
            if markup.element == .hi { open += code.kind == .opening ? 1 : -1 }
            if open < 0 { return false }
        }
        return open == 0
    }

    private static func attributes(
        _ attributes: TMXAttributes, of element: TMXElement
    ) -> [(name: String, value: String)] {
        let required = TMXAttribute.required(of: element)
        return TMXAttribute.known(of: element).compactMap { key in
            (attributes[key] ?? (required.contains(key) ? "" : nil)).map { (key.rawValue, $0) }
        }
    }

    private static func common(_ encoding: String?, _ language: String?) -> [(name: String, value: String)] {
        var attributes: [(name: String, value: String)] = []
        if let encoding { attributes.append(("o-encoding", encoding)) }
        if let language { attributes.append(("xml:lang", language)) }
        return attributes
    }
}
