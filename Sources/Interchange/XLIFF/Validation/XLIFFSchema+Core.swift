extension XLIFFSchema {
    /// The elements of the core of XLIFF 2.0 and 2.1.
    static let core = XLIFFSchema(header(later: false) + body)
    /// Those of 2.2.
    static let laterCore = XLIFFSchema(header(later: true) + body)

    private static func header(later: Bool) -> String {
        """
        xliff | version!= srcLang!=language trgLang=language xml:space=space * | \
        \(later ? "notes? mda:metadata? " : "")file+
        note | id=token appliesTo=source|target category= \
        priority=1|2|3|4|5|6|7|8|9|10 \(later ? "ref= " : "")* | #

        """
    }

    private static let body = """
        file | id!=token canResegment=yesno original= translate=yesno srcDir=dir trgDir=dir \
        xml:space=space * | skeleton? other* notes? unit|group+
        skeleton | href= | # other*
        group | id!=token name= canResegment=yesno translate=yesno srcDir=dir trgDir=dir type=user \
        xml:space=space * | other* notes? unit|group*
        unit | id!=token name= canResegment=yesno translate=yesno srcDir=dir trgDir=dir type=user \
        xml:space=space * | other* notes? originalData? segment|ignorable+
        segment | id=token canResegment=yesno state=initial|translated|reviewed|final subState= | \
        source target?
        ignorable | id=token | source target?
        notes |  | note+
        originalData |  | data+
        data | id!=token dir=dir xml:space=preserve | # cp*
        source | xml:lang= xml:space=space | # \(inline)*
        target | xml:lang= xml:space=space order=positive | # \(inline)*
        cp | hex!=hex | 
        ph | \(code) id!=token dataRef=token subFlows=tokens disp= equiv= + | 
        pc | \(code) id!=token canOverlap=yesno dispEnd= dispStart= equivEnd= equivStart= \
        dataRefEnd=token dataRefStart=token subFlowsEnd=tokens subFlowsStart=tokens dir=dir + | # \(inline)*
        sc | \(code) id!=token canOverlap=yesno dataRef=token dir=dir disp= equiv= isolated=yesno \
        subFlows=tokens + | 
        ec | \(code) id=token canOverlap=yesno dataRef=token dir=dir disp= equiv= isolated=yesno \
        startRef=token subFlows=tokens + | 
        mrk | \(marker) * | # \(inline)*
        sm | \(marker) * | 
        em | startRef!=token | 
        """

    private static let inline = "cp|ph|pc|sc|ec|mrk|sm|em"
    private static let code =
        "canCopy=yesno canDelete=yesno canReorder=reorder copyOf=token subType=user type=code"
    private static let marker = "id!=token translate=yesno type=generic|comment|term|user ref= value="
}
