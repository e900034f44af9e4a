import Measures
import Testing

@testable import Lineage
@testable import Records
@testable import Regimes
@testable import ecluse

/// A table of accounts, from one pass over all nodes, says what the account of each subject says.
@Suite struct AccountTables {
  /// What some row must have shown, lest the comparison cover nothing.
  private enum Shown: Hashable, CaseIterable {
    case noUpperBound, noBest, allKnown, otherAtCompletion, groundTruth, approximation, presumed, joint, code
    case nothingRecorded
  }

  @Test(arguments: Laws.conventions + ["presuming"]) func agreeWithTheWalks(_ name: String) throws {
    var shown: Set<Shown> = []
    for seed in Worlds.seeds(400) {
      let world = RandomWorld(seed, models: 2...7)
      let (_, graph) = try Laws.graph(world.records)
      let accountant = Accountant(graph, try convention(name))
      #expect(AccountTable(accountant) != nil, "seed \(seed)")
      let subjects =
        Array(graph.producers.keys) + graph.activities.map(\.id) + [GlobalID("maker", "artifact", "nothing")]
      for subject in subjects {
        let row = try accountant.account(of: subject, brief: true)
        let whole = try accountant.account(of: subject)
        #expect(row == whole.row, "seed \(seed) \(subject)")
        shown.formUnion(Self.shown(row))
        if graph.sources(of: subject).count > 1 { shown.insert(.joint) }
        if graph.sources(of: subject).isEmpty { shown.insert(.nothingRecorded) }
      }
    }
    var expected = Set(Shown.allCases)
    if try !Accountant(Laws.graph([]).1, convention(name)).followsPresumed { expected.remove(.presumed) }
    #expect(shown == expected)
  }

  /// One of the packs, or one that follows presumed links.
  private func convention(_ name: String) throws -> CountingConvention {
    if let known = Laws.workspace.library.convention(name) { return known }
    var convention = try #require(Laws.workspace.library.convention(Laws.conventions[0]))
    convention.presumesDependence = true
    convention.flags = .all
    return convention
  }

  private static func shown(_ row: Account) -> Set<Shown> {
    var shown: Set<Shown> = []
    if row.toDate.high == nil { shown.insert(.noUpperBound) }
    if row.toDate.best == nil { shown.insert(.noBest) }
    if row.toDate.best != nil, row.toDate.high != nil { shown.insert(.allKnown) }
    if row.atCompletion != row.toDate { shown.insert(.otherAtCompletion) }
    if row.groundTruth != nil { shown.insert(.groundTruth) }
    if row.approximation != nil { shown.insert(.approximation) }
    if row.presumedShare > .zero { shown.insert(.presumed) }
    if !row.codes.isEmpty { shown.insert(.code) }
    return shown
  }
}

extension Account {
  /// As in a table: without entries, and of the findings the codes.
  fileprivate var row: Account {
    Account(
      subject: subject, convention: convention, toDate: toDate, atCompletion: atCompletion,
      knownSum: knownSum, groundTruth: groundTruth, approximation: approximation,
      presumedShare: presumedShare, entries: [], findings: [], codes: Set(findings.map(\.code)))
  }
}
