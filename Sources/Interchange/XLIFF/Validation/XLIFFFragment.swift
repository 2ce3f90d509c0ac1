/// A fragment identifier of XLIFF 2 (the section Fragment Identification): `#/f=f1/u=1/n=n1`.
struct XLIFFFragment {
    /// The parts with their prefixes, empty for a part without.
    let parts: [(prefix: String, id: String)]

    private static let containers = ["f", "g", "u"]

    /// What is wrong with a reference; nil where it is right or points out of the document.
    /// - Parameter modules: the prefixes that can be used beside those of the core.
    static func problem(_ reference: String, modules: Set<String>) -> String? {
        guard reference.hasPrefix("#") else { return nil }
        guard let fragment = XLIFFFragment(reference) else {
            return "“\(reference)” is no fragment identifier"
        }
        var seen: Set<String> = []
        var rank = -1
        for (index, part) in fragment.parts.enumerated() {
            let isLast = index == fragment.parts.count - 1
            if !XLIFFValueType.isToken(part.id) { return "“\(part.id)” in “\(reference)” is no identifier" }
            if let place = containers.firstIndex(of: part.prefix) {
                if !seen.insert(part.prefix).inserted {
                    return "the prefix “\(part.prefix)” stands twice in “\(reference)”"
                }
                if place < rank { return "the parts of “\(reference)” are not in the order f, g, u" }
                rank = place
                continue
            }
            if !isLast { return "“\(part.prefix)” in “\(reference)” stands before another part" }
            if ["", "n", "d", "t"].contains(part.prefix) { continue }
            if part.prefix.utf8.count < 2 || !XLIFFValueType.isToken(part.prefix) {
                return "“\(part.prefix)” in “\(reference)” can be no prefix"
            }
            if !modules.contains(part.prefix) {
                return "the prefix “\(part.prefix)” in “\(reference)” is not registered"
            }
        }
        return nil
    }

    init?(_ reference: String) {
        guard reference.hasPrefix("#") else { return nil }
        var text = reference.dropFirst()
        if text.hasPrefix("/") { text = text.dropFirst() }
        parts = text.split(separator: "/", omittingEmptySubsequences: false).map { part in
            guard let cut = part.firstIndex(of: "=") else { return ("", String(part)) }
            return (String(part[..<cut]), String(part[part.index(after: cut)...]))
        }
        if parts.contains(where: { $0.id.isEmpty }) { return nil }
    }

    /// The container that a part names; nil where none is named.
    func id(_ prefix: String) -> String? { parts.first { $0.prefix == prefix }?.id }

    /// What is meant in the end.
    var leaf: (prefix: String, id: String)? { parts.last }
}
