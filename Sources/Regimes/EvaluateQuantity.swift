import Lineage
import Measures
import Records

/// A quantity of a subject as it was found.
struct Measured {
  var bounds: Bounds<Ratio>
  var dimension: Dimension
  var facts: [FactUse] = []
  /// Whether something planned or running counts in it.
  var isProjection = false
}

extension Judge {
  /// Compares bounds with a threshold.
  static func compare(
    _ bounds: Bounds<Ratio>, _ comparator: Comparator, _ threshold: Ratio, _ bound: DecidingBound
  ) -> Verdict {
    switch bound {
    case .best:
      if let best = bounds.best { return Verdict(comparator.passes(best, threshold)) }
      return compare(bounds, comparator, threshold, .all)
    case .high:
      guard let high = bounds.high else { return Verdict(comparator.growsWithQuantity) }
      return Verdict(comparator.passes(high, threshold))
    case .all:
      let lowPasses = comparator.passes(bounds.low, threshold)
      let highPasses = bounds.high.map { comparator.passes($0, threshold) } ?? comparator.growsWithQuantity
      if lowPasses == highPasses { return Verdict(lowPasses) }
      return .cannotBeExcluded
    }
  }

  func evaluate(_ test: QuantityTest, _ scope: Scope) -> Explanation {
    let threshold = parameter(test.threshold, scope)
    let citation = scope.pack.parameters[test.threshold]?.citation
    var code: String {
      "quantity \(test.quantity.of).\(test.quantity.name) \(test.comparator.rawValue) $\(test.threshold)"
    }
    let measured = measure(test.quantity, scope, in: threshold.dimension)
    if threshold.isLifted {
      // Nothing is above it; that something is below it takes an amount that is known to end.
      let isBelow: Verdict = measured.bounds.high == nil ? .cannotBeExcluded : .holds
      return explain(
        test.comparator.growsWithQuantity ? .fails : isBelow,
        Phrase.limitLifted.with(.text(Words.parameter(test.threshold))),
        code: code,
        citation: citation, facts: threshold.facts)
    }
    // Quantities of different dimensions, currencies among them, are never compared.
    guard let limit = threshold.quantity, threshold.dimension == measured.dimension else {
      return explain(
        .cannotBeExcluded, Phrase.parameterUnknown.with(.text(Words.parameter(test.threshold))), code: code,
        citation: citation,
        facts: measured.facts)
    }
    var clause: Message {
      Phrase.quantityAgainst.with(
        .message(test.quantity.words), .bounds(measured.bounds, threshold.dimension, against: limit),
        .message(test.comparator.phrase.message), .amount(limit, threshold.dimension, beside: measured.bounds)
      )
    }
    return explain(
      Self.compare(measured.bounds, test.comparator, limit, test.bound), clause, code: code,
      citation: citation,
      facts: measured.facts + threshold.facts,
      asking: fact(test.quantity, scope).map {
        Asking(
          $0, test.quantity.words,
          .quantity(
            measured.bounds, threshold.dimension, from: test.comparator.cut(at: limit),
            isBelow: !test.comparator.growsWithQuantity))
      })
  }

  /// What is asked of a quantity, by whatever path; `nil`: of nothing that is known.
  private func fact(_ quantity: QuantityReference, _ scope: Scope) -> OpenFact? {
    guard case .record(let id) = thing(quantity.of, scope) else { return nil }
    var code = [quantity.name] + [quantity.convention].compactMap { $0 }
    if let since = quantity.since {
      guard case .record(let other) = thing(since, scope) else { return nil }
      code += ["since", other.description]
    }
    if let with = quantity.with { code += ["with", "\(with)"] }
    if let period = quantity.period { code += ["over", "\(period)"] }
    return OpenFact(about: id.description, code.joined(separator: " "))
  }

  /// The share of one quantity in another, by cross products.
  func evaluate(_ test: RatioTest, _ scope: Scope) -> Explanation {
    let share = parameter(test.share, scope)
    let citation = scope.pack.parameters[test.share]?.citation
    var code: String {
      "ratio \(test.of.of).\(test.of.name) over \(test.over.of).\(test.over.name) \(test.comparator.rawValue) $\(test.share)"
    }
    let (above, below) = (measure(test.of, scope), divisor(test.over, scope))
    // Nor is a share taken of quantities of different dimensions.
    guard let limit = share.quantity, share.dimension == .share, above.dimension == below.dimension else {
      return explain(
        .cannotBeExcluded, Phrase.parameterUnknown.with(.text(Words.parameter(test.share))), code: code,
        citation: citation)
    }
    let verdict = Self.compare(above.bounds, below.bounds, test.comparator, limit, test.bound)
    var clause: Message {
      Phrase.ratioAgainst.with(
        .message(test.of.words), .bounds(above.bounds, above.dimension),
        .bounds(below.bounds, below.dimension),
        .message(test.comparator.phrase.message), .code(limit.description))
    }
    let stated = explain(
      verdict, clause, code: code, citation: citation, facts: above.facts + below.facts)
    guard verdict != .holds, below.bounds.best == nil, let fallback = test.fallback else { return stated }
    let given = evaluate(fallback.given, scope)
    guard given.verdict == .holds else {
      return explain(stated.verdict, clause, code: code, citation: citation, parts: [stated, given])
    }
    return insteadOfUnknown(fallback, test, above, limit, scope, [stated, given], clause, code, citation)
  }

  /// Tries each case that is not excluded; their common verdict stands.
  private func insteadOfUnknown(
    _ fallback: RatioTest.Fallback, _ test: RatioTest, _ above: Measured, _ limit: Ratio, _ scope: Scope,
    _ before: [Explanation], _ clause: Message, _ code: String, _ citation: Citation?
  ) -> Explanation {
    var parts = before
    var verdicts: Set<Verdict> = []
    for option in fallback.cases {
      let condition = option.condition.map { evaluate($0, scope) }
      guard condition?.verdict != .fails else {
        if let condition { parts.append(condition) }
        continue
      }
      guard let over = parameter(option.over, scope).quantity else {
        verdicts.insert(.cannotBeExcluded)
        continue
      }
      let verdict = Self.compare(above.bounds, Bounds(exactly: over), test.comparator, limit, test.bound)
      verdicts.insert(verdict)
      parts.append(
        explain(
          verdict, Phrase.standsIn.with(.amount(over, .flop)), code: "instead $\(option.over)",
          citation: scope.pack.parameters[option.over]?.citation, parts: condition.map { [$0] } ?? []))
      if condition?.verdict == .holds || condition == nil { break }
    }
    let verdict = verdicts.count == 1 ? verdicts.first ?? .cannotBeExcluded : .cannotBeExcluded
    return explain(verdict, clause, code: code, citation: citation, parts: parts)
  }

  /// Compares `of` with `limit` × `over`.
  static func compare(
    _ of: Bounds<Ratio>, _ over: Bounds<Ratio>, _ comparator: Comparator, _ limit: Ratio,
    _ bound: DecidingBound
  ) -> Verdict {
    func passes(_ value: Ratio, _ divisor: Ratio) -> Bool? {
      (try? divisor.multiplied(by: limit)).map { comparator.passes(value, $0) }
    }
    if bound == .best, let value = of.best, let divisor = over.best {
      return passes(value, divisor).map(Verdict.init) ?? .cannotBeExcluded
    }
    // Least and greatest share: low over high, high over low. Without an upper bound the share may vanish,
    // or grow past every limit.
    let least = over.high.flatMap { passes(of.low, $0) } ?? comparator.passes(.zero, limit)
    let greatest: Bool
    if let high = of.high, over.low > .zero {
      greatest = passes(high, over.low) ?? comparator.growsWithQuantity
    } else {
      greatest = comparator.growsWithQuantity
    }
    return least == greatest ? Verdict(least) : .cannotBeExcluded
  }

  /// Finds a quantity, to be compared with a threshold of `dimension`.
  func measure(_ reference: QuantityReference, _ scope: Scope, in dimension: Dimension? = nil) -> Measured {
    let unknown = Measured(bounds: .unknown, dimension: dimension ?? .flop)
    guard case .record(let id) = thing(reference.of, scope) else { return unknown }
    if reference.name == "gross-revenue" { return grossRevenue(of: id, reference, in: unknown.dimension) }
    // A sum over a set or a period is never taken for the quantity alone.
    guard reference.with == nil, reference.period == nil else { return unknown }
    switch reference.name {
    case "training-compute": return trainingCompute(id, reference, scope)
    case "inference-rate": return inferenceRate(of: id, reference, scope)
    case "capability": return capability(of: id, reference, scope)
    case "parameters": return number("parameters", of: id, .parameters)
    case "deaths-and-serious-injuries": return number("deaths-and-serious-injuries", of: id, .people)
    case "property-damage-without-equity": return money(reference.name, of: id) ?? unknown
    case "training-cost": return money("cost", of: id) ?? unknown
    default: return unknown
    }
  }

  /// An amount that a record states; `nil` where it states none.
  private func money(_ field: String, of id: GlobalID) -> Measured? {
    guard let record = facts[id], let amount = record[field]?.quantity else { return nil }
    return Measured(
      bounds: Bounds(exactly: amount.value), dimension: amount.dimension, facts: [use(record, money: field)])
  }

  /// What a share is taken of. A larger one frees: what a join may have counted twice is not known to be there.
  func divisor(_ reference: QuantityReference, _ scope: Scope) -> Measured {
    var measured = measure(reference, scope)
    guard graph.mayDouble, reference.name == "training-compute",
      case .record(let id) = thing(reference.of, scope),
      let accountant = reference.convention.flatMap({ accountant($0, meantBy: scope.pack) }),
      let single = try? accountant.sum(accountant.singleAncestors(of: graph.ownSources(of: id))).ratios
    else { return measured }
    let low = reference.since == nil ? single.low : .zero
    guard low < measured.bounds.low else { return measured }
    measured.bounds = (try? Bounds(low: low, best: nil, high: measured.bounds.high)) ?? .unknown
    return measured
  }

  private func number(_ field: String, of id: GlobalID, _ dimension: Dimension) -> Measured {
    guard let record = facts[id], let bounds = record[field]?.number else {
      return Measured(bounds: .unknown, dimension: dimension)
    }
    let said = bounds.best.map { Message.Argument.amount($0, dimension) }
    let fact = use(
      record, value: "\(field): \(bounds.best ?? bounds.low)",
      words: Phrase.factSays.with(.word(field), said ?? .bounds(Bounds(atLeast: bounds.low), dimension)),
      field: field)
    return Measured(bounds: bounds, dimension: dimension, facts: [fact])
  }

  /// The projected total of a model or run, or what it has beyond another.
  private func trainingCompute(_ id: GlobalID, _ reference: QuantityReference, _ scope: Scope) -> Measured {
    let unknown = Measured(bounds: .unknown, dimension: .flop)
    let sources = graph.sources(of: id)
    guard let accountant = reference.convention.flatMap({ accountant($0, meantBy: scope.pack) }),
      !sources.isEmpty
    else { return unknown }
    guard let since = reference.since else {
      let name = accountant.convention.name
      if let total = known.totals[name]?[id] { return total }
      let all = total(accountant.ancestors(of: sources), accountant)
      let total = bounded(all, byOwn: accountant) { accountant.ownAncestors(of: graph.ownSources(of: id)) }
      known.totals[name, default: [:]][id] = total
      return total
    }
    guard case .record(let other) = thing(since, scope) else { return unknown }
    let own = accountant.ownAncestors(of: graph.ownSources(of: other))
    let all = total(Accountant.lacking(accountant.ancestors(of: sources), own), accountant)
    return bounded(all, byOwn: accountant) {
      let theirs = accountant.ancestors(of: graph.sources(of: other))
      return Accountant.lacking(accountant.ownAncestors(of: graph.ownSources(of: id)), theirs)
    }
  }

  /// A total of which the low bound is what it would be without what strangers say to have put in: that counts, and
  /// proves nothing.
  private func bounded(_ all: Measured, byOwn accountant: Accountant, _ positions: () -> [Int]) -> Measured {
    guard graph.hasStrangers else { return all }
    guard let own = try? accountant.sum(positions()).ratios, own != all.bounds else { return all }
    var result = all
    let low = min(own.low, all.bounds.low)
    result.bounds = (try? Bounds(low: low, best: nil, high: all.bounds.high)) ?? .unknown
    return result
  }

  /// The sum over `positions`, with what was said of each.
  private func total(_ positions: [Int], _ accountant: Accountant) -> Measured {
    // A sum past 128 bits is past every threshold: it is unknown, not small.
    guard let total = try? accountant.sum(positions) else {
      return Measured(bounds: .unknown, dimension: .flop)
    }
    return Measured(
      bounds: total.ratios, dimension: .flop,
      facts: detail == .facts ? positions.flatMap(uses(ofActivity:)) : [],
      isProjection: positions.contains { accountant.counts($0) && graph.activities[$0].state != .done })
  }

  /// What was said of the own compute of an activity.
  private func uses(ofActivity position: Int) -> [FactUse] {
    if let known = known.uses[position] { return known }
    let activity = graph.activities[position]
    // What was planned says nothing more once it is done.
    let budget = activity.state == .done ? [] : activity.budget
    let made = activity.records.compactMap { facts[$0] }.map { record in
      let stated = activity.estimates.filter { $0.record == record.id }
      let planned = budget.filter { $0.record == record.id }
      let values = [Self.value(of: stated), Self.value(of: planned).map { "planned: \($0)" }].compactMap(
        \.self)
      let words =
        stated.map(Self.words)
        + (planned.isEmpty ? [] : [Phrase.factPlanned.with(.list(planned.map(Self.words)))])
      return FactUse(
        id: record.id.full, revision: record.revision,
        value: values.isEmpty ? "no estimate" : values.joined(separator: ", "),
        words: words.isEmpty ? Phrase.listed.with(.word("no-estimate")) : Phrase.listed.with(.list(words)),
        source: (stated + planned).first?.source)
    }
    known.uses[position] = made
    return made
  }

  /// Estimates as data; `nil`: none.
  private static func value(of estimates: [Estimate]) -> String? {
    let values = estimates.map { estimate in
      "\(estimate.method.rawValue) \(estimate.bounds.best.map(String.init) ?? ">= \(estimate.bounds.low)")"
    }
    return values.isEmpty ? nil : values.joined(separator: ", ") + " FLOP"
  }

  private static func words(_ estimate: Estimate) -> Message {
    let best = estimate.bounds.best.map { Message.Argument.amount(Ratio($0), .flop) }
    return Phrase.factEstimates.with(
      .word(estimate.method.rawValue),
      best ?? .bounds(Bounds(atLeast: Ratio(estimate.bounds.low)), .flop))
  }
}

extension Judge {
  /// What a cluster can compute as one: nothing where its links are slower than the convention asks; a link
  /// that is not known counts as fast (A15).
  func capability(of id: GlobalID, _ reference: QuantityReference, _ scope: Scope) -> Measured {
    let unknown = Measured(bounds: .unknown, dimension: .flopPerSecond)
    guard let cluster = facts[id], let name = reference.convention,
      let convention = convention(name, meantBy: scope.pack)
    else {
      return unknown
    }
    let uses = [use(cluster, value: "devices", words: Phrase.listed.with(.word("devices")))]
    let precision = convention.details["precision"].flatMap { $0 == CountingConvention.fastest ? nil : $0 }
    let bounds = estimator.capability(of: cluster, at: asOf, precision: precision)
    guard let parameter = convention.details["minimum-link"] else {
      return Measured(bounds: bounds, dimension: .flopPerSecond, facts: uses)
    }
    let least = self.parameter(parameter, defining(name, scope)).quantity
    let isSlow: Bool? =
      if let link = cluster["interconnect"]?.quantity?.value {
        least.map { link < $0 }
      } else {
        convention.details["unknown-link"] == CountingConvention.interconnected ? false : nil
      }
    let apart = (try? Bounds(low: .zero, best: nil, high: bounds.high)) ?? .unknown
    let measured: Bounds<Ratio> = isSlow.map { $0 ? Bounds(exactly: .zero) : bounds } ?? apart
    return Measured(bounds: measured, dimension: .flopPerSecond, facts: uses)
  }

  /// The scope in which the parameters of a convention stand: its own pack's.
  func defining(_ convention: String, _ scope: Scope) -> Scope {
    let id = String(convention.prefix { $0 != ":" })
    guard id != scope.pack.id, let pack = library.pack(id, meantBy: scope.pack, at: asOf) else {
      return scope
    }
    return Scope(pack: pack, standing: .assumed(pack), subject: scope.subject, question: scope.question)
  }
}
