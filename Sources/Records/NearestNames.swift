/// Names that a mistyped one may have meant.
public enum NearestNames {
  /// At most three of `candidates` within a third of the length in edits, nearest first; else those of which it is the
  /// beginning: `b200` of `b200-sxm`.
  public static func of(_ name: String, among candidates: some Sequence<String>) -> [String] {
    // No name is longer than a global id; comparing is quadratic.
    guard name.utf8.count <= 300 else { return [] }
    let limit = max(1, name.utf8.count / 3)
    let scored = candidates.compactMap { candidate -> (Int, String)? in
      guard abs(candidate.utf8.count - name.utf8.count) <= limit else { return nil }
      let edits = distance(Array(name.utf8), Array(candidate.utf8))
      return edits <= limit ? (edits, candidate) : nil
    }
    if !scored.isEmpty { return scored.sorted { $0 < $1 }.prefix(3).map(\.1) }
    guard !name.isEmpty else { return [] }
    return Array(candidates.filter { $0.hasPrefix(name + "-") }.sorted().prefix(3))
  }

  /// Insertions, removals, changes and swaps of neighbours from one to the other.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    var above = row
    for (i, left) in a.enumerated() {
      let last = row
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        row[j + 1] = min(last[j] + (left == right ? 0 : 1), row[j] + 1, last[j + 1] + 1)
        if i > 0, j > 0, left == b[j - 1], a[i - 1] == right {
          row[j + 1] = min(row[j + 1], above[j - 1] + 1)
        }
      }
      above = last
    }
    return row[b.count]
  }
}
