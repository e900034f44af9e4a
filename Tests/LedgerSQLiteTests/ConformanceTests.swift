import LedgerSQLite
import StoreConformance
import Testing

/// SQLite does what every store does.
@Suite struct ConformanceTests {
  @Test(arguments: StoreCheck.all)
  func holds(_ check: StoreCheck) async throws {
    let folder = try ScratchFolder()
    try await check.run(try SQLiteStore(folder: folder.path + "/ledger", mode: .readWrite))
  }
}
