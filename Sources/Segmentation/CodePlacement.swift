/// On which side of a cut codes go that stand right at it, as the header of an SRX file says
/// (SRX 2.0, section `formathandle`).
struct CodePlacement {
    private var before: [InlineCode.Kind: Bool] = [.opening: false, .closing: true, .standalone: false]

    /// Where the header is silent, the standard's own values hold.
    init(_ handles: [SRXDocument.FormatHandle]) {
        for handle in handles {
            switch handle.type {
            case "start": before[.opening] = handle.include
            case "end": before[.closing] = handle.include
            default: before[.standalone] = handle.include
            }
        }
    }

    /// Whether a code belongs to the segment before the cut.
    func includes(_ kind: InlineCode.Kind) -> Bool { before[kind] ?? false }
}
