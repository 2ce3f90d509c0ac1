/// What a TMX file says of itself.
public struct TMXHeader: Hashable, Sendable {
    /// The attributes of the `header`, as the file writes them.
    public var attributes: TMXAttributes
    /// Remarks on the file.
    public var notes: [TMXNote]
    /// Properties of the file.
    public var properties: [TMXProperty]
    /// Encodings that the file defines.
    public var encodings: [TMXUserEncoding]

    /// A header with the attributes given.
    public init(
        attributes: TMXAttributes, notes: [TMXNote] = [], properties: [TMXProperty] = [],
        encodings: [TMXUserEncoding] = []
    ) {
        self.attributes = attributes
        self.notes = notes
        self.properties = properties
        self.encodings = encodings
    }

    /// A header of a tool's own file.
    /// - Parameter sourceLanguage: a language tag; nil where every language can be the source.
    public init(tool: String, version: String, sourceLanguage: String? = nil) {
        self.init(attributes: [
            .creationtool: tool, .creationtoolversion: version, .segtype: "sentence", .format: tool,
            .adminlang: "en", .srclang: sourceLanguage ?? Self.anySource, .datatype: "plaintext",
        ])
    }

    /// The `srclang` of files in which every language can be the source.
    public static let anySource = "*all*"

    /// What stands in a written file for a required attribute that the header lacks.
    static let defaults: TMXAttributes = [
        .creationtool: "unknown", .creationtoolversion: "unknown", .segtype: "block", .format: "unknown",
        .adminlang: "en", .srclang: anySource, .datatype: "unknown",
    ]
}

/// An encoding that a file defines (`ude`).
public struct TMXUserEncoding: Hashable, Sendable {
    /// The attributes of the `ude`.
    public var attributes: TMXAttributes
    /// The attributes of every `map` in it.
    public var mappings: [TMXAttributes]

    /// An encoding.
    public init(attributes: TMXAttributes, mappings: [TMXAttributes]) {
        self.attributes = attributes
        self.mappings = mappings
    }
}
