internal import CStemmer
internal import UnicodeText

/// Reduces words to their stems by the Snowball algorithm of a language (https://snowballstem.org).
///
/// Not to be shared between threads.
final class Stemmer {
    private let handle: OpaquePointer

    /// The stemmer of the locale's language, or nil where Snowball has none, as for Vietnamese.
    init?(locale: LocaleID) {
        // Snowball knows Norwegian as one language; BCP 47 has its two written forms besides.
        let language = ["nb", "nn"].contains(locale.language) ? "no" : locale.language
        guard let opened = sb_stemmer_new(language, "UTF_8") else { return nil }
        handle = opened
    }

    deinit { sb_stemmer_delete(handle) }

    /// The stem of a word that is case-folded and free of marks already.
    func stem(_ word: String) -> String {
        let bytes = Array(word.utf8)
        guard let stem = sb_stemmer_stem(handle, bytes, Int32(bytes.count)) else { return word }
        let length = Int(sb_stemmer_length(handle))
        return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
    }
}
