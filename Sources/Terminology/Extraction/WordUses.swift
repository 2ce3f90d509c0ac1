/// How the words of a language are used, counted from what stands beside them: behind an article or a preposition a word
/// is a noun or goes with one, behind *to*, *can* or *you*, or before an article, it is a verb (distributional classes
/// after H. Schütze, Distributional part-of-speech tagging, EACL 1995, with the closed classes as contexts). Forms are
/// kept apart: *clicking* is not used as *click* is.
struct WordUses {
    /// Where a word or phrase stands.
    enum Place {
        case nominal
        case verbal
        /// Behind *is* or *has*: a participle or an adjective.
        case predicate
        /// Beside other open words, which say nothing.
        case unclear
    }

    private struct Count {
        var nominal: Int32 = 0
        var verbal: Int32 = 0
        var predicate: Int32 = 0
    }

    private var counts: [Count] = []

    /// What the words beside a phrase say of it; nil stands for a boundary.
    static func place(before: WordRole?, after: WordRole?) -> Place {
        // “the option the user has” is rarer than “select the option”.
        if after == .determiner { return .verbal }
        switch before {
        case .determiner, .preposition: return .nominal
        case .to, .pronoun, .auxiliary: return .verbal
        case .be: return .predicate
        default: return .unclear
        }
    }

    mutating func add(_ text: [Int32], of vocabulary: ExtractionVocabulary) {
        func role(_ place: Int) -> WordRole? {
            guard text.indices.contains(place), text[place] != ExtractionVocabulary.boundary else {
                return nil
            }
            return vocabulary.spellings[Int(text[place])].role
        }
        for place in text.indices where role(place) == .open {
            let form = Int(vocabulary.spellings[Int(text[place])].form)
            if form >= counts.count {
                counts.append(contentsOf: repeatElement(Count(), count: form - counts.count + 1))
            }
            switch Self.place(before: role(place - 1), after: role(place + 1)) {
            case .nominal: counts[form].nominal += 1
            case .verbal: counts[form].verbal += 1
            case .predicate: counts[form].predicate += 1
            case .unclear: break
            }
        }
    }

    /// How much of the uses of a form that say anything begin a noun phrase, 0 to 1; half where none does.
    func beginning(_ form: Int32) -> Double {
        let count = count(form)
        return Double(count.nominal + 1) / Double(count.nominal + count.verbal + 2)
    }

    /// The same for the end of one, where no participle stands: *an error occurred*.
    func ending(_ form: Int32) -> Double {
        let count = count(form)
        return Double(count.nominal + 1) / Double(count.nominal + count.verbal + count.predicate + 2)
    }

    private func count(_ form: Int32) -> Count {
        counts.indices.contains(Int(form)) ? counts[Int(form)] : Count()
    }
}
