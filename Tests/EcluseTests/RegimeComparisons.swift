import Exchange
import Lineage
import Measures
import Records
import RecordsIO
import Testing

@testable import Regimes
@testable import ecluse

/// Whether one text is at least as strict as another: what is shown is so, and a counter-example is one.
@Suite struct RegimeComparisons {
  private static let library = Laws.workspace.library
  static let names = library.packs.map(\.id)

  private func compare(_ strict: String, _ other: String) throws -> PackComparison {
    PackComparison(
      try #require(Self.library.pack(strict)), with: try #require(Self.library.pack(other)),
      library: Self.library, places: Laws.workspace.places, estimator: Laws.workspace.estimator)
  }

  /// The facts of a counter-example as a folder, read as any dossier is.
  private func judged(_ example: PackComparison.CounterExample) throws -> (Judge, RegimeLibrary) {
    let folder = try Scratch.folder()
    for (index, tree) in example.records.trees.enumerated() {
      try WholeFile.write(#require(DossierText(tree)).yaml, to: "\(folder)/\(index).yaml")
    }
    let (trees, unreadable) = DossierFolder.read(folder)
    #expect(unreadable.isEmpty)
    let (workspace, library) = (Laws.workspace, Self.library)
    let records = try RecordReader.read(trees, places: workspace.places, known: [GlobalID]()).records
    let facts = Tables(records).facts(asOf: Moment.day(example.records.day).last)
    let graph = try ComputeGraph(facts, estimator: workspace.estimator, places: workspace.places)
    return (
      Judge(
        facts: facts, graph: graph, library: library, places: workspace.places,
        estimator: workspace.estimator), library
    )
  }

  /// Each text compared with five others: the facts of a counter-example, written down and read again, make the second text
  /// close the gate or ask for the duty, and the first not, while both bind.
  @Test(arguments: names) func counterExamplesAreSound(_ strict: String) throws {
    var found = 0
    let start = try #require(Self.names.firstIndex(of: strict))
    for step in 1...5 {
      let other = Self.names[(start + 3 * step) % Self.names.count]
      guard let (item, example) = try compare(strict, other).counterExample else { continue }
      found += 1
      let (judge, library) = try judged(example)
      let (first, second) = (try #require(library.pack(strict)), try #require(library.pack(other)))
      #expect(judge.determine(example.subject, first).isBinding, "\(strict) \(other)")
      if let action = item.action {
        #expect(judge.gate(example.subject, action, in: example.place, [second]).state == .closed)
        #expect(judge.gate(example.subject, action, in: example.place, [first]).state == .open)
      } else {
        let duty = try #require(item.duty)
        let theirs = judge.determine(example.subject, second).obligations
        #expect(
          theirs.contains { $0.duty.duty == duty.duty && $0.article == item.article.id && $0.state == .owed })
        let own = judge.determine(example.subject, first).obligations
        let (mine, asked) = (RuleCode(pack: first), RuleCode(pack: second))
        let isOwn = own.contains { item in
          mine.code(.filing(item.duty.fulfilledBy)) == asked.code(.filing(duty.fulfilledBy))
            && mine.code(.due(item.duty.due)) == asked.code(.due(duty.due)) && item.duty.by == duty.by
            && Set(duty.to).isSubset(of: item.duty.to)
            && Set(duty.content.map(\.what)).isSubset(of: item.duty.content.map(\.what))
        }
        #expect(!isOwn, "\(strict) \(other) \(duty.duty)")
      }
    }
    #expect(found >= 3)
  }

  @Test func aTextIsAsStrictAsItself() throws {
    for name in Self.names {
      let comparison = try compare(name, name)
      #expect(comparison.counterExample == nil, "\(name)")
    }
  }

  /// A lower threshold, a shorter period, one recipient more, one way out less: stricter is shown, and the other way round is not.
  @Test(arguments: [
    ("us-ca-sb53", "value: 1e26 FLOP", "value: 1e25 FLOP"),
    ("us-ca-sb53", "value: 15 days", "value: 10 days"),
    ("us-ca-sb53", "value: 500000000 USD", "value: 100000000 USD"),
    ("us-ca-sb53", "to: cal-oes, due: { every", "to: [cal-oes, public], due: { every"),
    ("seed-pauseai", "above: $licence-parameters", "at-least: $licence-parameters"),
  ])
  func stricterIsShown(_ name: String, _ old: String, _ new: String) throws {
    let file = try #require(ShippedTexts.folder("Packs").first { $0.path.hasSuffix("/\(name).yaml") })
    let text = String(decoding: file.bytes, as: UTF8.self)
    let changed = text.replacing(old, with: new)
    #expect(changed != text)
    let stricter = try read(changed.replacing("regime: \(name)", with: "regime: stricter"))
    let library = try RegimeLibrary(Self.library.packs + [stricter])
    let plain = try #require(library.pack(name))
    func compare(_ first: RegimePack, _ second: RegimePack) -> PackComparison {
      PackComparison(
        first, with: second, library: library, places: Laws.workspace.places,
        estimator: Laws.workspace.estimator)
    }
    #expect(compare(stricter, plain).counterExample == nil, "\(old)")
    #expect(!compare(plain, stricter).isShown, "\(old)")
  }

  private func read(_ text: String) throws -> RegimePack {
    let bytes = Array(text.utf8)
    return try PackReader.read(
      try TextFile.tree(bytes, named: "pack.yaml"), digest: Digest.sha256(bytes),
      vocabulary: Workspace.vocabulary(), places: Workspace.places())
  }

  /// What is shown of a gate holds in random worlds: where the second text does not leave it open, nor does the first.
  @Test(arguments: [("us-ca-sb53", "us-ca-sb53"), ("eu-cop-2025-07-10", "eu-cop-draft3-2025-03-11")])
  func whatIsShownHolds(_ strict: String, _ other: String) throws {
    let comparison = try compare(strict, other)
    let (first, second) = (comparison.strict, comparison.other)
    let gates = comparison.items.compactMap { item -> (Article, Action)? in
      guard case .covered = item.finding, let action = item.action else { return nil }
      return (item.article, action)
    }
    for seed in Worlds.seeds(20) {
      let world = RandomWorld(seed)
      let (facts, graph) = try Laws.graph(world.records)
      let judge = Judge(
        facts: facts, graph: graph, library: Self.library, places: Laws.workspace.places,
        estimator: Laws.workspace.estimator, detail: .verdicts)
      for model in facts.records(of: "artifact").map(\.id) {
        for (article, action) in gates {
          let theirs = judge.gate(model, action, in: "FR", [second], evenIfNotBinding: true)
          guard let reason = theirs.because.first(where: { $0.article == article.id }) else { continue }
          let own = judge.gate(model, action, in: "FR", [first], evenIfNotBinding: true)
          #expect(own.state >= reason.state, "seed \(seed) \(model) \(article.id)")
        }
      }
    }
  }

  /// The two comparisons that a government would ask for first.
  @Test func gateClosureAndNewYork() throws {
    let (item, _) = try #require(try compare("seed-gate-closure", "us-ny-raise").counterExample)
    #expect(item.article.id == "no-development-without-statement" && item.action == .train)
    let (other, _) = try #require(try compare("us-ny-raise", "seed-gate-closure").counterExample)
    #expect(other.action != nil)
  }
}

/// Whom a change of a text hits: the same as judging everything twice.
@Suite struct RegimeImpacts {
  private func impact(_ old: RegimePack, _ new: RegimePack, _ workspace: Workspace, _ day: String) throws -> (
    PackImpact, Facts, ComputeGraph
  ) {
    let (facts, graph) = try workspace.graph(asOf: Moment(day).last, knownAt: nil)
    return (
      try PackImpact(
        old, new, among: workspace.library, facts: facts, graph: graph, places: workspace.places,
        estimator: workspace.estimator), facts, graph
    )
  }

  private func changed(_ name: String, _ old: String, _ new: String) throws -> RegimePack {
    let file = try #require(ShippedTexts.folder("Packs").first { $0.path.hasSuffix("/\(name).yaml") })
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.contains(old))
    let bytes = Array(text.replacing(old, with: new).utf8)
    return try PackReader.read(
      try TextFile.tree(bytes, named: "pack.yaml"), digest: Digest.sha256(bytes),
      vocabulary: Workspace.vocabulary(), places: Workspace.places())
  }

  @Test func nothingChangesWhereNothingDoes() throws {
    let workspace = try Workspace(dossier: nil)
    for pack in workspace.library.packs {
      #expect(try impact(pack, pack, workspace, "2027-06-01").0.changes.isEmpty, "\(pack.id)")
    }
  }

  /// A threshold ten times as high: the classes that change are those that the judge gives otherwise.
  @Test func theClassesThatChange() throws {
    let workspace = try Workspace(dossier: nil)
    let old = try #require(workspace.library.pack("eu-ai-act-gpai"))
    let new = try changed("eu-ai-act-gpai", "value: 1e25 FLOP", "value: 1e26 FLOP")
    let (found, facts, graph) = try impact(old, new, workspace, "2026-11-21")
    func classes(_ pack: RegimePack) throws -> [GlobalID: Verdict] {
      let library = try RegimeLibrary(workspace.library.packs.filter { $0.id != pack.id } + [pack])
      let judge = Judge(
        facts: facts, graph: graph, library: library, places: workspace.places,
        estimator: workspace.estimator, detail: .verdicts)
      let models = facts.records(of: "artifact").map(\.id)
      return Dictionary(
        uniqueKeysWithValues: models.map {
          ($0, judge.verdict($0, ClassName(pack: "eu-ai-act-gpai", name: "systemic-risk")))
        })
    }
    let (before, after) = (try classes(old), try classes(new))
    let expected = Set(before.keys.filter { before[$0] != after[$0] })
    #expect(expected.count > 15)
    let said = found.changes.filter { $0.matter == .classification && $0.name == "systemic-risk" }
    #expect(Set(said.map(\.subject)) == expected)
    for change in said {
      #expect(
        change.before == before[change.subject]?.rawValue
          && (change.after ?? "fails") == after[change.subject]?.rawValue)
    }
  }

  /// A clock alone: every model that owes the duty, and no other.
  @Test func theDutiesWhoseClockChanges() throws {
    let workspace = try Workspace(dossier: Fixtures.example("california"))
    let old = try #require(workspace.library.pack("us-ca-sb53"))
    let new = try changed("us-ca-sb53", "value: 15 days", "value: 10 days")
    let (found, facts, graph) = try impact(old, new, workspace, "2026-11-21")
    let judge = Judge(
      facts: facts, graph: graph, library: workspace.library, places: workspace.places,
      estimator: workspace.estimator, detail: .verdicts)
    let owing = facts.records(of: "incident").map(\.id).filter { incident in
      judge.determine(incident, old).obligations.contains { $0.duty.duty == "report-incident" }
    }
    #expect(!owing.isEmpty)
    #expect(Set(found.changes.map(\.subject)) == Set(owing))
    #expect(found.changes.allSatisfy { $0.name == "report-incident" && $0.dueBefore != $0.dueAfter })
  }
}
