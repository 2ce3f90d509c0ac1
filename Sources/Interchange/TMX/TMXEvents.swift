internal import TextFiles
internal import UnicodeText
internal import XMLText

/// The tokens of a TMX file, with what all its parts need: findings, attributes, bounds.
///
/// A file is read in order to have its units or in order to have what is wrong with them. Both are one way through
/// it; where no units are wanted, no texts are made.
final class TMXEvents {
    /// No tool writes units of this size; a file that does would fill the memory.
    static let unitLimit = 16 << 20
    static let limits: XMLReader.Limits = {
        var limits = XMLReader.Limits()
        limits.textLength = unitLimit
        return limits
    }()

    let cursor: XMLCursor
    /// Whether texts and attributes are wanted, or findings alone.
    var makesUnits = true

    private var findings: [Diagnostic] = []
    private var locales: [String: LocaleID?] = [:]
    private var last: (tag: String, locale: LocaleID?) = ("", nil)
    private var vocabulary = TMXVocabulary()

    init(_ cursor: XMLCursor) { self.cursor = cursor }

    /// Goes on to the next token.
    func next() throws(LathuError) -> XMLCursor.Kind? {
        guard let kind = try cursor.next() else { return nil }
        // Once it is too much, it stays so.
        if cursor.measure > Self.unitLimit {
            throw LathuError(
                .invalidData, "a unit or header takes more than \(Self.unitLimit >> 20) MiB",
                at: cursor.location)
        }
        return kind
    }

    /// The element of the start tag at hand; nil where TMX has none of that name.
    var element: TMXElement? { vocabulary.element(cursor.name, cursor) }

    /// The name of the element at hand, for messages.
    var elementName: String { cursor.name(cursor.name).local }

    func startUnit() { cursor.startMeasuring() }

    /// Keeps a warning, while there is room.
    /// - Parameter location: nil for the token at hand.
    func find(_ message: @autoclosure () -> String, at location: SourceLocation? = nil, hint: String? = nil) {
        guard findings.count < TMXReader.findingLimit else { return }
        findings.append(
            Diagnostic(message(), at: location ?? cursor.location, hint: hint, severity: .warning))
    }

    func takeFindings() -> [Diagnostic] {
        defer { findings = [] }
        return findings
    }

    /// Reads to the end of the element whose start tag was just read; it counts for the bounds as if it were kept.
    func skipElement() throws(LathuError) {
        var depth = 1
        while depth > 0, let kind = try next() {
            switch kind {
            case .start: depth += 1
            case .end: depth -= 1
            case .text: break
            }
        }
    }

    /// The text of the element whose start tag was just read, up to its end.
    func text(of element: TMXElement) throws(LathuError) -> String {
        var text = ""
        var depth = 1
        while depth > 0, let kind = try next() {
            switch kind {
            case .start:
                depth += 1
                find(
                    "<\(elementName)> does not belong in <\(element.name)>: its text is kept, its tags are "
                        + "not")
            case .end: depth -= 1
            case .text: if makesUnits { text += cursor.text }
            }
        }
        return text
    }

    func expectSpace(in element: TMXElement) {
        if !cursor.isBlank { find("text does not belong in <\(element.name)> and is left out") }
    }

    /// The attributes of the start tag at hand that TMX gives the element, and its language (`xml:lang`, before 1.3
    /// `lang`).
    func attributes(of element: TMXElement) -> (known: TMXAttributes, language: String?) {
        var known = TMXAttributes()
        var found = TMXAttributeSet()
        var language: String?
        var oldLanguage: String?
        for index in 0..<cursor.attributeCount {
            switch vocabulary.attribute(cursor.attributeName(index), cursor) {
            case .foreign: continue
            case .language: language = cursor.attributeValue(index)
            case .oldLanguage where element.hasOldLanguage: oldLanguage = cursor.attributeValue(index)
            case .known(let key) where vocabulary.allows(key, in: element):
                if takes(key, index) {
                    found.insert(key)
                    if makesUnits { known[key] = cursor.attributeValue(index) }
                }
            case .known, .oldLanguage, .unknown:
                let name = cursor.name(cursor.attributeName(index)).local
                find("<\(element.name)> has no attribute “\(name)” in TMX; it is left out")
            }
        }
        if !found.isSuperset(of: vocabulary.required(in: element)) {
            for key in TMXAttribute.required(of: element) where !found.contains(key) {
                find("<\(element.name)> lacks its attribute “\(key.rawValue)”")
            }
        }
        return (known, language ?? oldLanguage)
    }

    /// Whether an attribute has a value that is kept.
    private func takes(_ key: TMXAttribute, _ index: Int) -> Bool {
        if let values = key.values {
            let value = cursor.attributeValue(index)
            guard values.contains(value) else {
                find(
                    "“\(value)” is no value of the attribute “\(key.rawValue)”; it is left out",
                    hint: "expected one of " + values.joined(separator: ", "))
                return false
            }
        } else if key.isDate, !cursor.withAttributeValue(index, { TMXDate.milliseconds($0) != nil }) {
            find(
                "“\(cursor.attributeValue(index))” in the attribute “\(key.rawValue)” is no date",
                hint: "expected one as 20171107T093000Z")
        }
        return true
    }

    /// The locale of a language tag; nil where it is none.
    func locale(_ tag: String) -> LocaleID? {
        if tag == last.tag { return last.locale }
        let locale: LocaleID?
        if let known = locales[tag] {
            locale = known
        } else {
            locale = try? LocaleID(tag)
            // A file made of distinct tags must not fill the memory.
            if locales.count < 1000 { locales[tag] = .some(locale) }
        }
        last = (tag, locale)
        return locale
    }
}
