import CICU

/// A language tag (BCP 47), in canonical case: `vi`, `zh-Hant`, `pt-BR`.
public struct LocaleID: Hashable, Sendable, CustomStringConvertible {
    /// The canonical BCP 47 tag.
    public let identifier: String
    /// The ISO 639 language code.
    public let language: String
    /// The ISO 15924 script code, where the tag has one.
    public let script: String?
    /// The region code, where the tag has one.
    public let region: String?
    /// The name that ICU functions take, as `zh_Hant`.
    let icuName: String

    /// Equal where the canonical tags are, from which all else follows.
    public static func == (left: LocaleID, right: LocaleID) -> Bool { left.identifier == right.identifier }

    /// Hashes the canonical tag.
    public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }

    /// Why a tag is not a locale.
    public struct UnknownLocale: Error, Equatable, CustomStringConvertible {
        /// The tag as given.
        public let tag: String
        /// A tag that was probably meant: `vi` for the country code `VN`.
        public let suggestion: String?

        /// A sentence for people.
        public var description: String {
            let hint =
                suggestion.map { "; did you mean “\($0)”?" }
                ?? "; write a BCP 47 tag such as vi, en-GB or zh-Hant"
            return "unknown locale “\(tag)”\(hint)"
        }
    }

    /// Reads a BCP 47 tag; an underscore counts as a hyphen.
    /// - Throws: ``UnknownLocale`` where the tag is malformed or names no language of ISO 639.
    public init(_ tag: String) throws(UnknownLocale) {
        let hyphenated = String(tag.map { $0 == "_" ? "-" : $0 })
        guard hyphenated.utf8.count < 100, hyphenated.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw UnknownLocale(tag: tag, suggestion: nil)
        }
        var parsed: Int32 = 0
        let icuName = try? withASCIIBuffer(operation: "parse tag") {
            cicu_locale_from_tag(hyphenated, $0, $1, &parsed, &$2)
        }
        guard let icuName, Int(parsed) == hyphenated.utf8.count,
            let language = Self.part(icuName, cicu_locale_language), cicu_language_is_known(language),
            let identifier = try? withASCIIBuffer(
                operation: "write tag", { cicu_locale_to_tag(icuName, $0, $1, &$2) }),
            // Read again, so that two spellings of one tag (vie, vi) are the same locale.
            let canonicalName = try? withASCIIBuffer(
                operation: "parse tag", { cicu_locale_from_tag(identifier, $0, $1, &parsed, &$2) })
        else {
            throw UnknownLocale(tag: tag, suggestion: Self.languageOfRegion(hyphenated))
        }
        self.icuName = canonicalName
        self.identifier = identifier
        self.language = language
        script = Self.part(icuName, cicu_locale_script)
        region = Self.part(icuName, cicu_locale_region)
    }

    private init(ascii language: String) {
        identifier = language
        self.language = language
        icuName = language
        script = nil
        region = nil
    }

    /// English.
    public static let english = LocaleID(ascii: "en")
    /// Vietnamese.
    public static let vietnamese = LocaleID(ascii: "vi")

    /// The canonical tag.
    public var description: String { identifier }

    /// Whether the language is written from right to left.
    public var isRightToLeft: Bool { cicu_locale_is_right_to_left(icuName) }

    /// The name of this locale in the language of another, as `Vietnamese` or `Tiếng Việt`.
    public func displayName(in locale: LocaleID) -> String {
        let name = try? withUTF16Buffer(capacity: 128, operation: "display name") {
            cicu_locale_display_name(icuName, locale.icuName, $0, $1, &$2)
        }
        return name ?? identifier
    }

    /// The locale that CLDR falls back to (UTS #35, part 1, 4.1.3), nil before the root: es-419 for es-MX, zh-Hant-HK
    /// for zh-Hant-MO, and nothing for zh-Hant, which is not Chinese in the script of zh.
    public var parent: LocaleID? {
        let name = try? withASCIIBuffer(operation: "parent locale") {
            cicu_locale_parent(icuName, $0, $1, &$2)
        }
        guard let name, name != "root", name != icuName else { return nil }
        return try? LocaleID(name)
    }

    /// Whether text of one serves the other: same language, and same script, written or implied.
    public func sharesLanguage(with other: LocaleID) -> Bool {
        self == other || language == other.language && likelyScript == other.likelyScript
    }

    /// The script written in the tag, or the one CLDR's likely subtags imply (UTS #35, part 1, 4.3).
    public var likelyScript: String? {
        if let script { return script }
        let full = try? withASCIIBuffer(operation: "likely subtags") {
            cicu_locale_add_likely_subtags(icuName, $0, $1, &$2)
        }
        return full.flatMap { Self.part($0, cicu_locale_script) }
    }

    private typealias PartFunction = (
        UnsafePointer<CChar>?, UnsafeMutablePointer<CChar>?, Int32, UnsafeMutablePointer<Int32>?
    ) -> Int32

    private static func part(_ icuName: String, _ function: PartFunction) -> String? {
        let text = try? withASCIIBuffer(operation: "read locale") { function(icuName, $0, $1, &$2) }
        return text.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func languageOfRegion(_ tag: String) -> String? {
        guard tag.utf8.count == 2 else { return nil }
        let full = try? withASCIIBuffer(operation: "likely subtags") {
            cicu_locale_add_likely_subtags("und_" + tag.uppercased(), $0, $1, &$2)
        }
        guard let full, let language = part(full, cicu_locale_language), language != "und" else { return nil }
        // An unknown region maps to English like everything unknown: no suggestion then.
        return language == "en" && !["US", "GB", "UK", "AU", "NZ", "IE"].contains(tag.uppercased())
            ? nil : language
    }
}
