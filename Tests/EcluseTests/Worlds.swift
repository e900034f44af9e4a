import Foundation

/// On how many random worlds a law is tried: enough for every day, or as many as `ECLUSE_LAW_WORLDS` says, as
/// `make test-laws` does.
enum Worlds {
  private static let asked: UInt64 = {
    guard let text = ProcessInfo.processInfo.environment["ECLUSE_LAW_WORLDS"] else { return 0 }
    guard let count = UInt64(text) else { fatalError("ECLUSE_LAW_WORLDS is no number: \(text)") }
    return count
  }()

  /// The seeds of at least `usual` worlds.
  static func seeds(_ usual: UInt64, atMost most: UInt64 = .max) -> Range<UInt64> {
    0..<min(max(usual, asked), most)
  }

  /// The same seeds in parts, so that every core has some; `most` where each world takes long.
  static func parts(_ usual: UInt64, atMost most: UInt64 = .max) -> [Range<UInt64>] {
    let (all, parts) = (seeds(usual, atMost: most), 8 as UInt64)
    return (0..<parts).map { all.count64 * $0 / parts..<all.count64 * ($0 + 1) / parts }
  }
}

extension Range<UInt64> {
  fileprivate var count64: UInt64 { upperBound - lowerBound }
}
