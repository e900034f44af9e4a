package import Lineage
package import Measures
package import Records

/// What follows if a model is finished as planned and deployed on a day in some places.
package struct Plan {
  /// The total under one convention, and how often it doubles.
  package struct Total {
    package let convention: CountingConvention
    package let toDate: Bounds<UInt128>
    package let atCompletion: Bounds<UInt128>
    /// From what doublings count; `nil`: nothing that has a best value is done.
    package let base: Base?
    package let doublings: [Doubling]
  }

  /// From what doublings count (A32): of weights that were taken from another model what is behind that one, else what is
  /// done at the as-of date.
  package struct Base: Hashable {
    package let total: UInt128
    /// The model whose weights were taken; `nil`: the model itself as it is.
    package let of: GlobalID?
  }

  /// An action in a place: what binds says, and each regime that governs it.
  package struct Act {
    package let action: Action
    package let place: String
    package let gate: GateState
    package let parts: [Part]

    package struct Part {
      package let pack: RegimePack
      package let isBinding: Bool
      package let gate: GateState
    }
  }

  /// What a regime says of the model, or of a run, when it is deployed, beside today.
  package struct Outcome {
    package let subject: GlobalID
    package let pack: RegimePack
    package let isBinding: Bool
    package let tier: (today: Determination.Tier?, then: Determination.Tier?)
    package let classes: [(name: ClassName, today: Verdict, then: Verdict)]
    /// Duties that are not owed today, each as it stands today.
    package let duties: [(then: Obligation, today: Obligation.State?)]
  }

  package let model: GlobalID
  /// What is planned or running and counts.
  package let activities: [Activity]
  package let totals: [Total]
  package let crossings: [Crossing]
  package let acts: [Act]
  package let outcomes: [Outcome]

  /// The acts in their order.
  package static let actions: [Action] = [.train, .scale, .deployInternal, .deployExternal]

  /// - Parameters:
  ///   - today: judges the as-of date.
  ///   - then: judges the day of deployment, as it is foreseen from that date.
  ///   - packs: the regimes asked.
  ///   - convention: the one to total under; `nil`: each under which one of those regimes judges the model.
  package init(
    _ model: GlobalID, in places: [String], under packs: [RegimePack], today: Judge, then: Judge,
    convention: String? = nil
  ) {
    self.model = model
    activities = today.planned(model)
    let names = convention.map { [$0] } ?? today.conventions(of: model, under: packs)
    totals = names.compactMap { today.total(of: model, $0) }
    let questions = places.flatMap { then.deployments(of: model, in: $0) }
    let runs = today.graph.sources(of: model).map { today.graph.activities[$0] }
      .filter { $0.state != .done && !$0.records.isEmpty }.map(\.id)
    var (crossings, outcomes): ([Crossing], [Outcome]) = ([], [])
    for subject in [model] + runs {
      for pack in packs where !then.articles(of: pack, for: subject).isEmpty {
        let judged =
          questions.isEmpty
          ? [then.determine(subject, pack)] : questions.map { then.determine(subject, pack, under: $0) }
        for item in judged.first?.headroom ?? [] {
          let crossing = today.crossing(item, of: subject, pack)
          if !crossings.contains(crossing) { crossings.append(crossing) }
        }
        outcomes.append(Outcome(subject, pack, today.determine(subject, pack), judged))
      }
    }
    (self.crossings, self.outcomes) = (crossings, outcomes)
    acts = Self.actions.flatMap { action in
      (action.isAskedPerCountry ? places : [GateState.everywhere]).map { place in
        then.act(action, of: model, in: place, packs)
      }
    }
  }
}

extension Plan.Outcome {
  /// - Parameter judged: by one regime, for each country of a deployment.
  fileprivate init(
    _ subject: GlobalID, _ pack: RegimePack, _ today: Determination, _ judged: [Determination]
  ) {
    self.subject = subject
    self.pack = pack
    isBinding = judged.contains(where: \.isBinding)
    let steps = pack.scales.flatMap(\.steps).map(\.name)
    tier = (
      today.tier,
      judged.compactMap(\.tier).max { left, right in
        (steps.firstIndex(of: left.notExcluded) ?? 0) < (steps.firstIndex(of: right.notExcluded) ?? 0)
      }
    )
    classes = today.classes.map { item in
      (
        item.name, item.verdict,
        .any(judged.flatMap(\.classes).filter { $0.name == item.name }.map(\.verdict))
      )
    }
    var duties: [(then: Obligation, today: Obligation.State?)] = []
    for duty in judged.flatMap(\.obligations) {
      let now = today.obligations.first { $0.isSame(as: duty) }?.state
      if now == .owed || now == .wouldOblige && !duty.state.binds { continue }
      if let place = duties.firstIndex(where: { $0.then.isSame(as: duty) }) {
        if duties[place].then.state.rank < duty.state.rank { duties[place].then = duty }
      } else {
        duties.append((duty, now))
      }
    }
    self.duties = duties
  }
}

extension Obligation.State {
  /// Whether it is of a regime that binds.
  fileprivate var binds: Bool { self != .wouldOblige && self != .wouldBePossible }
}

extension Judge {
  /// The conventions under which any of `packs` totals what is behind a model.
  package func conventions(of model: GlobalID, under packs: [RegimePack]) -> [String] {
    var names: [String] = []
    for pack in packs where !articles(of: pack, for: model).isEmpty {
      for name in pack.countedUnder {
        guard let found = convention(name, meantBy: pack), found.measures == .trainingCompute,
          !names.contains(found.name)
        else { continue }
        names.append(found.name)
      }
    }
    return names
  }

  /// What is planned or running behind a model, and counts under a convention of any loaded regime.
  package func planned(_ model: GlobalID) -> [Activity] {
    let sources = graph.sources(of: model)
    var open: Set<Int> = []
    for accountant in conventions(of: model, under: library.packs).compactMap(accountant) {
      open.formUnion(
        accountant.ancestors(of: sources).filter { position in
          let activity = graph.activities[position]
          return accountant.counts(position) && activity.state != .done && !activity.records.isEmpty
        })
    }
    return open.sorted().map { graph.activities[$0] }
  }

  fileprivate func total(of model: GlobalID, _ name: String) -> Plan.Total? {
    guard let accountant = accountant(name), let account = try? accountant.account(of: model, brief: true)
    else { return nil }
    let base = base(of: model, accountant)
    return Plan.Total(
      convention: accountant.convention, toDate: account.toDate, atCompletion: account.atCompletion,
      base: base,
      doublings: base.map { doublings(of: model, from: $0.total, accountant) } ?? [])
  }

  private func base(of model: GlobalID, _ accountant: Accountant) -> Plan.Base? {
    var bases: [Plan.Base] = []
    for position in graph.sources(of: model) {
      for link in graph.links[position] where Accountant.baseRoles.contains(link.role) {
        guard let artifact = link.artifact, let total = try? accountant.account(of: artifact, brief: true)
        else { continue }
        // A base of which nothing is known is none from which anything can be counted.
        guard let best = total.toDate.best, best > 0 else { return nil }
        bases.append(Plan.Base(total: best, of: artifact))
      }
    }
    if let largest = bases.max(by: { $0.total < $1.total }) { return largest }
    guard let accrual = accrual(of: model, accountant), let best = accrual.toDate.best, best > 0 else {
      return nil
    }
    return Plan.Base(total: best, of: nil)
  }

  /// Each doubling of `base` that what is planned reaches, or may reach; without an upper bound those up to the best value.
  private func doublings(of model: GlobalID, from base: UInt128, _ accountant: Accountant) -> [Doubling] {
    guard let accrual = accrual(of: model, accountant) else { return [] }
    let most = accrual.atCompletion.high ?? accrual.atCompletion.best ?? accrual.atCompletion.low
    var (found, times): ([Doubling], UInt128) = ([], 2)
    while case let (total, isPast) = base.multipliedReportingOverflow(by: times), !isPast, total <= most {
      let dates = Crossing.Dates(accrual, isStrict: false) { $0 >= total }
      found.append(Doubling(times: times, total: total, dates: dates))
      let (next, isEnd) = times.multipliedReportingOverflow(by: 2)
      if isEnd { break }
      times = next
    }
    return found
  }

  fileprivate func act(
    _ action: Action, of model: GlobalID, in place: String, _ packs: [RegimePack]
  ) -> Plan.Act {
    let whole = gate(model, action, in: place, packs)
    let parts = packs.compactMap { pack -> Plan.Act.Part? in
      let gate = gate(model, action, in: place, [pack], evenIfNotBinding: true)
      guard gate.isGoverned else { return nil }
      let binding = self.gate(model, action, in: place, [pack])
      return Plan.Act.Part(
        pack: pack, isBinding: binding.isGoverned, gate: binding.isGoverned ? binding : gate)
    }
    return Plan.Act(
      action: action, place: place, gate: facts[model] == nil ? whole.ofUnrecorded : whole, parts: parts)
  }
}
