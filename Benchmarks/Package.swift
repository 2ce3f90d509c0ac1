// swift-tools-version: 6.3
import PackageDescription

func benchmark(_ name: String, _ product: String) -> Target {
    .executableTarget(
        name: name,
        dependencies: [.product(name: product, package: "lathu")],
        swiftSettings: [
            .swiftLanguageMode(.v6), .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("InternalImportsByDefault"),
        ])
}

// A package of its own, so that nobody who builds the program builds the benchmarks.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "lathu", path: "..")],
    targets: [
        benchmark("SearchBenchmark", "LathuMatching"),
        benchmark("OrthographyBenchmark", "LathuVietnamese"),
        benchmark("SegmentationBenchmark", "LathuSegmentation"),
    ]
)
