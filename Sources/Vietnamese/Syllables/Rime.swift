/// The part of a syllable from its glide on, as it is spelled.
struct Rime {
    var glide: Int
    var nucleus: Int
    var coda: Int
    /// The place of the letter that carries the tone, counted from the rime's first letter.
    var tonePlace: Int
    /// Open oa, oe, uy: the old style puts the tone on the glide, the new style on the nucleus.
    var hasTwoStyles: Bool
    /// c, ch, p, t allow only the acute and the dot.
    var endsInStop: Bool
    /// The first letter, which decides between c and k, g and gh, ng and ngh.
    var isFront: Bool
    /// yê is written where there is no onset, iê after one.
    var isInitialOnly: Bool
    var isMedialOnly: Bool
}

extension Rime {
    /// Rows of glide, nucleus, codas; `-` is no coda. What is spelled after other onsets than q.
    private static let rows: [(glide: String, nucleus: String, codas: String)] = [
        ("", "a", "- c ch i m n ng nh o p t u y"), ("", "ă", "c m n ng p t"), ("", "â", "c m n ng p t u y"),
        ("", "e", "- c m n ng o p t"), ("", "ê", "- ch m n nh p t u"), ("", "i", "- ch m n nh p t u"),
        ("", "o", "- c i m n ng p t"), ("", "ô", "- c i m n ng p t"), ("", "ơ", "- i m n p t"),
        ("", "u", "- c i m n ng p t"), ("", "ư", "- c i m n ng t u"), ("", "y", "-"),
        ("", "ia", "-"), ("", "iê", "c m n ng p t u"), ("", "yê", "m n ng t u"),
        ("", "ua", "-"), ("", "uô", "c i m n ng t"), ("", "ưa", "-"), ("", "ươ", "c i m n ng p t u"),
        ("", "oo", "c ng"), ("", "ôô", "ng"),
        ("o", "a", "- c ch i m n ng nh o p t y"), ("o", "ă", "c m n ng t"), ("o", "e", "- n o t"),
        ("u", "â", "n ng t y"), ("u", "ê", "- ch nh"), ("u", "ơ", "-"), ("u", "y", "- ch n nh p t u"),
        ("u", "ya", "-"), ("u", "yê", "n t"),
    ]

    /// The same after q, whose u is always the glide; quoang and quoăt are variants of quang and quăt.
    private static let rowsAfterQ: [(glide: String, nucleus: String, codas: String)] = [
        ("u", "a", "- c ch i m n ng nh o p t u y"), ("u", "ă", "c m n ng p t"), ("u", "â", "c n ng t y"),
        ("u", "e", "- n o t"), ("u", "ê", "- ch n nh t u"), ("u", "i", "- n p t u"), ("u", "ô", "c"),
        ("u", "ơ", "-"), ("u", "y", "- ch n nh p t"), ("u", "yê", "n t"), ("uo", "a", "ng"), ("uo", "ă", "t"),
    ]

    private init(_ glide: [UInt8], _ nucleus: [UInt8], _ coda: [UInt8], afterQ: Bool) {
        self.glide = glide.count
        self.nucleus = nucleus.count
        self.coda = coda.count
        // ia, ya, ua, ưa carry the tone on their first letter, the other pairs on their second.
        let isOpenPair = nucleus.count == 2 && nucleus[1] == Letter.ascii("a")
        tonePlace = glide.count + (nucleus.count == 2 && !isOpenPair ? 1 : 0)
        let isMarked = nucleus == [Letter.eCircumflex] || nucleus == [Letter.oHorn]
        hasTwoStyles = glide.count == 1 && nucleus.count == 1 && coda.isEmpty && !isMarked && !afterQ
        endsInStop =
            coda.first.map { $0 == Letter.ascii("c") || $0 == Letter.ascii("p") || $0 == Letter.ascii("t") }
            ?? false
        let front: [UInt8] = [
            Letter.ascii("i"), Letter.ascii("e"), Letter.ascii("y"), Letter.eCircumflex,
        ]
        isFront = front.contains((glide + nucleus)[0])
        let isPair = nucleus.count == 2 && nucleus[1] == Letter.eCircumflex
        isInitialOnly = isPair && glide.isEmpty && nucleus[0] == Letter.ascii("y")
        isMedialOnly = isPair && nucleus[0] == Letter.ascii("i")
    }

    private static func table(_ rows: [(glide: String, nucleus: String, codas: String)], afterQ: Bool)
        -> RimeTable
    {
        var entries: [(key: UInt32, rime: Rime)] = []
        for row in rows {
            for coda in row.codas.split(separator: " ") {
                let parts = [row.glide, row.nucleus, coda == "-" ? "" : String(coda)].map {
                    $0.unicodeScalars.compactMap { Letter($0)?.code }
                }
                let rime = Rime(parts[0], parts[1], parts[2], afterQ: afterQ)
                entries.append((key(parts.flatMap(\.self)), rime))
            }
        }
        return RimeTable(entries)
    }

    /// Up to five letters as a number; 0 for more, which no rime has.
    static func key(_ codes: some Collection<UInt8>) -> UInt32 {
        codes.count > 5 ? 0 : codes.reduce(0) { $0 << UInt32(Letter.codeBits) | UInt32($1) }
    }

    static let general = table(rows, afterQ: false)
    static let afterQ = table(rowsAfterQ, afterQ: true)
}

/// Rimes by their letters. Every word of a text is looked up, so this is a flat table with a multiplicative
/// hash, sparse enough for one probe on average; a class, so that a look does not retain three arrays.
final class RimeTable: Sendable {
    private let keys: [UInt32]
    private let places: [UInt8]
    private let rimes: [Rime]

    private static func slot(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 22) }

    init(_ entries: [(key: UInt32, rime: Rime)]) {
        var keys = [UInt32](repeating: 0, count: 1024)
        var places = [UInt8](repeating: 0, count: 1024)
        for (place, entry) in entries.enumerated() {
            var slot = Self.slot(entry.key)
            while keys[slot] != 0 { slot = (slot + 1) & 1023 }
            keys[slot] = entry.key
            places[slot] = UInt8(place)
        }
        self.keys = keys
        self.places = places
        rimes = entries.map(\.rime)
    }

    subscript(key: UInt32) -> Rime? {
        var slot = Self.slot(key)
        while keys[slot] != 0 {
            if keys[slot] == key { return rimes[Int(places[slot])] }
            slot = (slot + 1) & 1023
        }
        return nil
    }
}
