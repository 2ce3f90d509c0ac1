import TextFiles
import UnicodeText

/// Reads the entries of a PO file and reports everything that is wrong with it.
///
/// The grammar is that of gettext's own reader. A broken entry ends at the next blank line or at the next
/// `msgctxt` or `msgid`; what only follows from an error is not reported.
struct POParser {
    private let source: TextSource
    private let bytes: [UInt8]
    private let charset: Charset
    private var tokens: [POToken] = []
    private var problems = POProblems()
    private var draft: PODraft?
    private var domain: String?
    private var firstOffsets: [String?: [POEntry.Key: Int]] = [:]
    private var read: [(entry: POEntry, range: Range<Int>)] = []

    /// Reads a file.
    /// - Parameter originalBytes: given where they are not the UTF-8 of the text.
    /// - Returns: the good entries, and up to a hundred problems of the others.
    static func catalog(
        of source: TextSource, originalBytes: [UInt8]? = nil, isForeign: Bool = false
    ) -> (entries: [POEntry], file: POFile, problems: [Diagnostic]) {
        var parser = POParser(source)
        parser.run()
        let (entries, file) = parser.assemble(originalBytes: originalBytes, isForeign: isForeign)
        return (entries, file, parser.diagnostics)
    }

    private init(_ source: TextSource) {
        self.source = source
        bytes = Array(source.text.utf8)
        guard let name = POCharsetName(ofFile: bytes) else {
            charset = .utf8
            return
        }
        charset = name.charset ?? .utf8
        if !name.isKnown { problems.report(name.message, at: name.range.lowerBound, hint: name.hint) }
    }

    private mutating func run() {
        let lexed = POLexer.tokens(of: bytes)
        tokens = lexed.tokens
        for index in tokens.indices {
            let token = tokens[index]
            if draft?.isBroken == true, token.isAfterBlankLine { finish() }
            switch token.kind {
            case .comment(let kind, let content): addComment(kind, content, at: index)
            case .keyword(let keyword) where token.isPrevious: addPrevious(keyword, token)
            case .keyword(let keyword): add(keyword, at: index)
            case .string(let content): addString(content, token)
            case .junk: withDraft(from: token) { $0.isBroken = true }
            }
        }
        finish()
        problems.merge(lexed.problems)
    }

    // MARK: Tokens

    private mutating func withDraft(from token: POToken, _ change: (inout PODraft) -> Void) {
        var current = draft ?? PODraft(startingAt: startOfMarks(before: token), charset: charset)
        draft = nil
        current.range = current.range.lowerBound..<token.range.upperBound
        change(&current)
        draft = current
    }

    /// Where the `#~`, `#|` or `#~|` before a token begins: it belongs to the entry as the token does.
    private func startOfMarks(before token: POToken) -> Int {
        var start = token.range.lowerBound
        guard token.isObsolete || token.isPrevious else { return start }
        while start > 0, "#~| \t".utf8.contains(bytes[start - 1]) { start -= 1 }
        return start
    }

    /// Reports a problem that makes the entry useless, unless it is so already.
    private mutating func breakDraft(_ token: POToken, _ message: String, hint: String? = nil) {
        if draft?.isBroken != true { problems.report(message, at: token.range.lowerBound, hint: hint) }
        withDraft(from: token) { $0.isBroken = true }
    }

    private mutating func addComment(_ kind: POToken.Comment, _ content: Range<Int>, at index: Int) {
        let token = tokens[index]
        if let draft, draft.hasMessage || draft.section == .domain {
            let next = tokens[index...].first { !$0.isComment }
            if draft.isComplete && !continuesText(next) || startsMessage(next) {
                finish()
            } else if next != nil {
                return breakDraft(
                    token, "a comment stands inside an entry",
                    hint: "put it before the entry's msgctxt or msgid")
            } else {
                finish()
            }
        }
        let line = String(decoding: bytes[content], as: UTF8.self)
        withDraft(from: token) { draft in
            switch kind {
            case .translator: draft.entry.translatorComments.append(line)
            case .extracted: draft.entry.extractedComments.append(line)
            case .references: draft.entry.references += POReference.list(in: line)
            case .flags: draft.entry.flags += POFlags.list(in: line)
            }
        }
    }

    private func continuesText(_ token: POToken?) -> Bool {
        if case .string = token?.kind { true } else { false }
    }

    private func startsMessage(_ token: POToken?) -> Bool {
        guard let token else { return false }
        if token.isPrevious { return true }
        return [.context, .source, .domain].contains(token.keyword)
    }

    private mutating func addString(_ content: Range<Int>, _ token: POToken) {
        guard let current = draft, let section = current.section else {
            return breakDraft(
                token, "this string belongs to no keyword",
                hint: "expected msgctxt, msgid or msgstr before it")
        }
        if section.isPrevious != token.isPrevious {
            breakDraft(
                token,
                token.isPrevious
                    ? "this string stands in a #| comment, but its keyword does not"
                    : "this string belongs to a keyword in a #| comment and must stand there, too")
        } else if current.hasMessage, current.entry.isObsolete != token.isObsolete {
            breakDraft(token, Self.mixed)
        }
        let bytes = bytes
        var found = problems
        withDraft(from: token) { $0.append(bytes, content, &found) }
        problems = found
    }

    private static let mixed = "lines with and without #~ are mixed in one entry"

    private mutating func addPrevious(_ keyword: POToken.Keyword, _ token: POToken) {
        if let draft, draft.hasMessage || draft.section == .domain { finish() }
        let has = draft?.sections ?? []
        let section: PODraft.Section? =
            switch keyword {
            case .context where has.isEmpty: .previousContext
            case .source where has.isEmpty || has == [.previousContext]: .previousSource
            case .plural where has.last == .previousSource: .previousPlural
            default: nil
            }
        guard let section else {
            return breakDraft(
                token, "this keyword is out of order in a #| comment",
                hint: "expected msgctxt, msgid, msgid_plural in this order")
        }
        open(section, token)
    }

    private mutating func open(_ section: PODraft.Section, _ token: POToken) {
        var found = problems
        withDraft(from: token) { $0.open(section, at: token.range.lowerBound, &found) }
        problems = found
    }

    private mutating func add(_ keyword: POToken.Keyword, at index: Int) {
        let token = tokens[index]
        if startsEntry(keyword, at: index) { finish() }
        if let draft, draft.hasMessage, draft.entry.isObsolete != token.isObsolete {
            return breakDraft(token, Self.mixed)
        }
        if let expected = expectation(for: keyword) {
            breakDraft(token, expected.message, hint: expected.hint)
        }
        switch keyword {
        case .context, .source:
            let isSource = keyword == .source
            open(isSource ? .source : .context, token)
            let location = source.location(utf8Offset: token.range.lowerBound)
            withDraft(from: token) { draft in
                draft.messageOffset = token.range.lowerBound
                draft.entry.isObsolete = token.isObsolete
                draft.entry.location = location
            }
        case .plural: open(.plural, token)
        case .translation: open(.translation, token)
        case .domain:
            draft = nil
            open(.domain, token)
        }
    }

    /// Whether a keyword begins an entry, rather than standing in the wrong place of the one before.
    private func startsEntry(_ keyword: POToken.Keyword, at index: Int) -> Bool {
        guard let draft else { return false }
        if draft.section == .domain { return true }
        switch keyword {
        case .domain: return true
        case .source: return draft.sections.contains(.source)
        case .context:
            guard draft.hasMessage else { return false }
            if draft.isComplete || draft.isBroken { return true }
            let next = tokens[(index + 1)...].first { $0.keyword != nil }?.keyword
            return next == .source || next == .context || next == nil
        case .plural, .translation: return false
        }
    }

    /// What is wrong with a keyword at this place; nil where it belongs here.
    private func expectation(for keyword: POToken.Keyword) -> (message: String, hint: String?)? {
        let has = draft?.sections ?? []
        switch keyword {
        case .source, .domain: return nil
        case .context:
            guard has.contains(.source) else { return nil }
            return ("msgctxt is out of order", "it stands before the msgid")
        case .plural:
            if !has.contains(.source) { return ("msgid_plural without msgid", "expected msgid before it") }
            if has.contains(.plural) { return ("a second msgid_plural", "an entry has one") }
            if has.contains(.translation) {
                return ("msgid_plural is out of order", "it stands between msgid and msgstr[0]")
            }
            return nil
        case .translation(let number):
            if !has.contains(.source) { return ("msgstr without msgid", "expected msgid before it") }
            let count = has.count { $0 == .translation }
            guard has.contains(.plural) else {
                if let number {
                    return ("msgstr[\(number)] without msgid_plural", "expected msgstr or a msgid_plural")
                }
                return count == 0 ? nil : ("a second msgstr", "expected a new msgid before it")
            }
            guard number != count else { return nil }
            let name = number.map { "msgstr[\($0)]" } ?? "msgstr"
            return ("\(name) is out of order", "expected msgstr[\(count)] here")
        }
    }

    // MARK: Entries

    private mutating func finish() {
        guard var done = draft else { return }
        draft = nil
        done.close(&problems)
        if done.sections == [.domain] {
            domain = done.entry.domain
            return
        }
        guard !done.isBroken else { return }
        if done.sections.first == .previousContext, done.entry.previousSource == nil {
            return problems.report(
                "a previous msgctxt without previous msgid", at: done.range.lowerBound,
                hint: "expected #| msgid after #| msgctxt")
        }
        guard let offset = done.messageOffset else {
            if !done.sections.isEmpty {
                problems.report(
                    "a #| comment without an entry", at: done.range.lowerBound,
                    hint: "expected msgid after it")
            }
            return
        }
        guard done.sections.contains(.source) else {
            return problems.report("msgctxt without msgid", at: offset, hint: "expected msgid after it")
        }
        guard done.isComplete else {
            return problems.report(
                "msgid without msgstr", at: offset,
                hint: done.entry.plural == nil
                    ? "write msgstr \"\" where there is no translation yet"
                    : "expected msgstr[0] after msgid_plural")
        }
        if let first = firstOffsets[domain, default: [:]][done.entry.key] {
            let line = source.location(utf8Offset: first).line ?? 0
            return problems.report(
                "the same msgid\(done.entry.context == nil ? "" : " with the same msgctxt") stands in line "
                    + "\(line) already",
                at: offset, hint: "remove one of the two, or tell them apart by msgctxt")
        }
        firstOffsets[domain, default: [:]][done.entry.key] = offset
        done.entry.domain = domain
        read.append((done.entry, done.range))
    }

    private var diagnostics: [Diagnostic] {
        var diagnostics = problems.found.map { problem in
            Diagnostic(problem.message, at: source.location(utf8Offset: problem.offset), hint: problem.hint)
        }
        if problems.isCut {
            diagnostics.append(
                Diagnostic(
                    "there is more; only the first \(POProblems.limit) problems are told",
                    at: SourceLocation(file: source.file), severity: .note))
        }
        return diagnostics
    }

    private func assemble(originalBytes: [UInt8]?, isForeign: Bool) -> (entries: [POEntry], file: POFile) {
        let lineFeed = bytes.firstIndex(of: 0x0A) ?? 0
        let ends = read.map { endOfLine(after: $0.range.upperBound) }
        let file = POFile(
            entryCount: read.count, trailing: slice(ends.last ?? 0, bytes.count),
            lineEnd: lineFeed > 0 && bytes[lineFeed - 1] == 0x0D ? "\r\n" : "\n",
            bytes: originalBytes, isForeign: isForeign)
        let entries = read.enumerated().map { number, found in
            var entry = found.entry
            entry.origin = POOrigin(
                file: file, number: number,
                gap: slice(number == 0 ? 0 : ends[number - 1], found.range.lowerBound),
                text: slice(found.range.lowerBound, ends[number]), entry: found.entry)
            return entry
        }
        return (entries, file)
    }

    /// The start of the next line where nothing else stands on this one.
    private func endOfLine(after offset: Int) -> Int {
        var end = offset
        while end < bytes.count, bytes[end] == 0x20 || (0x09...0x0D).contains(bytes[end]) {
            end += 1
            if bytes[end - 1] == 0x0A { return end }
        }
        return end == bytes.count ? end : offset
    }

    private func slice(_ start: Int, _ end: Int) -> Substring {
        let utf8 = source.text.utf8
        let lower = utf8.index(utf8.startIndex, offsetBy: start)
        return source.text[lower..<utf8.index(lower, offsetBy: end - start)]
    }
}
