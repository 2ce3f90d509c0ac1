/// The byte strings that stand for what matching looks at in a token: two tokens agree in a form exactly
/// where the keys are equal.
enum TokenKeys {
    /// Never occurs in UTF-8, so it parts two texts without doubt.
    static let separator: UInt8 = 0xFF

    /// The token itself.
    static func text(_ token: Token) -> [UInt8] {
        var key: [UInt8] = []
        append(text: token, to: &key)
        return key
    }

    /// The token itself, into memory that is used again.
    static func append(text token: Token, to key: inout [UInt8]) {
        key.append(UInt8(token.kind.rawValue))
        key.append(contentsOf: token.text.utf8)
        key.append(separator)
        key.append(contentsOf: token.fold.utf8)
    }

    /// Its fold; tokens of different kinds share none.
    static func fold(_ token: Token) -> [UInt8] { [UInt8(token.kind.rawValue)] + token.fold.utf8 }

    /// The base letters of its form.
    static func base(_ token: Token) -> [UInt8] { Array(token.form.baseText.utf8) }

    /// The marks and tone of its form.
    static func marks(_ token: Token) -> [UInt8] { marks(of: token.form) }

    /// The token as it stands, tone placement aside.
    static func raw(_ token: Token) -> [UInt8] {
        token.raw.baseText.utf8 + [separator] + marks(of: token.raw)
    }

    /// The tone or 0, then the marks of every letter with 0 after them; scalars as four bytes, little-endian.
    static func marks(of decomposition: Decomposition) -> [UInt8] {
        var bytes: [UInt8] = []
        func append(_ value: UInt32) {
            withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
        }
        append(decomposition.tone?.value ?? 0)
        for marks in decomposition.marks {
            for mark in marks { append(mark.value) }
            append(0)
        }
        return bytes
    }

    /// Whether one of two tokens is the other with some marks left out.
    static func isUnderMarkedEitherWay(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        isUnderMarked(left, right) || isUnderMarked(right, left)
    }

    /// Whether a token with the marks `left` is one with the marks `right` with some left out; both keys are
    /// of the same letters.
    static func isUnderMarked(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool
    {
        func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt32 {
            UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt32.self).littleEndian
        }
        // A damaged index has none.
        guard left.count >= 4, right.count >= 4 else { return false }
        let tone = scalar(left, 0)
        guard tone == 0 || tone == scalar(right, 0) else { return false }
        var i = 4
        var j = 4
        // The marks of a letter are in ascending order on both sides.
        while i + 4 <= left.count && j + 4 <= right.count {
            let mine = scalar(left, i), theirs = scalar(right, j)
            if mine == theirs {
                i += 4
                j += 4
            } else if theirs != 0 && (mine == 0 || theirs < mine) {
                j += 4
            } else {
                return false
            }
        }
        return true
    }
}
