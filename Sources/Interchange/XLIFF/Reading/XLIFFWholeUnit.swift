internal import Segmentation
internal import TextFiles
internal import XMLText

/// A unit with its segments put together, annotations passed over: what it was before a tool divided it.
struct XLIFFWholeUnit {
    var source: XLIFFContent
    var target: XLIFFContent?
    /// How far it is; nil where the file does not say.
    var state: PairState?
    /// The state in the file's own words.
    var stateName: String?
    /// Whether only some of its segments have a translation.
    var isPartial = false
    /// The element.
    let element: XLIFFElement
}

extension XLIFFDocument {
    /// A unit of this document as a whole; nil where it holds no segment.
    func whole(_ unit: XLIFFUnit) -> XLIFFWholeUnit? {
        guard let first = unit.segments.first else { return nil }
        return version.isFirstGeneration
            ? wholeOfFirst(sites[first.index].holder) : wholeOfSecond(unit, sites[first.index].holder.parent)
    }

    // XLIFF 1.2 has the whole source beside the divided one.
    private func wholeOfFirst(_ element: XLIFFElement) -> XLIFFWholeUnit? {
        guard let source = element.first("source") else { return nil }
        var reader = XLIFFContentReader(bytes.utf8, data: [:], skipsMarkers: true)
        var whole = XLIFFWholeUnit(source: reader.content(source), element: element)
        guard let target = element.first("target") else {
            whole.state = .missing
            return whole
        }
        let content = reader.content(target)
        whole.target = content
        whole.stateName = target["state"]
        whole.state = state(of: target, isApproved: element["approved"] == "yes")
        if content.text.pieces.isEmpty { whole.state = .missing }
        let markers = element.first("seg-source").map(XLIFFDocumentReader.segmentMarkers) ?? []
        let translated = XLIFFDocumentReader.segmentMarkers(target).filter { !$0.text.isXMLSpace }
        if !translated.isEmpty || !content.text.pieces.isEmpty, markers.count > 1 {
            let filled = Set(translated.compactMap { $0["mid"] })
            whole.isPartial = markers.contains {
                !$0.text.isXMLSpace && !filled.contains($0["mid"] ?? "")
            }
        }
        return whole
    }

    private func state(of target: XLIFFElement, isApproved: Bool) -> PairState? {
        switch target["state"] {
        case "new", "needs-translation", "needs-l10n", "needs-adaptation", "needs-review-translation",
            "needs-review-l10n", "needs-review-adaptation":
            return .draft
        // What the state says goes before the approval, which some tools give to every translation.
        case "translated": return .translated
        case "signed-off", "final": return .reviewed
        default: break
        }
        if isApproved { return .reviewed }
        return ["fuzzy-match", "mt-suggestion"].contains(target["state-qualifier"] ?? "") ? .draft : nil
    }

    private func wholeOfSecond(_ unit: XLIFFUnit, _ element: XLIFFElement?) -> XLIFFWholeUnit? {
        guard let element else { return nil }
        var reader = XLIFFContentReader(
            bytes.utf8, data: XLIFFDocumentReader(bytes.utf8, file: file).data(element), skipsMarkers: true)
        let parts = unit.segments.map { (segment: $0, site: sites[$0.index]) }
        let source = reader.content(parts.flatMap { $0.site.source.children })
        var whole = XLIFFWholeUnit(source: source, element: element)
        // Targets may stand in another order than their sources.
        var order = Array(parts.indices)
        let wanted = parts.enumerated().map { Int($1.site.target?["order"] ?? "") ?? $0 + 1 }
        order.sort { (wanted[$0], $0) < (wanted[$1], $1) }
        let segments = parts.filter { !$0.segment.isIgnorable && !$0.segment.source.text.pieces.isEmpty }
        let open = segments.count { $0.segment.target?.text.pieces.isEmpty ?? true }
        let first = segments.first
        whole.stateName = first.map { part in
            [part.segment.state.rawValue, part.segment.ownState].compactMap(\.self).joined(separator: " ")
        }
        guard open < segments.count else {
            whole.state = .missing
            return whole
        }
        whole.isPartial = open > 0
        whole.target = reader.content(
            order.flatMap { index in
                let site = parts[index].site
                return site.target?.children ?? (site.isIgnorable ? site.source.children : [])
            })
        let lowest = segments.filter { $0.segment.target != nil }.map(\.segment.state).min()
        whole.state = whole.isPartial ? .draft : PairState(lowest ?? .initial)
        return whole
    }
}

extension PairState {
    /// What the state of a translation that is there comes to.
    init(_ state: XLIFFState) {
        switch state {
        case .initial: self = .draft
        case .translated: self = .translated
        case .reviewed, .final: self = .reviewed
        }
    }
}
