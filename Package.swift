// swift-tools-version: 6.2
import PackageDescription

// Strict from the first day: see CONTRIBUTING.md.
let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: swiftSettings)
}

let package = Package(
    name: "lathu",
    platforms: [.macOS(.v15)],
    targets: [
        // C libraries
        .systemLibrary(
            name: "CICULibrary", pkgConfig: "icu-i18n",
            providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
        .target(name: "CICU", dependencies: ["CICULibrary"]),
        .systemLibrary(
            name: "CExpat", pkgConfig: "expat",
            providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),

        // Files of locales/ and templates as bytes in the program
        .target(name: "CResources"),

        // Modules, each depending on those above it only
        module("UnicodeText", ["CICU"]),
        module("TextFiles", ["UnicodeText"]),
        module("Resources", ["CResources"]),
        module("XMLText", ["CExpat", "UnicodeText", "TextFiles"]),
        module("Segmentation", ["UnicodeText", "TextFiles", "XMLText", "Resources"]),

        // Tests
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftSettings),
        tests("UnicodeText", ["UnicodeText", "TestSupport"]),
        tests("TextFiles", ["TextFiles"]),
        tests("Resources", ["Resources", "TextFiles"]),
        tests("XMLText", ["XMLText", "TextFiles", "UnicodeText", "TestSupport"]),
        tests("Segmentation", ["Segmentation", "TextFiles", "UnicodeText", "TestSupport"]),
    ],
    // C23, for #embed.
    cLanguageStandard: .c2x
)
