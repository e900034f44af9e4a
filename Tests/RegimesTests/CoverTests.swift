import Testing
import TestSupport

@testable import Regimes

/// Covers are checked against every assignment of up to eight facts.
@Suite struct CoverTests {
  /// A condition on facts with two to four outcomes.
  private indirect enum Formula {
    case fact(Int, UInt64)
    case any([Formula])
    case all([Formula])
    case not(Formula)

    func holds(_ outcomes: [Int]) -> Bool {
      switch self {
      case .fact(let fact, let allowed): allowed >> UInt64(outcomes[fact]) & 1 == 1
      case .any(let parts): parts.contains { $0.holds(outcomes) }
      case .all(let parts): parts.allSatisfy { $0.holds(outcomes) }
      case .not(let part): !part.holds(outcomes)
      }
    }

    /// When it holds, or when it does not.
    func cover(_ truth: Bool, _ all: [UInt64]) -> Cover {
      switch self {
      case .fact(let fact, let allowed): Cover(fact, truth ? allowed : ~allowed, of: all[fact])
      case .any(let parts): join(parts, truth, truth, all)
      case .all(let parts): join(parts, truth, !truth, all)
      case .not(let part): part.cover(!truth, all)
      }
    }

    private func join(_ parts: [Formula], _ truth: Bool, _ isAny: Bool, _ all: [UInt64]) -> Cover {
      parts.map { $0.cover(truth, all) }.reduce(isAny ? .never : .always) { isAny ? $0.or($1) : $0.and($1) }
    }
  }

  private func formula(_ depth: Int, _ all: [UInt64], _ random: inout SeededGenerator) -> Formula {
    if depth == 0 || Int.random(in: 0..<5, using: &random) == 0 {
      let fact = Int.random(in: all.indices, using: &random)
      return .fact(fact, UInt64.random(in: 1..<all[fact], using: &random))
    }
    let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in formula(depth - 1, all, &random) }
    switch Int.random(in: 0..<5, using: &random) {
    case 0, 1: return .any(parts)
    case 2, 3: return .all(parts)
    default: return .not(parts[0])
    }
  }

  /// Every choice of one item of each list.
  private func choices<T>(_ lists: [[T]]) -> [[T]] {
    lists.reduce([[]]) { made, list in made.flatMap { one in list.map { one + [$0] } } }
  }

  /// The greatest boxes in which a condition is so, found by trying every box.
  private func greatest(_ holds: Set<[Int]>, _ all: [UInt64]) -> Set<[UInt64]> {
    let boxes = choices(all.map { Array(1...$0) }).filter { box in
      choices(box.map { outcomes in (0..<4).filter { outcomes >> UInt64($0) & 1 == 1 } })
        .allSatisfy(holds.contains)
    }
    let set = Set(boxes)
    return set.filter { box in
      // No box with one more outcome of one fact.
      box.indices.allSatisfy { fact in
        (0..<4).allSatisfy { outcome in
          let more = box[fact] | 1 << UInt64(outcome)
          guard more != box[fact], more & ~all[fact] == 0 else { return true }
          var larger = box
          larger[fact] = more
          return !set.contains(larger)
        }
      }
    }
  }

  @Test(arguments: 0..<120) func findsEverySmallestCase(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let isBinary = Bool.random(using: &random)
    let all: [UInt64] = (0..<Int.random(in: 1...(isBinary ? 8 : 4), using: &random)).map { _ in
      isBinary ? 3 : [3, 7, 7, 15].randomElement(using: &random) ?? 3
    }
    let formula = formula(4, all, &random)
    let outcomes = choices(all.map { all in (0..<4).filter { all >> UInt64($0) & 1 == 1 } })
    for truth in [true, false] {
      let cover = formula.cover(truth, all).smallest(all)
      #expect(cover.isWhole)
      let found = Set(cover.cases.map { one in all.indices.map { one.allowed[$0] ?? all[$0] } })
      #expect(found == greatest(Set(outcomes.filter { formula.holds($0) == truth }), all), "seed \(seed)")
    }
  }

  @Test func keepsTheCasesThatAskLeast() {
    let all = [UInt64](repeating: 3, count: 256)
    // Pairs of facts, more of them than are kept, and one fact alone.
    let pairs = (0..<Cover.most).reduce(Cover(255, 1, of: 3)) { cover, pair in
      cover.or(Cover(pair, 1, of: 3).and(Cover(pair + 126, 1, of: 3)))
    }
    #expect(!pairs.isWhole)
    #expect(pairs.cases.count == Cover.most && pairs.cases[0].allowed == [255: 1])
    #expect(!pairs.smallest(all).isWhole)
  }
}
