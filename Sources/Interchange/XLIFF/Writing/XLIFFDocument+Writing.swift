public import Segmentation
public import TextFiles
internal import XMLText

extension XLIFFDocument {
    /// Sets the translation of a segment.
    ///
    /// - Parameters:
    ///   - text: the translation; its codes are those of the source.
    ///   - state: how far it is; nil leaves the state as it is.
    ///   - segment: a segment of this document.
    /// - Throws: `LathuError` with code `invalidData` where the codes do not fit, or nothing tells the segment from
    ///   another of its unit.
    public mutating func setTarget(
        _ text: InlineText, state: XLIFFState? = nil, of segment: XLIFFSegment
    ) throws(LathuError) {
        // By their code units: strings are equal in NFC and NFD, and one may be wanted instead of the other.
        if let target = segment.target?.text, target == text,
            target.coded.utf8.elementsEqual(text.coded.utf8),
            state == nil || state == segment.state
        {
            edits[segment.index] = nil
            return
        }
        try checkMarker(segment.index)
        _ = try markup(sites[segment.index]).content(text)
        edits[segment.index] = XLIFFEdit(text: text, state: state == segment.state ? nil : state)
    }

    /// The document with the translations that were set; without any, its own bytes.
    ///
    /// Only a document that is not in UTF-8 changes beyond that: it is written in UTF-8.
    /// - Parameter targetLanguage: the language of the translations, where the document does not name it.
    /// - Throws: `LathuError` with code `invalidData` where the document names no language for its
    ///   translations and none is given, or where a translation stands in an entity.
    public func written(targetLanguage: String? = nil) throws(LathuError) -> [UInt8] {
        let sites = sites
        var changes: [(range: Range<Int>, text: String)] = []
        var units: [XLIFFElement: [Int]] = [:]
        var order: [Int] = []
        for index in edits.keys.sorted() {
            let site = sites[index]
            guard site.sourceMarker != nil else {
                order.append(index)
                continue
            }
            if units[site.holder, default: []].isEmpty { order.append(index) }
            units[site.holder, default: []].append(index)
        }
        for index in order {
            if sites[index].sourceMarker == nil {
                changes += try ownChanges(index)
            } else {
                changes += try markedChanges(units[sites[index].holder] ?? [])
            }
        }
        if !edits.isEmpty, !version.isFirstGeneration, root["trgLang"] == nil {
            guard let targetLanguage else {
                throw LathuError(
                    .invalidData, "names no language for its translations", at: location(root),
                    hint: "add trgLang to <xliff>")
            }
            var tag = XLIFFStartTag(bytes.utf8[root.startTag])
            tag.set("trgLang", targetLanguage)
            changes.append((root.startTag, tag.text))
        }
        return bytes.replacing(changes)
    }

    /// Whether the marker of a segment has its `mid` to itself: two of one name share their place in the target.
    private func checkMarker(_ index: Int) throws(LathuError) {
        guard let marker = sites[index].sourceMarker else { return }
        // The segments of a unit stand side by side.
        func isTwin(_ other: Int) -> Bool { sites[other].sourceMarker?["mid"] == marker["mid"] }
        func isSibling(_ other: Int) -> Bool { sites[other].holder == sites[index].holder }
        let before = sites[..<index].indices.reversed().prefix(while: isSibling)
        let after = sites[(index + 1)...].indices.prefix(while: isSibling)
        guard before.contains(where: isTwin) || after.contains(where: isTwin) else { return }
        throw LathuError(
            .invalidData,
            "two segments of a unit are called “\(marker["mid"] ?? "")”: nothing tells whose translation is whose",
            at: location(marker), hint: "give each <mrk> of the <seg-source> a mid of its own")
    }

    func markup(_ site: XLIFFSite) -> XLIFFTargetMarkup {
        XLIFFTargetMarkup(
            site: site, isFirstGeneration: version.isFirstGeneration,
            prefix: Substring(String(XLIFFStartTag(bytes.utf8[site.source.startTag]).prefix)),
            location: location(site.sourceMarker ?? site.source))
    }

    /// The changes for a segment that has its target to itself.
    private func ownChanges(_ index: Int) throws(LathuError) -> [(range: Range<Int>, text: String)] {
        guard let edit = edits[index] else { return [] }
        let site = sites[index]
        let content = try markup(site).content(edit.text)
        var changes: [(range: Range<Int>, text: String)] = []
        if let state = edit.state, !version.isFirstGeneration, !site.isIgnorable {
            try check(site.holder)
            var tag = XLIFFStartTag(bytes.utf8[site.holder.startTag])
            tag.set("state", state.rawValue)
            // It says more about a state that is no longer so.
            tag.set("subState", nil)
            changes.append((site.holder.startTag, tag.text))
        }
        let state = version.isFirstGeneration ? edit.state?.first : nil
        changes += try targetChanges(site, content, state: state)
        return changes
    }

    /// Puts content into the target of a site, or a target after its source.
    private func targetChanges(
        _ site: XLIFFSite, _ content: String, state: String?
    ) throws(LathuError) -> [(range: Range<Int>, text: String)] {
        if let target = site.target {
            try check(target)
            var tag = XLIFFStartTag(bytes.utf8[target.startTag])
            if let state { tag.set("state", state) }
            let name = tag.name
            return [(target.range, tag.opened + content + "</\(name)>")]
        }
        let before = site.holder.first("seg-source") ?? site.source
        try check(before)
        let prefix = XLIFFStartTag(bytes.utf8[site.source.startTag]).prefix
        let attribute = state.map { " state=\"\($0)\"" } ?? ""
        let text = "<\(prefix)target\(attribute)>\(content)</\(prefix)target>"
        let end = before.range.upperBound
        return [(end..<end, space(before: site.source) + text)]
    }

    /// The changes for segments that markers divide a target into.
    private func markedChanges(_ indices: [Int]) throws(LathuError) -> [(range: Range<Int>, text: String)] {
        guard let first = indices.first else { return [] }
        let site = sites[first]
        let state = indices.compactMap { edits[$0]?.state }.min()?.first
        let siblings = sites.indices.filter { sites[$0].holder == site.holder }
        let hasAll = indices.allSatisfy { sites[$0].targetMarker != nil }
        if hasAll, let target = site.target {
            var changes: [(range: Range<Int>, text: String)] = []
            for index in indices {
                guard let edit = edits[index], let marker = sites[index].targetMarker else { continue }
                try check(marker)
                let tag = XLIFFStartTag(bytes.utf8[marker.startTag])
                let content = try markup(sites[index]).content(edit.text)
                changes.append((marker.range, tag.opened + content + "</\(tag.name)>"))
            }
            if let state {
                var tag = XLIFFStartTag(bytes.utf8[target.startTag])
                tag.set("state", state)
                changes.append((target.startTag, tag.text))
            }
            return changes
        }
        // The target is laid out as the divided source is.
        guard let source = site.holder.first("seg-source") else { return [] }
        var inner: [(range: Range<Int>, text: String)] = []
        for index in siblings {
            guard let marker = sites[index].sourceMarker else { continue }
            try check(marker)
            let tag = XLIFFStartTag(bytes.utf8[marker.startTag])
            var content = ""
            if let edit = edits[index] {
                content = try markup(sites[index]).content(edit.text)
            } else if let old = sites[index].targetMarker {
                content = String(decoding: bytes.utf8[old.contentRange], as: UTF8.self)
            }
            inner.append((marker.range, tag.opened + content + "</\(tag.name)>"))
        }
        let content = bytes.replacing(inner, within: source.contentRange)
        return try targetChanges(site, String(decoding: content, as: UTF8.self), state: state)
    }

    /// What stands between the source and whatever is before it, if that is space alone.
    private func space(before element: XLIFFElement) -> String {
        var start = element.range.lowerBound
        while start > 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes.utf8[start - 1]) { start -= 1 }
        return String(decoding: bytes.utf8[start..<element.range.lowerBound], as: UTF8.self)
    }

    /// An element that an entity stands for has no place of its own in the file.
    private func check(_ element: XLIFFElement) throws(LathuError) {
        let tag = XLIFFStartTag(bytes.utf8[element.startTag])
        guard tag.text.hasPrefix("<"), tag.name.hasSuffix(element.name) else {
            throw LathuError(
                .invalidData, "<\(element.name)> comes from an entity and cannot be changed",
                at: location(element), hint: "put its text in place of the reference")
        }
    }
}
