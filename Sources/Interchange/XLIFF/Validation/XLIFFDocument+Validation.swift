public import TextFiles

extension XLIFFDocument {
    /// What is wrong with the document, in the order of the file: errors where it breaks a rule of the
    /// standard, warnings where it keeps to it and is odd all the same.
    public func findings() -> [Diagnostic] {
        var findings = XLIFFFindings(file: file, version: version)
        if version.isFirstGeneration {
            XLIFFFirstCheck(root, version: version).check(&findings)
        } else {
            XLIFFSecondCheck(root, version: version).check(&findings)
        }
        func place(_ finding: Diagnostic) -> (Int, Int) {
            (finding.location?.line ?? 0, finding.location?.column ?? 0)
        }
        return findings.diagnostics.enumerated().sorted { left, right in
            let places = (place(left.element), place(right.element))
            return places.0 == places.1 ? left.offset < right.offset : places.0 < places.1
        }.map(\.element)
    }
}
