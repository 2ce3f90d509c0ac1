// swift-tools-version: 6.3
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

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

let package = Package(
    name: "lathu",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "lathu", targets: ["lathu"]),
        // For Benchmarks/ and Fuzz/, which are packages of their own.
        .library(name: "LathuMatching", targets: ["Matching", "UnicodeText"]),
        .library(name: "LathuVietnamese", targets: ["Vietnamese", "UnicodeText"]),
        .library(
            name: "LathuInterchange",
            targets: ["Interchange", "Segmentation", "XMLText", "TextFiles", "UnicodeText"]),
        .library(name: "LathuTestSupport", targets: ["TestSupport"]),
        .library(name: "LathuAlignment", targets: ["Alignment", "Segmentation", "TextFiles", "UnicodeText"]),
        .library(name: "LathuSegmentation", targets: ["Segmentation", "TextFiles", "UnicodeText"]),
        .library(
            name: "LathuTerminology", targets: ["Terminology", "Interchange", "Matching", "UnicodeText"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // C libraries
        .systemLibrary(
            name: "CICULibrary", pkgConfig: "icu-i18n",
            providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
        .target(name: "CICU", dependencies: ["CICULibrary"]),
        .systemLibrary(
            name: "CExpat", pkgConfig: "expat",
            providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CStemmer", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
        .systemLibrary(
            name: "CMarkdown", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),

        // Files of locales/ and templates as bytes in the program
        .target(name: "CResources"),
        .target(name: "CHash"),
        .target(name: "CProcess"),

        // Modules, each depending on those above it only
        module("UnicodeText", ["CICU"]),
        module("TextFiles", ["CHash", "UnicodeText"]),
        module("Archives", ["CZlib", "TextFiles"]),
        module("Vietnamese", ["UnicodeText"]),
        module("Resources", ["CResources", "TextFiles"]),
        module("XMLText", ["CExpat", "UnicodeText", "TextFiles"]),
        module("Segmentation", ["UnicodeText", "TextFiles", "XMLText", "Resources"]),
        module("Matching", ["CStemmer", "UnicodeText", "Segmentation"]),
        module("Interchange", ["UnicodeText", "TextFiles", "XMLText", "Segmentation"]),
        module(
            "Terminology",
            ["UnicodeText", "TextFiles", "Vietnamese", "Segmentation", "Matching", "Interchange"]),
        module(
            "TranslationMemory",
            [
                "UnicodeText", "TextFiles", "XMLText", "Vietnamese", "Segmentation", "Matching",
                "Interchange", grdb, sqlite, logging,
            ]),
        module(
            "Checks",
            [
                "UnicodeText", "TextFiles", "XMLText", "Resources", "Vietnamese", "Segmentation",
                "Matching", "Interchange", "Terminology", mustache,
            ]),
        module(
            "Alignment",
            ["UnicodeText", "TextFiles", "XMLText", "Resources", "Segmentation", "Matching", "Interchange"]),
        module(
            "Letters",
            [
                "CMarkdown", "CProcess", "UnicodeText", "TextFiles", "Archives", "XMLText", "Resources",
                "Vietnamese",
                "Segmentation", "Matching", "Interchange", "TranslationMemory", "Checks", yams, mustache,
            ]),
        .executableTarget(
            name: "lathu",
            dependencies: [
                "UnicodeText", "TextFiles", "Vietnamese", "Segmentation", "Matching", "Interchange",
                "Terminology", "TranslationMemory", "Checks", "Alignment", "Letters", arguments, logging,
            ],
            swiftSettings: swiftSettings),

        // Tests
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftSettings),
        .target(name: "CMessageOracle", dependencies: ["CICULibrary"], path: "Tests/CMessageOracle"),
        tests("UnicodeText", ["UnicodeText", "TestSupport"]),
        tests("TextFiles", ["TextFiles", "CHash", "UnicodeText", "TestSupport"]),
        tests("Archives", ["Archives", "TextFiles", "TestSupport"]),
        tests("Vietnamese", ["Vietnamese", "UnicodeText", "TestSupport"]),
        tests("Resources", ["Resources", "TextFiles"]),
        tests("XMLText", ["XMLText", "TextFiles", "UnicodeText", "TestSupport"]),
        tests("Segmentation", ["Segmentation", "TextFiles", "UnicodeText", "TestSupport"]),
        tests("Matching", ["Matching", "UnicodeText", "TestSupport"]),
        tests(
            "Interchange",
            ["Interchange", "Segmentation", "XMLText", "TextFiles", "UnicodeText", "TestSupport"]),
        tests(
            "Terminology",
            ["Terminology", "Interchange", "Matching", "TextFiles", "UnicodeText", "TestSupport"]),
        tests(
            "TranslationMemory",
            [
                "TranslationMemory", "Interchange", "Matching", "Vietnamese", "TextFiles", "UnicodeText",
                "TestSupport", grdb,
            ]),
        tests(
            "Alignment",
            ["Alignment", "Segmentation", "Matching", "TextFiles", "UnicodeText", "TestSupport"]),
        tests(
            "Letters",
            [
                "Letters", "TranslationMemory", "Interchange", "Segmentation", "Vietnamese", "TextFiles",
                "Archives", "UnicodeText", "CMarkdown", "CMessageOracle", "TestSupport",
            ]),
        tests(
            "Checks",
            [
                "Checks", "Terminology", "Interchange", "Segmentation", "Vietnamese", "TextFiles",
                "UnicodeText", "TestSupport",
            ]),
        tests("lathu", ["lathu", "Archives", "Interchange", "TextFiles", "TestSupport"]),
    ],
    // C23, for #embed.
    cLanguageStandard: .c2x
)
