internal import Interchange
internal import Segmentation
internal import TextFiles
internal import UnicodeText

/// The variants that were built, by this run and earlier ones: what the index page shows.
struct BuildIndex: Equatable {
    /// The name of the page.
    static let fileName = "index.html"

    /// A variant.
    struct Row: Equatable {
        /// The letter's title, or its id, in the language of the source.
        let title: String
        /// That language.
        let titleLocale: String
        /// Whom it goes to.
        let recipient: String
        /// The language of that name.
        let recipientLocale: String
        /// How many segments it has, and how many of them are translated.
        let segments, translated: Int

        /// The cells of a line of the manifest.
        var cells: [String] {
            [title, titleLocale, recipient, recipientLocale, String(segments), String(translated)]
        }

        init?(cells: [String]) {
            guard cells.count == 6, let segments = Int(cells[4]), let translated = Int(cells[5]) else {
                return nil
            }
            title = cells[0]
            titleLocale = cells[1]
            recipient = cells[2]
            recipientLocale = cells[3]
            self.segments = segments
            self.translated = translated
        }

        /// The row of a letter.
        init(_ letter: LocalizedLetter, of source: Letter) {
            title = source.title?.source.plainText ?? source.id
            titleLocale = source.locale.identifier
            recipient = letter.recipient?.plainText ?? letter.addressee?.name.text ?? source.id
            let isFallback = letter.recipient?.isFallback ?? false
            recipientLocale = (isFallback ? letter.sourceLocale : letter.locale).identifier
            var seen: Set<SegmentKey> = []
            segments = source.segments(for: letter.addressee).count { seen.insert($0.key).inserted }
            translated = segments - letter.fallbacks.count
        }
    }

    /// By the path without the extension of a format: `apec-2017/chile/vi`.
    var rows: [String: Row] = [:]

    /// The path of a file without the extension of its format, which can have a full stop itself.
    static func stem(of path: String) -> String {
        let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        return path[name...].firstIndex(of: ".").map { String(path[..<$0]) } ?? path
    }

    /// The page, with links to files that are there.
    func page(_ files: some Sequence<String>, _ templates: LetterTemplates) -> String {
        var formats: [String: [(format: LetterFormat, href: String)]] = [:]
        for path in files {
            let stem = Self.stem(of: path)
            guard let format = LetterFormat(rawValue: String(path.dropFirst(stem.count + 1))) else {
                continue
            }
            formats[stem, default: []].append((format, path))
        }
        let order = LetterFormat.allCases
        var entries: [VariantIndex.Entry] = []
        for (stem, row) in rows.sorted(by: { $0.key < $1.key }) {
            let parts = stem.split(separator: "/")
            guard parts.count == 3, let files = formats[stem], let locale = try? LocaleID(String(parts[2]))
            else {
                continue
            }
            let variant = VariantIndex.Variant(
                recipient: row.recipient, recipientLocale: (try? LocaleID(row.recipientLocale)) ?? locale,
                locale: locale, segments: row.segments, translated: row.translated,
                files: files.sorted { left, right in
                    (order.firstIndex(of: left.format) ?? 0) < (order.firstIndex(of: right.format) ?? 0)
                })
            if entries.last?.id == String(parts[0]) {
                entries[entries.count - 1].variants.append(variant)
            } else {
                entries.append(
                    .init(
                        id: String(parts[0]), title: row.title,
                        locale: (try? LocaleID(row.titleLocale)) ?? locale, variants: [variant]))
            }
        }
        return VariantIndex(entries).html(templates)
    }
}
