internal import UnicodeText

extension DatePattern {
    /// A date as people write it. French counts the first of a month as one does in no pattern of ICU: *1er novembre*.
    func words(_ date: CalendarDate, in locale: LocaleID) throws -> String {
        let text = try format(date)
        guard date.day == 1, locale.language == "fr" else { return text }
        var scalars = Array(text.unicodeScalars)
        func isDigit(_ index: Int) -> Bool {
            scalars.indices.contains(index) && (0x30...0x39).contains(scalars[index].value)
        }
        let day = scalars.indices.first { index in
            scalars[index] == "1" && !isDigit(index - 1) && scalars.indices.contains(index + 2)
                && scalars[index + 1] == " " && scalars[index + 2].properties.isAlphabetic
        }
        if let day { scalars.insert(contentsOf: "er".unicodeScalars, at: day + 1) }
        return String(String.UnicodeScalarView(scalars))
    }
}
