internal import TextFiles
internal import UnicodeText

/// Finds what is wrong with a template before it is used: Mustache itself passes over names that it does not
/// know, and a page with a hole in it goes out.
///
/// Of Mustache a template has variables, sections, inverted sections and comments. A value is escaped unless
/// it is HTML that was made here; so nothing that a translator or recipient writes becomes markup.
struct TemplateCheck {
    private let source: TextSource
    private(set) var problems: [Diagnostic] = []
    private var sections: [(name: String, values: [String: TemplateValue]?, isTexts: Bool, at: String.Index)]

    init(_ source: TextSource, values: [String: TemplateValue]) {
        self.source = source
        sections = [("", values, false, source.text.startIndex)]
        var rest = source.text[...]
        while let open = rest.firstRange(of: "{{") {
            rest = tag(at: open.lowerBound, rest[open.upperBound...])
        }
        for section in sections.dropFirst() {
            report("“\(section.name)” is opened and never closed", section.at, "add {{/\(section.name)}}")
        }
        problems += MarkupCheck(source).problems
    }

    private mutating func report(_ message: String, _ index: String.Index, _ hint: String) {
        problems.append(Diagnostic(message, at: source.location(of: index), hint: hint))
    }

    /// Reads a tag after its braces and says what comes after it.
    private mutating func tag(at start: String.Index, _ text: Substring) -> Substring {
        let isTriple = text.hasPrefix("{")
        let close = isTriple ? "}}}" : "}}"
        guard let end = text.firstRange(of: close) else {
            report("a tag is never closed", start, "add \(close)")
            return text[text.endIndex...]
        }
        let inside = text[..<end.lowerBound].dropFirst(isTriple ? 1 : 0).trimmed
        let mark = isTriple ? "{" : inside.first.map(String.init) ?? ""
        let name = "{#^/!&>=<$%*".contains(mark) && !isTriple ? Substring(inside.dropFirst()).trimmed : inside
        switch mark {
        case "!": break
        case "#", "^": open(name, isInverted: mark == "^", start)
        case "/": closeSection(name, start)
        case "{", "&": variable(name, isRaw: true, start)
        case ">", "=", "<", "$", "%", "*":
            report(
                "“{{\(mark)” is not used in templates of letters", start,
                "write the text itself; a template has values, sections and comments")
        default: variable(name, isRaw: false, start)
        }
        return text[end.upperBound...]
    }

    /// The value of a name, looked for from the innermost section outwards, as Mustache does.
    private func value(_ name: String) -> TemplateValue? {
        for section in sections.reversed() {
            if let value = section.values?[name] { return value }
        }
        return nil
    }

    private mutating func unknown(_ name: String, _ index: String.Index) {
        let known = sections.reversed().flatMap { ($0.values ?? [:]).keys.sorted() }
        report("there is no value “\(name)”", index, "known here: \(known.joined(separator: ", "))")
    }

    private mutating func open(_ name: String, isInverted: Bool, _ index: String.Index) {
        let found = value(name)
        if found == nil { unknown(name, index) }
        switch found {
        case .values(let inner) where !isInverted: sections.append((name, inner, false, index))
        // Within a section of a text, a dot is that text.
        case .texts?, .text?, .html?: sections.append((name, nil, !isInverted, index))
        default: sections.append((name, nil, false, index))
        }
    }

    private mutating func closeSection(_ name: String, _ index: String.Index) {
        guard let last = sections.last, sections.count > 1, last.name == name else {
            let open = sections.count > 1 ? sections.last?.name : nil
            report(
                "“\(name)” is closed and was not opened", index,
                open.map { "the section open here is “\($0)”" } ?? "no section is open here")
            return
        }
        sections.removeLast()
    }

    private mutating func variable(_ name: String, isRaw: Bool, _ index: String.Index) {
        var kind: TemplateValue?
        if name == "." {
            guard let section = sections.last, section.isTexts else {
                return report(
                    "a dot stands for nothing here", index, "it is the text of the section around it")
            }
            kind = value(section.name)
            if case .texts? = kind { kind = .text }
        } else {
            kind = value(name)
        }
        switch kind {
        case nil: unknown(name, index)
        case .text?:
            if isRaw { report("“\(name)” is text, which must be escaped", index, "write {{\(name)}}") }
        case .html?:
            if !isRaw { report("“\(name)” is HTML already", index, "write {{{\(name)}}}") }
        case .flag?, .texts?, .values?:
            report("“\(name)” is no text", index, "open it as a section: {{#\(name)}} … {{/\(name)}}")
        }
    }
}

/// Finds in a page what would run or load something.
private struct MarkupCheck {
    private(set) var problems: [Diagnostic] = []

    private static let forbidden = [
        "script", "iframe", "object", "embed", "base", "frame", "applet", "portal", "audio", "video", "form",
    ]
    private static let loading: Set<String> = [
        "src", "srcset", "poster", "background", "data", "action", "ping",
    ]

    init(_ source: TextSource) {
        var rest = source.text[...]
        while let open = rest.firstIndex(of: "<") {
            let tag = rest[rest.index(after: open)...]
            let name = tag.prefix { $0.isLetter || $0.isNumber }.lowercased()
            rest = tag
            func report(_ message: String, _ hint: String) {
                problems.append(Diagnostic(message, at: source.location(of: open), hint: hint))
            }
            if Self.forbidden.contains(name) {
                report("a letter holds no <\(name)>", "a built page runs nothing and loads nothing")
            }
            let attributes = Self.attributes(tag.prefix { $0 != ">" }.dropFirst(name.count))
            for (key, value) in attributes {
                if key.hasPrefix("on") {
                    report("a letter holds no script: “\(key)”", "take the attribute out")
                } else if Self.loading.contains(key), !value.hasPrefix("data:") {
                    report(
                        "“\(key)” would load something",
                        "put what it names into the template, as a data: address")
                } else if key == "href", name == "link",
                    !attributes.contains(where: { $0 == ("rel", "alternate") })
                {
                    report("a letter loads no style from elsewhere", "put the style into letter.css")
                } else if value.lowercased().hasPrefix("javascript:") {
                    report("a letter holds no script", "take the address out")
                } else if key == "style" {
                    problems += StyleCheck.problems(in: value) { _ in source.location(of: open) }
                }
            }
        }
    }

    /// Names and values; what stands in quotation marks may hold anything but them.
    private static func attributes(_ text: Substring) -> [(key: String, value: String)] {
        var result: [(key: String, value: String)] = []
        var rest = text
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
            let key = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
            if key.isEmpty { return result }
            rest = rest[key.endIndex...].drop { $0.isWhitespace }
            guard rest.first == "=" else {
                result.append((key.lowercased(), ""))
                continue
            }
            rest = rest.dropFirst().drop { $0.isWhitespace }
            let value: Substring
            if let quote = rest.first, quote == "\"" || quote == "'" {
                value = rest.dropFirst().prefix { $0 != quote }
                rest = rest[value.endIndex...].dropFirst()
            } else {
                value = rest.prefix { !$0.isWhitespace }
                rest = rest[value.endIndex...]
            }
            result.append((key.lowercased(), value.trimmed))
        }
    }
}
