/// The most frequent small words of languages, by which a text shows its language.
enum FunctionWords {
    /// By ISO 639 code.
    static let byLanguage: [String: Set<String>] = lists.mapValues {
        Set($0.split(separator: " ").map(String.init))
    }

    /// Languages that share too many small words to be told apart by them.
    static let relatives: [Set<String>] = [["id", "ms"], ["da", "no", "nb", "nn", "sv"], ["fil", "tl"]]

    private static let lists: [String: String] = [
        "en": "the of and to in is that for it as was with be by on are this have from at which not",
        "vi": "và của là các có được cho trong không với những người một này đã về để từ theo ở khi như tôi",
        "fr": "le la les et des en un une du que est pour dans qui sur pas au par avec plus ne ce il",
        "es": "la que el en y los del se las por un para con una su al lo como más o pero sus",
        "pt": "que e do da em um para com não uma os no se na por mais as dos como mas ao ele das",
        "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es",
        "it": "di e il la che in un per del non una della con da sono i le si al gli dei nel alla",
        "nl": "de van het een en in is dat op te zijn met voor niet aan er die ook als bij door wordt",
        "sv": "och i att det som en på är av för med till den inte om ett har de så",
        "da": "og i at det som en på er af for med til den ikke der et har de så",
        "nb": "og i at det som en på er av for med til den ikke et har de så men",
        "pl": "w i na z się nie do to jest że o jak od za przez ale przy dla oraz są",
        "cs": "a se v na je že s z do to o k i pro ale jako by po jsou",
        "ro": "și de în la a cu pe o un care nu din se pentru este sau mai ale",
        "tr": "ve bir bu da de için ile olarak çok daha gibi ne kadar olan her veya",
        "id": "yang dan di untuk dengan ini pada dari dalam tidak adalah atau itu akan oleh ke",
        "fil": "ang ng sa na mga at ay si ni para kung hindi may",
        "sw": "ya na wa kwa ni katika za la cha kila au yake kama",
        "hu": "a az és hogy nem is egy meg vagy kell minden csak de azt van",
        "fi": "ja on ei että se ovat tai hän kuin mutta joka oli myös sen",
        "ru": "и в не на что с по как это из к его за для от или",
        "uk": "і в не на що з та до як це за від його для або у",
        "bg": "на и да за от се в не по с е че са или",
        "ar": "في من على أن إلى عن أو هذا التي ما لا كل",
        "fa": "و در به از که این را با است برای آن هر یا",
        "ur": "کے کی میں ہے اور کا سے کو کہ پر نے یا",
    ]
}
