internal import Segmentation
internal import TextFiles

/// The views of a document's elements as files, units and segments.
struct XLIFFDocumentReader {
    let bytes: [UInt8]
    let file: String?
    var sites: [XLIFFSite] = []

    init(_ bytes: [UInt8], file: String?) {
        self.bytes = bytes
        self.file = file
    }

    mutating func files(_ root: XLIFFElement, isFirstGeneration: Bool) -> [XLIFFFile] {
        root.elements("file").map { isFirstGeneration ? first($0) : second($0, root) }
    }

    func location(_ element: XLIFFElement) -> SourceLocation {
        let place = element.place
        return SourceLocation(file: file, line: place.line, column: place.column)
    }

    /// Finds the units below an element in order, with the groups that they stand in.
    func units(
        below element: XLIFFElement, named names: Set<String>, through containers: Set<String>,
        groups: [String] = []
    ) -> [(element: XLIFFElement, groups: [String])] {
        element.elements.filter { $0.namespace == element.namespace }.flatMap {
            child -> [(element: XLIFFElement, groups: [String])] in
            if names.contains(child.name) { return [(child, groups)] }
            guard containers.contains(child.name) else { return [] }
            let inner = child.name == "group" ? groups + [child["id"] ?? ""] : groups
            return units(below: child, named: names, through: containers, groups: inner)
        }
    }

    // XLIFF 2

    private mutating func second(_ element: XLIFFElement, _ root: XLIFFElement) -> XLIFFFile {
        let units = units(below: element, named: ["unit"], through: ["group"])
            .map { unit($0.element, groups: $0.groups) }
        return XLIFFFile(
            id: element["id"] ?? "", original: element["original"], sourceLanguage: root["srcLang"],
            targetLanguage: root["trgLang"], notes: notes(element.first("notes")), units: units)
    }

    private func notes(_ element: XLIFFElement?) -> [XLIFFNote] {
        (element?.elements("note") ?? []).map {
            XLIFFNote(id: $0["id"], text: $0.text, category: $0["category"])
        }
    }

    func data(_ element: XLIFFElement) -> [String: String] {
        var data: [String: String] = [:]
        for entry in element.first("originalData")?.elements("data") ?? [] {
            var reader = XLIFFContentReader(bytes, data: [:])
            if let id = entry["id"] { data[id] = reader.content(entry).text.plainText }
        }
        return data
    }

    private mutating func unit(_ element: XLIFFElement, groups: [String]) -> XLIFFUnit {
        let data = data(element)
        let parts = element.elements.filter {
            ["segment", "ignorable"].contains($0.name) && $0.namespace == element.namespace
        }
        let matches = element.elements("matches", in: XLIFFModule.matches.rawValue)
            .flatMap { $0.elements("match") }
        let glossary = element.elements("glossary", in: XLIFFModule.glossary.rawValue)
        return XLIFFUnit(
            id: element["id"] ?? "", name: element["name"], groups: groups,
            isTranslatable: element.inherited { $0["translate"] } != "no",
            preservesSpace: element.inherited { $0.xml("space") } == "preserve",
            segments: parts.compactMap { segment($0, data) },
            notes: notes(element.first("notes")), matches: matches.compactMap(match),
            terms: glossary.flatMap { $0.elements("glossEntry") }.map {
                XLIFFTerm(
                    term: $0.first("term")?.text ?? "", translations: $0.elements("translation").map(\.text),
                    definition: $0.first("definition")?.text)
            },
            location: location(element))
    }

    private mutating func segment(_ element: XLIFFElement, _ data: [String: String]) -> XLIFFSegment? {
        guard let source = element.first("source") else { return nil }
        let target = element.first("target")
        return segment(
            element, source: source, target: target, data: data, id: element["id"],
            isIgnorable: element.name == "ignorable",
            state: element["state"].flatMap(XLIFFState.init(rawValue:)) ?? .initial,
            ownState: element["subState"])
    }

    /// Reads source and target and keeps their place.
    mutating func segment(
        _ holder: XLIFFElement, source: XLIFFElement, target: XLIFFElement?,
        markers: (source: XLIFFElement?, target: XLIFFElement?) = (nil, nil), data: [String: String] = [:],
        id: String?, isIgnorable: Bool = false, state: XLIFFState, ownState: String?
    ) -> XLIFFSegment {
        var reader = XLIFFContentReader(bytes, data: data)
        let content = reader.content(markers.source ?? source)
        let targetElement = markers.source == nil ? target : markers.target
        let translation = targetElement.map { reader.content($0) }
        sites.append(
            XLIFFSite(
                holder: holder, source: source, target: target, sourceMarker: markers.source,
                targetMarker: markers.target, codes: content.codes + (translation?.codes ?? []),
                sourceCodeCount: content.codes.count, isIgnorable: isIgnorable))
        return XLIFFSegment(
            id: id, isIgnorable: isIgnorable, source: content, target: translation, state: state,
            ownState: ownState, location: location(markers.source ?? holder), index: sites.count - 1)
    }

    private func match(_ element: XLIFFElement) -> XLIFFMatch? {
        // What a match holds is of the core.
        func first(_ name: String) -> XLIFFElement? { element.elements.first { $0.name == name } }
        guard let target = first("target") else { return nil }
        var reader = XLIFFContentReader(bytes, data: [:])
        let source = first("source").map { reader.content($0).text }
        return XLIFFMatch(
            source: source, target: reader.content(target).text,
            similarity: (element["similarity"] ?? element["matchQuality"]).flatMap(Double.init),
            origin: element["origin"], reference: element["ref"])
    }
}
