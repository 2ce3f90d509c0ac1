public import UnicodeText

/// The page that lists everything that was built: each letter's variants, how far each is translated, and
/// links to its files.
public struct VariantIndex: Sendable {
    /// A letter for one recipient in one language.
    public struct Variant: Sendable {
        /// Whom it goes to, in the language of the variant or, where it is not translated, of the source.
        public var recipient: String
        /// The language of that name.
        public var recipientLocale: LocaleID
        /// The language.
        public var locale: LocaleID
        /// How many segments it has.
        public var segments: Int
        /// How many of them are translated; all, in the source language.
        public var translated: Int
        /// Its files, from the folder of the page.
        public var files: [(format: LetterFormat, href: String)]

        /// A variant.
        public init(
            recipient: String, recipientLocale: LocaleID, locale: LocaleID, segments: Int, translated: Int,
            files: [(format: LetterFormat, href: String)]
        ) {
            self.recipient = recipient
            self.recipientLocale = recipientLocale
            self.locale = locale
            self.segments = segments
            self.translated = translated
            self.files = files
        }
    }

    /// A letter.
    public struct Entry: Sendable {
        /// Its id.
        public var id: String
        /// Its title.
        public var title: String
        /// The language of the title.
        public var locale: LocaleID
        /// Its variants.
        public var variants: [Variant]

        /// A letter.
        public init(id: String, title: String, locale: LocaleID, variants: [Variant]) {
            self.id = id
            self.title = title
            self.locale = locale
            self.variants = variants
        }
    }

    private let entries: [Entry]

    /// An index of letters in the order given.
    public init(_ entries: [Entry]) { self.entries = entries }

    /// The page.
    public func html(_ templates: LetterTemplates) -> String {
        let variants = entries.flatMap(\.variants)
        let open = variants.count { $0.translated < $0.segments }
        let count = "\(variants.count) letter\(variants.count == 1 ? "" : "s")"
        return templates.render(
            .index,
            [
                "style": templates.style(.index) + PageStyle(RenderingOptions(locale: .english)).css,
                "pageTitle": "Letters",
                "summary": open == 0 ? "\(count), all complete" : "\(count), \(open) incomplete",
                "letters": entries.map { entry in
                    [
                        "id": entry.id, "title": entry.title, "lang": entry.locale.identifier,
                        "variants": entry.variants.map { row($0) },
                    ] as [String: Any]
                },
            ])
    }

    private func row(_ variant: Variant) -> [String: Any] {
        // A share is rounded down: what is not complete never shows as 100 %.
        let percent = variant.segments == 0 ? 100 : variant.translated * 100 / variant.segments
        let language = variant.locale.displayName(in: variant.locale)
        return [
            "recipient": variant.recipient, "recipientLang": variant.recipientLocale.identifier,
            "lang": variant.locale.identifier, "language": language,
            "languageLang": variant.locale.identifier,
            "isComplete": variant.translated >= variant.segments, "percent": "\(percent)%",
            "completeness": "\(variant.translated) of \(variant.segments)",
            "files": variant.files.map { file in
                [
                    "format": file.format.fileExtension, "href": Self.href(file.href),
                    "label": "\(variant.recipient), \(language), \(file.format.name)",
                ]
            },
        ]
    }

    /// A path as an address: everything but unreserved characters and slashes is percent-encoded (RFC 3986).
    static func href(_ path: String) -> String {
        path.utf8.reduce(into: "") { result, byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~/".utf8.contains(byte)
            if isPlain {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
    }
}
