/// Where a segment stands in the document.
struct XLIFFSite {
    /// What carries the state in XLIFF 2: the `segment`; else the `trans-unit`.
    let holder: XLIFFElement
    let source: XLIFFElement
    let target: XLIFFElement?
    /// The marker of the source in XLIFF 1.2, where the unit is divided.
    let sourceMarker: XLIFFElement?
    let targetMarker: XLIFFElement?
    /// The markup of codes that a translation can have, of the source before the target's.
    let codes: [XLIFFCode]
    /// How many of them are the source's.
    let sourceCodeCount: Int
    let isIgnorable: Bool
}
