// swift-tools-version: 6.3
import PackageDescription

func benchmark(_ name: String, _ products: String...) -> Target {
    .executableTarget(
        name: name,
        dependencies: products.map { .product(name: $0, package: "lathu") },
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
        benchmark("EqualityBenchmark", "LathuMatching", "LathuVietnamese"),
        benchmark("OrthographyBenchmark", "LathuVietnamese"),
        benchmark("SegmentationBenchmark", "LathuSegmentation"),
        benchmark("TermBenchmark", "LathuTerminology"),
        benchmark("ConformanceTable", "LathuInterchange", "LathuTestSupport"),
        benchmark("InterchangeBenchmark", "LathuInterchange"),
        benchmark("AlignmentBenchmark", "LathuAlignment"),
    ]
)
