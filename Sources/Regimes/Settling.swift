import Measures
package import Records

/// One way to settle what cannot be told: what would have to be found, and the answer that follows.
struct Settling: Hashable {
  /// What is found of each open fact.
  let found: [OpenFact: Outcome]
  /// The answer that follows, whatever the other open facts are.
  let verdict: Verdict
}

/// The smallest sets of facts that settle a question.
///
/// The judge itself answers under each supposition, so that a set settles by the same rules by which the question is
/// judged. Answers only become more certain as more is known; so every set above one that settles settles too, and
/// none above it is tried.
struct SettlingSearch {
  /// How many facts a set may have, and how many answers are asked for.
  static let largest = 3
  static let budget = 4_000

  private let judge: Judge
  private let ask: (Judge) -> Verdict
  private var open: [OpenFact: Openness] = [:]
  private(set) var settlings: [Settling] = []
  /// Whether larger sets were left out.
  private(set) var isCut = false
  private var asked = 0

  init(_ judge: Judge, _ ask: @escaping (Judge) -> Verdict) {
    self.judge = judge
    self.ask = ask
    guard answer([:]) == .cannotBeExcluded else { return }
    for size in 1...Self.largest { search(size) }
  }

  /// The answer under a supposition. What it leaves open is noted.
  private mutating func answer(_ supposed: [OpenFact: Outcome]) -> Verdict {
    asked += 1
    let other = judge.supposing(supposed)
    let verdict = ask(other)
    for (fact, openness) in other.open { open[fact] = open[fact]?.joined(openness) ?? openness }
    return verdict
  }

  private mutating func search(_ size: Int) {
    let facts = open.keys.sorted()
    guard facts.count >= size else { return }
    var stack: [(next: Int, supposed: [OpenFact: Outcome])] = [(0, [:])]
    while let (next, supposed) = stack.popLast() {
      if supposed.count == size {
        guard asked < Self.budget else {
          isCut = true
          return
        }
        let verdict = answer(supposed)
        if verdict != .cannotBeExcluded { settlings.append(Settling(found: supposed, verdict: verdict)) }
        continue
      }
      guard facts.count - next >= size - supposed.count else { continue }
      stack.append((next + 1, supposed))
      for outcome in open[facts[next]]?.outcomes ?? [] {
        var more = supposed
        more[facts[next]] = outcome
        if !isSettled(more) { stack.append((next + 1, more)) }
      }
    }
  }

  /// Whether a part of a supposition settles already.
  private func isSettled(_ supposed: [OpenFact: Outcome]) -> Bool {
    settlings.contains { settling in settling.found.allSatisfy { supposed[$0.key] == $0.value } }
  }
}
