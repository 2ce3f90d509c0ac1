/// What elements of the core structure may hold, as tables that are written in text.
///
/// A line is `name | attributes | children`. An attribute that must be there has `!`. Children are names in order,
/// `a|b` for either, with `?`, `*` or `+`; `#` stands for text, `DCT` for a data category as a tag.
struct TBXSchema {
    struct Step {
        let names: Set<String>
        /// The names as people read them.
        let description: String
        let isRequired: Bool
        let isRepeated: Bool
    }

    struct Element {
        let attributes: Set<String>
        let required: [String]
        let holdsText: Bool
        let steps: [Step]
    }

    private let elements: [String: Element]

    subscript(_ name: String) -> Element? { elements[name] }

    private init(_ table: String) {
        var elements: [String: Element] = [:]
        for line in table.split(separator: "\n") {
            let columns = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
            let names = columns[1].split(separator: " ")
            let words = columns[2].split(separator: " ").filter { $0 != "#" }
            elements[columns[0].filter { $0 != " " }] = Element(
                attributes: Set(names.map { $0.filter { $0 != "!" } }),
                required: names.filter { $0.hasSuffix("!") }.map { String($0.dropLast()) },
                holdsText: words.count < columns[2].split(separator: " ").count, steps: words.map(Self.step))
        }
        self.elements = elements
    }

    private static func step(_ word: Substring) -> Step {
        let mark = word.last.flatMap { "?*+".contains($0) ? $0 : nil }
        let names = (mark == nil ? word : word.dropLast()).split(separator: "|").map(String.init)
        return Step(
            names: Set(names), description: names.map { "<\($0)>" }.joined(separator: " or "),
            isRequired: mark == nil || mark == "+", isRepeated: mark == "*" || mark == "+")
    }

    private static let said = "id xml:lang target datatype"
    private static let header = """
        fileDesc | id | titleStmt? publicationStmt? sourceDesc+
        titleStmt | id xml:lang | title note*
        title | id xml:lang | #
        publicationStmt | id | p+
        sourceDesc | id xml:lang | p+
        encodingDesc | id | p+
        revisionDesc | id xml:lang | change+
        change | id xml:lang | p+

        """

    /// ISO 30042:2019, both styles: the core structure of the TBX Steering Committee, version 3.
    static let third: TBXSchema = {
        let inline = "hi|foreign|sc|ec|ph"
        let links = "admin|adminGrp|transacGrp|note|ref|xref|DCT"
        let aux = "descrip|descripGrp|\(links)"
        return TBXSchema(
            header + """
                tbx | style! type! xml:lang! id | tbxHeader text
                tbxHeader | id | fileDesc encodingDesc? revisionDesc?
                p | id xml:lang type | # \(inline)*
                text | id | body back?
                body | id | conceptEntry+
                back | id | refObjectSec*
                refObjectSec | id type! | refObject+
                refObject | id | itemSet|itemGrp|item+
                itemSet | id type | item|itemGrp+
                itemGrp | id | item \(links)*
                item | id type | # \(inline)*
                conceptEntry | id | \(aux)* langSec+
                langSec | id xml:lang! | \(aux)* termSec+
                termSec | id | term termNote|termNoteGrp|DCT* \(aux)*
                term | id | # hi*
                termNote | \(said) type! module | # \(inline)*
                termNoteGrp | id | termNote|DCT \(links)*
                descrip | \(said) type! module | # \(inline)*
                descripGrp | id | descrip|DCT descripNote|\(links)*
                descripNote | \(said) type! module | #
                admin | \(said) type! module | # \(inline)*
                adminGrp | id | admin|DCT adminNote|note|ref|xref|DCT*
                adminNote | \(said) type! module | #
                transacGrp | id | transac|DCT transacNote|date|note|ref|xref|DCT*
                transac | \(said) type! module | #
                transacNote | \(said) type! module | #
                date | id | #
                note | id xml:lang | # \(inline)*
                ref | \(said) type! module | #
                xref | id type! target! module | #
                hi | target xml:lang type id | #
                foreign | id xml:lang | # \(inline)*
                sc | id type subType target isolated disp | #
                ec | id type subType target startRef isolated disp | #
                ph | id type disp | #
                """)
    }()

    /// The edition of 2008: the core structure of TBX, version 2.
    static let second: TBXSchema = {
        let inline = "hi|foreign|bpt|ept|it|ph|ut"
        let links = "admin|adminGrp|transacGrp|note|ref|xref"
        let aux = "descrip|descripGrp|\(links)"
        return TBXSchema(
            header + """
                martif | type! xml:lang! | martifHeader text
                martifHeader | id | fileDesc encodingDesc? revisionDesc?
                p | id xml:lang type | # \(inline)*
                text | id | front? body back?
                front | id | p*
                body | id | termEntry+
                back | id | refObjectList*
                refObjectList | id type! | refObject+
                refObject | id | itemSet|itemGrp|item+
                itemSet | id type | item|itemGrp+
                itemGrp | id | item \(links)*
                item | id type | # \(inline)*
                termEntry | id | \(aux)* langSet+
                langSet | id xml:lang! | \(aux)* tig|ntig+
                tig | id | term termNote|termNoteGrp* \(aux)*
                ntig | id | termGrp \(aux)*
                termGrp | id | term termNote|termNoteGrp* termCompList*
                term | id | # \(inline)*
                termNote | \(said) type! | # \(inline)*
                termNoteGrp | id | termNote \(links)*
                termCompList | id type! | \(aux)* termComp|termCompGrp+
                termCompGrp | id | termComp termNote|termNoteGrp* \(links)*
                termComp | id xml:lang | #
                descrip | \(said) type! | # \(inline)*
                descripGrp | id | descrip descripNote|\(links)*
                descripNote | \(said) type! | #
                admin | \(said) type! | # \(inline)*
                adminGrp | id | admin adminNote|note|ref|xref*
                adminNote | \(said) type! | #
                transacGrp | id | transac transacNote|date|note|ref|xref*
                transac | \(said) type! | #
                transacNote | \(said) type! | #
                date | id | #
                note | id xml:lang | # \(inline)*
                ref | \(said) type! | #
                xref | id type target! | #
                hi | target xml:lang type id | #
                foreign | id xml:lang | # \(inline)*
                bpt | i type | # hi*
                ept | i | # hi*
                it | pos type | # hi*
                ph | assoc type | # hi*
                ut | type | # hi*
                """)
    }()
}

/// Goes along the children of an element in their order.
struct TBXContentWalk {
    private let steps: [TBXSchema.Step]
    private var step = 0
    private var count = 0

    init(_ element: TBXSchema.Element) { steps = element.steps }

    /// Takes the next child; false where it does not belong here.
    mutating func take(_ name: String) -> Bool {
        var at = step
        var taken = count
        while at < steps.count {
            let candidate = steps[at]
            if candidate.names.contains(name), taken == 0 || candidate.isRepeated {
                step = at
                count = taken + 1
                return true
            }
            if candidate.isRequired, taken == 0 { return false }
            at += 1
            taken = 0
        }
        return false
    }

    /// What should have been there and was not, when all children were taken.
    var missing: [String] {
        steps.enumerated().filter { index, step in
            step.isRequired && (index > self.step || index == self.step && count == 0)
        }.map(\.element.description)
    }
}
