// swift-tools-version: 6.3
import PackageDescription

// A package of its own, so that nobody who builds the program builds the benchmarks.
let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "lathu", path: "..")],
    targets: [
        .executableTarget(
            name: "SearchBenchmark",
            dependencies: [.product(name: "LathuMatching", package: "lathu")],
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "EqualityBenchmark",
            dependencies: [
                .product(name: "LathuMatching", package: "lathu"),
                .product(name: "LathuVietnamese", package: "lathu"),
            ],
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "OrthographyBenchmark",
            dependencies: [.product(name: "LathuVietnamese", package: "lathu")],
            swiftSettings: swiftSettings),
    ]
)
