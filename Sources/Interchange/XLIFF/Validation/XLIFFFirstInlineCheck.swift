internal import TextFiles

/// The rules of inline elements in one source or target of XLIFF 1.2.
struct XLIFFFirstInlineCheck {
    private static let known: Set<String> = ["g", "x", "bx", "ex", "bpt", "ept", "ph", "it", "mrk", "sub"]

    private let content: XLIFFElement

    init(_ content: XLIFFElement) { self.content = content }

    func check(_ findings: inout XLIFFFindings) {
        let codes = content.descendants.filter { $0.namespace == content.namespace }
        var seen: [String: Set<String>] = [:]
        for code in codes {
            let name = code.name
            guard Self.known.contains(name) else {
                findings.add(
                    "<\(name)> does not belong in <\(content.name)>", rule: "<\(content.name)>", at: code)
                continue
            }
            if name == "mrk" {
                if code["mtype"] == nil {
                    findings.add("<mrk> lacks the attribute “mtype”", rule: "<mrk>", at: code)
                } else if code["mtype"] == "seg", code["mid"] == nil {
                    findings.add("a segment lacks its mid", rule: "<mrk>", at: code)
                }
            } else if name != "sub", code["id"] == nil {
                findings.add("<\(name)> lacks the attribute “id”", rule: "<\(name)>", at: code)
            }
            if name == "it", !["open", "close"].contains(code["pos"] ?? "") {
                findings.add("<it> has pos=\"open\" or pos=\"close\"", rule: "<it>", at: code)
            }
            // The standard does not forbid it, and some tools do so for every copy of a code.
            let mark =
                name == "mrk" && code["mtype"] == "seg" ? code["mid"] : name == "mrk" ? nil : code["id"]
            if let mark, !seen[name, default: []].insert(mark).inserted {
                findings.add(
                    "<\(name)> “\(mark)” stands twice", rule: "attribute id", at: code,
                    severity: .warning)
            }
        }
        checkPairs(codes, "bpt", "ept", &findings)
        checkPairs(codes, "bx", "ex", &findings)
    }

    /// A pair may be cut by the bounds of segments; within a unit that is not divided it is whole.
    private func checkPairs(
        _ codes: [XLIFFElement], _ start: String, _ end: String, _ findings: inout XLIFFFindings
    ) {
        func mark(_ code: XLIFFElement) -> String { code["rid"] ?? code["id"] ?? "" }
        var open: [String: XLIFFElement] = [:]
        for code in codes {
            if code.name == start { open[mark(code)] = code }
            if code.name == end, open.removeValue(forKey: mark(code)) == nil {
                findings.add(
                    "<\(end)> “\(mark(code))” has no <\(start)> before it", rule: "<\(end)>", at: code)
            }
        }
        for (mark, code) in open {
            findings.add("<\(start)> “\(mark)” has no <\(end)>", rule: "<\(start)>", at: code)
        }
    }
}
