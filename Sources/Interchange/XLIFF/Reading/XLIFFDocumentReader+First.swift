internal import Segmentation

/// XLIFF 1.0 to 1.2.
extension XLIFFDocumentReader {
    mutating func first(_ element: XLIFFElement) -> XLIFFFile {
        let found = element.elements("body").flatMap {
            units(below: $0, named: ["trans-unit"], through: ["group", "bin-unit"])
        }
        let translated = found.map { firstUnit($0.element, groups: $0.groups) }
        return XLIFFFile(
            id: element["original"] ?? "", original: element["original"],
            sourceLanguage: element["source-language"], targetLanguage: element["target-language"],
            notes: firstNotes(element.first("header")), units: translated)
    }

    private func firstNotes(_ element: XLIFFElement?) -> [XLIFFNote] {
        (element?.elements("note") ?? []).map { XLIFFNote(id: nil, text: $0.text, category: $0["from"]) }
    }

    private mutating func firstUnit(_ element: XLIFFElement, groups: [String]) -> XLIFFUnit {
        XLIFFUnit(
            id: element["id"] ?? "", name: element["resname"], groups: groups,
            isTranslatable: element.inherited { $0["translate"] } != "no",
            preservesSpace: element.inherited { $0.xml("space") } == "preserve",
            segments: firstSegments(element), notes: firstNotes(element),
            matches: element.elements("alt-trans").flatMap(alternatives), terms: [],
            location: location(element))
    }

    /// The segments that `seg-source` marks; where it marks none, the source is one.
    private mutating func firstSegments(_ element: XLIFFElement) -> [XLIFFSegment] {
        guard let source = element.first("source") else { return [] }
        let target = element.first("target")
        let own = target?["state"]
        let state: XLIFFState =
            own.flatMap(XLIFFState.init(first:)) ?? (element["approved"] == "yes" ? .reviewed : nil)
            ?? (target == nil ? .initial : .translated)
        let markers = element.first("seg-source").map(Self.segmentMarkers) ?? []
        if markers.isEmpty {
            return [
                segment(element, source: source, target: target, id: nil, state: state, ownState: own)
            ]
        }
        let translations = Dictionary(
            (target.map(Self.segmentMarkers) ?? []).map { ($0["mid"] ?? "", $0) },
            uniquingKeysWith: { first, _ in first })
        return markers.map { marker in
            let translation = translations[marker["mid"] ?? ""]
            return segment(
                element, source: source, target: target, markers: (marker, translation), id: marker["mid"],
                state: translation == nil ? .initial : state, ownState: own)
        }
    }

    /// The markers of segments in an element, wherever codes stand around them.
    static func segmentMarkers(_ element: XLIFFElement) -> [XLIFFElement] {
        element.elements.flatMap { child -> [XLIFFElement] in
            child.name == "mrk" && child["mtype"] == "seg" ? [child] : segmentMarkers(child)
        }
    }

    private func alternatives(_ element: XLIFFElement) -> [XLIFFMatch] {
        var reader = XLIFFContentReader(bytes, data: [:])
        let source = element.first("source").map { reader.content($0).text }
        // Tools write “85”, “85%” and words.
        let quality = element["match-quality"].map { $0.hasSuffix("%") ? String($0.dropLast()) : $0 }
        return element.elements("target").map {
            XLIFFMatch(
                source: source, target: reader.content($0).text, similarity: quality.flatMap(Double.init),
                origin: element["origin"], reference: element["mid"])
        }
    }
}
