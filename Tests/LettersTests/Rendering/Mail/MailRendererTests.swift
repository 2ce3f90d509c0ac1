import Foundation
import TestSupport
import Testing
import TextFiles
import UnicodeText

@testable import Letters

@Suite struct MailRendererTests {
    private func mail(
        _ letter: LocalizedLetter, _ change: (inout RenderingOptions) -> Void = { _ in }
    ) throws -> String {
        var options = RenderingOptions(locale: letter.locale)
        change(&options)
        return try LetterFormat.mail.render(letter, options)
    }

    @Test func encodedWords() {
        let cases: [(String, [String])] = [
            ("Open letter", ["Open", "letter"]),
            ("Thư to leaders", ["=?UTF-8?Q?Th=C6=B0_to_leaders?="]),
            ("Thư ngỏ", ["=?UTF-8?B?VGjGsCBuZ+G7jw==?="]),
            ("日本国憲法", ["=?UTF-8?B?5pel5pys5Zu95oay5rOV?="]),
            ("=?UTF-8?Q?x?=", ["=?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?="]),
            ("a\r\nBcc: x@y.org", ["a", "=?"]),
        ]
        for (text, words) in cases.dropLast() { #expect(EncodedWords(text, room: 66).words == words) }
        #expect(EncodedWords("a\r\nBcc: x", room: 66).words.joined(separator: " ").contains("\n") == false)
    }

    /// No encoded word is longer than 75 characters or ends within a character, and all of them decode to the text.
    @Test func encodedWordsOfAnyText() throws {
        var random = SeededGenerator(state: 7)
        let alphabet = Array("aăâđêôơư ễộ?=_,\"ệừự日👩‍👩‍👧‍👦e\u{323}\u{302}<>@\n").map(String.init)
        for length in 0..<300 {
            let text = (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
                .joined()
            let words = EncodedWords(text, room: Int.random(in: 1...70, using: &random), isForced: true).words
            var decoded = ""
            for word in words {
                #expect(word.utf8.count <= 75 && word.hasPrefix("=?UTF-8?") && word.hasSuffix("?="))
                let body = word.dropFirst(10).dropLast(2)
                let bytes: [UInt8] =
                    word.hasPrefix("=?UTF-8?B?")
                    ? [UInt8](try #require(Data(base64Encoded: String(body)))) : Self.quoted(body)
                // Whole characters: the bytes alone are UTF-8.
                decoded += try #require(String(validating: bytes, as: UTF8.self))
            }
            #expect(decoded == EncodedWords.onOneLine(text))
        }
    }

    private static func quoted(_ text: Substring) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "=") {
                bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "_") ? 0x20 : byte)
            }
        }
        return bytes
    }

    @Test func addresses() {
        let good = ["a@b.org", "a.b+c@d-e.f.org", "thư@việt-nam.vn", "o'hara@x.museum"]
        let bad = [
            "", "a", "@b.org", "a@", "a@b", "a b@c.org", "a@b.org\r\nBcc: c@d.org", "a@b@c.org", "<a@b.org>",
            "a@b.org,c@d.org",
            ".a@b.org", "a..b@c.org", "a@b..org", "\"a\"@b.org", "a@[127.0.0.1]", "a\u{0}@b.org",
            "a@b\u{202E}.org",
            String(repeating: "a", count: 65) + "@b.org",
        ]
        for address in good { #expect(MailAddress(name: nil, address: address) != nil, "\(address)") }
        for address in bad { #expect(MailAddress(name: nil, address: address) == nil, "\(address)") }
    }

    @Test func transferEncodings() {
        let long = String(repeating: "ă", count: 10) + String(repeating: "word ", count: 60)
        for (text, name) in [
            ("plain\ntext\n", "7bit"), ("From here\n", "quoted-printable"), ("a\n.\nb\n", "quoted-printable"),
            (String(repeating: "x", count: 77), "quoted-printable"), ("Kính gửi Quý vị\n", "base64"),
            (long, "quoted-printable"),
        ] {
            let encoding = TransferEncoding(text: text)
            #expect(encoding.name == name, "\(text)")
            let lines = encoding.lines.replacingOccurrences(of: "\r\n", with: "")
            #expect(!lines.contains("\n") && !lines.contains("\r"))
            for line in encoding.lines.split(separator: "\r\n") { #expect(line.utf8.count <= 76) }
        }
        #expect(QuotedPrintable.encode(Array("a= \nFrom b\n.\n".utf8)) == "a=3D=20\r\n=46rom b\r\n=2E\r\n")
    }

    @Test func datesOfAnyYear() throws {
        let letter = try localize(SampleLetter.source)
        for (seconds, date) in [
            (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"),
            (1_510_056_000, "Tue, 07 Nov 2017 12:00:00 +0000"),
            (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 +0000"),
            (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
        ] {
            #expect(try mail(letter) { $0.envelope.date = seconds }.contains("\r\nDate: \(date)\r\n"))
        }
        #expect(try !mail(letter).contains("\nDate:"))
    }

    /// Whatever stands in names, subjects and titles, the head has the same fields.
    @Test func headersCannotBeInjected() throws {
        let hostile = "x\r\nBcc: victim@example.org\r\n\r\n<script>\u{2028}Bcc: y\u{85}Bcc: z\u{0}"
        let letter = try localize("---\ntitle: \"a\\r\\nBcc: victim@example.org\\u2028b\"\n---\nText.\n")
        let address = try #require(MailAddress(name: hostile, address: "a@b.org"))
        let text = try mail(letter) {
            $0.envelope.recipients = [address, address]
            $0.envelope.sender = address
            $0.envelope.subject = hostile
        }
        let head = try #require(text.firstRange(of: "\r\n\r\n"))
        let fields = text[..<head.lowerBound].split(separator: "\r\n").filter { !$0.hasPrefix(" ") }
            .map { $0.prefix { $0 != ":" } }
        #expect(
            fields == [
                "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Language", "X-Unsent",
                "Content-Type",
            ])
    }

    /// Python's own reader finds everything again, and no defect.
    @Test(.enabled(if: Programs.has("python3"))) func pythonReadsIt() throws {
        let letter = try localize(SampleLetter.source, SampleLetter.vietnamese)
        let recipients = [
            MailAddress(
                name: "Bà Nguyễn Thị Kim Ngân, Chủ tịch Quốc hội nước Cộng hòa Xã hội Chủ nghĩa Việt Nam",
                address: "ngan@example.org"),
            MailAddress(name: "O'Hara \"Pat\" \\ Jr., MP", address: "ohara@example.org"),
            MailAddress(name: nil, address: "x@example.org"),
        ].compactMap { $0 }
        let text = try mail(letter) {
            $0.envelope.recipients = recipients
            $0.envelope.sender = recipients[1]
        }
        try withTemporaryFolder { folder in
            try FileWriting.write(text, to: folder + "/a.eml")
            try FileWriting.write(Self.reader, to: folder + "/read.py")
            let result = try Programs.run("python3", ["read.py"], in: folder)
            #expect(result.status == 0, "\(result.output)")
            let record = try #require(
                try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
            #expect(record["subject"] as? String == "Trả tự do cho Nguyễn Văn Đài: thư “ngỏ”")
            #expect(record["names"] as? [String] == recipients.map { $0.name ?? "" })
            #expect(record["addresses"] as? [String] == recipients.map(\.address))
            #expect(record["defects"] as? [String] == [])
            #expect(record["types"] as? [String] == ["multipart/alternative", "text/plain", "text/html"])
            let options = RenderingOptions(locale: letter.locale)
            #expect(record["text"] as? String == (try LetterFormat.text.render(letter, options)))
            #expect((record["html"] as? String)?.contains("<strong>vẫn</strong>") == true)
            #expect(record["longest"] as? Int ?? 999 <= 78)
        }
    }

    private static let reader = """
        import email, email.policy, json
        from email.header import decode_header, make_header
        data = open('a.eml', 'rb').read()
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = list(message.walk())
        # The newer reader of addresses puts spaces between encoded words, against RFC 2047, section 6.2.
        raw = email.message_from_bytes(data, policy=email.policy.compat32)['to']
        addresses = email.utils.getaddresses([raw])
        defects = [str(d) for p in parts for d in p.defects]
        defects += [str(d) for p in parts for v in p.values() for d in v.defects]
        assert b'\\n' not in data.replace(b'\\r\\n', b''), 'bare line feed'
        print(json.dumps({
            'subject': message['subject'], 'defects': defects,
            'names': [str(make_header(decode_header(name))) for name, _ in addresses],
            'addresses': [address for _, address in addresses],
            'types': [p.get_content_type() for p in parts],
            'text': message.get_body(('plain',)).get_content().replace('\\r\\n', '\\n'), 'html': message.get_body(('html',)).get_content(),
            'longest': max(map(len, data.split(b'\\r\\n'))),
        }))
        """

    @Test func fileNames() {
        #expect(
            MailParameter.lines("filename", "a b.pdf", plain: "a.pdf") == [
                "filename=\"a.pdf\";", "filename*=UTF-8''a%20b.pdf",
            ])
        let long = MailParameter.lines("filename", String(repeating: "Đà Nẵng/", count: 12), plain: "a.pdf")
        #expect(
            long.count > 3 && long[1].hasPrefix("filename*0*=UTF-8''%C4%90")
                && long[2].hasPrefix("filename*1*="))
        for line in long { #expect(line.utf8.count <= 75 && !line.contains("/")) }
        let joined = long.dropFirst().map { $0.drop { $0 != "=" }.dropFirst() }.joined().replacingOccurrences(
            of: ";", with: "")
        #expect(joined.dropFirst(7).removingPercentEncoding == String(repeating: "Đà Nẵng-", count: 12))
    }
}
