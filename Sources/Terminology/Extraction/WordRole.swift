/// What a word of a closed class does: it says how the open words around it belong together. Known for English, whose
/// phrases have articles and prepositions; elsewhere every word is open.
enum WordRole: UInt8 {
    /// A noun, verb or adjective, as far as the word itself tells.
    case open
    /// *the*, *each*, *your*: a noun follows, perhaps after others.
    case determiner
    /// *of*, *with*.
    case preposition
    /// *to*: of a verb or of a noun.
    case to
    /// *and*, *or*.
    case conjunction
    /// *you*, *they*: a verb follows.
    case pronoun
    /// *can*, *don’t*, *please*: a verb follows.
    case auxiliary
    /// *is*, *has been*: a participle or an adjective follows.
    case be
    /// *while*, *then*, *which*: no phrase goes across it.
    case divider

    /// The role of an English word in small letters.
    static func english(_ word: String) -> WordRole { englishRoles[word] ?? .open }

    private static let englishRoles: [String: WordRole] = {
        var roles: [String: WordRole] = ["to": .to, "and": .conjunction, "or": .conjunction]
        let lists: [(WordRole, String)] = [
            (
                .determiner,
                """
                a an the this these those each every another any some no both all either neither its their your our his
                her my whose
                """
            ),
            (
                .preposition,
                """
                of in on at by for with without from into onto about against between through during under over within
                per via across as among toward towards upon below above beyond
                """
            ),
            (
                .pronoun,
                """
                i you he she it we they who me him us them myself yourself itself himself herself themselves ourselves
                everyone someone anyone everything something anything nothing nobody somebody
                """
            ),
            (
                .auxiliary,
                """
                can cannot could will would shall should may might must do does did please not never let let's don't
                doesn't didn't can't won't couldn't wouldn't shouldn't you'll we'll i'll
                """
            ),
            (
                .be,
                """
                is are was were be been being am has have had having isn't aren't wasn't weren't hasn't haven't hadn't
                i'm you're we're they're it's that's there's he's she's i've we've they've you've
                """
            ),
            (
                .divider,
                """
                if when while where why how what which that than then there here because although though unless since
                until before after whether also just only very more most so such too however therefore thus
                """
            ),
        ]
        for (role, words) in lists {
            for word in words.split(whereSeparator: \.isWhitespace) { roles[String(word)] = role }
        }
        return roles
    }()
}
