import Matching
import Testing
import UnicodeText

@testable import Alignment

@Suite struct MonthNamesTests {
    /// What is read as a month, and what is none.
    @Test func monthsAreFoundInDates() throws {
        let rows: [(String, String, [Int])] = [
            ("en", "The summit of November 11, 2017 in Da Nang.", [11]),
            ("en", "We met on 11 November 2017.", [11]), ("en", "In November, nobody came.", [11]),
            ("en", "Held from May 5 to 7 June.", [5, 6]), ("en", "May we ask you? They may, in 3 days.", []),
            ("en", "They march for their rights.", []), ("en", "On 11/10/2017 and 2017-11-10.", [11, 11]),
            ("en", "Case no. 13/2/14 of 2017.", [2]), ("en", "Version 1.2.3 came out.", []),
            ("vi", "Hội nghị ngày 11 tháng 11 năm 2017 tại Đà Nẵng.", [11]),
            ("vi", "Tháng 1 và tháng 12 năm 2018.", [1, 12]), ("vi", "Ông bị giam 11 tháng.", []),
            ("vi", "Ngày 10/11/2017, tòa tuyên án.", [11]),
            ("de", "Am 3. März 1957 und im Mai 1958.", [3, 5]), ("de", "Am 03.11.2017.", [11]),
            ("fr", "Le 3 août 1957.", [8]), ("ru", "10 ноября 2017 года", [11]),
            ("ja", "2017年11月10日", [11]), ("th", "10 พฤศจิกายน 2560", [11]), ("fa", "۱۰ نوامبر ۲۰۱۷", [11]),
        ]
        for (tag, text, months) in rows {
            let tokenizer = try Tokenizer(locale: try LocaleID(tag))
            let names = try MonthNames(tokenizer)
            #expect(names.months(in: tokenizer.tokenize(text).tokens) == months, "\(tag): \(text)")
        }
    }

    /// A month is a word of both sides, whatever its letters are.
    @Test func monthsAreWordsOfBothSides() throws {
        let pair = DocumentPair(
            source: .init(segments: ["They came in November.", "They may."]),
            target: .init(segments: ["Họ đã đến vào tháng 11.", "Họ được phép."]))
        let run = try AlignmentRun(Aligner(source: .english, target: .vietnamese), [pair])
        let features = run.features[0]
        #expect(features.source.tokenCounts == [6, 3])
        #expect(features.target.tokenCounts == [8, 4])
        let shared = [features.source.words[0].map(\.word), features.target.words[0].map(\.word)]
        let names = [
            Set(shared[0].map { run.sourceWords.words[Int($0)].letters }),
            Set(shared[1].map { run.targetWords.words[Int($0)].letters }),
        ]
        #expect(names[0].intersection(names[1]) == ["month 11", "."])
    }
}
