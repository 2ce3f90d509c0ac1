import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Letters

@Suite struct ConventionsTests {
    private static let day = CalendarDate(iso: "2017-11-07")

    /// Conventions of a project with one file.
    private func conventions(_ locale: String, file: String, in folderLocale: String) throws -> Conventions {
        try withTemporaryFolder { folder in
            try FileWriting.write("source: en\n", to: folder + "/lathu.yaml")
            try FileWriting.write(file, to: folder + "/locales/\(folderLocale)/conventions.yaml")
            return try Conventions(locale: LocaleID(locale), project: Project(root: folder))
        }
    }

    @Test(arguments: [
        ("en", "Hue, 7 November 2017", "7 November 2017", "ltr", "Signed by"),
        ("vi", "Hue, ngày 7 tháng 11 năm 2017", "ngày 7 tháng 11 năm 2017", "ltr", "Các tổ chức ký tên"),
        ("vi-VN", "Hue, ngày 7 tháng 11 năm 2017", "ngày 7 tháng 11 năm 2017", "ltr", "Các tổ chức ký tên"),
        ("de", "Hue, 7. November 2017", "7. November 2017", "ltr", "Signed by"),
        ("ja", "Hue, 2017年11月7日", "2017年11月7日", "ltr", "Signed by"),
        ("he", "Hue, 7 בנובמבר 2017", "7 בנובמבר 2017", "rtl", "Signed by"),
    ])
    func ofTheProgram(locale: String, placed: String, alone: String, direction: String, label: String) throws
    {
        let conventions = try Conventions(locale: LocaleID(locale))
        let day = try #require(Self.day)
        #expect(try conventions.dateline(place: "Hue", date: day) == placed)
        #expect(try conventions.dateline(place: nil, date: day) == alone)
        #expect(try conventions.dateline(place: "Hue", date: nil) == "Hue")
        #expect(try conventions.dateline(place: nil, date: nil) == nil)
        #expect(conventions.direction == direction)
        #expect(conventions.labels.signatories == label)
        #expect(conventions.warnings == [])
    }

    @Test(arguments: ["vi", "vi-VN", "zh-Hant-TW"]) func ofTheProject(locale: String) throws {
        let folder = locale == "zh-Hant-TW" ? "zh-Hant" : locale
        let conventions = try conventions(
            locale,
            file: "date: y/MM/dd\nlist: {marker: •}\nlabels:\n  to: Tới\n  untranslated: |\n    a\n    b\n",
            in: folder)
        #expect(try conventions.format(#require(Self.day)) == "2017/11/07")
        #expect(conventions.labels.to == "Tới")
        #expect(conventions.labels.signatories == "Signed by")
        #expect(conventions.labels.untranslated == "a b")
        #expect(conventions.listMarker == "•")
    }

    @Test(arguments: [
        ("\ndate: \"'ngày d\"", 2, "is not a date pattern"),
        ("direction: up", 1, "“direction” must be ltr or rtl"),
        ("dateline: '{place}'", 1, "“dateline” lacks {date}"),
        ("datelineAlone: today", 1, "“datelineAlone” lacks {date}"),
        ("labels: none", 1, "“labels” must hold “name: value” lines"),
        ("labels:\n  to: [a]", 2, "“to” must be text"),
    ])
    func mistakes(file: String, line: Int, message: String) throws {
        let error = #expect(throws: LathuError.self) { try conventions("vi", file: file, in: "vi") }
        #expect(error?.diagnostics.first?.message.contains(message) == true, "\(error?.description ?? "")")
        #expect(error?.diagnostics.first?.location?.line == line)
    }

    @Test func unknownKeys() throws {
        let conventions = try conventions("vi", file: "dates: d\nlabels: {sigantories: a}\n", in: "vi")
        #expect(conventions.warnings.map(\.message) == ["unknown key “dates”", "unknown key “sigantories”"])
        #expect(conventions.warnings.map(\.hint) == ["did you mean “date”?", "did you mean “signatories”?"])
    }

    @Test func placesAreNotPatterns() throws {
        let day = try #require(Self.day)
        #expect(
            try Conventions(locale: .english).dateline(place: "{date}", date: day)
                == "{date}, 7 November 2017")
    }
}
