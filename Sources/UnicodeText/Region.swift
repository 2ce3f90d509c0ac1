internal import CICU

/// A country or territory of ISO 3166-1 by its two capitals.
public struct Region: Hashable, Sendable {
    /// The code, as `VN`.
    public let code: String

    /// The region of a code in any case; nil where ISO 3166-1 has none of it.
    public init?(_ code: String) {
        let capitals = code.uppercased()
        guard capitals.utf8.count == 2, cicu_region_is_known(capitals) else { return nil }
        self.code = capitals
    }

    /// Its name in a language by CLDR, as `Việt Nam`; the code where CLDR has none.
    public func name(in locale: LocaleID) -> String {
        let name = try? withUTF16Buffer(capacity: 64, operation: "name of a region") {
            cicu_region_display_name("und_" + code, locale.icuName, $0, $1, &$2)
        }
        return name ?? code
    }
}
