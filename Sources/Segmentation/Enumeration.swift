internal import UnicodeText

/// The points of a list that runs on in one text: “1. Release them 2. Drop the charges”.
///
/// Rules see one place at a time, but whether a number is a point's is said by the numbers around it: a text
/// that begins with a point has its next ones where the same form has the next number. Each point begins a
/// segment, and none ends between its number and its words.
enum Enumeration {
    /// Words after which a number is no point of a list, for the languages that have rules.
    static func leaders(of locale: LocaleID) -> Set<String> {
        switch locale.language {
        case "en":
            [
                "a", "about", "above", "after", "an", "and", "appendix", "article", "articles", "at",
                "before",
                "below", "by", "chapter", "clause", "day", "equation", "figure", "for", "from", "group", "in",
                "is", "least", "level", "line", "most", "no.", "number", "of", "on", "only", "option",
                "or", "over", "page", "paragraph", "part", "per", "phase", "point", "question", "rule",
                "section", "step", "table", "than", "the", "to", "type", "under", "version", "volume", "week",
                "with", "year",
            ]
        case "vi":
            [
                "bài", "bảng", "bước", "câu", "chương", "có", "còn", "của", "cách", "dòng", "đến", "điểm",
                "điều", "hình", "hoặc", "khoản", "là", "loại", "lớp", "mục", "năm", "ngày", "nhóm", "phần",
                "phụ", "quận", "quý", "số", "tầng", "tập", "tháng", "thứ", "tới", "trang", "từ", "và", "với",
            ]
        default: []
        }
    }

    struct Point: Equatable {
        /// Where the point begins, its bullet included, and where its words begin; in UTF-16 units.
        let start: Int
        let words: Int
    }

    /// The points of a text in order; none where there are fewer than two.
    /// - Parameter leaders: words after which a number belongs to them, as in *see article 2.*
    static func points(in text: UnsafeBufferPointer<UInt16>, leaders: Set<String> = []) -> [Point] {
        let start = text.spaceEnd(from: 0)
        guard let first = Marker(text, at: start) else { return [] }
        var points = [Point(start: start, words: first.words)]
        var wanted = first
        var at = first.words
        while at < text.count {
            let isWordStart = at > 0 && text[at - 1].isWhiteSpace && !text[at].isWhiteSpace
            if isWordStart, let marker = Marker(text, at: at), marker.follows(wanted),
                !leaders.contains(wordBefore(at, text))
            {
                points.append(Point(start: at, words: marker.words))
                wanted = marker
                at = marker.words
            } else {
                at += 1
            }
        }
        return points.count > 1 ? points : []
    }

    /// The word that ends before the white space here; empty where a stop or another sign ends it.
    private static func wordBefore(_ place: Int, _ text: UnsafeBufferPointer<UInt16>) -> String {
        let end = text.spaceStart(before: place)
        var start = end
        while start > 0, !text[start - 1].isWhiteSpace { start -= 1 }
        return String(decoding: text[start..<end], as: UTF16.self).lowercased()
    }
}

extension Enumeration {
    /// The number or letter of a point with what stands around it.
    private struct Marker {
        let bullet: UInt16?
        let value: Int
        let isLetter: Bool
        let ending: [UInt16]
        let words: Int

        private static let bullets = Set("•‣⁃·–-*".utf16)
        private static let stop = UInt16(0x2E), bracket = UInt16(0x29)

        init?(_ text: UnsafeBufferPointer<UInt16>, at start: Int) {
            var at = start
            var bullet: UInt16?
            if at < text.count, Self.bullets.contains(text[at]) {
                bullet = text[at]
                at = text.spaceEnd(from: at + 1)
            }
            self.bullet = bullet
            var number = 0
            let digits = at
            while at < text.count, at - digits < 3, (0x30...0x39).contains(text[at]) {
                number = number * 10 + Int(text[at] - 0x30)
                at += 1
            }
            isLetter = at == digits
            if isLetter {
                guard at < text.count, (0x61...0x7A).contains(text[at]) else { return nil }
                number = Int(text[at])
                at += 1
            }
            value = number
            let sign = at
            while at < text.count, at - sign < 2, text[at] == Self.stop || text[at] == Self.bracket {
                at += 1
            }
            ending = Array(text[sign..<at])
            guard !ending.isEmpty, ending != [Self.stop, Self.stop], at < text.count, text[at].isWhiteSpace
            else { return nil }
            words = text.spaceEnd(from: at)
            guard words < text.count else { return nil }
        }

        func follows(_ other: Marker) -> Bool {
            bullet == other.bullet && isLetter == other.isLetter && ending == other.ending
                && value == other.value + 1
        }
    }
}
