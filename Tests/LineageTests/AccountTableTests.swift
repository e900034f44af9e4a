import Measures
import Records
import TestSupport
import Testing

@testable import Lineage

@Suite("A table of accounts")
struct AccountTableTests {
  /// Bases `a`, `b`, `c` of which two together leave 128 bits, `m` from what `uses` names, and `n` from `a` alone.
  private func accountant(_ estimates: [String], uses: [String]) throws -> Accountant {
    var text = "- dossier: acme\n- party: acme\n  seat: FR\n"
    func add(_ name: String, _ bases: [String], _ compute: String) {
      let uses = bases.map { "{ artifact: \($0), as: base-weights }" }.joined(separator: ", ")
      text += """
        - artifact: \(name)
        - activity: \(name)/run
          kind: pretraining
          by: acme
          uses: [\(uses)]
          produces: \(name)
          \(compute)

        """
    }
    for (name, estimate) in zip(["a", "b", "c"], estimates) { add(name, [], estimate) }
    add("m", uses, exact("1e20"))
    add("n", ["a"], exact("1e20"))
    return try Accountant(Dossier(text).graph(), convention())
  }

  @Test("refuses exactly the subjects whose own account is refused, with the same words")
  func overflow() throws {
    let accountant = try accountant([exact("2e38"), exact("2e38"), exact("1e20")], uses: ["a", "b"])
    #expect(AccountTable(accountant) == nil)
    let whole = #expect(throws: MeasureError.self) { try accountant.account(of: acme("artifact", "m")) }
    #expect(throws: try #require(whole)) { try accountant.account(of: acme("artifact", "m"), brief: true) }
    let row = try accountant.account(of: acme("artifact", "n"), brief: true)
    #expect(row.toDate == (try accountant.account(of: acme("artifact", "n")).toDate))
    #expect(row.entries.isEmpty && row.findings.isEmpty)
  }

  @Test("an upper bound that nobody asks for any more is not refused")
  func unboundedHides() throws {
    let high = "compute: [{ method: telemetry, value: 1e20 FLOP, low: 1e20 FLOP, high: 2e38 FLOP }]"
    let none = "compute: [{ method: reported, low: 1e20 FLOP }]"
    let accountant = try accountant([none, high, high], uses: ["a", "b", "c"])
    #expect(AccountTable(accountant) == nil)
    let row = try accountant.account(of: acme("artifact", "m"), brief: true)
    #expect(row.toDate == (try accountant.account(of: acme("artifact", "m")).toDate))
    #expect(row.toDate.high == nil)
  }
}
