/// What the name of a file that breaks a rule of XLIFF 2 says about the rule, in the naming of the OASIS suites.
public enum ConformanceRule {
    /// Whether findings speak of the rule that a file's name says.
    /// - Returns: nil where the name says none.
    public static func isNamed(by file: String, in findings: [String]) -> Bool? {
        guard let rule = rules.first(where: { file.contains($0.name) }) else { return nil }
        return findings.contains { finding in rule.words.contains { finding.contains($0) } }
    }

    /// The first part that a name has, and what a finding then holds one of.
    private static let rules = table.split(separator: "\n").map { line in
        let columns = line.split(separator: "|")
        return (name: String(columns[0]), words: columns[1].split(separator: ",").map(String.init))
    }

    private static let table = """
        CopyOf|copyOf,copied
        DataRef|dataRef
        CanCopyIn|canCopy
        CanDeleteIn|canDelete
        CanOverlapIn|canOverlap
        CanReorderIn|canReorder
        Reorder|canReorder,reordered
        canReorder|canReorder
        XmlSpace|xml:space
        XmlLang|xml:lang
        WrongLangOn|xml:lang
        WrongSourceLang|xml:lang
        WrongTargetLang|xml:lang
        LangNotWell|Lang”
        FragId|Fragment Identification
        Hex|<cp>,attribute hex
        IdNotUnique|stands twice
        IdsIn|stands twice
        -not-unique|stands twice
        not-unique-in|stands twice
        InvalidId|value of “id”
        nmtoken|value of “id”
        WithoutId|lacks the attribute “id”
        fs_fs|attribute fs:fs
        fs_subFs|attribute fs:subFs
        FSAttributeValue|attribute fs:fs
        FSAttribute|of fs
        NonRemovable|must not be deleted
        OrderNotUnique|attribute order
        SubState|attribute subState
        SubType|attribute subType
        subType|<mtc:match>
        SubFlow|subFlows
        Skeleton|<skeleton>
        NoTrgLang|trgLang
        IsolatedOn|isolated,<ec>
        Isolated|isolated,<ec>
        EcBeforeSc|before its <sc>
        EmBeforeSm|before its <sm>
        LoneSm|<sm id
        Comment|Comment Annotation
        NoteRef|Comment Annotation
        NotesIn|<notes> does not belong
        ExtensionAttribute|badAttr
        ExtensionElement|badElem
        DirAttribute|“dir”
        TranslateInSegment|“translate”
        InvalidValidation|validationBad
        OriginalDataWithoutData|<originalData> lacks
        w-o-translation-or-definition|a translation or a definition
        gls_invalid|text does not belong
        meta-missing-type|“type”
        appliesTo-not-using|<ctr:revisions>
        revisions-not-using|<ctr:revisions>
        ref-not-pointed|names nothing
        property-not-content|no attribute
        invalid-appliesTo|“appliesTo”
        match-ID-not|stands twice
        match-has-xml_lang|language of
        mtc_wrong-ref|ref of <mtc:match>
        mtc_type-value|value of “type”
        res_source|<res:source>
        slr_equivStorage-ec|slr:equivStorage stands
        slr_equivStorage-not|slr:equivStorage
        slr_sizeInfo-ec|slr:sizeInfo stands
        slr_sizeInfo-not|slr:sizeInfo
        with-sizeInfo|exclude each other
        slr_sizeInfoRef-ec|slr:sizeInfoRef stands
        slr_sizeInfoRef-has-no|names nothing in an <slr:data>
        slr_sizeRestriction|slr:sizeRestriction
        slr_storageRestriction|slr:storageRestriction
        ExactlyOneAttribute|exactly one of
        val_invalid-normalization|“normalization”
        val_invalid-occurs|“occurs”
        existsInSource|existsInSource
        WithoutSegment|<segment>
        WithoutSource|lacks <source>
        NoFile|lacks <file>
        NoUnit|lacks <unit>
        StateValue|value of “state”
        TypeValue|value of “type”
        """
}
