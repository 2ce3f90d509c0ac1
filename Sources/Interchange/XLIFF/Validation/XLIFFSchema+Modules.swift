extension XLIFFSchema {
    /// The elements of the modules, and of change tracking, which version 2.1 made an extension.
    static let modules: [XLIFFModule: XLIFFSchema] = [
        .matches: XLIFFSchema(
            """
            matches |  | match+
            match | id=token matchQuality=percent matchSuitability=percent origin= ref!= \
            reference=yesno similarity=percent subType=user type=am|mt|icm|idm|tb|tm|other * | \
            mda:metadata? xlf:originalData? xlf:source xlf:target other*
            """),
        .glossary: XLIFFSchema(
            """
            glossary |  | glossEntry+
            glossEntry | id=token ref= * | term translation* definition? other*
            term | source= * | #
            translation | id=token ref= source= * | #
            definition | source= * | #
            """),
        .metadata: XLIFFSchema(
            """
            metadata | id=token | metaGroup+
            metaGroup | id=token category= appliesTo=source|target|ignorable | metaGroup|meta+
            meta | type!= | #
            """),
        .resourceData: XLIFFSchema(
            """
            resourceData |  | resourceItemRef* resourceItem*
            resourceItemRef | id=token ref!=token * | 
            resourceItem | mimeType= id=token context=yesno * | xlf:notes? source? target? reference*
            source | href= xml:lang= * | other*
            target | href= xml:lang= * | other*
            reference | href!= xml:lang= * | 
            """),
        .changeTracking: XLIFFSchema(
            """
            changeTrack |  | revisions+
            revisions | appliesTo!=token ref=token currentVersion=token * | revision+
            revision | author= datetime= version=token * | item+
            item | property!= * | #
            """),
        .sizeRestriction: XLIFFSchema(
            """
            profiles | generalProfile= storageProfile= | normalization? other*
            normalization | general=forms storage=forms | 
            data | profile!= * | other*
            """),
        .validation: XLIFFSchema(
            """
            validation | * | rule+
            rule | isPresent= occurs=positive isNotPresent= startsWith= endsWith= existsInSource=yesno \
            caseSensitive=yesno normalization=forms disabled=yesno * | 
            """),
        .formatStyle: XLIFFSchema(""),
        .pluralGenderSelect: XLIFFSchema(""),
        .tagSet: XLIFFSchema(""),
    ]

    /// The attributes that modules give to elements of other namespaces.
    static let moduleAttributes: [XLIFFModule: Set<String>] = [
        .formatStyle: ["fs", "subFs"],
        .sizeRestriction: [
            "equivStorage", "sizeInfo", "sizeInfoRef", "sizeRestriction", "storageRestriction",
        ],
        .pluralGenderSelect: ["switch", "case"],
        .tagSet: ["domains", "lang"],
    ]

    /// Where the outermost elements of a module may stand.
    static let moduleParents: [XLIFFModule: [String: Set<String>]] = [
        .matches: ["matches": ["unit"]],
        .glossary: ["glossary": ["unit"]],
        .metadata: ["metadata": ["xliff", "file", "group", "unit", "match", "glossEntry"]],
        .resourceData: ["resourceData": ["file", "unit"]],
        .changeTracking: ["changeTrack": ["file", "group", "unit"]],
        .sizeRestriction: ["profiles": ["file"], "data": ["file", "group", "unit"]],
        .validation: ["validation": ["file", "group", "unit"]],
    ]
}
