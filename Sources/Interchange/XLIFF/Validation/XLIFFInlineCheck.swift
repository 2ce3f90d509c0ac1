/// The rules of inline codes and annotations within one unit, in all its sources or all its targets.
struct XLIFFInlineCheck {
    /// The sides of pairs that must say the same.
    private static let shared = ["canCopy", "canDelete", "canOverlap"]

    private let codes: [XLIFFElement]
    private let data: Set<String>
    private let units: Set<String>
    /// The codes that others can be copies of, by their identifiers; the first of each.
    private let originals: [String: XLIFFElement]

    /// - Parameters:
    ///   - contents: the sources or targets in their order.
    ///   - data: the identifiers of the original data.
    ///   - units: the identifiers of the units of the file.
    init(_ contents: [XLIFFElement], data: Set<String>, units: Set<String>) {
        codes = contents.flatMap(\.descendants)
        self.data = data
        self.units = units
        var originals: [String: XLIFFElement] = [:]
        if codes.contains(where: { $0["copyOf"] != nil }) {
            for code in codes where ["ph", "pc", "sc", "ec"].contains(code.name) {
                if let id = code["id"], originals[id] == nil { originals[id] = code }
            }
        }
        self.originals = originals
    }

    func check(_ findings: inout XLIFFFindings) {
        checkPairs("sc", "ec", &findings)
        checkPairs("sm", "em", &findings)
        for code in codes {
            switch code.name {
            case "ph", "pc", "sc", "ec": checkCode(code, &findings)
            case "cp": checkCharacter(code, &findings)
            default: break
            }
        }
        checkSequences(&findings)
    }

    private func checkPairs(_ start: String, _ end: String, _ findings: inout XLIFFFindings) {
        var open: [String: XLIFFElement] = [:]
        let starts = Set(codes.filter { $0.name == start }.compactMap { $0["id"] })
        let ends = Set(codes.filter { $0.name == end }.compactMap { $0["startRef"] })
        for code in codes {
            if code.name == start, let id = code["id"] {
                open[id] = code
                let isAlone = code["isolated"] == "yes"
                if isAlone, ends.contains(id) {
                    findings.add(
                        "<\(start) id=\"\(id)\"> is isolated, but its end is in the unit",
                        rule: "attribute isolated", at: code)
                } else if !isAlone, !ends.contains(id) {
                    findings.add(
                        "<\(start) id=\"\(id)\"> has no <\(end)> in the unit"
                            + (start == "sc" ? " and is not isolated" : ""), rule: "<\(start)>", at: code)
                }
            }
            guard code.name == end else { continue }
            guard let reference = code["startRef"] else {
                checkIsolated(code, &findings)
                continue
            }
            if code["isolated"] == "yes" {
                findings.add(
                    "an isolated <ec> has an id, not a startRef", rule: "attribute isolated", at: code)
            } else if code["id"] != nil {
                findings.add("an <ec> with a startRef has no id", rule: "<ec>", at: code)
            }
            guard let opening = open.removeValue(forKey: reference) else {
                let isLater = starts.contains(reference)
                findings.add(
                    isLater
                        ? "<\(end) startRef=\"\(reference)\"> stands before its <\(start)>, or is a second one"
                        : "there is no <\(start) id=\"\(reference)\"> for <\(end)>",
                    rule: "attribute startRef", at: code)
                continue
            }
            if end == "ec" { compare(opening, code, &findings) }
        }
    }

    private func checkIsolated(_ code: XLIFFElement, _ findings: inout XLIFFFindings) {
        guard code.name == "ec" else { return }
        if code["isolated"] != "yes" {
            findings.add("<ec> has no startRef and is not isolated", rule: "<ec>", at: code)
        } else if code["id"] == nil {
            findings.add("an isolated <ec> lacks its id", rule: "<ec>", at: code)
        }
    }

    private func compare(_ start: XLIFFElement, _ end: XLIFFElement, _ findings: inout XLIFFFindings) {
        for attribute in Self.shared where start[attribute] ?? "yes" != end[attribute] ?? "yes" {
            findings.add(
                "<ec> has another value of \(attribute) than its <sc>", rule: "attribute \(attribute)",
                at: end)
        }
        let expected = start["canReorder"].map { $0 == "firstNo" ? "no" : $0 } ?? "yes"
        if end["canReorder"] ?? "yes" != expected {
            findings.add(
                "canReorder of <ec> must be “\(expected)” for its <sc>", rule: "attribute canReorder", at: end
            )
        }
        if end["dir"] != nil {
            findings.add("dir stands on isolated <ec> only", rule: "<ec>", at: end)
        }
    }

    private func checkCode(_ code: XLIFFElement, _ findings: inout XLIFFFindings) {
        let references = ["dataRef", "dataRefStart", "dataRefEnd"].filter { code[$0] != nil }
        for attribute in references {
            guard let id = code[attribute], !data.contains(id) else { continue }
            findings.add(
                "\(attribute) “\(id)” names no <data> of the unit", rule: "attribute \(attribute)", at: code)
        }
        for attribute in ["subFlows", "subFlowsStart", "subFlowsEnd"] {
            for id in (code[attribute] ?? "").split(whereSeparator: \.isWhitespace)
            where !units.contains(String(id)) {
                findings.add(
                    "\(attribute) “\(id)” names no unit of the file", rule: "attribute \(attribute)", at: code
                )
            }
        }
        if let copied = code["copyOf"] {
            let base = originals[copied]
            if base == nil {
                findings.add(
                    "copyOf “\(copied)” names no code of the unit", rule: "attribute copyOf", at: code)
            } else if base?["canCopy"] == "no" {
                findings.add("the code “\(copied)” must not be copied", rule: "attribute copyOf", at: code)
            }
            if !references.isEmpty {
                findings.add("a code has copyOf or a reference to data", rule: "attribute copyOf", at: code)
            }
        }
        checkType(code, &findings)
        if ["no", "firstNo"].contains(code["canReorder"] ?? "yes"),
            code["canCopy"] != "no" || code["canDelete"] != "no"
        {
            findings.add(
                "a code that cannot be reordered has canCopy=\"no\" and canDelete=\"no\"",
                rule: "attribute canReorder", at: code)
        }
    }

    private func checkType(_ code: XLIFFElement, _ findings: inout XLIFFFindings) {
        guard let subType = code["subType"] else { return }
        guard let type = code["type"] else {
            findings.add("subType needs a type", rule: "attribute subType", at: code)
            return
        }
        guard subType.hasPrefix("xlf:") else { return }
        let known = [
            "fmt": ["xlf:b", "xlf:i", "xlf:u", "xlf:lb", "xlf:pb"], "ui": ["xlf:var"],
        ]
        if !(known[type] ?? []).contains(subType) {
            findings.add(
                "the subType “\(subType)” does not go with the type “\(type)”", rule: "attribute subType",
                at: code)
        }
    }

    /// `cp` is for characters that XML has no way to write, and no others.
    private func checkCharacter(_ code: XLIFFElement, _ findings: inout XLIFFFindings) {
        guard let value = code["hex"].flatMap({ UInt32($0, radix: 16) }) else { return }
        let isAllowed: Bool =
            switch value {
            case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
            default: false
            }
        if isAllowed || value > 0x10FFFF {
            findings.add(
                isAllowed
                    ? "the character of <cp> can be written as itself" : "<cp> stands for no character",
                rule: "<cp>", at: code)
        }
    }

    /// Codes in a fixed order: one with `firstNo`, then those with `no`.
    private func checkSequences(_ findings: inout XLIFFFindings) {
        var isInside = false
        for code in codes where ["ph", "pc", "sc", "ec"].contains(code.name) {
            switch code["canReorder"] ?? "yes" {
            case "firstNo": isInside = true
            case "no" where !isInside:
                findings.add(
                    "canReorder=\"no\" follows a code with \"firstNo\" or \"no\"",
                    rule: "attribute canReorder",
                    at: code)
            case "no": break
            default: break
            }
        }
    }
}
