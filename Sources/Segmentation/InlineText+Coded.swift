extension InlineText {
    /// Reads coded text. Every string is coded text.
    ///
    /// A code is `<n>`, `</n>` or `<n/>`, where n is one to three ASCII digits and not zero. Backslashes
    /// right before what looks like a code: each two stand for one, and a last single one makes the
    /// look-alike text. Backslashes anywhere else are text as they are.
    public init(coded: String) {
        var coded = coded
        let pieces = coded.withUTF8 { bytes -> [Piece] in
            var pieces: [Piece] = []
            var text: [UInt8] = []
            var at = 0
            while at < bytes.count {
                let slashes = Self.backslashes(in: bytes, at: at)
                let next = at + slashes
                guard let (code, end) = Self.lookAlike(in: bytes, at: next) else {
                    // Nothing special: the backslashes, or else this byte, are text.
                    let stop = max(next, at + 1)
                    text.append(contentsOf: bytes[at..<stop])
                    at = stop
                    continue
                }
                text.append(contentsOf: repeatElement(Self.backslash, count: slashes / 2))
                if slashes.isMultiple(of: 2) {
                    pieces.append(.text(String(decoding: text, as: UTF8.self)))
                    text = []
                    pieces.append(.code(code))
                } else {
                    text.append(contentsOf: bytes[next..<end])
                }
                at = end
            }
            pieces.append(.text(String(decoding: text, as: UTF8.self)))
            return pieces
        }
        self.init(pieces)
    }

    /// The content as coded text; ``init(coded:)`` gives it back.
    public var coded: String {
        var result: [UInt8] = []
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .code(let code): result += code.description.utf8
            case .text(var text):
                // Texts never stand side by side, so what follows a text is a code or nothing.
                let isBeforeCode = index + 1 < pieces.count
                text.withUTF8 { Self.append($0, isBeforeCode: isBeforeCode, to: &result) }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let backslash = UInt8(ascii: "\\")

    private static func append(
        _ bytes: UnsafeBufferPointer<UInt8>, isBeforeCode: Bool, to result: inout [UInt8]
    ) {
        var at = 0
        while at < bytes.count {
            let slashes = backslashes(in: bytes, at: at)
            let next = at + slashes
            let doubled = repeatElement(backslash, count: 2 * slashes)
            if let (_, end) = lookAlike(in: bytes, at: next) {
                result.append(contentsOf: doubled)
                result.append(backslash)
                result.append(contentsOf: bytes[next..<end])
                at = end
            } else if next == bytes.count, isBeforeCode {
                result.append(contentsOf: doubled)
                at = next
            } else {
                let stop = max(next, at + 1)
                result.append(contentsOf: bytes[at..<stop])
                at = stop
            }
        }
    }

    /// The length of the run of backslashes that starts here.
    private static func backslashes(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] == backslash { end += 1 }
        return end - start
    }

    /// The code that stands here, if one does, and where it ends.
    private static func lookAlike(
        in bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (code: InlineCode, end: Int)? {
        var at = start
        func takes(_ character: Unicode.Scalar) -> Bool {
            guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
            at += 1
            return true
        }
        guard takes("<") else { return nil }
        var kind = InlineCode.Kind.opening
        if takes("/") { kind = .closing }
        var number = 0
        let digits = at
        while at < bytes.count, at - digits < 3, (0x30...0x39).contains(bytes[at]) {
            number = number * 10 + Int(bytes[at] - 0x30)
            at += 1
        }
        if kind == .opening, takes("/") { kind = .standalone }
        guard takes(">"), let code = InlineCode(kind, number: number) else { return nil }
        return (code, at)
    }
}
