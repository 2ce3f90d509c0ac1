import UnicodeText

/// The plural rules that PO files carry, as C expressions over `n`.
enum POPluralRule {
    /// The value of `Plural-Forms` for a language; nil where it is not known.
    static func rule(for locale: LocaleID) -> String? {
        if locale.language == "pt", locale.region == nil || locale.region == "BR" { return overOne }
        return rules.first { $0.languages.contains(locale.language) }?.rule
    }

    private static let overOne = "nplurals=2; plural=(n > 1);"
    private static let east =
        "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)"

    private static let rules: [(languages: Set<String>, rule: String)] = [
        (
            ["vi", "ja", "ko", "zh", "th", "lo", "km", "my", "id", "ms", "bo", "dz", "jv", "yue", "ii"],
            "nplurals=1; plural=0;"
        ),
        (
            [
                "en", "de", "nl", "sv", "da", "no", "nb", "nn", "fo", "et", "fi", "hu", "el", "it", "es",
                "ca",
                "gl", "eu", "pt", "eo", "bg", "sq", "af", "he", "ur", "bn", "ta", "te", "ml", "kn", "mr",
                "gu",
                "ne", "pa", "si", "sw", "so", "mn", "ka", "az", "kk", "ky", "tk", "ug", "ps", "sd", "ku",
                "ha",
                "yo", "ig", "zu", "xh", "hi", "as", "or", "am",
            ], "nplurals=2; plural=(n != 1);"
        ),
        (
            ["fr", "tr", "fa", "fil", "tl", "hy", "uz", "tg", "oc", "br", "ln", "mg", "mi", "ti", "wa"],
            overOne
        ),
        (["ru", "uk", "be", "sr", "hr", "bs"], "nplurals=3; plural=\(east);"),
        (["cs", "sk"], "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);"),
        (
            ["pl"],
            "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
        ),
        (
            ["sl"],
            "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);"
        ),
        (
            ["lt"],
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);"
        ),
        (["lv"], "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);"),
        (["ro"], "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2);"),
        (["mk", "is"], "nplurals=2; plural=(n%10==1 && n%100!=11 ? 0 : 1);"),
        (["ga"], "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n>2 && n<7 ? 2 : n>6 && n<11 ? 3 : 4);"),
        (
            ["ar"],
            "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
        ),
        (["cy"], "nplurals=4; plural=(n==1 ? 0 : n==2 ? 1 : n==8 || n==11 ? 2 : 3);"),
        (
            ["mt"],
            "nplurals=4; plural=(n==1 ? 0 : n==0 || (n%100>1 && n%100<11) ? 1 : n%100>10 && n%100<20 ? 2 : 3);"
        ),
    ]
}
