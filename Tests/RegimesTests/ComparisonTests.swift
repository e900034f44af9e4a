import Measures
import TestSupport
import Testing

@testable import Regimes

/// Every comparator against every bound, from the grammar: all bounds, the best value, or the high one.
@Suite struct ComparisonTests {
  private static let ten = Ratio(10)
  private static let letters: [Verdict: Character] = [.holds: "H", .fails: "F", .cannotBeExcluded: "C"]

  /// Columns: above, at least, below, at most; in each, by all bounds, by the best, by the high one.
  @Test(
    arguments: [
      ([1, 2, 3], "FFF FFF HHH HHH"), ([10, 10, 10], "FFF HHH FFF HHH"), ([11, 12, 13], "HHH HHH FFF FFF"),
      ([5, 12, 15], "CHH CHH CFF CFF"), ([5, 8, 15], "CFH CFH CHF CHF"), ([5, 8, nil], "CFH CFH CHF CHF"),
      ([11, 12, nil], "HHH HHH FFF FFF"), ([5, nil, 15], "CCH CCH CCF CCF"),
      ([0, nil, nil], "CCH CCH CCF CCF"),
      ([10, 11, 12], "CHH HHH FFF CFF"), ([5, 8, 10], "FFF CFH CHF HHH"), ([1, nil, 3], "FFF FFF HHH HHH"),
      ([11, nil, nil], "HHH HHH FFF FFF"), ([10, nil, nil], "CCH HHH FFF CCF"),
    ] as [([UInt128?], String)])
  func quantities(_ numbers: [UInt128?], _ expected: String) throws {
    let bounds = try Bounds(
      low: Ratio(#require(numbers[0])), best: numbers[1].map { Ratio($0) }, high: numbers[2].map { Ratio($0) }
    )
    let found = Comparator.allCases.map { comparator in
      String(
        [DecidingBound.all, .best, .high].compactMap {
          Self.letters[Judge.compare(bounds, comparator, Self.ten, $0)]
        })
    }
    #expect(found.joined(separator: " ") == expected)
  }

  /// That bounds cross what the best value decides is said where the best value does decide.
  @Test(arguments: [("", false), (", bound: best", true), (", bound: high", false)])
  func crossingBounds(_ bound: String, _ isSaid: Bool) throws {
    var pack = TestPack()
    pack.articles = [
      TestPack.article(
        "a", when: aboveLimit.replacing("$limit", with: "$limit\(bound)"),
        then: "{ closes: { actions: [use] } }")
    ]
    for (low, high, crosses) in [("5e24", "5e25", true), ("2e25", "5e25", false)] {
      let text = model("2e25").replacing("low: 2e25", with: "low: \(low)").replacing(
        "high: 2e25", with: "high: \(high)")
      let judge = try Judge(Dossier(text), [pack])
      let remarks = judge.determine(acme("artifact", "m"), judge.library.packs[0]).remarks
      #expect(remarks.map(\.code) == (isSaid && crosses ? ["bound-crosses"] : []))
    }
  }

  /// Shares against one third. Columns as above, by all bounds and by the best.
  @Test(
    arguments: [
      ([1, 1, 1], [3, 3, 3], "FF HH FF HH"), ([2, 2, 2], [3, 3, 3], "HH HH FF FF"),
      ([1, 1, 1], [4, 4, 4], "FF FF HH HH"),
      // Between a quarter and a half, at best a third.
      ([1, 1, 1], [2, 3, 4], "CF CH CF CH"),
      ([1, 2, 3], [4, 4, 4], "CH CH CF CF"),
      // Without an upper bound below the line the share may vanish.
      ([2, 2, 2], [3, nil, nil], "CC CC CC CC"), ([1, 1, 1], [4, nil, nil], "FF FF HH HH"),
      ([1, 1, 1], [3, nil, nil], "FF CC CC HH"),
      // Without one above the line it may grow past every limit.
      ([2, nil, nil], [3, 3, 3], "HH HH FF FF"), ([0, nil, nil], [3, 3, 3], "CC CC CC CC"),
      ([0, nil, nil], [0, nil, nil], "CC CC CC CC"), ([1, 1, 1], [0, nil, nil], "CC CC CC CC"),
      // Over nothing at all, everything is more.
      ([1, 1, 1], [0, 0, 0], "HH HH FF FF"),
    ] as [([UInt128?], [UInt128?], String)])
  func ratios(_ of: [UInt128?], _ over: [UInt128?], _ expected: String) throws {
    func bounds(_ numbers: [UInt128?]) throws -> Bounds<Ratio> {
      try Bounds(
        low: Ratio(#require(numbers[0])), best: numbers[1].map { Ratio($0) },
        high: numbers[2].map { Ratio($0) })
    }
    let (above, below) = (try bounds(of), try bounds(over))
    let third = try Ratio(1, over: 3)
    let found = Comparator.allCases.map { comparator in
      String(
        [DecidingBound.all, .best].compactMap {
          Self.letters[Judge.compare(above, below, comparator, third, $0)]
        })
    }
    #expect(found.joined(separator: " ") == expected)
  }

  /// The products that are compared need more than 64 bits; those that need more than 128 decide nothing wrongly.
  @Test func sharesOfGreatNumbers() throws {
    let third = try Ratio(1, over: 3)
    let great = Ratio(try UInt128.powerOfTen(38))
    let exact = Bounds(exactly: great)
    #expect(Judge.compare(exact, exact, .above, third, .all) == .holds)
    #expect(Judge.compare(Bounds(exactly: .one), exact, .above, third, .all) == .fails)
    // 10³⁸ × 10 does not fit: that the share is above ten fails or is not excluded, and never holds.
    #expect(Judge.compare(exact, exact, .above, Ratio(10), .all) != .holds)
    #expect(Judge.compare(exact, exact, .above, Ratio(10), .best) != .holds)
    #expect(Judge.compare(exact, exact, .below, Ratio(10), .all) != .fails)
  }

  @Test func growing() {
    #expect(Comparator.allCases.map(\.growsWithQuantity) == [true, true, false, false])
  }
}
