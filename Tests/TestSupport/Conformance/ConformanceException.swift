/// Files of the shared material that are not what they are called, by the end of their paths, with the reason.
public enum ConformanceException {
    /// Why a file that is called valid, or that a tool wrote, is wrong in fact; nil for all others.
    public static func whyWrong(_ path: String) -> String? { reason(path, wrong) }

    /// Why a file that is called invalid breaks no rule; nil for all others.
    public static func whyAllowed(_ path: String) -> String? { reason(path, allowed) }

    private static func reason(_ path: String, _ table: [String: String]) -> String? {
        table.first { path.hasSuffix("/" + $0.key) }?.value
    }

    private static let wrong = [
        "Good-mda_top-level.xlf": "its <meta> is in no namespace of the module; the schema refuses it too",
        "ex.9.5.xlf": "it has targets, but no trgLang",
        "PAS-10-Test01.xlf": "several units of a file have the same id",
        "states.xlf": "two states are of no list and without x-",
        "word-count-ph-cases.xliff": "it says 2.0 and has attributes of 1.2",
        "data/filters/po/file-POFilter-match-stat-en-ca.po": "entries stand in it twice",
        "data/filters/po/file-POFilter-multiple.po": "a msgid_plural without msgstr[0]",
        "gold/tmxtest-attributes.tmx.po": "entries stand in it twice",
        "po/src/test/resources/Test02.po": "the name after domain has no quotes",
        "po/src/test/resources/Test03.po": "the name after domain has no quotes",
    ]

    private static let allowed = [
        "Bad-ctr-property-not-legit-category.xlf":
            "it objects to a category of a note, which the standard leaves to everyone",
        "tmx/invalid.tmx": "the DTD takes it; codes without a partner are warned of",
        "tmx/test-omegat-invalid.tmx": "it names languages as TMX did before 1.3, which is read",
        "xml/invalid_xml_entity_corrected.xlf": "what was invalid is corrected, as its name says",
        "sdlxliff/BadTags_HTMLDog15975.sdlxliff": "the tags are bad in the HTML that it was made from",
        "pocount_syntax_errors/f43.tgif.fr.po": "msgfmt takes it, and so do we",
    ]
}
