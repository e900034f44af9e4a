import Records

/// A line that a witness signed for a checkpoint, as it is kept.
struct KeptCosignature: Sendable {
  let size: UInt64
  let line: String
  let isWhole: Bool

  init(_ row: Columns) throws {
    (size, line) = (try row.unsigned(0), try row.text(1))
    isWhole = try row.text(2) == Self.digest(size, line)
  }

  /// What tells a line for a size from every other.
  static func digest(_ size: UInt64, _ line: String) -> String {
    Digest.sha256(Array("\(size) \(line)".utf8))
  }
}
