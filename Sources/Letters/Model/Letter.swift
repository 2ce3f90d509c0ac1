internal import Segmentation
public import UnicodeText

/// A letter in its source language, cut into segments.
public struct Letter: Sendable {
    /// The name of its files.
    public var id: String
    /// The language it is written in.
    public var locale: LocaleID
    /// The path of its file.
    public var path: String
    /// The title.
    public var title: LetterSegment?
    /// What e-mails are about; the title where there is none.
    public var subject: LetterSegment?
    /// Subjects of single recipients, by their id.
    public var subjects: [String: LetterSegment] = [:]
    /// The day it is dated.
    public var date: CalendarDate?
    /// The place it is dated from.
    public var place: LetterSegment?
    /// Who it is written to, in words that stand in place of the address.
    public var recipient: LetterSegment?
    /// Who it is written to, one by one; empty for a letter to all of them at once.
    public var recipients: [Recipient] = [] {
        didSet { recipientValueNames = Set(recipients.lazy.flatMap(\.values.keys)) }
    }
    /// The names of values that any of them has of its own.
    private(set) var recipientValueNames: Set<String> = []
    /// The salutation; nil for that of the conventions.
    public var salutation: LetterSegment?
    /// The body, with the blocks for all recipients.
    public var body: [Block<SegmentedText>]
    /// For each block of the body those that it is for.
    public var audiences: [Audience] = []
    /// The footnotes, in the order in which the body first refers to them; note 1 is the first.
    public var notes: [[Block<SegmentedText>]] = []
    /// The complimentary close; nil for that of the conventions.
    public var closing: LetterSegment?
    /// Who signs, in order.
    public var signatories: [Signatory]
    /// How the signatories are set.
    public var signing = Signing()
    /// Values for placeholders, by name.
    public var values: [String: MessageValue] = [:]
    /// Every segment in the order a reader meets them: title, subjects, place, recipient, salutation, body, notes,
    /// closing.
    public var segments: [LetterSegment]
    /// The paths of the other files it was read from.
    public var files: [String] = []

    /// The segments without repetition: what a catalog has entries for.
    public var distinctSegments: [LetterSegment] {
        var seen: Set<SegmentKey> = []
        return segments.filter { seen.insert($0.key).inserted }
    }

    /// What stands before a segment and after it, in their coded forms; nil at the letter's edges.
    public func neighbours(of segment: LetterSegment) -> (previous: String?, next: String?) {
        let before = segment.index > 0 ? segments[segment.index - 1].source.coded : nil
        let after = segment.index + 1 < segments.count ? segments[segment.index + 1].source.coded : nil
        return (before, after)
    }

    /// The body as one recipient gets it; lists that only a block for others kept apart are one.
    func body(for recipient: Recipient?) -> [Block<SegmentedText>] {
        guard let recipient, audiences.contains(where: { $0 != .everyone }) else { return body }
        var blocks: [Block<SegmentedText>] = []
        var previous: Int?
        for (index, block) in body.enumerated() where audiences[index].includes(recipient.id) {
            defer { previous = index }
            if let previous, case .list(let before)? = blocks.last, case .list(let list) = block,
                previous + 1 < index || audiences[previous] != audiences[index],
                (before.start == nil) == (list.start == nil)
            {
                blocks[blocks.count - 1] = .list(
                    .init(
                        start: before.start, isTight: before.isTight && list.isTight,
                        items: before.items + list.items))
            } else {
                blocks.append(block)
            }
        }
        return blocks
    }

    /// The segments that a recipient's letter is made of, in the order of the letter.
    func segments(for recipient: Recipient?) -> [LetterSegment] {
        guard let recipient else { return segments }
        var excluded: Set<Int> = []
        for (id, subject) in subjects where id != recipient.id { excluded.insert(subject.index) }
        if subjects[recipient.id] != nil, let subject { excluded.insert(subject.index) }
        var notesInUse: Set<Int> = []
        for (index, block) in body.enumerated() {
            let isSeen = audiences[index].includes(recipient.id)
            for segment in block.segments {
                if isSeen {
                    notesInUse.formUnion(segment.noteNumbers)
                } else {
                    excluded.insert(segment.index)
                }
            }
        }
        for (index, note) in notes.enumerated() where !notesInUse.contains(index + 1) {
            for segment in note.lazy.flatMap(\.segments) { excluded.insert(segment.index) }
        }
        return segments.filter { !excluded.contains($0.index) }
    }
}

extension Block where Text == SegmentedText {
    /// The segments of its text, in order.
    var segments: [LetterSegment] {
        var segments: [LetterSegment] = []
        _ = map { text in segments += text.lines.joined() }
        return segments
    }
}

extension LetterSegment {
    /// The numbers of the notes that it refers to.
    var noteNumbers: [Int] {
        markups.values.compactMap { if case .note(let number, _) = $0 { number } else { nil } }
    }
}
