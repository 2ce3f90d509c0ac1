internal import XMLText

/// A set of attributes.
struct TMXAttributeSet: OptionSet {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ attributes: [TMXAttribute]) {
        self.init()
        for attribute in attributes { insert(attribute) }
    }

    mutating func insert(_ attribute: TMXAttribute) { insert(TMXAttributeSet(rawValue: attribute.bit)) }
    func contains(_ attribute: TMXAttribute) -> Bool { rawValue & attribute.bit != 0 }
}

extension TMXAttribute {
    /// A bit of its own.
    fileprivate var bit: UInt32 {
        switch self {
        case .tuid: 1 << 0
        case .datatype: 1 << 1
        case .usagecount: 1 << 2
        case .lastusagedate: 1 << 3
        case .creationtool: 1 << 4
        case .creationtoolversion: 1 << 5
        case .creationdate: 1 << 6
        case .creationid: 1 << 7
        case .changedate: 1 << 8
        case .changeid: 1 << 9
        case .segtype: 1 << 10
        case .srclang: 1 << 11
        case .adminlang: 1 << 12
        case .encoding: 1 << 13
        case .format: 1 << 14
        case .i: 1 << 15
        case .x: 1 << 16
        case .type: 1 << 17
        case .assoc: 1 << 18
        case .pos: 1 << 19
        case .name: 1 << 20
        case .base: 1 << 21
        case .unicode: 1 << 22
        case .code: 1 << 23
        case .ent: 1 << 24
        case .subst: 1 << 25
        }
    }
}

/// What the names of a file mean, by their numbers.
struct TMXVocabulary {
    enum Attribute {
        /// `xml:lang`.
        case language
        /// `lang` without prefix.
        case oldLanguage
        case known(TMXAttribute)
        /// Of the namespace of XML itself.
        case foreign
        case unknown
    }

    private var elements: [TMXElement??] = []
    private var attributes: [Attribute?] = []

    /// The element of a name's number. Its namespace does not count.
    mutating func element(_ number: Int, _ cursor: XMLCursor) -> TMXElement? {
        if number < elements.count, let known = elements[number] { return known }
        while elements.count <= number { elements.append(nil) }
        let element = TMXElement(name: cursor.name(number).local)
        elements[number] = .some(element)
        return element
    }

    /// What the attribute of a name's number is.
    mutating func attribute(_ number: Int, _ cursor: XMLCursor) -> Attribute {
        if number < attributes.count, let known = attributes[number] { return known }
        while attributes.count <= number { attributes.append(nil) }
        let name = cursor.name(number)
        let attribute: Attribute =
            switch (name.namespace, name.local) {
            case (XMLName.xmlNamespace, "lang"): .language
            case (XMLName.xmlNamespace, _): .foreign
            case (nil, "lang"): .oldLanguage
            case (nil, let local): TMXAttribute(rawValue: local).map { .known($0) } ?? .unknown
            default: .unknown
            }
        attributes[number] = attribute
        return attribute
    }

    func allows(_ attribute: TMXAttribute, in element: TMXElement) -> Bool {
        allowed[element.rawValue].contains(attribute)
    }

    func required(in element: TMXElement) -> TMXAttributeSet { required[element.rawValue] }

    private let allowed = TMXElement.allCases.map { TMXAttributeSet(TMXAttribute.known(of: $0)) }
    private let required = TMXElement.allCases.map { TMXAttributeSet(TMXAttribute.required(of: $0)) }
}
