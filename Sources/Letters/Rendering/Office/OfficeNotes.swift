/// Notes that are referred to more than once: pandoc would write such a note again each time. The later marks reach it
/// as numbers between two characters of private use, and become references to the first.
struct OfficeNotes {
    private static let open = "\u{E000}", close = "\u{E001}"

    /// A later mark of a note, as pandoc reads it from HTML.
    static func repeated(_ mark: String) -> String { open + mark + close }

    /// The numbers of the notes that the later marks refer to, in order.
    private let repeated: [Int]

    init(_ letter: LocalizedLetter) {
        var numbers: [Int] = []
        for block in letter.body {
            _ = block.map { text in
                for mark in text.lines.joined().flatMap({ $0.content.flatMap(\.noteMarks) }) {
                    if case .standalone(.note(let number, let reference)) = mark, reference > 1 {
                        numbers.append(number)
                    }
                }
            }
        }
        repeated = numbers
    }

    func set(_ part: inout OfficePart, _ format: OfficeFormat) {
        guard !repeated.isEmpty else { return }
        let marks = part.all(Self.open)
        guard marks.count == repeated.count else { return }
        let references = Set(repeated)
        for (place, number) in zip(marks, repeated).reversed() {
            guard let end = part.first(Self.close, in: place.upperBound..<part.bytes.count) else { return }
            let mark = part.text(place.upperBound..<end.lowerBound)
            let reference: String
            if format == .docx {
                // The run around it ends before it and goes on behind it.
                guard let run = part.last("<w:r>", in: 0..<place.lowerBound),
                    let text = part.first("<w:t", in: run.upperBound..<place.lowerBound)
                else { return }
                let head = part.text(run.lowerBound..<text.lowerBound)
                reference =
                    "</w:t></w:r>" + Self.field(mark, number) + head + "<w:t xml:space=\"preserve\">"
            } else {
                reference = Self.reference(mark, number)
            }
            part.replace(place.lowerBound..<end.upperBound, with: reference)
        }
        if format == .docx { Self.setBookmarks(&part, references) }
    }

    /// A reference to a note (OpenDocument 1.3, part 3, section 7.7.5).
    private static func reference(_ mark: String, _ number: Int) -> String {
        """
        <text:span text:style-name="Footnote_20_anchor"><text:note-ref text:note-class="footnote" \
        text:reference-format="text" text:ref-name="ftn\(number - 1)">\(mark)</text:note-ref></text:span>
        """
    }

    /// A field that shows the number of the note at a bookmark (ECMA-376, part 1, section 17.16.5.38).
    private static func field(_ mark: String, _ number: Int) -> String {
        """
        <w:fldSimple w:instr=" NOTEREF \(bookmark(number)) \\h "><w:r><w:rPr>\
        <w:rStyle w:val="FootnoteReference" /></w:rPr><w:t>\(mark)</w:t></w:r></w:fldSimple>
        """
    }

    /// Bookmarks around the first marks of notes.
    private static func setBookmarks(_ part: inout OfficePart, _ numbers: Set<Int>) {
        let places = part.all("<w:footnoteReference ")
        for number in numbers.sorted(by: >) where number <= places.count {
            let place = places[number - 1]
            guard let first = part.last("<w:r>", in: 0..<place.lowerBound)?.lowerBound,
                let end = part.first("</w:r>", in: place.upperBound..<part.bytes.count)?.upperBound
            else { continue }
            // pandoc numbers its own bookmarks from 20 on.
            let id = 10_000 + number
            part.insert("<w:bookmarkEnd w:id=\"\(id)\"/>", at: end)
            part.insert("<w:bookmarkStart w:id=\"\(id)\" w:name=\"\(bookmark(number))\"/>", at: first)
        }
    }

    /// As Word names those that it makes itself: not shown in its lists.
    private static func bookmark(_ number: Int) -> String { "_Ref\(100_000 + number)" }
}
