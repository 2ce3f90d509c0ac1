internal import CICU

/// The library that knows Unicode.
public enum UnicodeLibrary {
    /// ICU's version, such as `72.1`: other versions may break words at other places.
    public static var version: String { String(cString: cicu_icu_version()) }
}
