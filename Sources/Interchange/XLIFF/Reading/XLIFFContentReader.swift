internal import Segmentation

/// Turns sources and targets into text with numbered codes.
///
/// A code gets its number where it stands first; one that stands for the same thing in the target, by its
/// identifier, has the same.
struct XLIFFContentReader {
    private enum Sort: Hashable { case pair, single, marker }
    private struct Key: Hashable {
        let sort: Sort
        let id: String
        let occurrence: Int
    }

    private let bytes: [UInt8]
    private let data: [String: String]
    /// Whether annotations are passed over and only what they are put around is read.
    private let skipsMarkers: Bool
    private var numbers: [Key: Int] = [:]
    // Of the content at hand.
    private var pieces: [InlineText.Piece] = []
    private var codes: [XLIFFCode] = []
    private var seen: [Key: Int] = [:]
    private var open: [Key: [Int]] = [:]

    /// A reader for one segment.
    /// - Parameter data: the original data of its unit by `id`.
    init(_ bytes: [UInt8], data: [String: String], skipsMarkers: Bool = false) {
        self.bytes = bytes
        self.data = data
        self.skipsMarkers = skipsMarkers
    }

    /// The content of an element.
    mutating func content(_ element: XLIFFElement) -> XLIFFContent { content(element.children) }

    /// The content of some children of an element.
    mutating func content(_ children: [XLIFFElement.Child]) -> XLIFFContent {
        (pieces, codes, seen, open) = ([], [], [:], [:])
        read(children)
        return XLIFFContent(text: InlineText(pieces), codes: codes)
    }

    private mutating func read(_ children: [XLIFFElement.Child]) {
        for child in children {
            switch child {
            case .text(let text, _): pieces.append(.text(text))
            case .element(let element): read(element)
            }
        }
    }

    private mutating func read(_ element: XLIFFElement) {
        let id = element["id"] ?? ""
        switch element.name {
        case "cp":
            if let value = element["hex"].flatMap({ UInt32($0, radix: 16) }),
                let scalar = Unicode.Scalar(value)
            {
                pieces.append(.text(String(scalar)))
            } else {
                add(element, .standalone, number(opening: .single, ""), raw(element.range))
            }
        case "pc", "g":
            readPair(element, .pair, id)
        case "mrk" where skipsMarkers: read(element.children)
        case "sm", "em":
            if skipsMarkers { break }
            readMarker(element, id)
        case "mrk":
            readPair(element, .marker, element["mid"] ?? element["id"] ?? "")
        case "sc", "bx", "bpt":
            let id = element["rid"] ?? id
            add(element, .opening, number(opening: .pair, id), raw(element.range), id: id)
        case "ec", "ex", "ept":
            let id = element["startRef"] ?? element["rid"] ?? id
            add(element, .closing, number(closing: .pair, id), raw(element.range), id: id)
        case "it":
            if element["pos"] == "close" {
                add(element, .closing, number(closing: .pair, id), raw(element.range), id: id)
            } else {
                add(element, .opening, number(opening: .pair, id), raw(element.range), id: id)
            }
        default:
            add(element, .standalone, number(opening: .single, id), raw(element.range), id: id)
        }
    }

    private mutating func readMarker(_ element: XLIFFElement, _ id: String) {
        if element.name == "sm" {
            add(element, .opening, number(opening: .marker, id), raw(element.range), id: id)
        } else {
            let id = element["startRef"] ?? ""
            add(element, .closing, number(closing: .marker, id), raw(element.range), id: id)
        }
    }

    private mutating func readPair(_ element: XLIFFElement, _ sort: Sort, _ id: String) {
        let number = number(opening: sort, id)
        var start = raw(element.startTag)
        // An empty element has two sides all the same.
        if start.hasSuffix("/>") { start = start.dropLast(2) + ">" }
        add(element, .opening, number, start, id: id, isTag: true)
        read(element.children)
        _ = self.number(closing: sort, id)
        let name = start.dropFirst().prefix { !$0.isWhitespace && $0 != "/" && $0 != ">" }
        add(element, .closing, number, "</\(name)>", id: id, isTag: true)
    }

    private mutating func add(
        _ element: XLIFFElement, _ kind: InlineCode.Kind, _ number: Int, _ markup: String,
        id: String? = nil, isTag: Bool = false
    ) {
        // There are more codes than numbers: what has none cannot be told apart from another.
        guard let code = InlineCode(kind, number: number) else { return }
        let side = kind == .closing ? "dataRefEnd" : "dataRefStart"
        let reference = element["dataRef"] ?? element[side]
        let isNative = ["bpt", "ept", "ph", "it"].contains(element.name) && !element.children.isEmpty
        pieces.append(.code(code))
        codes.append(
            XLIFFCode(
                code: code, element: element.name, id: id,
                originalData: reference.flatMap { data[$0] } ?? (isNative ? element.text : nil),
                type: element["subType"] ?? element["type"] ?? element["ctype"],
                label: element["disp"] ?? element["dispStart"] ?? element["equiv-text"],
                markup: markup, isTag: isTag, isDeletable: element["canDelete"] != "no"))
    }

    private mutating func number(opening sort: Sort, _ id: String) -> Int {
        let first = Key(sort: sort, id: id, occurrence: 0)
        let key = Key(sort: sort, id: id, occurrence: seen[first, default: 0])
        seen[first, default: 0] += 1
        let number = number(key)
        open[first, default: []].append(number)
        return number
    }

    private mutating func number(closing sort: Sort, _ id: String) -> Int {
        let first = Key(sort: sort, id: id, occurrence: 0)
        if let number = open[first]?.popLast() { return number }
        return number(first)
    }

    private mutating func number(_ key: Key) -> Int {
        if let known = numbers[key] { return known }
        let number = numbers.count + 1
        numbers[key] = number
        return number
    }

    private func raw(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
