internal import Segmentation
internal import TextFiles
internal import UnicodeText

extension LetterAssembly {
    /// One way through a letter for one recipient, with what is found on it.
    final class Pass {
        private let assembly: LetterAssembly
        private let recipient: Recipient?
        private let values: MessageValues
        private var problems: [Diagnostic] = []
        private var untranslatedNames: Set<String> = []
        /// The numbers of the segments that the letter is made of.
        private(set) var used: Set<Int> = []

        init(_ assembly: LetterAssembly, _ recipient: Recipient?) {
            self.assembly = assembly
            self.recipient = recipient
            values = assembly.letter.messageValues(for: recipient)
        }

        func segment(_ segment: LetterSegment?) throws -> LocalizedSegment? {
            try segment.map { try self.segment($0) }
        }

        /// A segment; what is wrong with a placeholder is kept for later, so that all of it is told.
        func segment(_ segment: LetterSegment) throws -> LocalizedSegment {
            used.insert(segment.index)
            switch assembly.content.texts[segment.index] {
            case .fixed(let fixed): return fixed
            case .message(let message, let isFallback):
                do {
                    let result = try assembly.write(message, values)
                    untranslatedNames.formUnion(result.untranslated)
                    return LocalizedSegment(
                        content: Inline.tree(result.text, segment.markups)
                            .quoted(by: assembly.conventions.quotes),
                        isFallback: isFallback, glue: segment.glue)
                } catch let failure as MessageFormatter.Failure {
                    problems.append(problem(failure, in: segment, isFallback: isFallback))
                    return LetterAssembly.plain("")
                }
            }
        }

        /// The text of a block.
        func text(_ text: SegmentedText) throws -> LocalizedText {
            LocalizedText(lines: try text.lines.map { try $0.map { try segment($0) } })
        }

        private func problem(
            _ failure: MessageFormatter.Failure, in segment: LetterSegment, isFallback: Bool
        ) -> Diagnostic {
            let letter = assembly.letter
            var place: SourceLocation?
            let translation = assembly.content.translations[segment.index]
            if let translation, !isFallback {
                place = translation.location
                if let path = place?.file, let source = try? FileReading.text(of: path),
                    let text = translation.text
                {
                    place = LetterContent.place(of: translation, in: source)?
                        .location(of: failure.offset, in: text.coded)
                }
            } else if let source = try? FileReading.text(of: letter.path) {
                place = LetterMessages(letter, source: source).place(of: segment)
                    .location(of: failure.offset, in: segment.source.coded)
            }
            let whom = recipient.map { recipient in
                "for the recipient “\(recipient.id)”"
                    + (recipient.location.map { " (\($0))" } ?? "")
            }
            return Diagnostic(
                failure.message + (whom.map { " \($0)" } ?? ""),
                at: place ?? SourceLocation(file: letter.path, line: segment.line))
        }

        func throwProblems() throws(LathuError) {
            if !problems.isEmpty { throw LathuError(.invalidData, problems) }
        }

        /// What is known in the source language only.
        func untranslated() -> [LocalizedLetter.UntranslatedValue] {
            untranslatedNames.sorted().map {
                .init(name: $0, location: recipient?.location ?? SourceLocation(file: assembly.letter.path))
            }
        }

        /// The subject: the recipient's own, else the letter's, else its title, as the conventions have it.
        func subject() throws -> LocalizedSegment? {
            let letter = assembly.letter
            let own = recipient.flatMap { letter.subjects[$0.id] }
            guard let subject = try segment(own ?? letter.subject ?? letter.title) else { return nil }
            guard let pattern = assembly.conventions.subject else { return subject }
            let values = recipientValues.merging(
                ["subject": .name(MultilingualText(subject.plainText))]) { $1 }
            return LocalizedSegment(
                content: [.text(try write(pattern, values).text)], isFallback: subject.isFallback, glue: "")
        }

        /// The address: the letter's own words, else the lines of the conventions.
        func address() throws -> (line: LocalizedSegment?, lines: [LocalizedSegment], postal: [String]) {
            if let own = try segment(assembly.letter.recipient) { return (own, [own], []) }
            guard let recipient else { return (nil, [], []) }
            var people: [LocalizedSegment] = [], lines: [LocalizedSegment] = [], postal: [String] = []
            for pattern in assembly.conventions.address {
                let names = Set(pattern.arguments.map(\.name))
                // Each line of the postal address is one of the letter's.
                for part in names.contains("postal_address") ? recipient.postalAddress : [""] {
                    let values = recipientValues.merging(
                        ["postal_address": .name(MultilingualText(part))]) { $1 }
                    let (text, isFallback) = try write(pattern, values)
                    guard !text.isEmpty else { continue }
                    let line = LetterAssembly.plain(text, isFallback: isFallback)
                    lines.append(line)
                    if names.isDisjoint(with: ["postal_address", "country"]) {
                        people.append(line)
                    } else {
                        postal.append(text)
                    }
                }
            }
            let separator = AddressSeparator.of(assembly.conventions.locale)
            let words = people.map(\.plainText).joined(separator: separator)
            let line = LetterAssembly.plain(words, isFallback: people.contains(where: \.isFallback))
            return (people.isEmpty ? nil : line, lines, postal)
        }

        /// The recipient's own salutation, else that of the conventions.
        func salutation() throws -> LocalizedSegment? {
            guard let own = recipient?.salutation else {
                return try form(assembly.conventions.salutation, of: recipient)
            }
            let locale = assembly.conventions.locale
            if let text = own.translation(in: locale) { return LetterAssembly.plain(text) }
            let isFallback = !locale.sharesLanguage(with: assembly.letter.locale)
            if isFallback { untranslatedNames.insert("salutation") }
            return LetterAssembly.plain(own.text, isFallback: isFallback)
        }

        /// A line that depends on what is known of the recipient.
        func form(_ forms: Conventions.Forms, of recipient: Recipient?) throws -> LocalizedSegment? {
            guard let recipient else { return nil }
            let hasForm = recipient.formOfAddress != nil, hasOffice = recipient.office != nil
            let pattern =
                (hasForm ? forms.formOfAddress : nil) ?? (hasForm || hasOffice ? forms.office : nil)
                ?? forms.name
            guard let pattern else { return nil }
            let (text, isFallback) = try write(pattern, recipientValues)
            return text.isEmpty ? nil : LetterAssembly.plain(text, isFallback: isFallback)
        }

        private lazy var recipientValues: MessageValues = {
            guard let recipient else { return [:] }
            var values = recipient.messageValues
            values["email"] = recipient.email.map { .name(MultilingualText($0)) } ?? .missing
            if recipient.honorific == nil, let pattern = assembly.conventions.honorific,
                let text = try? assembly.lenient.format(pattern, values).text.plainText
            {
                values["honorific"] = .name(MultilingualText(text))
            }
            return values
        }()

        /// A line of the conventions, its spaces as they should be where something is missing.
        private func write(_ pattern: Message, _ values: MessageValues) throws -> (
            text: String, isFallback: Bool
        ) {
            let result = try assembly.lenient.format(pattern, values)
            untranslatedNames.formUnion(result.untranslated)
            let words = result.text.plainText.split(separator: " ").joined(separator: " ")
            return (words.trimmed, !result.untranslated.isEmpty)
        }
    }
}

/// What stands between the parts of an address on one line.
enum AddressSeparator {
    static func of(_ locale: LocaleID) -> String {
        switch locale.language {
        case "zh", "ja": "，"
        case "ar", "fa", "ur": "، "
        default: ", "
        }
    }
}

extension Letter {
    /// The values of placeholders for a recipient.
    func messageValues(for recipient: Recipient?) -> MessageValues {
        var values = self.values
        let named = signatories.filter { !$0.isAnonymous }.map(\.name)
        values["signatories"] = .list(named, count: signatories.count)
        values["date"] = date.map { .date($0) } ?? .missing
        if let recipient {
            // A recipient's own value goes before the letter's, which is that of all others.
            values.merge(recipient.messageValues) { $1 }
        }
        for name in recipientValueNames where values[name] == nil { values[name] = .missing }
        return values
    }
}

extension Recipient {
    /// What placeholders can say of the recipient.
    var messageValues: MessageValues {
        var values: MessageValues = [
            "id": .name(MultilingualText(id)),
            "name": .name(name),
            "office": office.map { .text($0) } ?? .missing,
            "honorific": honorific.map { .text($0) } ?? .missing,
            "form_of_address": formOfAddress.map { .text($0) } ?? .missing,
            "gender": gender.map { .name(MultilingualText($0.rawValue)) } ?? .missing,
            "country": country.flatMap { Region($0) }.map { .region($0) } ?? .missing,
        ]
        for (name, value) in self.values {
            values[name] = value.translations.isEmpty ? .name(value) : .text(value)
        }
        return values
    }
}
