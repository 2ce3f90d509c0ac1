public import UnicodeText

/// What a built letter needs besides its words: paper, letterhead, envelope.
public struct RenderingOptions: Sendable {
    /// The paper it is printed on.
    public var pageSize = PageSize.a4
    /// The typefaces to set it in, the first that is there; see ``Typefaces``.
    public var fonts: [String]
    /// The word that marks a draft, as “Bản nháp”; nil for a letter that may go out.
    public var draft: String?
    /// The lines at the head of the sheet: who writes, and how to reach them. Nil for those of the templates
    /// folder.
    public var letterhead: [String]?
    /// The recipient's postal address, a line each.
    public var address: [String] = []
    /// The same letter in other languages, and itself.
    public var alternates: [Alternate] = []
    /// How it is sent by e-mail.
    public var envelope = MailEnvelope()

    /// The letter in a language, for `hreflang`.
    public struct Alternate: Sendable, Hashable {
        /// The language.
        public let locale: LocaleID
        /// Where it stands, from the folder of the letter: `vi.html`.
        public let href: String

        /// A letter in a language.
        public init(locale: LocaleID, href: String) {
            self.locale = locale
            self.href = href
        }
    }

    /// Options for a language, everything by default.
    public init(locale: LocaleID) { fonts = Typefaces.stack(for: locale) }
}

/// A size of paper.
public enum PageSize: String, Sendable, CaseIterable {
    case a4 = "A4"
    /// US Letter.
    case letter = "Letter"

    /// Width and height in twentieths of a point, as OOXML counts.
    var twips: (width: Int, height: Int) {
        switch self {
        case .a4: (11906, 16838)
        case .letter: (12240, 15840)
        }
    }

    /// Width and height as CSS and ODF write them.
    var lengths: (width: String, height: String) {
        switch self {
        case .a4: ("210mm", "297mm")
        case .letter: ("8.5in", "11in")
        }
    }
}

/// Typefaces with every letter of a language, in one style.
public enum Typefaces {
    /// Vietnamese needs a face with all its letters: others would mix two in one word.
    private static let latin = ["Noto Serif", "Source Serif 4", "Times New Roman"]

    /// The typefaces for a language, the best first.
    public static func stack(for locale: LocaleID) -> [String] {
        switch locale.likelyScript {
        // Marks and digits stand in the face of the script.
        case "Arab": ["Noto Naskh Arabic", "Amiri"] + latin
        case "Thai": ["Noto Serif", "Noto Serif Thai", "Kinnari"] + latin.dropFirst()
        case "Hant": ["Noto Serif CJK TC", "Noto Serif TC", "PMingLiU"] + latin
        case "Hans": ["Noto Serif CJK SC", "Noto Serif SC", "SimSun"] + latin
        case "Jpan": ["Noto Serif CJK JP", "Noto Serif JP", "MS Mincho"] + latin
        case "Kore": ["Noto Serif CJK KR", "Noto Serif KR", "Batang"] + latin
        default: latin
        }
    }

    /// The typefaces as a CSS value.
    static func css(_ fonts: [String]) -> String {
        let names = fonts.map { name in
            "\""
                + String(
                    String.UnicodeScalarView(
                        name.unicodeScalars.filter { !"\"\\<>&\n\r".unicodeScalars.contains($0) })) + "\""
        }
        return (names + ["serif"]).joined(separator: ", ")
    }
}
