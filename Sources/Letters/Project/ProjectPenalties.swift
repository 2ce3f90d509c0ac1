internal import TextFiles
internal import TranslationMemory

/// Reads `penalties:` of `lathu.yaml`: what is taken off a match's score, in hundredths.
enum ProjectPenalties {
    /// The names, with the number each stands for.
    private static var fields: [(name: String, path: WritableKeyPath<Penalties, Int>)] {
        [
            ("aligned", \.aligned), ("machine", \.machine), ("draft", \.draft), ("region", \.region),
            ("memory", \.memory),
        ]
    }

    static func read(_ yaml: inout YAMLMapping) -> Penalties {
        var penalties = Penalties()
        let key = "penalties"
        let given = yaml.strings(key, known: fields.map(\.name))
        for (name, path) in fields {
            guard let text = given[name] else { continue }
            if let number = Int(text), (0...100).contains(number) {
                penalties[keyPath: path] = number
            } else if let place = yaml.value(key)?.location {
                yaml.report(
                    "the penalty “\(name)” is “\(text)”", at: place,
                    hint: "write a whole number of hundredths, 0 to 100")
            }
        }
        return penalties
    }
}
