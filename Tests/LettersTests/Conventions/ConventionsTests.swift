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

    /// French counts the first of a month, and no other day.
    @Test(arguments: [
        ("2017-11-01", "le 1er novembre 2017", "jusqu’au 1er novembre 2017"),
        ("2011-01-11", "le 11 janvier 2011", "jusqu’au 11 janvier 2011"),
        ("2001-12-21", "le 21 décembre 2001", "jusqu’au 21 décembre 2001"),
    ])
    func frenchDates(date: String, dateline: String, until: String) throws {
        let french = try Conventions(locale: LocaleID("fr"))
        #expect(try french.format(#require(CalendarDate(iso: date))) == dateline)
        #expect(french.quotes.open == "«\u{A0}" && french.quotes.close == "\u{A0}»")
        #expect(french.labels.colon == "\u{A0}:")
        let letter = try readLetter("---\nsignatories: {list: [A], until: \(date)}\n---\nA.\n").letter
        let built = try LetterAssembly(letter: letter, catalog: nil, conventions: french).localized()
        #expect(built.signatures.until?.hasSuffix(until) == true)
    }

    @Test(arguments: ["vi", "vi-VN", "zh-Hant-TW"]) func ofTheProject(locale: String) throws {
        let folder = locale == "zh-Hant-TW" ? "zh-Hant" : locale
        let conventions = try conventions(
            locale,
            file: "date: y/MM/dd\nlist: {marker: •}\nlabels:\n  to: Tới\n  untranslated: |\n    a\n    b\n",
            in: folder)
        #expect(try conventions.format(#require(Self.day)) == "2017/11/07")
        #expect(conventions.labels.to == "Tới")
        // What the project's file leaves out is the program's.
        let own = folder == "zh-Hant" ? "聯署" : "Các tổ chức ký tên"
        #expect(conventions.labels.signatories == own)
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
        ("salutation:\n  office: \"Dear {ofice},\"", 2, "there is no value “ofice” here"),
        ("salutation:\n  office: \"Dear {office\"", 2, "the brace is not closed"),
        (
            "signatories:\n  count: \"{count, plural, one {#} other {#}}\"", 2,
            "Vietnamese has no plural category “one”"
        ),
        ("signatories: {order: random}", 1, "“order” must be given or sorted"),
        ("page: {size: A7}", 1, "“size” must be A4 or Letter"),
        ("fonts: [\"x; } body { display: none\"]", 1, "“fonts” must be names of typefaces"),
    ])
    func mistakes(file: String, line: Int, message: String) throws {
        let error = #expect(throws: LathuError.self) { try conventions("vi", file: file, in: "vi") }
        #expect(error?.diagnostics.first?.message.contains(message) == true, "\(error?.description ?? "")")
        #expect(error?.diagnostics.first?.location?.line == line)
    }

    @Test func unknownKeys() throws {
        let error = #expect(throws: LathuError.self) {
            try conventions("vi", file: "dates: d\nlabels: {sigantories: a}\n", in: "vi")
        }
        #expect(error?.diagnostics.map(\.message) == ["unknown key “dates”", "unknown key “sigantories”"])
        #expect(error?.diagnostics.map(\.hint) == ["did you mean “date”?", "did you mean “signatories”?"])
    }

    /// Every file of the program says everything, so that no words of another language come into a letter.
    @Test func theProgramsFilesAreComplete() throws {
        let english = try Conventions(locale: .english)
        for tag in ["en", "vi", "fr", "es", "th", "zh-Hant", "ar"] {
            let bytes = try FileReading.text(
                of: SharedMaterial.packageRoot + "/locales/\(tag)/conventions.yaml")
            for key in ConventionsReader.keys { #expect(bytes.text.contains("\n\(key):"), "\(tag): \(key)") }
            let conventions = try Conventions(locale: LocaleID(tag))
            #expect(!conventions.address.isEmpty)
            for form in [conventions.salutation, conventions.closing] {
                #expect(form.office != nil && form.name != nil)
            }
            #expect(conventions.salutation.formOfAddress != nil)
            #expect(
                conventions.honorific != nil && conventions.listNumber != nil && conventions.subject != nil)
            let lines = conventions.signatories
            #expect(lines.count != nil && lines.others != nil && lines.anonymous != nil && lines.until != nil)
            #expect(tag == "en" || conventions.labels.signatories != english.labels.signatories)
            #expect(tag == "en" || conventions.labels.draft != english.labels.draft)
            #expect((conventions.direction == "rtl") == (tag == "ar"))
            #expect(conventions.listNumber(12).hasSuffix("."))
        }
    }

    /// CLDR's parents, key by key: es-MX has what es-419 says, then what es says.
    @Test func whatAFileLeavesOutIsItsParents() throws {
        let conventions = try conventions("es-MX", file: "dateline: \"{place} a {date}\"\n", in: "es-419")
        let day = try #require(Self.day)
        #expect(
            try conventions.dateline(place: "México", date: day)
                == "México a 7 de noviembre de 2017")
        #expect(conventions.labels.signatories == "Firmantes")
        #expect(conventions.quotes.open == "«")
        // Chinese in the other script is another language here.
        #expect(try Conventions(locale: LocaleID("zh")).labels.to == "To")
        #expect(try Conventions(locale: LocaleID("zh-Hant-HK")).labels.to == "致")
    }

    @Test func formsOfAddress() throws {
        let text = """
            ---
            recipients:
              - {id: a, name: Michelle Bachelet, gender: female, office: President, office.vi: Tổng thống, form_of_address: Madam President, form_of_address.vi: Bà Tổng thống}
              - {id: b, name: Trần Văn Bình, gender: male, office: Minister, office.vi: Bộ trưởng}
              - {id: c, name: Lê Thị Chi, gender: female}
              - {id: d, name: Phạm Dũng, gender: male}
              - {id: e, name: Human Rights Council, name.vi: Hội đồng Nhân quyền}
              - {id: f, name: Võ Giang, office: Ombudsman, office.vi: Thanh tra, postal_address: "1 Lê Lợi; Huế", country: VN}
            ---
            """
        let letter = try readLetter(text).letter
        func lines(_ tag: String) throws -> [[String]] {
            let assembly = LetterAssembly(
                letter: letter, catalog: nil, conventions: try Conventions(locale: LocaleID(tag)))
            return try letter.recipients.map { recipient in
                let letter = try assembly.localized(for: recipient)
                return letter.address.map(\.plainText) + [
                    letter.salutation?.plainText ?? "", letter.closing?.plainText ?? "",
                ]
            }
        }
        #expect(
            try lines("vi") == [
                ["Bà Michelle Bachelet", "Tổng thống", "Kính thưa Bà Tổng thống,", "Trân trọng kính chào,"],
                ["Ngài Trần Văn Bình", "Bộ trưởng", "Kính thưa Ngài,", "Trân trọng kính chào,"],
                ["Bà Lê Thị Chi", "Kính thưa Bà Lê Thị Chi,", "Trân trọng,"],
                ["Ông Phạm Dũng", "Kính thưa Ông Phạm Dũng,", "Trân trọng,"],
                ["Hội đồng Nhân quyền", "Kính thưa Quý vị,", "Trân trọng,"],
                [
                    "Võ Giang", "Thanh tra", "1 Lê Lợi", "Huế", "Việt Nam", "Kính thưa Quý vị,",
                    "Trân trọng kính chào,",
                ],
            ])
        #expect(
            try lines("en") == [
                ["Ms Michelle Bachelet", "President", "Dear Madam President,", "Respectfully yours,"],
                ["Mr Trần Văn Bình", "Minister", "Dear Sir,", "Respectfully yours,"],
                ["Ms Lê Thị Chi", "Dear Ms Lê Thị Chi,", "Yours sincerely,"],
                ["Mr Phạm Dũng", "Dear Mr Phạm Dũng,", "Yours sincerely,"],
                ["Human Rights Council", "Dear Human Rights Council,", "Yours sincerely,"],
                [
                    "Võ Giang", "Ombudsman", "1 Lê Lợi", "Huế", "Vietnam", "Dear Sir or Madam,",
                    "Respectfully yours,",
                ],
            ])
        for tag in ["fr", "es", "th", "zh-Hant", "ar"] {
            for lines in try lines(tag) {
                #expect(
                    lines.allSatisfy { !$0.isEmpty && !$0.contains("{") && !$0.contains("  ") },
                    "\(tag): \(lines)")
            }
        }
    }

    @Test func linesAboutSignatories() throws {
        let list =
            (1...12).map { "{name: Ð\($0)}" } + ["{name: Đoàn, vi: Đoàn}", "{name: Ẩn, anonymous: yes}"]
        let text =
            "---\nsignatories:\n  list: [\(list.joined(separator: ", "))]\n  count: true\n  limit: 4\n  until: 2017-11-07\n---\n"
        let letter = try readLetter(text).letter
        let block = try LetterAssembly(
            letter: letter, catalog: nil, conventions: try Conventions(locale: .vietnamese)
        )
        .localized().signatures
        #expect(block.entries.map(\.name) == ["Ð1", "Ð2", "Ð3", "Ð4"])
        #expect(block.count == "14 tổ chức và cá nhân ký tên")
        #expect(block.others == "và 10 tổ chức, cá nhân khác")
        #expect(block.until == "Danh sách chữ ký nhận đến ngày 7 tháng 11 năm 2017")
        // By the collation of Vietnamese, in which marks come after letters and đ after d.
        let sorted = try readLetter(
            "---\nsignatories:\n  list: [Đông, Dũng, Ánh, An, Ăn, ân, \"{x}\"]\n  order: sorted\n---\n"
        ).letter
        let names = try LetterAssembly(
            letter: sorted, catalog: nil, conventions: try Conventions(locale: .vietnamese)
        )
        .localized().signatories
        #expect(names == ["{x}", "An", "Ánh", "Ăn", "ân", "Dũng", "Đông"])
    }

    @Test func placesAreNotPatterns() throws {
        let day = try #require(Self.day)
        #expect(
            try Conventions(locale: .english).dateline(place: "{date}", date: day)
                == "{date}, 7 November 2017")
    }
}
