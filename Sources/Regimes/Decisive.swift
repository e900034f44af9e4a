import Lineage
import Measures
import Records

/// Which cited facts decide: each is taken away in turn, once for all determinations that cite it, and the
/// articles that cite it are judged again.
package struct DecisiveFacts: Sendable {
  /// An article of a determination, or its standing.
  fileprivate struct Citer: Hashable {
    let determination: Int
    /// `nil`: the standing.
    let finding: Int?
  }

  /// Facts that are cited of the same subjects.
  package struct Group: Sendable {
    let subjects: [GlobalID]
    var facts: [GlobalID] = []
  }

  /// A fact and what would be judged otherwise without it.
  package struct Found: Sendable {
    let fact: String
    fileprivate let changed: [Citer]
  }

  /// Of a determination that cites more facts, none is tried.
  static let mostTried = 100

  private let determinations: [Determination]
  private let isTried: [Bool]
  private let links: FactLinks
  private let graph: ComputeGraph
  private let library: RegimeLibrary
  private let places: Places
  private let estimator: Estimator
  private var citers: [String: [Citer]] = [:]
  /// What is to be tried, each group apart from the others.
  package private(set) var groups: [Group] = []

  /// What is to be tried of `determinations`, which `judge` made.
  package init(_ determinations: [Determination], _ judge: Judge) {
    self.determinations = determinations
    (links, graph, library) = (judge.links, judge.graph, judge.library)
    (places, estimator) = (judge.places, judge.estimator)
    isTried = determinations.map(Self.isTried)
    for (index, determination) in determinations.enumerated() where isTried[index] {
      cite(determination.standing, Citer(determination: index, finding: nil))
      for (place, finding) in determination.findings.enumerated() {
        cite(finding.because, Citer(determination: index, finding: place))
      }
    }
    var places: [[GlobalID]: Int] = [:]
    for (name, citers) in citers.sorted(by: { $0.key < $1.key }) {
      guard let fact = GlobalID(full: name) else { continue }
      var subjects: [GlobalID] = []
      for citer in citers where subjects.last != determinations[citer.determination].subject {
        subjects.append(determinations[citer.determination].subject)
      }
      let place = places[subjects] ?? groups.count
      if place == groups.count { groups.append(Group(subjects: subjects)) }
      places[subjects] = place
      groups[place].facts.append(fact)
    }
  }

  private static func isTried(_ determination: Determination) -> Bool {
    var cited: Set<String> = []
    return ([determination.standing] + determination.findings.map(\.because)).allSatisfy {
      $0.uses(noMoreThan: mostTried, with: &cited)
    }
  }

  private mutating func cite(_ explanation: Explanation, _ citer: Citer) {
    explanation.forEachFact { fact in
      if citers[fact.id]?.last != citer { citers[fact.id, default: []].append(citer) }
    }
  }

  /// Takes each fact of a group away and judges what cites it again.
  package func tried(_ group: Group) -> [Found] {
    let near = links.closure(of: group.subjects)
    return group.facts.compactMap { fact -> Found? in
      guard near[fact] != nil else { return nil }
      let others = near.without(fact)
      // What no graph rests on leaves it as it is.
      var graph: ComputeGraph? = self.graph
      if ComputeGraph.kinds.contains(fact.kind) {
        graph = try? ComputeGraph(
          others, estimator: estimator, places: places, foreseenFrom: self.graph.today)
      }
      guard let graph else { return nil }
      let judge = Judge(
        facts: others, graph: graph, library: library, places: places, estimator: estimator,
        detail: .verdicts)
      let changed = (citers[fact.full] ?? []).filter { judge.differs(determinations[$0.determination], $0) }
      return Found(fact: fact.full, changed: changed)
    }
  }

  /// The determinations with each cited fact marked.
  package func marked(_ found: [Found]) -> [Determination] {
    var decisive: [Citer: Set<String>] = [:]
    for item in found { for citer in item.changed { decisive[citer, default: []].insert(item.fact) } }
    // What is marked alike is one explanation again.
    var made: [Set<String>: Explanation.Made] = [:]
    return determinations.enumerated().map { index, determination in
      guard isTried[index] else { return determination }
      var copy = determination
      func mark(_ explanation: inout Explanation, _ finding: Int?) {
        let ids = decisive[Citer(determination: index, finding: finding)] ?? []
        explanation = explanation.marked(&made[ids, default: [:]]) { ids.contains($0.id) }
      }
      for place in copy.findings.indices { mark(&copy.findings[place].because, place) }
      mark(&copy.standing, nil)
      return copy
    }
  }
}

extension Judge {
  /// The determinations with each cited fact marked: whether the verdict of the article would be another without
  /// it.
  package func marked(_ determinations: [Determination]) -> [Determination] {
    let trials = DecisiveFacts(determinations, self)
    return trials.marked(trials.groups.flatMap(trials.tried))
  }

  /// Whether an article has another verdict here, or the regime binds otherwise.
  fileprivate func differs(_ determination: Determination, _ citer: DecisiveFacts.Citer) -> Bool {
    guard let pack = library.packs.first(where: { $0.digest == determination.packDigest }) else {
      return false
    }
    let standings = standings(pack, determination.subject)
    let standing = standings.first { $0.binding.isPossible } ?? standings[0]
    guard let place = citer.finding else { return standing.because.verdict != determination.standing.verdict }
    let scope = Scope(pack: pack, standing: standing, subject: determination.subject)
    let finding = determination.findings[place]
    return effective(finding.article, "applies", nil, scope).verdict != finding.verdict
  }
}
