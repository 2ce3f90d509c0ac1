// swift-tools-version: 6.3
import PackageDescription

// A package of its own: it is built with instrumentation that nothing else wants. See the script “fuzz”.
let package = Package(
    name: "fuzz",
    platforms: [.macOS(.v15)],
    products: [.library(name: "ReaderFuzz", type: .static, targets: ["ReaderFuzz"])],
    dependencies: [.package(name: "lathu", path: "..")],
    targets: [
        .target(
            name: "ReaderFuzz",
            dependencies: [.product(name: "LathuInterchange", package: "lathu")],
            swiftSettings: [
                .swiftLanguageMode(.v6), .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ])
    ]
)
