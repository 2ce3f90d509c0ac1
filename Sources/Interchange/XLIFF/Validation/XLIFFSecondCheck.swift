/// All rules of XLIFF 2 for a document.
struct XLIFFSecondCheck {
    private let root: XLIFFElement
    private let version: XLIFFVersion

    init(_ root: XLIFFElement, version: XLIFFVersion) {
        self.root = root
        self.version = version
    }

    func check(_ findings: inout XLIFFFindings) {
        let namespaces = [XLIFFVersion.twoOne, .twoTwo].compactMap(\.namespace)
        guard let namespace = root.namespace, namespaces.contains(namespace),
            namespace == version.namespace || version < .twoTwo
        else {
            findings.add(
                "the namespace “\(root.namespace ?? "")” is not that of the version", rule: "namespaces",
                at: root)
            return
        }
        XLIFFStructureCheck(coreNamespace: namespace).check(root, &findings)
        XLIFFIdentifierCheck(coreNamespace: namespace).check(root, &findings)
        for file in root.elements("file") {
            checkSkeleton(file, &findings)
            let units = file.descendants.filter { $0.name == "unit" && $0.namespace == namespace }
            let ids = Set(units.compactMap { $0["id"] })
            for unit in units { XLIFFUnitCheck(unit, root: root, units: ids).check(&findings) }
        }
        checkTargetLanguage(&findings)
        checkReferences(&findings)
        var modules = XLIFFModuleCheck(root: root)
        modules.check(&findings)
    }

    private func checkSkeleton(_ file: XLIFFElement, _ findings: inout XLIFFFindings) {
        guard let skeleton = file.first("skeleton") else { return }
        let isEmpty = skeleton.elements.isEmpty && skeleton.text.isEmpty
        if isEmpty == (skeleton["href"] == nil) {
            findings.add(
                isEmpty ? "an empty <skeleton> has the attribute href" : "a <skeleton> with href is empty",
                rule: "<skeleton>", at: skeleton)
        }
    }

    private func checkTargetLanguage(_ findings: inout XLIFFFindings) {
        guard root["trgLang"] == nil else { return }
        let target = root.descendants.first {
            $0.name == "target" && $0.namespace == root.namespace && $0.parent?.namespace == root.namespace
        }
        if let target {
            findings.add(
                "there is a <target>, but <xliff> has no trgLang", rule: "attribute trgLang", at: target)
        }
    }

    private func checkReferences(_ findings: inout XLIFFFindings) {
        // Extensions can be registered with the committee too.
        let modules = Set(XLIFFModule.allCases.map(\.prefix) + ["its", "tbx"])
        for element in root.descendants {
            let isOurs =
                element.namespace == root.namespace
                || [XLIFFModule.matches, .glossary].contains { $0.rawValue == element.namespace }
            guard isOurs, let reference = element["ref"],
                let problem = XLIFFFragment.problem(reference, modules: modules)
            else { continue }
            findings.add(problem, rule: "Fragment Identification", at: element)
        }
    }
}
