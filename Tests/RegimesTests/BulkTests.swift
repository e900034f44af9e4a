import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// What many models are judged with: joins of lanes, cuts of whole numbers, rules that are long or deep.
@Suite struct BulkTests {
  /// Every join of two verdicts, as explanations join them.
  @Test func joins() {
    let all = Verdict.allCases
    func truths(_ verdicts: [Verdict]) -> Truths {
      var column = TruthColumn(rows: verdicts.count)
      for (row, verdict) in verdicts.enumerated() { column.put(verdict, at: row) }
      return column.lane(0)
    }
    let pairs = all.flatMap { first in all.map { (first, $0) } }
    let (first, other) = (truths(pairs.map(\.0)), truths(pairs.map(\.1)))
    let joins: [(Join, Truths)] = [
      (.all, first & other), (.any, first | other), (.unless, first.unless(other)),
      (.onlyWithout, first & !other), (.not, !first),
    ]
    for (join, found) in joins {
      for (row, pair) in pairs.enumerated() {
        let bit = UInt64(1) << UInt64(row)
        let verdict: Verdict =
          found.holds[0] & bit != 0 ? .holds : found.possible[0] & bit != 0 ? .cannotBeExcluded : .fails
        #expect(verdict == join.verdict([pair.0, pair.1]), "\(join) \(pair)")
      }
    }
  }

  /// A cut parts whole numbers as the threshold does, a fraction too.
  @Test func cuts() throws {
    let numbers: [UInt128?] = [0, 3, 4, 5, nil]
    let limits = try [Ratio(4), Ratio(0), Ratio(7, over: 2), Ratio(9, over: 2)]
    for comparator in Comparator.allCases {
      for bound in [DecidingBound.all, .best, .high] {
        for limit in limits {
          let cut = try #require(WholeCut(comparator, limit, .flop, bound))
          for low in [0, 3, 4, 5] as [UInt128] {
            for best in numbers {
              for high in numbers {
                var column = BoundColumns()
                let bounds = try? Bounds(
                  low: Ratio(low), best: best.map { Ratio($0) }, high: high.map { Ratio($0) })
                guard let bounds else { continue }
                try column.append(low: low, best: best, high: high)
                let lane = cut.lane(column, 0)
                let verdict = Judge.compare(bounds, comparator, limit, bound)
                #expect(
                  (lane.holds[0], lane.possible[0]) == (
                    verdict == .holds ? 1 : 0, verdict.isPossible ? 1 : 0
                  ),
                  "\(bounds) \(comparator) \(limit) \(bound)")
              }
            }
          }
        }
      }
    }
    #expect(WholeCut(.above, Ratio(.max), .flop, .all) == nil)
  }

  private func world(_ models: Int) throws -> Dossier {
    var text = "- dossier: acme\n- party: acme\n  seat: FR\n"
    for index in 0..<models {
      text += """
        - artifact: m\(index)
        - activity: m\(index)/run
          kind: pretraining
          by: acme
          produces: m\(index)
          complete: [uses]
          compute: [{ method: telemetry, value: \(index + 1)e24 FLOP }]

        """
    }
    return try Dossier(text)
  }

  private func judged(_ pack: TestPack, models: Int, parts: Int = 1, threads: Int = 1) throws
    -> (bulk: [[String]], alone: [[String]])
  {
    let judge = try Judge(world(models), [pack])
    let program = BulkProgram(judge.library, judge.library.packs, asOf: judge.asOf)
    let names = (0..<models).map { acme("artifact", "m\($0)") }
    let columns = (0..<parts).map { part in
      BulkColumns(program, Array(names[models * part / parts..<models * (part + 1) / parts]), judge)
    }
    let bulk = program.judge(columns, threads: threads).flatMap { item in
      item.models.indices.map { row in
        item.articles(row, pack: 0).map(\.verdict.rawValue) + item.gates(row, pack: 0).map(\.state.rawValue)
      }
    }
    let alone = names.map { name in
      let made = judge.determine(name, judge.library.packs[0])
      return made.findings.map(\.verdict.rawValue) + made.gates.map(\.state.rawValue)
    }
    return (bulk, alone)
  }

  /// More models than a lane holds, in uneven parts, on two threads.
  @Test func manyModels() throws {
    var pack = TestPack()
    pack.articles = [TestPack.article("a", when: aboveLimit, then: "{ closes: { actions: [use, train] } }")]
    let (bulk, alone) = try judged(pack, models: 700, parts: 3, threads: 2)
    #expect(bulk == alone && Set(bulk).count > 1)
  }

  /// What is too deep for steps is the judge's answer; the last is as deep as a file may be.
  @Test(arguments: [10, 46, 50, 54]) func deepConditions(_ depth: Int) throws {
    var pack = TestPack()
    let when = (0..<depth).reduce(aboveLimit) { inner, _ in "{ not: \(inner) }" }
    pack.articles = [TestPack.article("a", when: when, then: "{ closes: { actions: [use] } }")]
    let (bulk, alone) = try judged(pack, models: 12)
    #expect(bulk == alone)
  }

  /// Classes that each ask twice for the one before are compiled once each.
  @Test func classesOfClasses() throws {
    var pack = TestPack()
    pack.articles = [TestPack.article("c0", when: aboveLimit, then: "{ classifies: { as: k0 } }")]
    for index in 1...30 {
      let before = "{ classified: { as: k\(index - 1) } }"
      pack.articles.append(
        TestPack.article(
          "c\(index)", when: "{ any: [ \(before), { all: [ \(before) ] } ] }",
          then: "{ classifies: { as: k\(index) } }"))
    }
    let (bulk, alone) = try judged(pack, models: 12)
    #expect(bulk == alone)
  }
}
