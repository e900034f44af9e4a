import Measures
import Testing

/// Kleene's three-valued logic, from its tables.
@Suite struct VerdictTests {
  private static let order: [Verdict] = [.holds, .cannotBeExcluded, .fails]

  @Test func conjunction() {
    let table: [[Verdict]] = [
      [.holds, .cannotBeExcluded, .fails],
      [.cannotBeExcluded, .cannotBeExcluded, .fails],
      [.fails, .fails, .fails],
    ]
    for (row, left) in Self.order.enumerated() {
      for (column, right) in Self.order.enumerated() {
        #expect(Verdict.all([left, right]) == table[row][column], "\(left) and \(right)")
      }
    }
  }

  @Test func disjunction() {
    let table: [[Verdict]] = [
      [.holds, .holds, .holds],
      [.holds, .cannotBeExcluded, .cannotBeExcluded],
      [.holds, .cannotBeExcluded, .fails],
    ]
    for (row, left) in Self.order.enumerated() {
      for (column, right) in Self.order.enumerated() {
        #expect(Verdict.any([left, right]) == table[row][column], "\(left) or \(right)")
      }
    }
  }

  @Test func negation() {
    #expect(Self.order.map(\.negated) == [.fails, .cannotBeExcluded, .holds])
    #expect(Self.order.map(\.isPossible) == [true, true, false])
    #expect(Verdict(true) == .holds && Verdict(false) == .fails)
  }

  @Test func overNothing() {
    #expect(Verdict.all([Verdict]()) == .holds)
    #expect(Verdict.any([Verdict]()) == .fails)
  }

  @Test func orderDoesNotMatter() {
    for a in Self.order {
      for b in Self.order {
        for c in Self.order {
          #expect(Verdict.all([a, b, c]) == .all([.all([c, b]), a]))
          #expect(Verdict.any([a, b, c]) == .any([c, .any([b, a])]))
          #expect(Verdict.any([a, b, c]) == Verdict.all([a.negated, b.negated, c.negated]).negated)
        }
      }
    }
  }
}
