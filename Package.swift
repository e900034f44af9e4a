// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A module of ours: one folder under `Sources`, the flags above, and only the modules below it.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies, resources: resources,
    swiftSettings: strict)
}

let package = Package(
  name: "ecluse",
  products: [
    .executable(name: "ecluse", targets: ["ecluse"]),
    .library(name: "Lineage", targets: ["Measures", "Records", "Lineage"]),
    .library(name: "Regimes", targets: ["Measures", "Records", "RecordsIO", "Lineage", "Regimes"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    module("Measures"),
    module("Records", ["Measures", .product(name: "Crypto", package: "swift-crypto")]),
    module("RecordsIO", ["Measures", "Records", "CTexts", .product(name: "Yams", package: "Yams")]),
    module("Lineage", ["Measures", "Records"]),
    module("Regimes", ["Measures", "Records", "Lineage"]),
    module(
      "Pages",
      [
        "Measures", "Records", "RecordsIO", "Lineage", "Regimes",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    tests("Pages", ["Measures", "Records", "RecordsIO", "Lineage", "Regimes"]),
    module(
      "Exchange",
      [
        "Measures", "Records", "RecordsIO", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests("Exchange", ["Measures", "Records", "RecordsIO", "TestSupport"]),
    module("Ledger", ["Measures", "Records", .product(name: "Crypto", package: "swift-crypto")]),
    module(
      "LedgerSQLite",
      [
        "Measures", "Records", "RecordsIO", "Ledger", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    tests(
      "Ledger", ["Measures", "Records", "TestSupport", .product(name: "Crypto", package: "swift-crypto")]),
    .target(
      name: "LedgerSamples", dependencies: ["Measures", "Records", "Ledger", "TestSupport"],
      path: "Tests/LedgerSamples",
      swiftSettings: strict),
    .target(
      name: "StoreConformance", dependencies: ["Records", "Ledger", "LedgerSamples"],
      path: "Tests/StoreConformance", swiftSettings: strict),
    .executableTarget(
      name: "ledger-crash",
      dependencies: ["Measures", "Records", "Ledger", "LedgerSQLite", "LedgerSamples"],
      path: "Tests/ledger-crash", swiftSettings: strict),
    tests(
      "LedgerSQLite",
      [
        "Measures", "Records", "Ledger", "TestSupport", "LedgerSamples", "StoreConformance", "ledger-crash",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    module(
      "Witnessing",
      [
        "Measures", "Records", "Ledger", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
      ]),
    .target(name: "CTexts"),
    .executableTarget(
      name: "ecluse",
      dependencies: [
        "Measures", "Records", "RecordsIO", "Lineage", "Regimes", "Pages", "Exchange", "Ledger",
        "LedgerSQLite", "Witnessing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .testTarget(
      name: "EcluseTests",
      dependencies: [
        "ecluse", "Measures", "Records", "RecordsIO", "Lineage", "Regimes", "Pages", "Exchange", "Ledger",
        "LedgerSQLite", "LedgerSamples", "TestSupport",
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Measures", "Records", "RecordsIO", "Lineage"],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("Measures", ["TestSupport"]),
    tests("Records", ["Measures", "RecordsIO", "TestSupport"]),
    tests("RecordsIO", ["Measures", "Records", "TestSupport"]),
    tests(
      "Lineage",
      ["Measures", "Records", "TestSupport", .product(name: "Crypto", package: "swift-crypto")]),
    tests("Regimes", ["Measures", "Records", "RecordsIO", "Lineage", "TestSupport"]),
  ]
)

// What measures the ledger reads its innermost parts; nobody else builds it.
if Context.environment["ECLUSE_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "ledger-bench",
      dependencies: [
        "Measures", "Records", "RecordsIO", "Ledger", "LedgerSQLite",
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
      ], path: "Benchmarks/Sources/ledger-bench", swiftSettings: strict))
  package.targets.append(
    .executableTarget(
      name: "store-bench",
      dependencies: [
        "Records", "Ledger", "LedgerSQLite", "LedgerSamples",
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], path: "Benchmarks/Sources/store-bench", swiftSettings: strict))
}

// The fuzz targets see what the package keeps for itself, so they belong to it, but only where they are asked for:
// every other build is the same without them.
if Context.environment["ECLUSE_FUZZ"] != nil {
  let names = ["json", "leaf", "note", "proof", "dossier", "pack", "exchange"]
  package.products += names.map { .executable(name: "fuzz-\($0)", targets: ["fuzz-\($0)"]) }
  package.targets.append(
    .target(
      name: "FuzzChecks",
      dependencies: [
        "Measures", "Records", "RecordsIO", "Lineage", "Regimes", "Ledger", "Exchange", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
      ], path: "Fuzz/Checks", swiftSettings: strict))
  package.targets += names.map {
    .executableTarget(
      name: "fuzz-\($0)", dependencies: ["FuzzChecks"], path: "Fuzz/Targets/\($0)",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
  }
}
