/// Compares the characters of one text with those of many by bit-parallel Levenshtein distance (Myers, “A
/// Fast Bit-Vector Algorithm for Approximate String Matching”, J. ACM 46 (1999); blocks after Hyyrö, 2003).
struct CharacterDistance {
    private let count: Int
    private let blocks: Int
    /// For every scalar of the text, the places where it stands, one word for every 64.
    private var places: [UInt64]
    /// Where the places of the first 256 scalars start in ``places``; 0 is the row of absent scalars.
    private var early = [Int](repeating: 0, count: 256)
    private var late: [UInt32: Int] = [:]
    private var positive: [UInt64]
    private var negative: [UInt64]

    /// Prepares one text.
    init(_ text: String) {
        let scalars = text.unicodeScalars.map(\.value)
        count = scalars.count
        blocks = (count + 63) / 64
        places = [UInt64](repeating: 0, count: blocks)
        positive = [UInt64](repeating: 0, count: blocks)
        negative = positive
        for (place, scalar) in scalars.enumerated() {
            var row = row(of: scalar)
            if row == 0 {
                row = places.count
                places.append(contentsOf: repeatElement(0, count: blocks))
                if scalar < 256 { early[Int(scalar)] = row } else { late[scalar] = row }
            }
            places[row + place / 64] |= 1 << UInt64(place % 64)
        }
    }

    private func row(of scalar: UInt32) -> Int { scalar < 256 ? early[Int(scalar)] : late[scalar] ?? 0 }

    /// `1 − Levenshtein / longer length` over scalars, as ``TokenDistance/characterSimilarity(_:_:)``.
    mutating func similarity(to other: some Sequence<UInt32>) -> Double {
        var length = 0
        var distance = count
        for index in positive.indices {
            positive[index] = .max
            negative[index] = 0
        }
        let last: UInt64 = count == 0 ? 0 : 1 << UInt64((count - 1) % 64)
        for scalar in other {
            length += 1
            let row = row(of: scalar)
            // A step down from the row above the first: every place of the other text costs one more.
            var carryUp: UInt64 = 1
            var carryDown: UInt64 = 0
            for block in 0..<blocks {
                let up = positive[block], down = negative[block]
                let equal = places[row + block]
                let vertical = equal | down
                let shared = equal | carryDown
                let horizontal = (((shared & up) &+ up) ^ up) | shared
                var horizontalUp = down | ~(horizontal | up)
                var horizontalDown = up & horizontal
                if block == blocks - 1 {
                    if horizontalUp & last != 0 { distance += 1 }
                    if horizontalDown & last != 0 { distance -= 1 }
                }
                let nextUp = horizontalUp >> 63, nextDown = horizontalDown >> 63
                horizontalUp = horizontalUp << 1 | carryUp
                horizontalDown = horizontalDown << 1 | carryDown
                positive[block] = horizontalDown | ~(vertical | horizontalUp)
                negative[block] = horizontalUp & vertical
                carryUp = nextUp
                carryDown = nextDown
            }
        }
        if blocks == 0 { distance = length }
        let longer = max(count, length)
        return longer == 0 ? 1 : 1 - Double(distance) / Double(longer)
    }
}
