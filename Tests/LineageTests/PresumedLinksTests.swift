import Measures
import Records
import TestSupport
import Testing

@testable import Lineage

/// Links that nobody stated: among activities of one environment, in time order (A09).
@Suite struct PresumedLinksTests {
  private func run(_ name: String, _ from: String?, _ more: String = "", environment: String? = "lab")
    -> String
  {
    """
    - artifact: \(name)
    - activity: \(name)/run
      kind: pretraining
      by: acme
      produces: \(name)\(from.map { "\n  from: \($0)\n  to: \($0)\n  state: done" } ?? "")\(environment.map { "\n  environment: \($0)" } ?? "")
      \(exact("1e20"))
    \(more)
    """
  }

  private func behind(_ name: String, _ text: String, presumed: Bool = true) throws -> [String] {
    let dossier = try Dossier("- dossier: acme\n- party: acme\n" + text)
    let account = try dossier.account(name) { if presumed { presuming(&$0) } }
    return account.entries.filter(\.counts).map(\.activity.local).sorted()
  }

  private var three: String { run("c", "2025-03-01") + run("a", "2025-01-01") + run("b", "2025-02-01") }

  @Test func goFromEarlierToLater() throws {
    #expect(try behind("a", three) == ["a/run"])
    #expect(try behind("b", three) == ["a/run", "b/run"])
    #expect(try behind("c", three) == ["a/run", "b/run", "c/run"])
  }

  /// Capitals and spaces make no other environment.
  @Test func environmentsAreSpeltAsOnePleases() throws {
    let text = run("a", "2025-01-01") + run("b", "2025-02-01", environment: "\" LAB \"")
    #expect(try behind("b", text) == ["a/run", "b/run"])
    let two =
      run("a", "2025-01-01", environment: "main lab")
      + run("b", "2025-02-01", environment: "Main\u{A0}  Lab")
      + run("c", "2025-03-01", environment: "mainlab")
    #expect(try behind("b", two) == ["a/run", "b/run"])
    #expect(try behind("c", two) == ["c/run"])
  }

  /// Signs that do not show are refused; those that some scripts and emoji need make no other environment.
  @Test(arguments: ["\u{200C}", "\u{200D}", "\u{FE0F}"])
  func environmentsAreWhatIsSeen(_ sign: String) throws {
    let two = run("a", "2025-01-01", environment: "lab") + run("b", "2025-02-01", environment: "la\(sign)b")
    #expect(try behind("b", two) == ["a/run", "b/run"])
  }

  @Test func onlyInConventionsThatPresume() throws {
    #expect(try behind("c", three, presumed: false) == ["c/run"])
    let flagless = try Dossier("- dossier: acme\n- party: acme\n" + three).account("c") {
      $0.presumesDependence = true
    }
    #expect(flagless.entries.filter(\.counts).map(\.activity.local) == ["c/run"])
    #expect(Set(flagless.entries.filter { !$0.counts }.map(\.because.code)) == ["presumed-not-counted"])
  }

  @Test func onlyWithinOneEnvironment() throws {
    let text =
      run("a", "2025-01-01") + run("b", "2025-02-01", environment: "other")
      + run("c", "2025-03-01", environment: nil)
    for name in ["a", "b", "c"] { #expect(try behind(name, text) == ["\(name)/run"]) }
  }

  /// Then by end, then by id.
  @Test func tiesAreBrokenByID() throws {
    let text = run("a", "2025-01-01") + run("b", "2025-01-01")
    #expect(try behind("a", text) == ["a/run"])
    #expect(try behind("b", text) == ["a/run", "b/run"])
  }

  private func claim(_ a: String, _ b: String, _ reviewer: String?) -> String {
    "- independence-claim: \(a)-\(b)\n  between: [\(a)/run, \(b)/run]\n  reason: apart\n  made-by: ann\n"
      + (reviewer.map { "  reviewed-by: \($0)\n" } ?? "")
  }

  @Test func aClaimThatAnotherPersonReviewedCuts() throws {
    let two = run("a", "2025-01-01") + run("b", "2025-02-01")
    #expect(try behind("b", two + claim("a", "b", "bob")) == ["b/run"])
    #expect(try behind("b", two + claim("b", "a", "bob")) == ["b/run"])
    #expect(try behind("b", two + claim("a", "b", "ann")) == ["a/run", "b/run"])
    #expect(try behind("b", two + claim("a", "b", nil)) == ["a/run", "b/run"])
    #expect(try behind("b", two + claim("a", "b", "a\u{200C}nn")) == ["a/run", "b/run"])
  }

  /// A claim is pairwise: it does not reach through a third activity.
  @Test func aClaimDoesNotReachThroughAThird() throws {
    #expect(try behind("c", three + claim("a", "c", "bob")) == ["a/run", "b/run", "c/run"])
    #expect(try behind("c", three + claim("a", "c", "bob") + claim("a", "b", "bob")) == ["b/run", "c/run"])
    #expect(try behind("c", three + claim("b", "c", "bob")) == ["a/run", "c/run"])
  }

  /// A claim cuts no declared link, and a declared relation leaves nothing to presume.
  @Test func declaredRelationsStand() throws {
    let declared =
      run("a", "2025-01-01")
      + run("b", "2025-02-01").replacing(
        "produces: b", with: "produces: b\n  uses: [{ artifact: a, as: diagnostic }]")
    let dossier = try Dossier("- dossier: acme\n- party: acme\n" + declared + claim("a", "b", "bob"))
    let graph = try dossier.graph()
    #expect(graph.links.flatMap(\.self).map(\.role) == ["diagnostic"])
    // Its role is not counted: the declared link says how a came into b, so that nothing is presumed.
    #expect(
      try dossier.account("b") {
        presuming(&$0)
        $0.exceptRoles = ["diagnostic"]
      }.toDate == bounds("1e20", "1e20", "1e20"))
  }

  /// What nobody stated never makes a circle of what somebody stated.
  @Test(
    arguments: [
      // Undated, and the name of what enters comes later.
      ("a", nil, "z", nil, "m", nil), ("a", "2025-01-01", "z", "2025-01-01", "m", "2025-01-01"),
      // What is used has a date, what uses it has none.
      ("a", nil, "z", "2025-03-01", "m", "2025-02-01"),
    ] as [(String, String?, String, String?, String, String?)])
  func makeNoCircle(
    _ target: String, _ targetDate: String?, _ source: String, _ sourceDate: String?, _ other: String,
    _ otherDate: String?
  ) throws {
    let text =
      run(target, targetDate).replacing(
        "produces: \(target)",
        with: "produces: \(target)\n  uses: [{ artifact: \(source), as: base-weights }]")
      + run(source, sourceDate) + run(other, otherDate)
    let behind = try behind(target, text)
    #expect(behind.contains("\(source)/run"))
    #expect(try self.behind(source, text).contains("\(target)/run") == false)
  }

  /// Where nobody says when an activity began, anything of its environment may have entered it.
  @Test func whatHasNoDateHasNoUpperBound() throws {
    let dossier = try Dossier(
      "- dossier: acme\n- party: acme\n" + run("a", nil) + run("b", "2025-02-01")
        + run("c", nil, environment: "other"))
    #expect(try dossier.account("a", presuming).toDate == bounds("1e20", "-", "-"))
    #expect(try dossier.account("a").toDate == bounds("1e20", "1e20", "1e20"))
    // Alone in its environment, nothing can have entered it.
    #expect(try dossier.account("c", presuming).toDate == bounds("1e20", "1e20", "1e20"))
  }

  /// What is hidden of an activity may be its environment.
  @Test func whatIsHiddenMayEnter() throws {
    let two = "- dossier: acme\n- party: acme\n" + run("a", "2025-01-01") + run("b", "2025-02-01")
    for hidden in [
      two + "- withdrawal: w\n  of: a/run\n",
      two.replacing("- activity: a/run", with: "- activity: a/run\n  withheld: yes"),
      two + "- activity: c/run\n  withheld: yes\n  uses: [{ artifact: a, as: model }]\n",
    ] {
      let dossier = try Dossier(hidden)
      #expect(try dossier.account("b", presuming).toDate.high == nil)
      #expect(try dossier.account("b").toDate == bounds("1e20", "1e20", "1e20"))
    }
    // What another party hides may have been here too.
    let other = try Dossier(two, "- dossier: other\n- activity: c/run\n  withheld: yes\n")
    #expect(try other.account("b", presuming).toDate == bounds("2e20", "-", "-"))
    #expect(try other.account("b").toDate == bounds("1e20", "1e20", "1e20"))
    // Nor does a missing date put it after.
    let undated = two.replacing("  from: 2025-02-01\n", with: "").replacing("a/run", with: "z/run")
    let hidden = try Dossier(undated, "- dossier: other\n- activity: z\n  withheld: yes\n")
    #expect(try hidden.account("b", presuming).toDate.high == nil)
  }

  /// One hidden activity that comes after ours does not make the others come after it too.
  @Test func whatIsHiddenMayHaveComeBefore() throws {
    let ours = "- dossier: acme\n- party: acme\n" + run("m", "2025-02-01")
    let served = "- activity: a\n  withheld: yes\n  uses: [{ artifact: m, as: model }]\n"
    let other = "- dossier: other\n- activity: z\n  withheld: yes\n"
    #expect(try Dossier(ours + served).account("m", presuming).toDate == bounds("1e20", "1e20", "1e20"))
    #expect(try Dossier(ours + served, other).account("m", presuming).toDate.high == nil)
  }

  /// A hidden activity whose head does not say where it belongs may be behind whatever its issuer made.
  @Test func whatIsHiddenMayHaveMadeIt() throws {
    let two = "- dossier: acme\n- party: acme\n" + run("a", "2025-01-01") + run("b", "2025-02-01")
    let hidden = "- activity: c\n  withheld: yes\n"
    #expect(try Dossier(two + hidden).account("a").toDate == bounds("1e20", "-", "-"))
    #expect(
      try Dossier(two, "- dossier: other\n" + hidden).account("a").toDate == bounds("1e20", "1e20", "1e20"))
    for head in [
      "  produces: c\n- artifact: c\n", "  uses: [{ artifact: a, as: model }]\n",
      "- activity: d\n  kind: evaluation\n  uses: [{ activity: c, as: diagnostic }]\n",
    ] {
      #expect(
        try Dossier(two + hidden + head).account("a").toDate == bounds("1e20", "1e20", "1e20"), "\(head)")
    }
  }

  @Test func everyTotalSaysWhatRestsOnPresumption() throws {
    let dossier = try Dossier("- dossier: acme\n- party: acme\n" + three)
    let account = try dossier.account("c", presuming)
    #expect(try account.presumedShare == Ratio(2, over: 3))
    #expect(try dossier.account("a", presuming).presumedShare == .zero)
    #expect(account.entries.map(\.because.code).sorted() == ["presumed", "presumed", "produces-subject"])
  }

  /// Any two of an environment are connected, whatever the chains leave out.
  @Test func chainsLoseNothing() throws {
    for seed in 0..<60 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let names = (0..<6).map { "m\($0)" }
      let dates = names.map { _ in "2025-01-0\(Int.random(in: 1...9, using: &random))" }
      var cut: Set<Set<Int>> = []
      var text = zip(names, dates).map { run($0, $1) }.joined()
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let (a, b) = (Int.random(in: 0..<6, using: &random), Int.random(in: 0..<6, using: &random))
        if a != b, cut.insert([a, b]).inserted { text += claim(names[a], names[b], "bob") }
      }
      // The slow obvious way: every pair in order that no claim cuts, closed over chains.
      let order = names.indices.sorted { (dates[$0], names[$0]) < (dates[$1], names[$1]) }
      var reached: [Int: Set<Int>] = [:]
      for (index, target) in order.enumerated() {
        reached[target] = order[..<index].filter { !cut.contains([$0, target]) }
          .reduce(into: [target]) { $0.formUnion(reached[$1] ?? []) }
      }
      for (index, name) in names.enumerated() {
        let expected = (reached[index] ?? []).map { "\(names[$0])/run" }.sorted()
        #expect(try behind(name, text) == expected, "seed \(seed), \(name)")
      }
    }
  }

  /// With stated relations too, whichever of them count, all that any pair in order brings is brought.
  @Test func whatIsStatedLosesNothing() throws {
    for seed in 0..<80 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 2...7, using: &random)
      let names = (0..<count).map { "m\($0)" }
      let environments = names.map { _ in Bool.random(using: &random) || Bool.random(using: &random) }
      var apart: Set<Set<Int>> = []
      var sources: [[(from: Int, counts: Bool)]] = names.map { _ in [] }
      for target in names.indices.dropFirst() {
        for source in 0..<target where Int.random(in: 0..<3, using: &random) == 0 {
          sources[target].append((source, Bool.random(using: &random)))
          apart.insert([source, target])
        }
      }
      var text = ""
      for (index, name) in names.enumerated() {
        let uses = sources[index].map {
          "{ artifact: m\($0.from), as: \($0.counts ? "base-weights" : "diagnostic") }"
        }
        text += run(
          name, "2025-01-0\(index + 1)", environment: environments[index] ? "lab" : nil
        ).replacing(
          "produces: \(name)\n",
          with: "produces: \(name)\n" + (uses.isEmpty ? "" : "  uses: [\(uses.joined(separator: ", "))]\n"))
      }
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        let (a, b) = (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
        if a != b, apart.insert([a, b]).inserted { text += claim(names[a], names[b], "bob") }
      }
      let dossier = try Dossier("- dossier: acme\n- party: acme\n" + text)
      var reached: [Set<Int>] = []
      for target in names.indices {
        let presumed = (0..<target).filter {
          environments[$0] && environments[target] && !apart.contains([$0, target])
        }
        let stated = sources[target].filter(\.counts).map(\.from)
        reached.append((presumed + stated).reduce(into: [target]) { $0.formUnion(reached[$1]) })
        let account = try dossier.account(names[target]) {
          presuming(&$0)
          $0.exceptRoles = ["diagnostic"]
        }
        #expect(
          account.entries.filter(\.counts).map(\.activity.local).sorted()
            == reached[target].map { "\(names[$0])/run" }.sorted(), "seed \(seed), \(names[target])")
      }
    }
  }

  /// Links in one environment stay few, even where every run uses the one before.
  @Test func linksStayFew() throws {
    let count = 300
    var text = run("m0", "2025-01-01")
    for index in 1..<count {
      text += run("m\(index)", "2025-01-01").replacing(
        "produces: m\(index)\n",
        with: "produces: m\(index)\n  uses: [{ artifact: m\(index - 1), as: base-weights }]\n")
    }
    let graph = try Dossier("- dossier: acme\n- party: acme\n" + text).graph()
    #expect(graph.links.joined().count(where: \.isPresumed) < 3 * count)
  }

  /// What is not shown and comes after something draws that before nothing else.
  @Test func whatIsHiddenDrawsNothingBeforeItsTime() throws {
    let text =
      "- party: acme\n"
      + [("a", "2025-06-01"), ("b", "2025-12-01")].map { name, from in
        "- artifact: \(name)\n- activity: \(name)/run\n  kind: pretraining\n  by: acme\n  environment: lab\n  from: \(from)\n  produces: \(name)\n  \(exact("1e20"))\n"
      }.joined()
    let hidden = "- activity: h\n  withheld: yes\n  uses: [{ artifact: b, as: model }]\n"
    #expect(try Dossier(text).account("b", presuming).toDate.low == flop("2e20"))
    #expect(try Dossier(text + hidden).account("b", presuming).toDate.low == flop("2e20"))
  }
}
