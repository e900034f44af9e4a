// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(name: "ecluse", path: ".."),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(
      name: "BenchmarkGraphs", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .executableTarget(
      name: "lineage-bench",
      dependencies: ["BenchmarkGraphs", .product(name: "Lineage", package: "ecluse")], swiftSettings: strict),
    .executableTarget(
      name: "judgement-bench", dependencies: [.product(name: "Regimes", package: "ecluse")],
      swiftSettings: strict),
  ]
)
