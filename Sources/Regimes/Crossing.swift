package import Lineage
import Measures
package import Records

/// A threshold, and when what is compared with it passes it.
package struct Crossing: Hashable, Sendable {
  package enum State: String, Sendable {
    /// It has been passed, whatever the true values within their bounds.
    case crossed
    /// The plan passes it, whatever they are.
    case crosses
    /// It may be passed.
    case mayCross = "may-cross"
    /// It is not passed when everything is finished.
    case below
  }

  package let regime: String
  package let subject: GlobalID
  package let headroom: Headroom
  package let state: State
  /// When at the earliest, by the high bound; as expected, by the best value; at the latest, by the low one. `nil`: this
  /// does not accrue from day to day.
  package let dates: Dates?

  package struct Dates: Hashable, Sendable {
    package let earliest: Accrual.Passing
    package let expected: Accrual.Passing?
    package let latest: Accrual.Passing
    /// The activities that have no dates.
    package let undated: [GlobalID]
  }
}

/// One more doubling of the compute behind a model.
package struct Doubling: Hashable, Sendable {
  /// How many times as much as the base.
  package let times: UInt128
  package let total: UInt128
  package let dates: Crossing.Dates
}

extension Crossing.Dates {
  /// When each line of `accrual` passes what `passes` says. `isStrict`: what is reached is not yet passed.
  init(_ accrual: Accrual, isStrict: Bool, _ passes: (UInt128) -> Bool) {
    func day(_ line: Accrual.Line) -> Accrual.Passing {
      accrual.passing(line, rounded: isStrict ? .up : .down, passes)
    }
    earliest = day(.high)
    let best = day(.best)
    // Of what has no best value when it is finished, only what it has passed is known.
    expected = accrual.atCompletion.best == nil && best != .already ? nil : best
    latest = day(.low)
    undated = accrual.undated
  }

  var state: Crossing.State {
    switch (latest, earliest) {
    case (.already, _): .crossed
    case (_, .never): .below
    case (.never, _): .mayCross
    default: .crosses
    }
  }
}

extension Judge {
  /// When a quantity of `subject` passes a threshold that is known from `headroom`, as accounted for here.
  func crossing(_ headroom: Headroom, of subject: GlobalID, _ pack: RegimePack) -> Crossing {
    func made(_ state: Crossing.State, _ dates: Crossing.Dates?) -> Crossing {
      Crossing(regime: pack.id, subject: subject, headroom: headroom, state: state, dates: dates)
    }
    let (comparator, threshold) = (headroom.comparator, headroom.threshold)
    func passes(_ value: Ratio) -> Bool {
      comparator.passes(value, threshold) == comparator.growsWithQuantity
    }
    guard headroom.quantity == CountingConvention.Measure.trainingCompute.rawValue,
      let accountant = headroom.convention.flatMap({ accountant($0, meantBy: pack) }),
      let accrual = accrual(of: subject, since: headroom.share?.addedTo, accountant)
    else {
      let bounds = headroom.bounds
      let isLow = passes(bounds.low)
      let isHigh = bounds.high.map(passes) ?? true
      return made(isLow ? .crossed : isHigh ? .mayCross : .below, nil)
    }
    let isStrict = comparator == .above || comparator == .atMost
    let dates = Crossing.Dates(accrual, isStrict: isStrict) { passes(Ratio($0)) }
    return made(dates.state, dates)
  }

  /// How the compute behind a subject grows, or what of it another lacks; `nil`: nothing is recorded of it.
  package func accrual(of subject: GlobalID, since other: GlobalID? = nil, _ accountant: Accountant)
    -> Accrual?
  {
    let sources = graph.sources(of: subject)
    guard !sources.isEmpty else { return nil }
    var positions = accountant.ancestors(of: sources)
    var proven = graph.hasStrangers ? accountant.ownAncestors(of: graph.ownSources(of: subject)) : positions
    if let other {
      positions = Accountant.lacking(positions, accountant.ownAncestors(of: graph.ownSources(of: other)))
      proven = Accountant.lacking(proven, accountant.ancestors(of: graph.sources(of: other)))
    }
    let isProven = !graph.hasStrangers
    return try? Accrual(positions, proven: isProven ? nil : Set(proven), accountant)
  }
}

extension Headroom.Share {
  /// Whose compute does not count; `nil`: all counts.
  fileprivate var addedTo: GlobalID? { isAdded ? of : nil }
}
