import Lineage
import Measures
import Records
import Testing

@testable import ecluse

/// Published computations, re-encoded as records: exact totals, and close to what was printed.
@Suite struct GoldenTotals {
  struct Row: CustomStringConvertible, Sendable {
    let cells: [String]
    var description: String { cells[0] }
  }

  static let rows: [Row] = {
    let lines = Fixtures.text("golden/expected.csv").split(whereSeparator: \.isNewline).dropFirst()
    // Names hold no comma; the last seven cells are figures.
    return lines.map { line in
      Row(cells: line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
    }
  }()

  static let world = Loaded(Fixtures.path("golden"))

  @Test func everyRowIsHere() { #expect(Self.rows.count == 42) }

  @Test(arguments: rows) func total(_ row: Row) throws {
    let account = try Self.world.account(row.cells[0], "eu-gpai-guidelines-2025-07-18:eu-cumulative")
    #expect(String(account.toDate.low) == row.cells[2])
    #expect(account.toDate.best.map(String.init) == row.cells[3])
    #expect(account.toDate.high.map(String.init) == row.cells[4])
    #expect(account.findings.contains { $0.code == "methods-diverge" } == (row.cells[7] == "yes"))
  }

  /// Within the tolerance that the reference gives, but for the two rows that must diverge.
  @Test(arguments: rows) func closeToWhatWasPrinted(_ row: Row) throws {
    guard row.cells[7] == "no" else { return }
    let best = try #require(
      try Self.world.account(row.cells[0], "eu-gpai-guidelines-2025-07-18:eu-cumulative").toDate.best)
    let published = try UInt128(strictDecimal: row.cells[5])
    let difference = best > published ? best - published : published - best
    let allowed = try Numeral(row.cells[6]).ratio().multiplied(by: Ratio(published))
    #expect(Ratio(difference) <= allowed)
  }

  /// C(2025) 5045, annex, paragraphs 137 to 144: exact, and within one unit of the last printed digit (G and H
  /// are truncated there, B is rounded to one digit).
  @Test(arguments: [
    ("model-a", "75240000000000000000000", "7.5e22"), ("model-b", "108000000000000000000000", "1e23"),
    ("model-c", "129600000000000000000000", "1.3e23"), ("model-d", "166320000000000000000000", "1.663e23"),
    ("model-e", "367200000000000000000000", "3.7e23"), ("model-f", "180000000000000000000000", "1.8e23"),
    ("model-g", "156062400000000000000000", "1.5e23"), ("model-h", "658674000000000000000000", "6.5e23"),
  ])
  func workedModel(_ name: String, _ exact: String, _ printed: String) throws {
    let account = try Loaded(Fixtures.example("eu-annex-a3")).account(
      name, "eu-gpai-guidelines-2025-07-18:eu-direct")
    let best = try #require(account.toDate.best)
    #expect(String(best) == exact)
    #expect(account.toDate.low == best && account.toDate.high == best)
    let figure = try Numeral(printed)
    let unit = try UInt128.powerOfTen(figure.exponent)
    let value = try figure.ratio().rounded(.down)
    #expect(best < value + unit && best + unit > value)
  }
}
