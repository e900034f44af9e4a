package import Ledger
import Testing

/// Something that every store does, whatever engine keeps it.
package struct StoreCheck: Sendable, CustomTestStringConvertible {
  /// What holds.
  package let testDescription: String
  /// Tries it on an empty store.
  package let run: @Sendable (any Store) async throws -> Void

  init(_ description: String, _ run: @escaping @Sendable (any Store) async throws -> Void) {
    testDescription = description
    self.run = run
  }

  /// All of them.
  package static let all = appending + refusing + looking + viewing + erasing
}

/// The codes of what is thrown; none if nothing is.
package func codes(_ body: () async throws -> Void) async -> [String] {
  do {
    try await body()
    return []
  } catch { return codes(of: error) }
}
