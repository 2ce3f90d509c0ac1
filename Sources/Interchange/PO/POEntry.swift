public import TextFiles

/// One message of a PO file: a source text with its translation and what is said about it.
///
/// Two entries are equal when they mean the same, scalar by scalar: where they stand and how their
/// strings are wrapped does not count, but NFC and NFD do.
public struct POEntry: Sendable {
    /// What people wrote about the translation (`# `), one line each. A backslash at the end of a line
    /// gets a space after it when it is written, since gettext would take the next line along.
    public var translatorComments: [String]
    /// What the program that extracted the text says to translators (`#.`), one line each.
    public var extractedComments: [String]
    /// Where the source text stands (`#:`), as `file:line` or any other name; may hold spaces.
    public var references: [String]
    /// Flags as `fuzzy` or `c-format` (`#,`), in the order of the file; a flag holds no comma.
    public var flags: [String]
    /// The context that a fuzzy translation was made for (`#| msgctxt`); written only beside a
    /// ``previousSource``.
    public var previousContext: String?
    /// The source text that a fuzzy translation was made for (`#| msgid`).
    public var previousSource: String?
    /// The plural that a fuzzy translation was made for (`#| msgid_plural`); written only beside a
    /// ``previousSource``.
    public var previousPlural: String?
    /// What tells apart equal source texts (`msgctxt`); none is not the same as an empty one.
    public var context: String?
    /// The source text (`msgid`); empty in the header.
    public var source: String
    /// The source text for many (`msgid_plural`).
    public var plural: String?
    /// One translation, or with a ``plural`` one for each plural form; empty strings where untranslated.
    public var translations: [String]
    /// Whether the source text is gone and the translation only kept for later (`#~`).
    public var isObsolete: Bool
    /// The domain that a `domain` directive before the entry names; none in nearly every file.
    public internal(set) var domain: String?
    /// Where `msgid` stands in the file that the entry was read from.
    public internal(set) var location = SourceLocation()
    /// What the entry was read from; none in a new entry.
    var origin: POOrigin?

    /// An entry that comes from no file; untranslated unless said otherwise.
    public init(
        source: String, context: String? = nil, plural: String? = nil, translations: [String] = [""],
        translatorComments: [String] = [], extractedComments: [String] = [], references: [String] = [],
        flags: [String] = [], previousContext: String? = nil, previousSource: String? = nil,
        previousPlural: String? = nil, isObsolete: Bool = false
    ) {
        self.source = source
        self.context = context
        self.plural = plural
        self.translations = translations
        self.translatorComments = translatorComments
        self.extractedComments = extractedComments
        self.references = references
        self.flags = flags
        self.previousContext = previousContext
        self.previousSource = previousSource
        self.previousPlural = previousPlural
        self.isObsolete = isObsolete
    }

    /// What finds the entry in its catalog.
    public var key: Key { Key(context: context, source: source) }

    /// Whether the translation is a guess that a person must look at: the flag `fuzzy`.
    public var isFuzzy: Bool {
        get { flags.contains("fuzzy") }
        set {
            if newValue, !isFuzzy { flags.insert("fuzzy", at: 0) }
            if !newValue { flags.removeAll { $0 == "fuzzy" } }
        }
    }

    /// Whether the entry is the catalog's header: an empty source text without context.
    public var isHeader: Bool { source.isEmpty && context == nil && !isObsolete }

    /// Whether the entry is new or no longer says what its file said.
    public var isModified: Bool { origin.map { $0.entry != self } ?? true }
}

extension POEntry {
    /// Context and source text, compared scalar by scalar as gettext does.
    public struct Key: Hashable, Sendable {
        /// The context; none is not the same as an empty one.
        public let context: String?
        /// The source text.
        public let source: String

        /// A key to look for.
        public init(context: String? = nil, source: String) {
            self.context = context
            self.source = source
        }

        /// Whether both are the same scalars; `String` would call NFC and NFD the same.
        public static func == (left: Key, right: Key) -> Bool {
            left.source.isIdentical(to: right.source) && left.context.isIdentical(to: right.context)
        }

        /// Hashes the scalars.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(context == nil)
            for text in [context ?? "", source] {
                var text = text
                text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
                hasher.combine(0xFF as UInt8)
            }
        }
    }
}

extension POEntry: Equatable {
    /// Whether both mean the same; places and wrapping do not count.
    public static func == (left: POEntry, right: POEntry) -> Bool {
        left.source.isIdentical(to: right.source) && left.context.isIdentical(to: right.context)
            && left.plural.isIdentical(to: right.plural)
            && left.translations.isIdentical(to: right.translations)
            && left.isObsolete == right.isObsolete
            && left.flags.isIdentical(to: right.flags)
            && left.translatorComments.isIdentical(to: right.translatorComments)
            && left.extractedComments.isIdentical(to: right.extractedComments)
            && left.references.isIdentical(to: right.references)
            && left.previousContext.isIdentical(to: right.previousContext)
            && left.previousSource.isIdentical(to: right.previousSource)
            && left.previousPlural.isIdentical(to: right.previousPlural)
            && left.domain.isIdentical(to: right.domain)
    }
}

extension String {
    /// Whether both are the same scalars.
    func isIdentical(to other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension String? {
    /// Whether both are the same scalars, or nothing.
    func isIdentical(to other: String?) -> Bool {
        switch (self, other) {
        case (nil, nil): true
        case (let left?, let right?): left.isIdentical(to: right)
        default: false
        }
    }
}

extension [String] {
    /// Whether both are the same strings of scalars.
    func isIdentical(to other: [String]) -> Bool {
        count == other.count && zip(self, other).allSatisfy { $0.isIdentical(to: $1) }
    }
}
