/// The rules of XLIFF 1.0 to 1.2 for a document.
struct XLIFFFirstCheck {
    private let root: XLIFFElement
    private let version: XLIFFVersion

    init(_ root: XLIFFElement, version: XLIFFVersion) {
        self.root = root
        self.version = version
    }

    func check(_ findings: inout XLIFFFindings) {}
}
