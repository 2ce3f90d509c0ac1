import Testing
import UnicodeText

@testable import Terminology

/// What is proposed as a term, and how it is cut.
@Suite struct TermProposalTests {
    private static let places = [
        "Hue", "Vinh", "Paris", "Geneva", "Bangkok", "Manila", "Jakarta", "Hanoi", "London", "Lagos", "Lima",
        "Oslo",
    ]

    /// Sentences that say how English words are used, so that verbs are known as verbs.
    private static let usage: [(String, String)] = [
        ("You can choose the color of {}.", "Bạn có thể chọn màu của {}."),
        ("To click the map of {}, look at the screen.", "Để nhấn vào bản đồ {}, hãy nhìn màn hình."),
        ("They edit the list from {}.", "Họ sửa danh sách từ {}."),
        ("Do not enter the hall in {}.", "Đừng vào sảnh ở {}."),
        ("It has occurred in {}.", "Nó đã xảy ra ở {}."),
    ]

    private func terms(
        _ sentences: [(String, String)], from: String = "en", to: String = "vi", withUsage: Bool = true
    ) throws -> [ExtractedTerm] {
        var options = TermExtraction.Options()
        options.limit = 100
        options.tableBits = 16
        let extraction = try TermExtraction(from: LocaleID(from), to: LocaleID(to), options: options)
        return extraction.terms { body in
            for place in Self.places {
                for (source, target) in withUsage ? Self.usage + sentences : sentences {
                    body(source.replacing("{}", with: place), target.replacing("{}", with: place))
                }
            }
        }
    }

    @Test(arguments: [
        // Verbs begin no term, nor does what they make of others.
        ("Please enter the name of {}.", "Hãy nhập tên của {}.", ["Please enter", "enter the name"]),
        ("Now choose Insert in {}.", "Bây giờ chọn lệnh Chèn ở {}.", ["choose Insert"]),
        ("In {} an error occurred.", "Ở {} xảy ra lỗi.", ["error occurred"]),
        (
            "Click the tile before you leave {}.", "Nhấn vào ô trước khi rời {}.",
            ["Click the tile", "tile before you leave"]
        ),
        // What points is no part of a term, what counts begins and ends none.
        ("The current frame of {} is lost.", "Bức ảnh hiện tại của {} bị mất.", ["current frame"]),
        ("The number of frames in {} is lost.", "Số bức ảnh ở {} bị mất.", ["number of frames"]),
        ("The numbers of frames in {} are lost.", "Số bức ảnh ở {} bị mất.", ["numbers of frames"]),
        ("The maximum number of {} is lost.", "Số tối đa của {} bị mất.", ["maximum number"]),
        // Codes of programs are no acronyms, nor are Roman numbers.
        ("In {} there are {{PLURAL:x}} files.", "Ở {} có {{PLURAL:x}} tập tin.", ["PLURAL"]),
        ("The file $(ARG1) of {} is lost.", "Tập tin $(ARG1) của {} bị mất.", ["ARG1"]),
        ("A plan -LRB- of {} -RRB- is lost.", "Một kế hoạch ( của {} ) bị mất.", ["LRB", "RRB"]),
        ("The king John II of {} is dead.", "Vua John II của {} đã chết.", ["II"]),
        ("Press OK in {}.", "Nhấn OK ở {}.", ["OK"]),
    ])
    func whatIsNoTerm(source: String, target: String, none: [String]) throws {
        let found = try terms([(source, target)]).map { $0.source.lowercased() }
        for text in none { #expect(!found.contains(text.lowercased()), "\(text) in \(found)") }
    }

    @Test(arguments: [
        // A word that is mostly a verb begins a term where the phrase is used as a noun.
        ("The edit mode of {} is lost.", "Chế độ sửa của {} bị mất.", "edit mode", "chế độ sửa"),
        // An article behind a preposition.
        (
            "The freedom of the press in {} is lost.", "Tự do báo chí của {} bị mất.", "freedom of the press",
            "tự do báo chí"
        ),
        // Hyphens join, on either side.
        (
            "A neural network of {} is lost.", "Một mạng nơ-ron của {} bị mất.", "neural network",
            "mạng nơ-ron"
        ),
        (
            "The non-governmental organisation in {} is lost.", "Tổ chức phi chính phủ ở {} bị mất.",
            "non-governmental organisation", "tổ chức phi chính phủ"
        ),
        ("The UTF-8 of {} is lost.", "UTF-8 của {} bị mất.", "UTF-8", "UTF-8"),
        // Syllables that join words, within words that they do not.
        (
            "An input file of {} is lost.", "Một tập tin đầu vào của {} bị mất.", "input file",
            "tập tin đầu vào"
        ),
        ("The civil law of {} is lost.", "Luật dân sự của {} bị mất.", "civil law", "luật dân sự"),
        (
            "The young refugees of {} are lost.", "Người tị nạn trẻ em của {} bị mất.", "young refugees",
            "người tị nạn trẻ em"
        ),
        ("The page number was lost in {}.", "Số trang ở {} bị mất.", "page number", "số trang"),
    ])
    func whatIsATerm(source: String, target: String, term: String, translation: String) throws {
        let found = try terms([(source, target)])
        let match = try #require(found.first { $0.source == term }, "\(term): \(found.map(\.source))")
        #expect(match.targets.first?.lowercased() == translation.lowercased(), "\(match.targets)")
    }

    @Test func spellingsOfASyllableAreOne() throws {
        let found = try terms([
            ("The aspect ratio of {} is lost.", "Tỉ lệ khung của {} bị mất."),
            ("An aspect ratio in {} is lost.", "Tỷ lệ khung ở {} bị mất."),
            ("The public key of {} is lost.", "Khóa chung của {} bị mất."),
            ("A public key in {} is lost.", "Khoá chung ở {} bị mất."),
        ])
        let ratio = try #require(found.first { $0.source == "aspect ratio" })
        #expect(["tỉ lệ khung", "tỷ lệ khung"].contains(ratio.targets.first?.lowercased()))
        #expect(ratio.dice == 1)
        #expect(found.first { $0.source == "public key" }?.dice == 1)
    }

    @Test func whatWasCutIsMadeWhole() throws {
        // Two translations share a beginning that is none.
        let found = try terms([
            ("The public key of {} is lost.", "Khóa công khai của {} bị mất."),
            ("A public key in {} is lost.", "Khóa công khai ở {} bị mất."),
            ("See the public key from {}.", "Xem khóa công cộng từ {}."),
        ])
        #expect(found.first { $0.source == "public key" }?.targets.first?.lowercased() == "khóa công khai")
    }

    @Test func acronymsAndTheirPluralsAreOne() throws {
        let found = try terms([
            ("The GPU in {} is lost.", "GPU ở {} bị mất."),
            ("Two GPUs of {} are lost.", "Hai GPU của {} bị mất."),
        ])
        let own = found.filter { $0.source.hasPrefix("GPU") }
        #expect(own.map(\.count) == [24] && own.first?.targets.first == "GPU")
    }

    @Test func aPairThatIsSaidBothWaysIsLoose() throws {
        let found = try terms([
            ("The height and width of {} are lost.", "Chiều cao và chiều rộng của {} bị mất."),
            ("The width and height of {} are lost.", "Chiều rộng và chiều cao của {} bị mất."),
            ("The terms and conditions of {} are lost.", "Các điều khoản và điều kiện của {} bị mất."),
        ]).map(\.source)
        #expect(!found.contains("height and width") && !found.contains("width and height"))
        #expect(found.contains("terms and conditions"))
    }

    @Test func repetitionsOfOneSentenceCountOnce() throws {
        var options = TermExtraction.Options()
        options.tableBits = 16
        let found = try TermExtraction(from: .english, to: .vietnamese, options: options).terms { body in
            for place in Self.places {
                body("The red lamp of \(place) glows.", "Đèn đỏ của \(place) sáng.")
                body("A green lamp is on the table.", "Một đèn xanh ở trên bàn.")
            }
        }
        let red = try #require(found.first { $0.source == "red lamp" })
        let green = try #require(found.first { $0.source == "green lamp" })
        #expect(red.count == green.count)
        #expect(red.cValue > green.cValue * 5)
    }

    @Test(arguments: [
        ("the certificate (CA is much better)", [String]()), ("the name ID (id -> x)", []),
        ("the ABC (ABC Video Services division)", []),
        ("the certificate authority (CA)", ["certificate authority"]),
    ])
    func expansions(text: String, expected: [String]) {
        #expect(AcronymExpansion.found(in: text).map(\.expansion) == expected)
    }

    @Test(arguments: [
        ("human rights", true), ("freedom of the press", true), ("right to a fair trial", true),
        ("freedom of religion or belief", true), ("click a point", false), ("text that you want", false),
        ("law of of torts", false), ("list of issues", true), ("number of frames", false),
        ("distribution is wrong", false), ("cat and the dog", false),
    ])
    func shapes(text: String, expected: Bool) {
        let words = text.split(separator: " ").map(String.init)
        #expect(
            TermShape.isTerm(words.map { WordRole.english($0) }, counts: words[0] == "number") == expected)
    }
}
